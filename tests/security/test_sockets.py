import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from socketio.exceptions import (  # pyright: ignore[reportMissingTypeStubs] - it ships none
    ConnectionError as Refused,
)

from tests.fakes.server import Page, Person, Server, Socket


@pytest.fixture
async def socket() -> AsyncIterator[Socket]:
    made = Socket()
    yield made
    await made.close()


async def log(person: Person) -> list[list[Any]]:
    return (await person.http.get("/_log")).json()


async def until(true: Callable[[], Awaitable[bool]], seconds: float = 5) -> None:
    deadline = time.monotonic() + seconds
    while not await true():
        assert time.monotonic() < deadline, "it did not happen in time"
        await asyncio.sleep(0.02)


async def disconnected(socket: Socket) -> None:
    async def gone() -> bool:
        return not socket.sio.connected

    await until(gone)


async def clicks(person: Person) -> int:
    return [entry[0] for entry in await log(person)].count("danger")


async def test_a_page_works_for_whoever_it_was_made_for(
    server: Server, ada: Person, socket: Socket
) -> None:
    page = await ada.page()
    before = await clicks(ada)
    await socket.connect(server, page, cookie=ada.cookie)
    await socket.emit(page, "danger")

    async def clicked() -> bool:
        return await clicks(ada) == before + 1

    await until(clicked)
    await socket.emit(page, "disabled")
    await socket.emit(page, "danger")

    async def again() -> bool:
        return await clicks(ada) == before + 2

    await until(again)
    assert ["disabled"] not in await log(ada)


@pytest.mark.parametrize("implicit", [True, False])
async def test_a06_a_foreign_origin_is_refused_even_with_the_cookie(
    server: Server, ada: Person, socket: Socket, *, implicit: bool
) -> None:
    page = await ada.page()
    with pytest.raises(Refused):
        await socket.connect(
            server, page, cookie=ada.cookie, origin="https://evil.example", implicit=implicit
        )


async def test_a06_another_port_of_the_same_machine_is_a_foreign_origin(
    server: Server, ada: Person, socket: Socket
) -> None:
    page = await ada.page()
    with pytest.raises(Refused):
        await socket.connect(
            server, page, cookie=ada.cookie, origin=f"http://127.0.0.1:{server.port + 1}"
        )


async def test_a06_a_client_id_without_a_cookie_opens_nothing(
    server: Server, ada: Person, socket: Socket
) -> None:
    page = await ada.page()
    with pytest.raises(Refused):
        await socket.connect(server, page)


async def test_a06_a_client_id_of_another_session_opens_nothing(
    server: Server, ada: Person, socket: Socket
) -> None:
    victims_page = await ada.page()
    other = Person(server)
    assert (await other.sign_in()).status_code == 303
    with pytest.raises(Refused):
        await socket.connect(server, victims_page, cookie=other.cookie)
    await other.http.aclose()


async def test_a06_a_socket_of_ones_own_cannot_speak_for_the_page_of_another_session(
    server: Server, ada: Person, socket: Socket
) -> None:
    victims_page = await ada.page()
    other = Person(server)
    await other.sign_in()
    own_page = await other.page()
    before = await clicks(ada)
    await socket.connect(server, own_page, cookie=other.cookie)
    await socket.emit(victims_page, "danger")
    await disconnected(socket)
    assert await clicks(ada) == before
    assert socket.opened == ["/login"]
    await other.http.aclose()


@pytest.mark.parametrize("event", ["handshake", "javascript_response", "ack", "log"])
async def test_a06_every_kind_of_message_is_bound_to_the_session(
    server: Server, ada: Person, socket: Socket, event: str
) -> None:
    victims_page = await ada.page()
    other = Person(server)
    await other.sign_in()
    own_page = await other.page()
    await socket.connect(server, own_page, cookie=other.cookie)
    await socket.sio.emit(event, {"client_id": victims_page.client_id, "level": "info"})
    await disconnected(socket)
    await other.http.aclose()


async def test_a07_after_signing_out_in_another_tab_a_page_can_do_nothing(
    server: Server, socket: Socket, ada: Person
) -> None:
    owner = Person(server)
    await owner.sign_in()
    page = await owner.page()
    before = await clicks(ada)
    await socket.connect(server, page, cookie=owner.cookie)
    signed_out = await owner.post("/logout", {})
    assert signed_out.status_code == 303
    # The page is sent away at once, without waiting for its next event.
    await disconnected(socket)
    assert socket.opened == ["/login"]
    assert await clicks(ada) == before
    await owner.http.aclose()


async def test_a07_an_event_on_its_way_while_signing_out_is_refused(
    server: Server, socket: Socket, ada: Person
) -> None:
    owner = Person(server)
    await owner.sign_in()
    page = await owner.page()
    await socket.connect(server, page, cookie=owner.cookie)
    await owner.post("/logout", {})
    before = await clicks(ada)
    if socket.sio.connected:
        await socket.emit(page, "danger")
    await disconnected(socket)
    assert await clicks(ada) == before
    late = Socket()
    with pytest.raises(Refused):
        await late.connect(server, page, cookie=owner.cookie)
    await late.close()
    await owner.http.aclose()


async def test_l06_malformed_messages_change_nothing_and_break_nothing(
    server: Server, ada: Person, socket: Socket
) -> None:
    page = await ada.page()
    await socket.connect(server, page, cookie=ada.cookie)
    hostile: list[Any] = [
        None, 1, "text", [], {}, {"client_id": 1}, {"client_id": page.client_id},
        {"client_id": page.client_id, "id": {}, "args": "x"},
        {"client_id": page.client_id, "id": 4, "listener_id": "x", "args": ["{"]},
        {"client_id": page.client_id, "level": "fatal", "message": {"a": 1}},
    ]  # fmt: skip
    for event in ("event", "log", "ack", "javascript_response"):
        for message in hostile:
            await socket.sio.emit(event, message)
    before = await clicks(ada)
    await socket.emit(page, "danger")

    async def clicked() -> bool:
        return await clicks(ada) == before + 1

    await until(clicked)
    assert "Traceback" not in server.text()


async def test_l08_a_client_that_floods_is_cut_off_and_others_go_on(
    server: Server, ada: Person, socket: Socket
) -> None:
    page = await ada.page()
    quiet, quiet_page = Socket(), await ada.page()
    await socket.connect(server, page, cookie=ada.cookie)
    await quiet.connect(server, quiet_page, cookie=ada.cookie)
    for _ in range(2000):
        if not socket.sio.connected:
            break
        await socket.sio.emit("log", {"client_id": page.client_id, "level": "debug"})
    await disconnected(socket)
    before = await clicks(ada)
    await quiet.emit(quiet_page, "danger")

    async def clicked() -> bool:
        return await clicks(ada) == before + 1

    await until(clicked)
    await quiet.close()


async def test_l08_a_frame_of_20_mb_ends_the_connection(
    server: Server, ada: Person, socket: Socket
) -> None:
    page = await ada.page()
    await socket.connect(server, page, cookie=ada.cookie)
    await socket.sio.emit("event", {"client_id": page.client_id, "args": ["x" * 20_000_000]})
    await disconnected(socket)
    assert (await ada.http.get("/healthz")).status_code == 200


@pytest.mark.slow
async def test_l08_a_session_opens_only_so_many_sockets_and_others_go_on(
    server: Server, ada: Person
) -> None:
    greedy = Person(server)
    await greedy.sign_in()
    page = await greedy.page()
    sockets = [Socket() for _ in range(80)]
    refused = 0
    for socket in sockets:
        try:
            await socket.connect(server, page, cookie=greedy.cookie)
        except Refused:
            refused += 1
    assert refused >= 10
    other, other_page = Socket(), await ada.page()
    await other.connect(server, other_page, cookie=ada.cookie)
    for socket in (*sockets, other):
        await socket.close()
    await greedy.http.aclose()


async def test_polling_is_no_way_around(server: Server, ada: Person) -> None:
    page = await ada.page()
    answer = await ada.http.get(
        f"/_nicegui_ws/socket.io/?EIO=4&transport=polling&client_id={page.client_id}"
    )
    assert answer.status_code == 405


async def test_an_upload_needs_the_session_of_its_page(
    server: Server, ada: Person, stranger: Person
) -> None:
    page: Page = await ada.page()
    other = Person(server)
    await other.sign_in()
    headers = {"origin": server.url}
    file = {"f": ("../../x.txt", b"hello")}
    url = page.upload_url()
    assert (await stranger.http.post(url, files=file, headers=headers)).status_code == 401
    assert (await other.http.post(url, files=file, headers=headers)).status_code == 404
    assert (await ada.http.post(url, files=file, headers=headers)).status_code == 200
    assert (await ada.http.post(url, files=file)).status_code == 403
    await other.http.aclose()


async def test_the_log_names_no_page_and_no_token(server: Server, ada: Person) -> None:
    page = await ada.page()
    await ada.http.get("/broken")
    said = server.text().replace(server.setup_url(), "")
    assert page.client_id not in said
    assert ada.cookie.partition("=")[2] not in said
