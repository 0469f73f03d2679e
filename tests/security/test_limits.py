import asyncio
import contextlib
import re
import time
from pathlib import Path

import httpx
import pytest

from tests.fakes.server import Person, Server, probe_server, raw, status


@pytest.mark.slow
async def test_l02_page_loads_are_limited_and_nobody_else_notices(fresh: Server) -> None:
    person = Person(fresh)
    await person.set_up()
    codes = [(await person.http.get("/")).status_code for _ in range(120)]
    assert codes[0] == 200
    assert codes[-1] == 429
    assert (await person.http.get("/_log")).status_code == 200
    stranger = Person(fresh)
    assert (await stranger.http.get("/login")).status_code == 200
    codes = [(await stranger.http.get("/login")).status_code for _ in range(400)]
    assert codes[-1] == 429
    assert (await person.http.get("/_log")).status_code == 200
    await stranger.http.aclose()
    await person.http.aclose()


JSON = {
    "depth": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "half": b'{"a": [1,',
    "binary": b"\x00\xff\xfe",
    "nan": b'{"a": NaN}',
    "not an object": b"[1]",
}


@pytest.mark.parametrize("kind", JSON)
async def test_l04_hostile_json_is_refused_with_a_client_error(ada: Person, kind: str) -> None:
    headers = {"origin": ada.server.url, "content-type": "application/json"}
    answer = await ada.http.post("/_json", content=JSON[kind], headers=headers)
    assert answer.status_code in (200, 400, 422)
    assert (await ada.http.get("/healthz")).status_code == 200


async def test_u01_a_body_over_the_limit_is_refused_before_it_is_sent(
    server: Server, ada: Person
) -> None:
    head = (
        f"POST /_json HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nOrigin: {server.url}\r\n"
        "Content-Type: application/json\r\nConnection: close\r\n"
    )
    cookie = f"Cookie: {ada.cookie}\r\n"
    huge = "Content-Length: 99999999\r\n\r\n"
    assert status(await raw(server, (head + cookie + huge).encode())) == 413
    assert status(await raw(server, (head + huge).encode())) == 401
    assert status(await raw(server, (head + "Content-Length: 10\r\n\r\n").encode())) == 401
    assert status(await raw(server, (head + "Transfer-Encoding: chunked\r\n\r\n").encode())) == 401
    both = "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    assert status(await raw(server, (head + cookie + both).encode())) == 400


async def test_u01_a_body_that_does_not_say_its_size_is_cut_off_at_the_limit(
    server: Server, ada: Person
) -> None:
    async def endless() -> object:
        for _ in range(40):
            yield b"x" * 1_000_000

    headers = {"origin": server.url, "content-type": "application/json"}
    answer = await ada.http.post("/_json", content=endless(), headers=headers)  # pyright: ignore[reportArgumentType]
    assert answer.status_code == 413
    assert "too large" in answer.text


async def test_u01_sign_in_forms_are_tiny(server: Server, ada: Person) -> None:
    person = Person(server)
    answer = await person.post("/login", {"name": "Ada", "password": "x" * 20_000})
    assert answer.status_code == 413
    await person.http.aclose()


async def test_v06_every_answer_carries_the_headers(server: Server, ada: Person) -> None:
    seen: list[httpx.Response] = []
    for path in ("/", "/login", "/healthz", "/nothing", "/broken", "/_log", "/favicon.ico"):
        seen.append(await ada.http.get(path))
    async with httpx.AsyncClient(base_url=server.url) as stranger:
        seen += [await stranger.get(path) for path in ("/", "/setup", "/login", "/_log")]
        seen.append(await stranger.get("/", headers={"host": "evil.example"}))
    page = await ada.page()
    script = re.search(r'src="(/_nicegui/[^"]+nicegui\.js)"', page.html)
    assert script
    seen.append(await ada.http.get(script[1]))
    for answer in seen:
        headers = answer.headers
        where = str(answer.request.url)
        policy = headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff", where
        assert headers["referrer-policy"] == "no-referrer", where
        assert headers["cross-origin-opener-policy"] == "same-origin", where
        assert "noindex" in headers["x-robots-tag"], where
        for part in (
            "default-src 'none'",
            "frame-ancestors 'none'",
            "connect-src 'self'",
            "img-src 'self' data: blob:",
            "object-src 'none'",
        ):
            assert part in policy, where
        assert "'unsafe-inline'" not in policy.partition("style-src")[0], where
        assert "server" not in headers, where
        assert "access-control-allow-origin" not in headers, where
    for answer in seen[:-1]:
        assert answer.headers["cache-control"] == "no-store"
    assert "immutable" in seen[-1].headers["cache-control"]


async def test_v06_scripts_of_a_page_run_by_nonce_alone(ada: Person) -> None:
    first, second = await ada.page(), await ada.page()
    nonces = set(re.findall(r"<script nonce=\"([^\"]+)\"", first.html))
    assert len(nonces) == 1
    nonce = nonces.pop()
    assert f"'nonce-{nonce}'" in first.headers["content-security-policy"]
    assert nonce not in second.html
    assert not re.search(r"<script(?! nonce=)", first.html)


async def test_an_error_of_ours_tells_a_person_nothing_about_the_inside(ada: Person) -> None:
    answer = await ada.http.get("/broken")
    assert answer.status_code == 500
    assert "secret inside" not in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.slow
async def test_w09_a_server_told_to_stop_ends_with_0_and_its_database_is_whole(
    fresh: Server, tmp_path: Path
) -> None:
    person = Person(fresh)
    await person.set_up()
    loads = [asyncio.create_task(person.http.get("/_log")) for _ in range(20)]
    started = time.monotonic()
    assert await asyncio.to_thread(fresh.stop) == 0
    assert time.monotonic() - started < 30
    for answer in await asyncio.gather(*loads, return_exceptions=True):
        if isinstance(answer, httpx.Response):
            assert answer.status_code in (200, 503)
    with probe_server(tmp_path) as again:
        assert "setup#t=" not in again.text()
        back = Person(again)
        back.http.cookies = person.http.cookies
        assert (await back.http.get("/_log")).status_code == 200
        await back.http.aclose()
    await person.http.aclose()


async def test_w08_a_request_that_never_ends_its_head_is_cut_off(server: Server) -> None:
    head = f"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n".encode()
    assert status(await raw(server, head + b"X-A: " + b"a" * 70_000 + b"\r\n\r\n")) == 400
    many = b"".join(b"X-%d: a\r\n" % number for number in range(20_000))
    assert status(await raw(server, head + many + b"\r\n")) == 400


@pytest.mark.slow
async def test_w08_a_head_that_drips_is_cut_off_and_a_silent_connection_too(
    server: Server,
) -> None:
    async def drip(*, silent: bool) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        answer = asyncio.create_task(reader.read())
        if not silent:
            writer.write(b"GET /healthz HTTP/1.1\r\nHost: ")
            with contextlib.suppress(ConnectionError):
                while not answer.done():
                    writer.write(b"a")
                    await writer.drain()
                    await asyncio.sleep(0.5)
        try:
            async with asyncio.timeout(25):
                return await answer
        finally:
            writer.close()

    started = time.monotonic()
    assert set(await asyncio.gather(drip(silent=True), drip(silent=False))) == {b""}
    assert time.monotonic() - started < 25
