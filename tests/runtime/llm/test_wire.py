import pytest

from runtime.llm.wire import address, is_strict


@pytest.mark.parametrize(
    ("provider", "told", "wanted"),
    [
        ("ollama", "127.0.0.1:11434", "http://127.0.0.1:11434"),
        ("ollama", "0.0.0.0", "http://127.0.0.1:11434"),  # noqa: S104 - as people set it
        ("ollama", "http://box:11434/", "http://box:11434"),
        ("openai", "http://box:1234", "http://box:1234/v1"),
        ("openai", "https://api.example.org/v1/", "https://api.example.org/v1"),
        ("lm_studio", "localhost:1234", "http://localhost:1234/v1"),
        ("anthropic", "http://box/v1", "http://box"),
        ("gemini", "http://box/v1beta", "http://box/v1beta"),
    ],
)
def test_addresses_are_taken_as_people_write_them(provider: str, told: str, wanted: str) -> None:
    assert address(provider, told) == wanted


def test_only_closed_objects_are_strict() -> None:
    closed = {
        "type": "object",
        "properties": {"a": {"type": "string"}},
        "required": ["a"],
        "additionalProperties": False,
    }
    assert is_strict(closed)
    assert not is_strict({**closed, "required": []})
    assert not is_strict({**closed, "properties": {"a": {"type": "string", "minLength": 2}}})
    assert not is_strict({"type": "object", "properties": {"a": {"type": "object"}}})
