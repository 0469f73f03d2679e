"""The editor: palette, canvas, inspector and the run under it, all of one flow."""

from collections.abc import Mapping
from typing import Any

from nicegui import context, ui

from builder.panels.bench import Bench, Form
from builder.panels.drawer import Drawer
from builder.panels.inspector import Inspector
from builder.panels.palette import Palette
from builder.panels.stage import Stage
from builder.panels.start_form import first_values, missing_inputs
from builder.panels.tools import toolbox
from builder.panels.top_bar import TopBar
from builder.theme import frame, parts
from builder.theme.desk import Desk, told
from nodes.sdk import UserError
from runtime.run.model import RunOptions, RunStatus


def register(desk: Desk) -> None:
    """Serve the page."""

    @ui.page("/flows/{flow_id}", response_timeout=30)
    async def editor(flow_id: str, run: str = "") -> None:
        try:
            session = await desk.workspace.flows.open(desk.actor(), flow_id)
        except UserError as error:
            _missing(desk, error)
            return
        client = context.client
        bench = Bench(desk, session, page=client.id)
        client.on_delete(bench.close)  # pyright: ignore[reportUnknownMemberType] - takes any handler
        page = _Editor(desk, bench)
        page.build()
        ui.timer(0.05, told(lambda: page.begin(run=bool(run))), once=True)

    del editor


def _missing(desk: Desk, error: UserError) -> None:
    with (
        frame.page(desk, "Flow", place="flows"),
        parts.box("ll-panel"),
        parts.empty("link_off", error.message, error.hint),
    ):
        parts.button("All flows", lambda: ui.navigate.to("/"), kind="primary")


class _Editor:
    def __init__(self, desk: Desk, bench: Bench) -> None:
        self._desk = desk
        self._bench = bench

    def build(self) -> None:
        bench = self._bench
        title = bench.document.flow.title or bench.document.flow.name
        with frame.frame(self._desk, title, place="flows"), parts.box("ll-editor"):
            bar = TopBar(
                bench, on_run=self._run, on_ask=self._ask, on_stop=self._stop,
                on_problems=lambda: self._drawer.toggle("problems"),
                on_palette=self._toggle_palette,
                on_settings=lambda: self._show("flow"),
            )  # fmt: skip
            self._palette = Palette(self._desk.workspace.catalog.types())
            self._stage = Stage(bench)
            self._inspector = Inspector(bench, toolbox(self._desk), on_start=self._start)
            self._drawer = Drawer(bench, actions=self._run_actions)
            self._inspector.draw()
            bar.draw()

    async def begin(self, *, run: bool) -> None:
        """Show the last run, and start one when the address asks for it."""
        last = await self._bench.load_last_run()
        if last is not None and not last.status.final:
            await self._bench.feed.show(last)
        elif last is not None:
            await self._stage.remember(last)
        if run:
            ui.navigate.history.replace(f"/flows/{self._bench.session.id}")
            await self._run()

    def _toggle_palette(self) -> None:
        """On a small screen the palette lies over the canvas and is called up."""
        self._palette.element.classes(toggle="ll-shown")

    def _show(self, form: Form) -> None:
        self._palette.element.classes(remove="ll-shown")
        self._bench.show_form("" if self._bench.form == form else form)

    # ------------------------------------------------------------------ running

    async def _run(self) -> None:
        values = first_values(self._bench)
        if missing_inputs(self._bench, values):
            self._ask()
            return
        await self._start(values, RunOptions(origin="web"))

    def _ask(self) -> None:
        self._show("run")

    async def _start(self, inputs: Mapping[str, Any], options: RunOptions) -> None:
        bench = self._bench
        errors = [p for p in await bench.session.find_problems() if p.severity == "error"]
        if errors:
            self._drawer.show("problems")
            raise UserError(
                f"The flow cannot run yet: {errors[0].message}",
                hint=errors[0].hint,
            )
        run = await self._desk.workspace.runs.start(
            self._desk.actor(), bench.session.id, dict(inputs), options
        )
        bench.last_inputs = dict(inputs)
        if bench.form == "run":
            bench.show_form("")
        await bench.feed.show(run)
        self._drawer.show("run")

    async def _stop(self) -> None:
        run = self._bench.feed.view
        if run is not None and not run.status.final:
            await self._desk.workspace.runs.cancel(self._desk.actor(), run.id)
            await self._bench.feed.look()

    def _run_actions(self) -> None:
        run = self._bench.feed.view
        if run is None:
            return
        if run.status is RunStatus.PAUSED:
            parts.button("Cancel run", told(self._stop), slim=True, kind="ghost")
        parts.icon_button(
            "open_in_full", "Open the page of this run",
            lambda: ui.navigate.to(f"/runs/{run.id}"), slim=True,
        )  # fmt: skip
        if run.status.final:
            parts.icon_button("layers_clear", "Take the run off the canvas", self._clear, slim=True)

    def _clear(self) -> None:
        self._stage.clear()
