"""The fake provider as fixtures: one process for the session, fresh for each test."""

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest


@dataclass(frozen=True, slots=True)
class ProviderServer:
    """A running fake provider."""

    url: str

    def log(self) -> list[dict[str, Any]]:
        """Return every request since the test began."""
        return self._send("GET", "/_log")

    def wait_for_log(
        self, ready: Callable[[list[dict[str, Any]]], bool], seconds: float = 5.0
    ) -> list[dict[str, Any]]:
        """Return the log as soon as it is as expected; a closed socket takes a moment."""
        end = time.monotonic() + seconds
        while not ready(log := self.log()):
            if time.monotonic() > end:
                raise AssertionError(f"The provider's log never became as expected: {log}")
            time.sleep(0.02)
        return log

    def fault(
        self, name: str, *, times: int | None = None, model: str = "", after: int = 0
    ) -> None:
        """Have a fault for the next requests."""
        self._send("POST", "/_faults", name=name, times=times, model=model, after=after)

    def latency(self, seconds: float) -> None:
        """Set the time before every answer."""
        self._send("POST", "/_settings", latency=seconds)

    def reset(self) -> None:
        """Forget everything."""
        self._send("DELETE", "/_log")
        self._send("DELETE", "/_faults")
        self.latency(0)

    def _send(self, method: str, path: str, **body: Any) -> Any:
        request = urllib.request.Request(  # noqa: S310 - our own address
            self.url + path, method=method, data=json.dumps(body).encode() if body else None
        )
        request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - our own address
            return json.load(answer)


@contextmanager
def running_provider() -> Generator[ProviderServer]:
    """Run the fake provider in a process of its own, on a free port of this machine."""
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-m", "tests.fakes.provider", "--port", "0"],
        cwd=root,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http"), "The fake provider did not start."
        yield ProviderServer(address)
        process.terminate()


@pytest.fixture(scope="session")
def provider_process() -> Iterator[ProviderServer]:
    """Give the fake provider that all tests share."""
    with running_provider() as provider:
        yield provider


@pytest.fixture
def provider(provider_process: ProviderServer) -> Iterator[ProviderServer]:
    """Give a fake provider that has seen nothing yet."""
    provider_process.reset()
    yield provider_process
    provider_process.reset()
