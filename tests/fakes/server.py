"""A running server to attack: the process, people who sign in, pages they open, their sockets."""

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import httpx
import socketio  # pyright: ignore[reportMissingTypeStubs] - it ships none

ROOT: Final = Path(__file__).parents[2]
PASSWORD: Final = "four words not together"  # noqa: S105  of a server that lives for a minute
_ADDRESS: Final = re.compile(r"^Loomline is ready at (\S+)$", re.MULTILINE)
_SETUP: Final = re.compile(r"(http\S+/setup#t=\S+)")
_UNESCAPED: Final = {"&lt;": "<", "&gt;": ">", "&#96;": "`", "&#36;": "$", "&amp;": "&"}


@dataclass(frozen=True, slots=True)
class Page:
    """A page of NiceGUI as the browser got it."""

    client_id: str
    html: str
    elements: Mapping[str, Any]
    headers: httpx.Headers

    def listener(self, label: str, event: str) -> tuple[int, str]:
        """Return element and listener id of the element with this label."""
        for number, element in self.elements.items():
            if element.get("props", {}).get("label") == label:
                for listener in element["events"]:
                    if listener["type"].startswith(event):
                        return int(number), listener["listener_id"]
        raise LookupError(label)

    def upload_url(self) -> str:
        """Return where the page's upload field sends its files."""
        return next(
            element["props"]["url"]
            for element in self.elements.values()
            if "/upload/" in str(element.get("props", {}).get("url", ""))
        )


class Person:
    """A browser: an HTTP client with the headers and cookies of one."""

    def __init__(self, server: "Server") -> None:
        self.server = server
        self.http = httpx.AsyncClient(
            base_url=server.url, headers={"accept": "text/html,*/*"}, timeout=20
        )

    async def post(self, path: str, fields: Mapping[str, str]) -> httpx.Response:
        """Send a form as a browser on our own page would."""
        return await self.http.post(path, data=dict(fields), headers={"origin": self.server.url})

    async def set_up(self) -> None:
        """Make the first account and be signed in with it."""
        token = self.server.setup_url().partition("#t=")[2]
        form = {"token": token, "name": "Ada", "password": PASSWORD}
        answer = await self.post("/setup", form)
        assert answer.status_code == 303, answer.text

    async def sign_in(self, password: str = PASSWORD, name: str = "Ada") -> httpx.Response:
        """Sign in."""
        return await self.post("/login", {"name": name, "password": password, "next": "/"})

    async def page(self, path: str = "/") -> Page:
        """Open a page."""
        answer = await self.http.get(path)
        assert answer.status_code == 200, (answer.status_code, answer.text)
        client_id = re.search(r"""['"]client_id['"]:\s*['"]([^'"]+)""", answer.text)
        content = re.search(r"String\.raw`(.*?)`", answer.text, re.DOTALL)
        assert client_id
        assert content
        text = content[1]
        for escaped, plain in _UNESCAPED.items():
            text = text.replace(escaped, plain)
        return Page(client_id[1], answer.text, json.loads(text), answer.headers)

    @property
    def cookie(self) -> str:
        """The session cookie as a Cookie header."""
        return "; ".join(f"{name}={value}" for name, value in self.http.cookies.items())


class Socket:
    """A Socket.IO connection as a page, or an attacker, makes it."""

    def __init__(self) -> None:
        self.sio: Any = socketio.AsyncClient(reconnection=False)
        self.opened: list[str] = []
        """Where the server sent the page."""
        self.sio.on("open", self._open)

    def _open(self, message: dict[str, Any]) -> None:
        self.opened.append(message["path"])

    async def connect(
        self,
        server: "Server",
        page: Page,
        *,
        cookie: str = "",
        origin: str = "",
        implicit: bool = True,
    ) -> None:
        """Connect and shake hands; raises socketio's ConnectionError when refused."""
        headers = {"Origin": origin or server.url} | ({"Cookie": cookie} if cookie else {})
        query = (
            f"client_id={page.client_id}&document_id=doc&tab_id=tab&next_message_id=0"
            f"&implicit_handshake={'true' if implicit else 'false'}"
        )
        await self.sio.connect(
            f"{server.url}/_nicegui_ws/?{query}",
            socketio_path="/_nicegui_ws/socket.io",
            headers=headers,
            transports=["websocket"],
        )

    async def emit(self, page: Page, label: str, event: str = "click", *args: Any) -> None:
        """Send an event of an element."""
        element, listener = page.listener(label, event)
        message = {
            "id": element,
            "client_id": page.client_id,
            "listener_id": listener,
            "args": [json.dumps(arg) for arg in args],
        }
        await self.sio.emit("event", message)

    async def close(self) -> None:
        """Leave."""
        await self.sio.disconnect()
        # The client forgets to close its HTTP session when it was refused.
        if self.sio.eio.http and not self.sio.eio.http.closed:
            await self.sio.eio.http.close()


class Server:
    """A server process with a data directory of its own."""

    def __init__(self, process: "subprocess.Popen[bytes]", output: Path) -> None:
        self.process = process
        self.output = output
        self.url = ""

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.url.rsplit(":", 1)[1])

    def text(self) -> str:
        """Return everything it has printed so far."""
        return self.output.read_text("utf-8", "replace")

    def setup_url(self) -> str:
        """Return the address of the first start."""
        found = _SETUP.search(self.text())
        assert found, self.text()
        return found[1]

    def wait_ready(self, seconds: float = 30) -> None:
        """Wait until it has printed its address."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            found = _ADDRESS.search(self.text())
            if found:
                self.url = found[1]
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        raise AssertionError(f"The server did not start:\n{self.text()}")

    def stop(self, seconds: float = 35) -> int:
        """Ask it to stop, wait, and return its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(seconds)


@contextmanager
def running(
    command: list[str], folder: Path, *, environment: Mapping[str, str] | None = None
) -> Generator[Server]:
    """Start a server process, wait for its address, and end it at the end."""
    output = folder / "output.txt"
    # NiceGUI behaves differently when it believes to be under test.
    hidden = ("NICEGUI_", "PYTEST_")
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(hidden)}
    with output.open("wb") as sink:
        process = subprocess.Popen(  # noqa: S603  our own program
            [sys.executable, *command],
            cwd=ROOT,
            stdout=sink,
            stderr=subprocess.STDOUT,
            env={**inherited, **(environment or {})},
        )
    server = Server(process, output)
    try:
        server.wait_ready()
        yield server
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def probe_server(folder: Path, *extra: str, port: int = 0) -> Generator[Server]:
    """Start the probe app of `tests.fakes.probe_app` in a folder."""
    command = ["-m", "tests.fakes.probe_app", str(folder / "data"), str(port), *extra]
    with running(command, folder) as server:
        yield server


def free_port() -> int:
    """Return a port that is free just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


async def raw(server: Server, request: bytes, *, wait: float = 5) -> bytes:
    """Send bytes as they are and return the beginning of the answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    try:
        writer.write(request)
        await writer.drain()
        async with asyncio.timeout(wait):
            return await reader.read(65536)
    except ConnectionResetError:
        return b""
    finally:
        writer.close()


def status(answer: bytes) -> int:
    """Return the status of an answer; 0 when there is none."""
    found = re.match(rb"HTTP/1\.1 (\d{3})", answer)
    return int(found[1]) if found else 0
