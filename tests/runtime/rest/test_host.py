import pytest

from nodes.sdk import UserError
from runtime.rest.host import Names, read_public_url


@pytest.mark.parametrize(
    "text",
    [
        "flows.example.org",
        "ftp://a",
        "https://",
        "https://a/b",
        "https://u@a",
        "https://a?x",
        "x y",
    ],
)
def test_a_public_address_is_a_scheme_and_a_name(text: str) -> None:
    with pytest.raises(UserError, match="public address"):
        read_public_url(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://Flows.Example.org/", "https://flows.example.org"),
        ("https://flows.example.org:443", "https://flows.example.org"),
        ("http://[fd00::1]:8080", "http://[fd00::1]:8080"),
    ],
)
def test_a_public_address_is_shown_in_its_shortest_form(text: str, shown: str) -> None:
    assert str(read_public_url(text)) == shown


def test_the_public_name_is_ours_and_its_origin_has_its_scheme() -> None:
    names = Names(port=8080, public_url="https://flows.example.org")
    assert names.status([(b"host", b"flows.example.org")]) == 0
    assert names.status([(b"host", b"flows.example.org:443")]) == 0
    assert names.status([(b"host", b"flows.example.org:8080")]) == 421
    assert names.own("https://flows.example.org")
    assert not names.own("http://flows.example.org")
    assert not names.own("https://flows.example.org.evil.example")
    assert names.own("http://localhost:8080")
    assert not names.own("https://localhost:8080")
    assert names.by_tls([(b"host", b"flows.example.org")])
    assert not names.by_tls([(b"host", b"localhost:8080")])


def test_on_the_usual_port_browsers_leave_it_out() -> None:
    names = Names(port=80)
    assert names.status([(b"host", b"localhost")]) == 0
    assert names.own("http://localhost")
