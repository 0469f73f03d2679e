"""Catalogue N04, N05, N08, N09: redirects, rebinding, sizes, header injection."""

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from nodes.sdk import OutsideError, UserError
from runtime.egress.gate import Gate
from runtime.egress.http import MOST_HOPS, Web
from tests.runtime.egress.test_gate import Names

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Site:
    """A web server of this test, and a door that may reach it and nothing else."""

    port: int
    door: Web
    names: Names
    seen: list[web.Request] = field(default_factory=list[web.Request])
    bodies: list[bytes] = field(default_factory=list[bytes])

    @property
    def url(self) -> str:
        return f"http://site.example:{self.port}"


async def answer(request: web.Request) -> web.StreamResponse:
    site: Site = request.app[SITE]
    site.seen.append(request)
    site.bodies.append(await request.read())
    return await PAGES[request.path](request)


async def hello(request: web.Request) -> web.StreamResponse:
    return web.Response(text=f"{request.method} hello", headers={"X-Test": "yes"})


def redirect(status: int, target: str) -> Handler:
    async def handle(request: web.Request) -> web.StreamResponse:
        where = target.replace("PORT", str(request.url.port))
        return web.Response(status=status, headers={"Location": where})

    return handle


async def loop(request: web.Request) -> web.StreamResponse:
    step = int(request.query.get("n", "0")) + 1
    return web.Response(status=302, headers={"Location": f"/loop?n={step}"})


async def huge(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(400):
        await response.write(b"x" * 65536)
    return response


async def bomb(request: web.Request) -> web.StreamResponse:
    packed = gzip.compress(b"\0" * (64 << 20))
    return web.Response(body=packed, headers={"Content-Encoding": "gzip"})


async def packed(request: web.Request) -> web.StreamResponse:
    how = request.query["as"]
    body = gzip.compress(b"hello") if how == "gzip" else zlib.compress(b"hello")
    if how == "raw":
        body = zlib.compress(b"hello")[2:-4]
    coding = "deflate" if how == "raw" else how
    return web.Response(body=body, headers={"Content-Encoding": coding})


async def slow(request: web.Request) -> web.StreamResponse:

    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(100):
        await response.write(b".")
        await asyncio.sleep(0.05)
    return response


async def cut(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "1000"})
    await response.prepare(request)
    await response.write(b"half")
    assert request.transport
    request.transport.close()
    return response


PAGES: dict[str, Handler] = {
    "/": hello,
    "/loop": loop,
    "/huge": huge,
    "/bomb": bomb,
    "/packed": packed,
    "/slow": slow,
    "/cut": cut,
    "/secret": redirect(302, "http://169.254.169.254/latest/meta-data"),
    "/secret307": redirect(307, "http://[::ffff:169.254.169.254]/"),
    "/inside": redirect(302, "http://127.0.0.1:PORT/"),
    "/file": redirect(302, "file:///etc/passwd"),
    "/elsewhere": redirect(307, "http://other.example:PORT/"),
    **{f"/r{status}": redirect(status, "/") for status in (301, 302, 303, 307, 308)},
}
SITE = web.AppKey("site", Site)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    app = web.Application()
    for path in PAGES:
        app.router.add_route("*", path, answer)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    names = Names(site_example=[["127.0.0.1"]], other_example=[["127.0.0.1"]])
    made: list[Site] = []
    # The site is known only after it has a port; aiohttp reads it at the first request.
    gate_hosts: list[str] = ["site.example", "other.example"]
    door = Web(Gate(allow=gate_hosts, resolver=names))
    made.append(Site(0, door, names))
    app[SITE] = made[0]
    await runner.setup()
    server = web.TCPSite(runner, "127.0.0.1", 0)
    await server.start()
    made[0].port = runner.addresses[0][1]
    yield made[0]
    await door.close()
    await runner.cleanup()


async def test_an_answer_comes_with_status_headers_and_body(site: Site) -> None:
    got = await site.door.request(
        "get", f"{site.url}/", params={"a": "b c"}, headers={"X-Mine": "1"}
    )
    assert (got.status, got.text(), got.headers["x-test"]) == (200, "GET hello", "yes")
    assert site.seen[0].headers["X-Mine"] == "1"
    assert site.seen[0].query["a"] == "b c"


@pytest.mark.parametrize("path", ["/secret", "/secret307", "/inside"])
async def test_a_redirect_into_the_machine_is_refused(site: Site, path: str) -> None:
    with pytest.raises(UserError, match="must not be reached"):
        await site.door.request("GET", f"{site.url}{path}")
    assert len(site.seen) == 1


async def test_a_redirect_to_a_file_is_no_address(site: Site) -> None:
    with pytest.raises(UserError, match="no web address"):
        await site.door.request("GET", f"{site.url}/file")


async def test_redirects_in_a_circle_end_after_five(site: Site) -> None:
    with pytest.raises(OutsideError, match="more than 5 times") as caught:
        await site.door.request("GET", f"{site.url}/loop")
    assert not caught.value.retry
    assert len(site.seen) == MOST_HOPS + 1


@pytest.mark.parametrize(
    ("status", "method", "body"),
    [
        (301, "GET", b""),
        (302, "GET", b""),
        (303, "GET", b""),
        (307, "POST", b"x"),
        (308, "POST", b"x"),
    ],
)
async def test_a_redirect_keeps_method_and_body_only_when_it_says_so(
    site: Site, status: int, method: str, body: bytes
) -> None:
    got = await site.door.request("POST", f"{site.url}/r{status}", body=b"x")
    assert got.text() == f"{method} hello"
    assert site.bodies[1] == body


async def test_credentials_do_not_follow_to_another_host(site: Site) -> None:
    secret = {"Authorization": "Bearer x", "X-Team-Token": "y", "Accept": "text/plain"}
    await site.door.request("GET", f"{site.url}/elsewhere", headers=secret)
    assert site.seen[0].headers["Authorization"] == "Bearer x"
    assert "Authorization" not in site.seen[1].headers
    assert "X-Team-Token" not in site.seen[1].headers
    assert site.seen[1].headers["Accept"] == "text/plain"


async def test_the_connection_goes_to_the_address_that_was_checked(site: Site) -> None:
    # The first answer is allowed, every later one is not: asking twice would be seen.
    site.names.names["flips.example"] = [["127.0.0.1"], ["169.254.169.254"]]
    door = Web(Gate(allow=["127.0.0.0/8"], resolver=site.names))
    got = await door.request("GET", f"http://flips.example:{site.port}/")
    assert got.status == 200
    assert site.names.asked.count("flips.example") == 1
    await door.close()
    again = Web(Gate(allow=["127.0.0.0/8"], resolver=site.names))
    with pytest.raises(UserError, match="clouds keep secrets"):
        await again.request("GET", f"http://flips.example:{site.port}/")
    await again.close()


async def test_without_an_entry_the_machine_itself_is_closed(site: Site) -> None:
    door = Web(Gate())
    for host in ("127.0.0.1", "localhost", "[::1]", "0x7f.1", "2130706433"):
        with pytest.raises(UserError, match="must not be reached"):
            await door.request("GET", f"http://{host}:{site.port}/")
    assert site.seen == []
    await door.close()


@pytest.mark.parametrize("path", ["/huge", "/bomb"])
async def test_an_answer_that_is_too_large_is_given_up(site: Site, path: str) -> None:
    with pytest.raises(OutsideError, match="larger than 16 MB") as caught:
        await site.door.request("GET", f"{site.url}{path}")
    assert (caught.value.kind, caught.value.retry) == ("too_large", False)


@pytest.mark.parametrize("how", ["gzip", "deflate", "raw"])
async def test_packed_answers_are_unpacked(site: Site, how: str) -> None:
    got = await site.door.request("GET", f"{site.url}/packed", params={"as": how})
    assert got.body == b"hello"


async def test_a_drip_meets_the_deadline(site: Site) -> None:
    with pytest.raises(OutsideError, match=r"within 0\.3 seconds") as caught:
        await site.door.request("GET", f"{site.url}/slow", deadline=0.3)
    assert caught.value.kind == "timeout"


async def test_half_an_answer_is_no_answer(site: Site) -> None:
    with pytest.raises(OutsideError, match="broke off") as caught:
        await site.door.request("GET", f"{site.url}/cut")
    assert caught.value.kind == "truncated"


@pytest.mark.parametrize(
    "headers",
    [
        {"X-A": "1\r\nX-B: 2"},
        {"X-A": "1\n2"},
        {"X-A": "a\0b"},
        {"X-A\r\nX-B": "2"},
        {"X A": "1"},
        {"": "1"},
        {"Host": "other.example"},
        {"transfer-encoding": "chunked"},
        {"Content-Length": "5"},
        {"Connection": "upgrade"},
    ],
)
async def test_headers_that_would_change_the_request_are_refused(
    site: Site, headers: dict[str, str]
) -> None:
    with pytest.raises(UserError, match="header"):
        await site.door.request("GET", f"{site.url}/", headers=headers)
    assert site.seen == []


@pytest.mark.parametrize(
    "url",
    [
        "ftp://site.example/", "file:///etc/passwd", "site.example", "http://", "http://a:b@c/",
        "http://site.example:99999/", "http://site.example/\r\nX: y", "javascript:alert(1)",
        "http://site.example\\@evil.example/", "gopher://x/",
    ],
)  # fmt: skip
async def test_what_is_no_web_address_is_refused(site: Site, url: str) -> None:
    with pytest.raises(UserError):
        await site.door.request("GET", url)


async def test_a_method_that_tunnels_is_refused(site: Site) -> None:
    with pytest.raises(UserError, match="'CONNECT' is no method"):
        await site.door.request("CONNECT", site.url)
