import pytest

from runtime.rest.logs import redact


@pytest.mark.parametrize(
    ("line", "secret"),
    [
        ("client_id=a0c05752-3b1a-4195-b513-44f8ac378d66&x=1", "a0c05752"),
        ("page a0c05752-3b1a-4195-b513-44f8ac378d66 gone", "a0c05752"),
        ("Cookie: a=b; loomline_session=AbC-123_x; c=d", "AbC-123_x"),
        ("http://127.0.0.1:8080/setup#t=KE_De0mLy", "KE_De0mLy"),
        ("Authorization: Basic abcdef", "abcdef"),
        ("Bearer sk-1234.5678", "sk-1234"),
    ],
)
def test_what_opens_a_door_is_taken_out_of_the_log(line: str, secret: str) -> None:
    assert secret not in redact(line)
    assert "…" in redact(line)


def test_what_helps_to_find_a_mistake_stays() -> None:
    line = "Run run_7f3a of flow flw_7q2m9x4k failed in draft_k7m2"
    assert redact(line) == line
