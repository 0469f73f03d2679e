"""A run as one page watches it: events are gathered and shown in batches."""

import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from nicegui import ui

from builder.panels.listeners import Listeners
from builder.theme.desk import Desk
from runtime.run.event import Event
from runtime.run.model import RunStatus, RunView
from runtime.services.runs import NodeSummary

_BATCH: Final = 0.1
"""Seconds between two looks at what came in: ten batches a second."""
_SUMMARY: Final = 0.4
"""Seconds between two looks at the sums while a run goes on."""
_TAIL: Final = 6000
"""Characters of a streamed answer that are kept for the screen."""
_GOING: Final = (RunStatus.QUEUED, RunStatus.RUNNING)


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the log."""

    at: float
    node: str
    item: str
    level: str
    text: str


class RunFeed:
    """Watches one run at a time and tells its listeners at most ten times a second.

    While nobody is connected the events wait in here, and nothing is drawn; when the page goes
    the subscription goes with it.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.view: RunView | None = None
        self.summary: Mapping[str, NodeSummary] = {}
        self.streams: dict[str, str] = {}
        """Node -> the last words of the answer it is getting."""
        self.log: deque[LogLine] = deque(maxlen=500)
        self._events: deque[Event] = deque(maxlen=20_000)
        self._on_events = Listeners()
        self._on_sums = Listeners()
        self._on_run = Listeners()
        self._leave: Callable[[], None] | None = None
        self._summed = 0.0
        self._stale = False
        self._timer = ui.timer(_BATCH, self._beat, active=False)

    @property
    def going(self) -> bool:
        """True while the run is under way."""
        return self.view is not None and self.view.status in _GOING

    def on_events(
        self, listener: Callable[[list[Event]], Any], owner: ui.element | None = None
    ) -> None:
        """Call `listener` with each batch of events, as long as `owner` is on the page."""
        self._on_events.add(listener, owner)

    def on_sums(self, listener: Callable[[], Any]) -> None:
        """Call `listener` when view and summary are fresh."""
        self._on_sums.add(listener)

    def on_run(self, listener: Callable[[], Any]) -> None:
        """Call `listener` when another run is shown, or the state of this one changed."""
        self._on_run.add(listener)

    async def show(self, run: RunView) -> None:
        """Watch a run from now on."""
        self._unsubscribe()
        self.streams.clear()
        self.log.clear()
        self._events.clear()
        self.view = run
        if run.status in _GOING:
            runs, actor = self._desk.workspace.runs, self._desk.actor()
            self._leave = runs.subscribe(actor, run.id, self._events.append)
            self._timer.activate()
        await self.look()
        self._on_run.tell()

    async def look(self) -> None:
        """Read the run and its sums again."""
        if self.view is None:
            return
        runs, actor, run_id = self._desk.workspace.runs, self._desk.actor(), self.view.id
        before = self.view.status
        view = await runs.get(actor, run_id)
        summary = await runs.summary(actor, run_id)
        if not self._shows(run_id):
            return  # meanwhile another run is shown
        self.view, self.summary = view, summary
        self._summed = time.monotonic()
        self._stale = False
        self._on_sums.tell()
        if self.view.status is not before:
            if self.view.status in _GOING and self._leave is None:
                self._leave = runs.subscribe(actor, run_id, self._events.append)
                self._timer.activate()
            self._on_run.tell()
        if self.view.status not in _GOING:
            self._unsubscribe()

    def _shows(self, run_id: str) -> bool:
        return self.view is not None and self.view.id == run_id

    def close(self) -> None:
        """Stop for good."""
        self._unsubscribe()
        self._timer.cancel()

    def _unsubscribe(self) -> None:
        if self._leave:
            self._leave()
            self._leave = None
        self._timer.deactivate()

    async def _beat(self) -> None:
        if not self._timer.client.has_socket_connection:
            return
        batch = list(self._events)
        self._events.clear()
        over = False
        for event in batch:
            self._take(event)
            over = over or event.kind in ("run.finished", "run.paused")
        if batch:
            self._stale = True
            self._on_events.tell(batch)
        if over or (self._stale and time.monotonic() - self._summed > _SUMMARY):
            await self.look()

    def _take(self, event: Event) -> None:
        data = event.data
        if event.kind == "step.started":
            self.streams.pop(event.node, None)
        elif event.kind == "step.token":
            text = self.streams.get(event.node, "") + str(data.get("text", ""))
            self.streams[event.node] = text[-_TAIL:]
        elif event.kind == "step.log":
            self._note(event, str(data.get("level", "info")), str(data.get("text", "")))
        elif event.kind == "step.retry":
            wait = data.get("wait", 0)
            why = _message(data.get("error"))
            self._note(event, "warning", f"Trying again in {float(wait):.1f} s: {why}")
        elif event.kind == "step.finished" and data.get("error"):
            self._note(event, "error", _message(data.get("error")))

    def _note(self, event: Event, level: str, text: str) -> None:
        self.log.append(LogLine(event.at, event.node, event.item, level, text[:2000]))


def _message(error: object) -> str:
    if isinstance(error, Mapping):
        return str(error.get("message", ""))  # pyright: ignore[reportUnknownArgumentType, reportUnknownMemberType] - a mapping of an event
    return str(getattr(error, "message", error or ""))
