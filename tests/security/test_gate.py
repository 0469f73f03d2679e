import asyncio
import re
import time
from pathlib import Path

import httpx
import pytest

from tests.fakes.server import PASSWORD, Person, Server, free_port, probe_server, raw, status

PUBLIC = {"/healthz", "/setup", "/login", "/favicon.ico", "/_loomline/a"}
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


async def test_a01_every_route_is_closed_to_strangers(server: Server, ada: Person) -> None:
    # The probe tells its own routes, so none can be forgotten here.
    routes: list[str] = (await ada.http.get("/_routes")).json()
    assert "/_nicegui_ws/{path:path}" in routes
    async with httpx.AsyncClient(base_url=server.url) as client:
        for route in routes:
            path = re.sub(r"\{[^}]*\}", "a", route)
            for method in METHODS:
                answer = await client.request(method, path)
                if path in PUBLIC:
                    assert answer.status_code in (200, 303, 403, 404, 405), (method, path)
                elif method not in ("GET", "HEAD", "OPTIONS"):
                    assert answer.status_code == 403, (method, path)  # no Origin: not from a page
                else:
                    assert answer.status_code == 401, (method, path)


async def test_a01_an_address_nobody_declared_does_not_exist(ada: Person) -> None:
    assert (await ada.http.get("/openapi.json")).status_code == 404
    assert (await ada.http.get("/docs")).status_code == 404
    assert (await ada.http.put("/", headers={"origin": ada.server.url})).status_code == 405
    assert (await ada.http.options("/")).status_code == 405


async def test_a_stranger_is_led_to_the_sign_in_page_and_back(
    server: Server, ada: Person, stranger: Person
) -> None:
    answer = await stranger.http.get("/runs/run_1?tab=log")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/login?next=/runs/run_1%3Ftab%3Dlog"
    login = await stranger.http.get(answer.headers["location"])
    assert 'value="/runs/run_1?tab=log"' in login.text
    fields = {"name": "Ada", "password": PASSWORD}
    for target, then in (("/runs/run_1?tab=log",) * 2, ("//evil.example", "/"), ("/\\evil", "/")):
        answer = await stranger.post("/login", fields | {"next": target})
        assert answer.headers["location"] == then


async def test_a03_a_copied_cookie_is_worth_nothing_after_signing_out(
    server: Server, ada: Person
) -> None:
    owner = Person(server)
    await owner.sign_in()
    copied = {"cookie": owner.cookie}
    async with httpx.AsyncClient(base_url=server.url, headers=copied) as thief:
        assert (await thief.get("/_log")).status_code == 200
        await owner.post("/logout", {})
        assert (await thief.get("/_log")).status_code == 401
    await owner.http.aclose()


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://127.0.0.1:1"},
        {"origin": "null"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "own", "sec-fetch-site": "cross-site"},
        {},
    ],
)
async def test_a05_what_no_page_of_ours_sent_is_refused(
    server: Server, ada: Person, headers: dict[str, str]
) -> None:
    headers = {k: server.url if v == "own" else v for k, v in headers.items()}
    content = {"content-type": "text/plain", **headers}
    answer = await ada.http.post("/_json", content=b"{}", headers=content)
    assert answer.status_code == 403
    assert not any(name.startswith("access-control") for name in answer.headers)
    answer = await ada.http.post("/logout", headers=headers)
    assert answer.status_code == 403


async def test_a05_forms_of_our_own_pages_pass_although_browsers_hide_their_origin(
    server: Server, ada: Person
) -> None:
    headers = {"origin": "null", "sec-fetch-site": "same-origin"}
    answer = await ada.http.post("/_json", json={}, headers=headers)
    assert answer.status_code == 200


async def test_a05_other_sites_cannot_embed_or_fetch_what_is_ours(ada: Person) -> None:
    fetched = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
    framed = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert (await ada.http.get("/_log", headers=fetched)).status_code == 403
    answer = await ada.http.get("/", headers=framed | {"sec-fetch-dest": "iframe"})
    assert answer.status_code == 403
    answer = await ada.http.get("/_log", headers=framed | {"sec-fetch-dest": "document"})
    assert answer.status_code == 200
    assert (await ada.http.get("/_log", headers={"origin": "http://a.b"})).status_code == 403


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        (b"Host: a/b", 400),
        (b"Host: x?", 400),
        (b"Host: ", 400),
        (b"Host: 127.0.0.1:0", 400),
        (b"Host: 127.0.0.1:99999", 400),
        (b"Host: 127.0.0.1:%d\r\nHost: 127.0.0.1:%d", 400),
        (b"Host: user@127.0.0.1:%d", 400),
        (b"X-Nothing: 1", 400),
        (b"Host: evil", 421),
        (b"Host: evil.example:%d", 421),
        (b"Host: 127.0.0.1:1", 421),
        (b"Host: 127.0.0.1", 421),
        (b"Host: 127.0.0.1.evil.example:%d", 421),
        (b"Host: localhost:%d", 200),
        (b"Host: [::1]:%d", 200),
        (b"Host: 127.0.0.1:%d", 200),
    ],
)
@pytest.mark.parametrize("path", [b"/healthz", b"/_nicegui_ws/socket.io/"])
async def test_a08_only_our_own_names_are_answered(
    server: Server, host: bytes, expected: int, path: bytes
) -> None:
    port = b"%d" % server.port
    request = b"GET " + path + b" HTTP/1.1\r\n" + host.replace(b"%d", port)
    answer = await raw(server, request + b"\r\nConnection: close\r\n\r\n")
    assert status(answer) == (401 if expected == 200 and path != b"/healthz" else expected)


async def test_a08_a_socket_under_a_foreign_name_is_refused(server: Server) -> None:
    request = (
        b"GET /_nicegui_ws/socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: evil.example\r\n"
        b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    assert status(await raw(server, request)) == 421


async def test_a10_until_the_first_account_only_setup_and_health_answer(fresh: Server) -> None:
    person = Person(fresh)
    assert (await person.http.get("/healthz")).content == b""
    assert (await person.http.get("/")).headers["location"] == "/setup"
    assert (await person.http.get("/login")).headers["location"] == "/setup"
    assert (await person.http.get("/setup")).status_code == 200
    foreign = await person.http.get("/setup", headers={"host": "rebound.example"})
    assert foreign.status_code == 421
    form = {"name": "Eve", "password": PASSWORD}
    for token in ("", "0" * 32, "x" * 5000):
        answer = await person.post("/setup", form | {"token": token})
        assert answer.status_code == 422
        assert "This setup link is used up or too old." in answer.text
    assert (await person.sign_in()).headers["location"] == "/setup"

    await person.set_up()
    assert (await person.http.get("/")).status_code == 200
    token = fresh.setup_url().partition("#t=")[2]
    eve = Person(fresh)
    second = await eve.post("/setup", form | {"token": token})
    assert second.headers["location"] == "/login"
    await eve.http.aclose()
    await person.http.aclose()


async def test_a10_a_weak_password_is_refused_and_the_link_stays_good(fresh: Server) -> None:
    person = Person(fresh)
    token = fresh.setup_url().partition("#t=")[2]
    weak = {"short": "at least 12", "aaaaaaaaaaaaaa": "first that", "123456789012": "first that"}
    for password, why in weak.items():
        answer = await person.post("/setup", {"token": token, "name": "Ada", "password": password})
        assert answer.status_code == 422
        assert why in answer.text
        assert f'value="{token}"' in answer.text
    await person.set_up()
    await person.http.aclose()


async def test_a11_signing_in_gives_a_fresh_session_in_a_guarded_cookie(
    server: Server, ada: Person
) -> None:
    person = Person(server)
    person.http.cookies.set("loomline_session", "f" * 43)
    answer = await person.sign_in()
    cookie = answer.headers["set-cookie"]
    assert "f" * 43 not in cookie
    assert re.search(r"loomline_session=[\w-]{43};", cookie)
    for part in ("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000"):
        assert part in cookie
    assert "Secure" not in cookie  # plain HTTP on loopback
    await person.http.aclose()


@pytest.mark.slow
async def test_a11_behind_a_tls_proxy_the_cookie_travels_by_tls_alone(tmp_path: Path) -> None:
    settings = ("public_url=https://flows.example.org", "behind_proxy=127.0.0.1/32")
    port = free_port()
    with probe_server(tmp_path, *settings, port=port) as server:
        address, _, token = server.setup_url().partition("#t=")
        assert address == "https://flows.example.org/setup"
        headers = {
            "host": "flows.example.org",
            "origin": "https://flows.example.org",
            "x-forwarded-proto": "https",
            "x-forwarded-for": "203.0.113.7",
        }
        async with httpx.AsyncClient(
            base_url=f"http://127.0.0.1:{port}", headers=headers
        ) as client:
            form = {"token": token, "name": "Ada", "password": PASSWORD}
            answer = await client.post("/setup", data=form)
            assert answer.status_code == 303
            assert "Secure" in answer.headers["set-cookie"]
            assert "strict-transport-security" in answer.headers
            plain = {"host": "flows.example.org", "origin": "http://flows.example.org"}
            answer = await client.post("/login", data=form, headers=plain)
            assert answer.status_code == 403


@pytest.mark.slow
async def test_a02_guessing_is_slowed_down_and_the_right_password_works_later(
    fresh: Server,
) -> None:
    person = Person(fresh)
    await person.set_up()
    known: list[float] = []
    unknown: list[float] = []
    for _ in range(4):
        for name, times in (("Ada", known), ("Nobody", unknown)):
            start = time.perf_counter()
            answer = await person.sign_in("wrong but long enough", name)
            times.append(time.perf_counter() - start)
            assert answer.status_code == 422
    # Both kinds of names cost one hash; the machine's noise is far below that.
    assert 0.4 < sorted(known)[1] / sorted(unknown)[1] < 2.5
    answer = await person.sign_in("wrong but long enough")
    answer = await person.sign_in("wrong but long enough")
    assert answer.status_code == 429
    wait = int(answer.headers["retry-after"])
    assert 1 <= wait <= 4
    assert (await person.sign_in()).status_code == 429
    deadline = time.monotonic() + 10
    while (await person.sign_in()).status_code != 303:
        assert time.monotonic() < deadline
        await asyncio.sleep(0.2)
    await person.http.aclose()
