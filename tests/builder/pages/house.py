"""A real server that can be killed and started again, and a tab of a real browser on it."""

import contextlib
import json
import re
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tests.builder.canvas.hand import Hand
from tests.doors.shell import LOOMLINE, Shell

PATIENCE = 30.0
PASSWORD = "four words not together"  # noqa: S105 - of a server that lives for a minute


class House:
    """`loomline serve` on one port and one data directory, whatever happens to its process."""

    def __init__(self, folder: Path, environment: Mapping[str, str] | None = None) -> None:
        self.data = folder / "data"
        self._shell = Shell(folder, environment or {})
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._output = folder / "serve.log"
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill(signal.SIGTERM)

    def start(self) -> None:
        """Serve, and wait until it answers."""
        with self._output.open("a") as output:
            self._process = subprocess.Popen(  # noqa: S603 - our own command
                [LOOMLINE, "serve", "--port", str(self.port)],
                cwd=self._shell.folder,
                env=self._shell.variables(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                text=True,
            )
        until(self._answers, "the server answers")

    def kill(self, how: signal.Signals = signal.SIGKILL) -> None:
        """End the process; with SIGKILL it hears nothing of it."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(20)
            self._process = None

    def enter(self, browser: Browser) -> BrowserContext:
        """Make the first account; return a browser that is signed in."""
        until(self._address_of_setup, "the server says how to begin")
        context = browser.new_context(
            viewport={"width": 1440, "height": 900}, reduced_motion="reduce"
        )
        page = context.new_page()
        page.goto(self.url + self._address_of_setup())
        page.fill("#name", "Ada")
        page.fill("#password", PASSWORD)
        page.get_by_role("button", name="Create account").click()
        page.wait_for_url(self.url + "/")
        page.close()
        return context

    def flow_file(self, address: str) -> Path:
        """Return the file of the flow at an address of the editor."""
        flow = address.rpartition("/")[2].partition("?")[0]
        for path in self.data.glob("flows/*/*.flow.json"):
            if json.loads(path.read_text())["id"] == flow:
                return path
        raise AssertionError(f"no file of {flow}")

    def _address_of_setup(self) -> str:
        found = re.search(r"/setup#t=\S+", self._output.read_text())
        return found[0] if found else ""

    def _answers(self) -> bool:
        with contextlib.suppress(httpx.TransportError):
            return httpx.get(f"{self.url}/healthz", timeout=2).status_code == 200
        return False


class Tab(Hand):
    """The editor of one flow in one tab of the real app."""

    def __init__(self, page: Page, address: str) -> None:
        super().__init__(page, address.partition("/flows/")[0], address.rpartition("/")[2])
        self.address = address

    def visit(self) -> None:
        """Open the editor and wait until the flow is on the canvas."""
        self.page.goto(self.address)
        self.drawn()

    def drawn(self) -> None:
        """Wait until the flow is on the canvas."""
        self.page.wait_for_function(
            "window.__loomline && __loomline.counts().loaded && __loomline.counts().nodes > 0"
        )
        self.page.evaluate("document.fonts.ready")

    def shown(self) -> dict[str, Any]:
        """Return the nodes the canvas shows."""
        return self.view()["nodes"]

    def called(self, label: str) -> str:
        """Return the id of a node by what it is called."""
        return next(key for key, node in self.shown().items() if node["label"] == label)

    def wires(self) -> set[str]:
        """Return the wires the canvas shows."""
        return set(self.view()["edges"])

    def kind(self, type_: str) -> Locator:
        """Return a node type in the palette."""
        return self.page.locator(f'.ll-kind[data-node-kind="{type_}"]')

    def drop(self, type_: str, x: float, y: float) -> str:
        """Drag a node type from the palette to a place on the canvas; return the new id."""
        before = set(self.shown())
        self.kind(type_).scroll_into_view_if_needed()
        self.drag(self.centre(self.kind(type_)), (x, y))
        until(lambda: set(self.shown()) - before, f"{type_} is on the canvas")
        (made,) = set(self.shown()) - before
        self.still()
        return made

    def still(self) -> None:
        """Wait until the view does not move any more: panels that open make room."""
        self.page.evaluate(
            """async () => {
              let last = '', since = performance.now()
              while (performance.now() - since < 500) {
                await new Promise(requestAnimationFrame)
                const now = JSON.stringify(__loomline.view().viewport)
                if (now !== last) [last, since] = [now, performance.now()]
              }
            }"""
        )

    def acknowledged(self) -> bool:
        """Say whether the server has everything."""
        return self.page.evaluate("__loomline.counts().pending") == 0


def until(holds: Callable[[], object], what: str) -> None:
    """Wait until something is true."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError(f"It did not come about that {what}.")
