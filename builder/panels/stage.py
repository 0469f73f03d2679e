"""The canvas in its place: bound to the flow, its selection shared, the run laid over it."""

from collections.abc import Mapping
from typing import Any

from builder.canvas.binding import Binding
from builder.canvas.canvas import FlowCanvas
from builder.canvas.events import Selection
from builder.editor.kinds import kind_views
from builder.editor.projector import Projector
from builder.panels.bench import Bench
from builder.panels.overlay import Overlay
from builder.panels.sheet import Record
from builder.theme import parts
from runtime.run.event import Event
from runtime.run.model import RunView


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
        self._overlay = Overlay()
        told_by = self.canvas.handlers
        told_by.ready.append(lambda _: self._again())
        told_by.selection.append(self._selected)
        told_by.open.append(self._opened)
        bench.on_focus(self.canvas.focus)
        bench.on_state(self._flow_changed)
        bench.feed.on_run(self._run_changed)
        bench.feed.on_sums(self._sums)
        bench.feed.on_events(self._events)

    async def remember(self, run: RunView) -> None:
        """Keep an earlier run for its results; the canvas stays clean."""
        self._overlay.hidden = True
        await self._bench.feed.show(run)

    def clear(self) -> None:
        """Take the states of the run off the canvas."""
        self._overlay.hidden = True
        self._overlay.forget()
        self.canvas.clear_status()

    def _first_words(self) -> Any:
        words = parts.box("ll-float ll-first")
        with words, parts.empty("gesture", "An empty canvas"):
            parts.text(
                "Drag “Start” from the left, then the first thing to do. Double-click anywhere "
                "to find a node by what it does.",
                "ll-muted",
            )
        words.set_visibility(not self._bench.document.flow.nodes)
        return words

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
        if self._bench.feed.going and self._overlay.run != self._run_id():
            self._overlay.forget()
            self._overlay.hidden = False
            self._overlay.run = self._run_id()
            self.canvas.clear_status()
        self._sums()

    def _run_id(self) -> str:
        return self._bench.feed.view.id if self._bench.feed.view else ""

    def _again(self) -> None:
        """Lay everything over the canvas anew: it was just filled."""
        self._overlay.forget()
        self._sums()

    def _sums(self) -> None:
        if not self._overlay.hidden:
            self._send(*self._overlay.sums(self._bench.document.flow, self._bench.feed))

    def _events(self, batch: list[Event]) -> None:
        if not self._overlay.hidden:
            self._send(*self._overlay.events(batch, self._bench.feed))

    def _send(self, nodes: Mapping[str, Any], wires: Mapping[str, Any] | None = None) -> None:
        if nodes or wires:
            self.canvas.status(nodes, wires)
