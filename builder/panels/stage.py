"""The canvas in its place: bound to the flow, its selection shared, the run laid over it."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from nicegui import ui

from builder.canvas.binding import Binding
from builder.canvas.canvas import FlowCanvas
from builder.canvas.events import Selection
from builder.editor.beginnings import BEGINNINGS, Beginning
from builder.editor.kinds import kind_views
from builder.editor.projector import Projector
from builder.editor.status import StatusBoard
from builder.panels.bench import Bench
from builder.panels.sheet import Record
from builder.theme import parts
from builder.theme.desk import told
from runtime.run.event import Event
from runtime.run.model import RunStatus, RunView, StepStatus
from runtime.services.runs import NodeSummary

_NEVER: Final = object()


class Stage:
    """Shows the flow of a bench; on a record nothing can be changed."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        catalog = bench.desk.workspace.catalog
        record = isinstance(bench.session, Record)
        with parts.box("ll-canvas", "section").props('aria-label="Canvas"') as self.element:
            self.canvas = FlowCanvas(
                flow=bench.page if record else bench.session.id,
                kinds=kind_views(catalog.types()),
                readonly=record,
            )
            self._first = None if record else self._first_words()
        if record:
            view = Projector(catalog).view(bench.document)
            self.canvas.handlers.ready.append(lambda _: self.canvas.load(view, 0))
        else:
            Binding(self.canvas, bench.session, catalog, bench.desk.actor)
        self._board: StatusBoard | None = None
        self._sent: dict[str, object] = {}
        self._hidden = False
        self._run = ""
        told_by = self.canvas.handlers
        told_by.ready.append(lambda _: self._fresh())
        told_by.selection.append(self._selected)
        told_by.open.append(self._opened)
        bench.on_focus(self.canvas.focus)
        bench.on_clear(lambda: self.canvas.select(()))
        bench.on_state(self._flow_changed)
        bench.feed.on_run(self._run_changed)
        bench.feed.on_sums(self._sums)
        bench.feed.on_events(self._events)

    async def remember(self, run: RunView) -> None:
        """Keep an earlier run for its results; the canvas stays clean."""
        self._hidden = True
        await self._bench.feed.show(run)

    def clear(self) -> None:
        """Take the states of the run off the canvas."""
        self._hidden = True
        self._board = None
        self.canvas.clear_status()

    def _first_words(self) -> ui.element:
        words = parts.box("ll-float ll-first")
        with words:
            self._starts()
        words.set_visibility(not self._bench.document.flow.nodes)
        return words

    def _starts(self) -> None:
        """Say how to begin, and offer the ways people begin most."""
        with parts.empty("gesture", "What shall happen first?"):
            parts.text("Drag a node in, press N to find one, or begin with", "ll-muted")
            with parts.box("ll-row ll-wrap ll-starts"):
                for beginning in BEGINNINGS:
                    begin = told(self._beginner(beginning))
                    parts.button(beginning.title, begin, icon=beginning.icon).mark("begin")

    def _beginner(self, beginning: Beginning) -> Callable[[], Any]:
        async def begin() -> None:
            await self._bench.edit(f"Begin with “{beginning.title}”", *beginning.ops())

        return begin

    def _flow_changed(self) -> None:
        if self._first is not None:
            self._first.set_visibility(not self._bench.document.flow.nodes)

    def _selected(self, selection: Selection) -> None:
        self._bench.select(selection.ids)

    def _opened(self, node_id: str) -> None:
        if node_id:
            self._bench.select((node_id,))

    # ------------------------------------------------------------------ the run

    def _run_changed(self) -> None:
        feed = self._bench.feed
        if feed.view is None:
            return
        if feed.going and feed.view.id != self._run:
            self._hidden = False
            self._run = feed.view.id
            self._fresh()
        elif not feed.going:
            self._fresh()

    def _fresh(self) -> None:
        """Lay the run over the canvas from its sums, in place of what was there."""
        self._board = None
        if self._hidden or self._bench.feed.view is None:
            return
        feed = self._bench.feed
        self._board = StatusBoard(self._bench.document)
        if feed.going and not feed.summary:
            self._board.begin()
        self._board.summarise(_stopped(self._bench), over=not feed.going)
        self._sent.clear()
        self.canvas.clear_status()
        self._flush()

    def _sums(self) -> None:
        """Bring the states in line with what is recorded: events alone do not know it all."""
        feed = self._bench.feed
        if self._board is not None and feed.going:
            self._board.summarise(feed.summary, over=False)
            self._flush()

    def _events(self, batch: list[Event]) -> None:
        if self._board is not None:
            for event in batch:
                self._board.apply(event)
            self._flush()

    def _flush(self) -> None:
        if self._board is None or not (batch := self._board.take()):
            return
        news = {**batch.nodes, **batch.wires}
        changed = {key for key, state in news.items() if self._sent.get(key, _NEVER) != state}
        self._sent.update(news)
        nodes = {key: state for key, state in batch.nodes.items() if key in changed}
        wires = {key: state for key, state in batch.wires.items() if key in changed}
        if changed:
            self.canvas.status(nodes, wires)


def _stopped(bench: Bench) -> Mapping[str, NodeSummary]:
    """Return the sums; of a run that is not under way, nothing is under way."""
    feed = bench.feed
    if feed.going or feed.view is None:
        return feed.summary
    paused = feed.view.status is RunStatus.PAUSED
    state = StepStatus.UNKNOWN if paused else StepStatus.CANCELLED
    return {
        node: summary.model_copy(update={"status": state})
        if summary.status is StepStatus.RUNNING
        else summary
        for node, summary in bench.sums.items()
    }
