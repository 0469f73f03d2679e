"""Events on their way to whoever watches."""

import asyncio
import logging
from collections.abc import Callable
from typing import Final, TypeAlias

from runtime.run.event import Event

Listener: TypeAlias = Callable[[Event], None]

TOKEN_PAUSE: Final = 0.05
"""Seconds between two token events of a step, at least."""
log = logging.getLogger(__name__)


class Bus:
    """Hands events to listeners; costs nothing when nobody listens."""

    def __init__(self) -> None:
        self._everything: list[Listener] = []
        self._by_run: dict[str, list[Listener]] = {}

    def subscribe(self, run_id: str | None, listener: Listener) -> Callable[[], None]:
        """Call `listener` for the events of one run, or of all; returns how to stop."""
        listeners = self._everything if run_id is None else self._by_run.setdefault(run_id, [])
        listeners.append(listener)

        def leave() -> None:
            if listener in listeners:
                listeners.remove(listener)
            if run_id is not None and not listeners and self._by_run.get(run_id) is listeners:
                del self._by_run[run_id]

        return leave

    def wanted(self, run_id: str) -> bool:
        """Return whether anybody listens to this run."""
        return bool(self._everything) or run_id in self._by_run

    def publish(self, event: Event) -> None:
        """Hand an event to its listeners."""
        for listener in (*self._everything, *self._by_run.get(event.run_id, ())):
            try:
                listener(event)
            except Exception:  # a view that fails must not stop a run
                log.exception("A listener failed on an event of run %s.", event.run_id)


class Gathered:
    """Text that arrives in many small pieces and leaves in few larger ones."""

    def __init__(self, send: Callable[[str], None], pause: float = TOKEN_PAUSE) -> None:
        self._send = send
        self._pause = pause
        self._pieces: list[str] = []
        self._timer: asyncio.TimerHandle | None = None
        self._last = 0.0

    def add(self, piece: str) -> None:
        """Take a piece; it leaves at once or within the pause."""
        self._pieces.append(piece)
        if self._timer is None:
            loop = asyncio.get_running_loop()
            wait = self._last + self._pause - loop.time()
            if wait <= 0:
                self.flush()
            else:
                self._timer = loop.call_later(wait, self.flush)

    def flush(self) -> None:
        """Send what is left."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._pieces:
            text = "".join(self._pieces)
            self._pieces.clear()
            self._last = asyncio.get_running_loop().time()
            self._send(text)


class Latest:
    """A value that changes often and is told at most so many times a second."""

    def __init__(self, send: Callable[[], None], pause: float = 0.1) -> None:
        self._send = send
        self._pause = pause
        self._timer: asyncio.TimerHandle | None = None

    def changed(self) -> None:
        """Note that there is something new; it is told within the pause."""
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(self._pause, self.flush)

    def flush(self) -> None:
        """Tell now what has not been told."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
            self._send()
