"""One run: the canvas as it was, what every step did, and how to go on."""

from nicegui import context, ui

from builder.panels.bench import Bench
from builder.panels.drawer import Drawer
from builder.panels.inspector import Inspector
from builder.panels.sheet import Record
from builder.panels.stage import Stage
from builder.panels.tools import toolbox
from builder.theme import frame, parts, words
from builder.theme.desk import Desk, told
from nodes.sdk import LoomlineError, UserError
from runtime.run.model import RunOptions, RunStatus, RunView


def register(desk: Desk) -> None:
    """Serve the page."""

    @ui.page("/runs/{run_id}", response_timeout=30)
    async def run(run_id: str) -> None:
        try:
            view = await desk.workspace.runs.get(desk.actor(), run_id)
            document = await desk.workspace.runs.document(desk.actor(), run_id)
        except LoomlineError as error:
            with (
                frame.page(desk, "Run", place="runs"),
                parts.box("ll-panel"),
                parts.empty("link_off", error.message, error.hint),
            ):
                parts.button("All runs", lambda: ui.navigate.to("/runs"), kind="primary")
            return
        client = context.client
        bench = Bench(desk, Record(document), page=client.id)
        client.on_delete(bench.close)  # pyright: ignore[reportUnknownMemberType] - takes any handler
        page = _Run(desk, bench)
        page.build(view)
        ui.timer(0.05, told(lambda: bench.feed.show(view)), once=True)

    del run


class _Run:
    def __init__(self, desk: Desk, bench: Bench) -> None:
        self._desk = desk
        self._bench = bench

    def build(self, view: RunView) -> None:
        title = view.flow_title or view.flow_name
        with (
            frame.frame(self._desk, f"Run of {title}", place="runs"),
            parts.box("ll-editor ll-record"),
        ):
            with parts.box("ll-bar", "header"):
                parts.icon_button(
                    "arrow_back", "All runs", lambda: ui.navigate.to("/runs"), slim=True
                )
                with parts.box("ll-col ll-gap-0").style("flex: 0 1 auto"):
                    parts.text(title, "ll-clip").style("font-weight: 600; font-size: 15px")
                    self._facts = parts.box("ll-row ll-gap-4 ll-small ll-faint")
                parts.box("ll-grow")
                self._buttons = parts.box("ll-row ll-gap-4")
            parts.box("ll-hide")
            Stage(self._bench)
            inspector = Inspector(self._bench, toolbox(self._desk), on_start=None, record=True)
            Drawer(self._bench, actions=lambda: None, record=True)
            inspector.draw()
        self._bench.feed.on_run(self._draw)
        self._bench.feed.on_sums(self._draw_facts)

    def _draw(self) -> None:
        self._draw_facts()
        run = self._bench.feed.view
        self._buttons.clear()
        if run is None:
            return
        with self._buttons:
            if not run.status.final:
                parts.button("Stop", told(self._stop), icon="stop", kind="danger")
            if run.status is RunStatus.FAILED:
                parts.button("Try again from here", told(self._resume), icon="redo")
            parts.button("Run again", told(self._again), icon="replay").classes("ll-wide")
            parts.button(
                "Open flow", lambda: ui.navigate.to(f"/flows/{run.flow_id}"), icon="edit",
                kind="primary",
            )  # fmt: skip

    def _draw_facts(self) -> None:
        run = self._bench.feed.view
        self._facts.clear()
        if run is None:
            return
        with self._facts:
            parts.text("Started", tag="span")
            parts.time_ago(run.created_at)
            parts.text(f"· {words.plural(run.steps, 'step')}", "ll-wide", "span")
            version = parts.text(f"· version {run.flow_hash[:10]}", "ll-wide", "span")
            version.tooltip("What ran, as the hash of the flow's logic")

    async def _stop(self) -> None:
        run = self._bench.feed.view
        if run:
            await self._desk.workspace.runs.cancel(self._desk.actor(), run.id)
            await self._bench.feed.look()

    async def _resume(self) -> None:
        run = self._bench.feed.view
        if run:
            view = await self._desk.workspace.runs.resume(self._desk.actor(), run.id)
            await self._bench.feed.show(view)

    async def _again(self) -> None:
        run = self._bench.feed.view
        if run is None:
            return
        options = RunOptions(
            model=run.options.model, budget_usd=run.options.budget_usd, origin="web"
        )
        try:
            made = await self._desk.workspace.runs.start(
                self._desk.actor(), run.flow_id, run.inputs, options
            )
        except UserError as error:
            raise UserError(f"It cannot be run again: {error.message}", hint=error.hint) from error
        ui.navigate.to(f"/runs/{made.id}")
