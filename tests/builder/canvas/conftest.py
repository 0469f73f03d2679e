"""A real browser in front of a real server, each a process of its own."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.builder.canvas.hand import Hand

ROOT = Path(__file__).resolve().parents[3]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str | None:
    """Return the browser to use; None means Playwright's own."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Server:
    """The world of `world.py` as a process that can be killed and started again."""

    def __init__(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        hidden = ("NICEGUI_", "PYTEST_")
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(hidden)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.builder.canvas.world"],
            cwd=ROOT,
            env={**inherited, "PORT": str(self.port)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 40
        while time.monotonic() < deadline:
            try:
                httpx.get(f"{self.url}/_test/empty-0/saving", timeout=2)
            except httpx.TransportError:
                time.sleep(0.1)  # a server says in no other way that it listens
            else:
                return
        raise AssertionError("the server did not start")

    def stop(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait(10)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    world = Server()
    world.start()
    yield world
    world.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Open a browser for one module: while its loop runs, no async test may."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1440, "height": 860}, reduced_motion="reduce")
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page whose errors fail the test."""
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    yield opened
    known = ("ERR_CONNECTION_REFUSED", "WebSocket connection", "Failed to load resource")
    assert [e for e in errors if not any(word in e for word in known)] == []


@pytest.fixture
def hand(page: Page, server: Server, request: pytest.FixtureRequest) -> Hand:
    """A hand on a fresh copy of the demo flow."""
    found = Hand(page, server.url, f"demo-{request.node.name}-{time.time_ns()}")
    found.open()
    return found
