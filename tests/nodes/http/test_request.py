"""Talking to web services."""

from typing import Any

import pytest
from pydantic import SecretStr

from nodes.http import HttpHeader, HTTPRequest
from nodes.sdk import HttpResponse, OutsideError, UserError
from nodes.sdk.testing import FakeContext

URL = "https://api.example.org/items"
JSON = {"Content-Type": "application/json; charset=utf-8"}


def _answer(status: int = 200, body: bytes = b"{}", **headers: str) -> HttpResponse:
    return HttpResponse(status=status, headers={**JSON, **headers}, body=body)


async def test_json_is_read_and_values_are_sent_as_query() -> None:
    ctx = FakeContext(responses=[_answer(body=b'{"n": 1}')])
    node = HTTPRequest(url=URL, query={"q": "a b", "n": 3}, headers={"Accept": "text/plain"})
    output = await node.run(ctx)
    assert (output.body, output.status) == ({"n": 1}, 200)
    assert output.headers["content-type"].startswith("application/json")
    (call,) = ctx.http.calls
    assert (call.method, call.url, call.body) == ("GET", URL, None)
    assert call.params == {"q": "a b", "n": "3"}
    assert call.headers == {"Accept": "text/plain"}


async def test_objects_are_sent_as_json_with_a_key_against_doubles() -> None:
    ctx = FakeContext(responses=[_answer(201)], step_id="step-7")
    await HTTPRequest(url=URL, method="POST", body={"ä": 1}).run(ctx)
    (call,) = ctx.http.calls
    assert call.body == '{"ä": 1}'.encode()
    assert call.headers == {"Content-Type": "application/json", "Idempotency-Key": "step-7"}


async def test_text_is_sent_as_it_is() -> None:
    ctx = FakeContext(responses=[_answer()])
    await HTTPRequest(url=URL, method="PUT", body="hello").run(ctx)
    assert ctx.http.calls[0].body == b"hello"
    assert ctx.http.calls[0].headers == {"Content-Type": "text/plain; charset=utf-8"}


async def test_json_typed_as_text_is_announced_as_json() -> None:
    ctx = FakeContext(responses=[_answer()])
    await HTTPRequest(url=URL, method="PUT", body='{"a": 1}').run(ctx)
    assert ctx.http.calls[0].body == b'{"a": 1}'
    assert ctx.http.calls[0].headers == {"Content-Type": "application/json"}


@pytest.mark.parametrize(("mode", "expected"), [("auto", "<p>"), ("text", "<p>")])
async def test_what_is_no_json_stays_text(mode: Any, expected: str) -> None:
    response = HttpResponse(status=200, headers={"content-type": "text/html"}, body=b"<p>")
    node = HTTPRequest(url=URL, answer=mode)
    assert (await node.run(FakeContext(responses=[response]))).body == expected


async def test_html_where_json_was_asked_for_is_a_clear_error() -> None:
    response = _answer(body=b"<html>Login</html>")
    with pytest.raises(OutsideError, match="'<html>Login</html>'") as caught:
        await HTTPRequest(url=URL).run(FakeContext(responses=[response]))
    assert caught.value.kind == "protocol"


@pytest.mark.parametrize(
    ("status", "kind", "retry"),
    [
        (401, "auth", False),
        (404, "refused", False),
        (429, "rate_limit", True),
        (503, "server", True),
    ],
)
async def test_failures_are_told_apart(status: int, kind: str, retry: bool) -> None:
    response = _answer(status, b"not now", **{"retry-after": "7"})
    with pytest.raises(OutsideError, match=f"answered {status}: not now") as caught:
        await HTTPRequest(url=URL).run(FakeContext(responses=[response]))
    assert (caught.value.kind, caught.value.retry) == (kind, retry)
    assert caught.value.retry_after == 7


@pytest.mark.parametrize("expected", ["404", "2xx, 404", "200 4xx"])
async def test_other_statuses_may_be_expected(expected: str) -> None:
    node = HTTPRequest(url=URL, expected=expected)
    assert (await node.run(FakeContext(responses=[_answer(404)]))).status == 404


async def test_a_wrong_expectation_is_refused() -> None:
    with pytest.raises(UserError, match="'ok' is no status"):
        await HTTPRequest(url=URL, expected="ok").run(FakeContext(responses=[_answer()]))


async def test_a_credential_is_sent_to_its_host_only() -> None:
    key = HttpHeader(name="X-Key", value=SecretStr("s3cret"), host="example.org")
    ctx = FakeContext(responses=[_answer()])
    await HTTPRequest(url=URL, account=key).run(ctx)
    assert ctx.http.calls[0].headers["X-Key"] == "s3cret"
    for url in ("https://example.org.evil.net/", "https://evilexample.org/", "https://e.org"):
        with pytest.raises(UserError, match="may not be sent to") as caught:
            await HTTPRequest(url=url, account=key).run(ctx)
        assert "s3cret" not in str(caught.value)
    assert len(ctx.http.calls) == 1


@pytest.mark.parametrize(
    "url", ["", "example.org", "file:///etc/passwd", "ftp://x.org", "https://"]
)
async def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(UserError, match="is no web address"):
        await HTTPRequest(url=url).run(FakeContext())


@pytest.mark.parametrize("headers", [{"X": "a\r\nEvil: b"}, {"X Y": "a"}, {"": "a"}])
async def test_headers_cannot_be_smuggled_in(headers: dict[str, str]) -> None:
    ctx = FakeContext()
    with pytest.raises(UserError, match="no header that can be sent"):
        await HTTPRequest(url=URL, headers=headers).run(ctx)
    assert ctx.http.calls == []


def test_only_methods_that_may_be_repeated_are_idempotent() -> None:
    assert HTTPRequest.effect_of({}) == "idempotent"
    assert HTTPRequest.effect_of({"method": "DELETE"}) == "idempotent"
    assert HTTPRequest.effect_of({"method": "POST"}) == "once"
    assert HTTPRequest.effect_of({"method": "{{ start.method }}"}) == "once"
