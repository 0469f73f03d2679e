"""The HTTP protocol of the server with what uvicorn leaves open: slow and endless headers."""

import asyncio
from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEADER_SECONDS: Final = 15.0
HEADER_LIMIT: Final = 64 * 1024


class DeadlineProtocol(HttpToolsProtocol):
    """Closes connections whose request head takes too long to arrive or grows too large."""

    _timer: asyncio.TimerHandle | None = None
    _head = 0

    def connection_made(self, transport: Any) -> None:
        """Start the clock: a connection that says nothing is closed, too."""
        super().connection_made(transport)
        self._wind()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock."""
        self._stop()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        """Start the clock for the next request of a connection that is kept open."""
        super().on_message_begin()
        self._head = 0
        if self._timer is None:
            self._wind()

    def on_url(self, url: bytes) -> None:
        """Count what belongs to the head."""
        self._grow(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Count what belongs to the head."""
        self._grow(len(name) + len(value) + 4)
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Stop the clock: bodies have a deadline of their own behind the gate."""
        self._stop()
        super().on_headers_complete()

    def _grow(self, size: int) -> None:
        self._head += size
        if self._head > HEADER_LIMIT:
            # The parser turns this into an error of its own, and uvicorn that into 400 and the end.
            raise ValueError("The head of the request is too large.")

    def _wind(self) -> None:
        self._timer = self.loop.call_later(HEADER_SECONDS, self.transport.close)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
