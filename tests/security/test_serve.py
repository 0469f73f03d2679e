"""The gate around the real app, served the way people serve it."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest
from socketio.exceptions import (  # pyright: ignore[reportMissingTypeStubs] - it ships none
    ConnectionError as Refused,
)

from runtime.flow.canonical import loads_flow
from runtime.flow.model import Document
from runtime.rest.control_client import ControlClient
from runtime.rest.server import CONFIG_EXIT
from runtime.run.model import RunStatus
from runtime.services.actor import Actor
from tests.fakes.server import PASSWORD, ROOT, Person, Server, Socket, running

ADA = Actor.local()
COMMAND = ["-m", "runtime.cli", "serve", "--port", "0"]
ROUTES = """
import asyncio, sys
from pathlib import Path
from runtime.app import open_workspace
from runtime.rest.routes import every_route
from runtime.rest.server import WebServer
from runtime.rest.serving import web_mounts
from runtime.settings import Settings

async def main():
    workspace = await open_workspace(Settings(data=Path(sys.argv[1])))
    server = WebServer(
        workspace.settings, workspace.accounts, mounts=web_mounts(workspace), port=1
    )
    print("\\n".join(every_route(server.app)))
    await workspace.close()

asyncio.run(main())
"""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("app")
    with running([*COMMAND, "--data", str(folder / "data")], folder) as server:
        yield server


@pytest.fixture
async def owner(app: Server) -> AsyncIterator[Person]:
    person = Person(app)
    if (await person.http.get("/login")).status_code == 303:
        await person.set_up()
    else:
        assert (await person.sign_in()).status_code == 303
    yield person
    await person.http.aclose()


def memory(server: Server) -> float:
    """Return the resident memory of a server in MB."""
    text = Path(f"/proc/{server.process.pid}/status").read_text("utf-8")
    found = re.search(r"VmRSS:\s+(\d+) kB", text)
    assert found
    return int(found[1]) / 1024


def routes(folder: Path) -> list[str]:
    """Return every address of the app, asked from a process of its own."""
    command = [sys.executable, "-c", ROUTES, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603  our own program
    return done.stdout.split()


async def test_a01_every_route_of_the_app_is_closed_to_strangers(
    app: Server, owner: Person, tmp_path: Path
) -> None:
    found = routes(tmp_path)
    assert {"/", "/flows/{flow_id}", "/runs/{run_id}", "/_nicegui_ws/{path:path}"} <= set(found)
    public = {"/healthz", "/setup", "/login", "/favicon.ico", "/_loomline/{name}"}
    async with httpx.AsyncClient(base_url=app.url) as client:
        for route in set(found) - public:
            path = re.sub(r"\{[^}]*\}", "a", route)
            for method in ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
                answer = await client.request(method, path)
                assert answer.status_code in (401, 403), (method, route, answer.status_code)


@pytest.mark.parametrize("path", ["/", "/templates", "/runs", "/settings"])
async def test_v06_the_pages_of_the_app_open_under_the_strict_policy(
    owner: Person, path: str
) -> None:
    page = await owner.page(path)
    scripts = page.headers["content-security-policy"].partition("script-src")[2].partition(";")[0]
    assert "'unsafe-inline'" not in scripts
    assert "'nonce-" in scripts
    assert not re.search(r"<script(?! nonce=)", page.html)


async def test_a06_the_sockets_of_the_app_are_bound_to_the_session(
    app: Server, owner: Person
) -> None:
    page = await owner.page()
    for cookie, origin in (("", ""), (owner.cookie, "https://evil.example")):
        attacker = Socket()
        with pytest.raises(Refused):
            await attacker.connect(app, page, cookie=cookie, origin=origin)
        await attacker.close()
    socket = Socket()
    await socket.connect(app, page, cookie=owner.cookie)
    assert socket.sio.connected
    await socket.close()


async def test_an_idle_server_is_small(app: Server, owner: Person) -> None:
    # 160 MB is promised before anybody calls a model; a page or two more must not change that.
    assert memory(app) < 175


def test_a_second_server_on_the_same_data_is_refused_in_a_sentence(
    app: Server, tmp_path: Path
) -> None:
    data = str(app.output.parent / "data")
    command = [sys.executable, *COMMAND, "--data", data]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603  our own program
    assert done.returncode == 2
    assert "in use by another Loomline process" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])  # noqa: S104  it must refuse
def test_a10_beyond_this_machine_it_does_not_start_unprotected(host: str, tmp_path: Path) -> None:
    command = [sys.executable, *COMMAND, "--data", str(tmp_path), "--host", host]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603  our own program
    assert done.returncode == CONFIG_EXIT
    assert "LOOMLINE_PUBLIC_URL" in done.stderr


@pytest.mark.slow
async def test_a10_a_start_without_a_screen_takes_the_first_password_from_a_file(
    tmp_path: Path,
) -> None:
    password = tmp_path / "password"
    password.write_text(PASSWORD + "\n", "utf-8")
    environment = {"LOOMLINE_ADMIN_PASSWORD_FILE": str(password)}
    with running([*COMMAND, "--data", str(tmp_path / "d")], tmp_path, environment=environment) as s:
        assert "setup#t=" not in s.text()
        person = Person(s)
        assert (await person.sign_in(name="admin")).status_code == 303
        assert (await person.page("/")).client_id
        await person.http.aclose()
        os.kill(s.process.pid, signal.SIGTERM)
        assert s.process.wait(30) == 0


@pytest.mark.slow
async def test_w09_a_run_under_way_is_parked_by_a_stop_and_goes_on_at_the_next_start(
    tmp_path: Path,
) -> None:
    data = tmp_path / "d"
    command = [*COMMAND, "--data", str(data)]
    with running(command, tmp_path) as server:
        client = await ControlClient.find(data)
        assert client is not None
        view = await client.start_document(ADA, slow_flow(300), {})
        while (view := await client.get(ADA, view.id)).steps < 20:
            assert view.status is RunStatus.RUNNING, view.error
        started = time.monotonic()
        assert server.stop() == 0
        assert time.monotonic() - started < 30
    assert await ControlClient.find(data) is None
    with running(command, tmp_path):
        client = await ControlClient.find(data)
        assert client is not None
        async with client.watch(ADA, view.id) as events:
            async for _ in events:
                pass
        view = await client.get(ADA, view.id)
        assert view.status is RunStatus.SUCCEEDED, view.error
        assert view.outputs == {"count": 300}


def slow_flow(items: int) -> Document:
    """Return a flow that writes a text for each of many items, one after the other."""
    nodes = {
        "each_a": {"type": "logic.for_each@1", "in": {"items": [*range(items)], "concurrency": 1}},
        "text_b": {
            "type": "text.template@1", "parent": "each_a", "in": {"text": "{{ each_a.item }}"},
        },
        "output_c": {
            "type": "flow.output@1", "in": {"values": {"count": "{{ each_a.count }}"}},
        },
    }  # fmt: skip
    edges = [
        "each_a.item -> text_b.in",
        "text_b.text -> each_a.result",
        "each_a.out -> output_c.in",
    ]
    flow = {"format": 1, "id": "flw_slow", "name": "slow", "nodes": nodes, "edges": edges}
    return Document(flow=loads_flow(json.dumps(flow)))
