"""Runs: what ran, when, how long, what it cost, and why it failed."""

from typing import Any, Final

from nicegui import ui
from nicegui.events import ValueChangeEventArguments

from builder.theme import frame, parts, words
from builder.theme.desk import Desk, told
from runtime.run.model import RunStatus, RunView

_PAGE: Final = 40
_FILTERS: Final = (
    ("", "All"),
    ("running", "Running"),
    ("succeeded", "Succeeded"),
    ("failed", "Failed"),
    ("paused", "Paused"),
    ("cancelled", "Cancelled"),
)


def register(desk: Desk) -> None:
    """Serve the page."""

    @ui.page("/runs", response_timeout=20)
    async def runs(flow: str = "", status: str = "") -> None:
        await _Runs(desk, flow[:80], status if status in dict(_FILTERS) else "").build()

    del runs


class _Runs:
    def __init__(self, desk: Desk, flow: str, status: str) -> None:
        self._desk = desk
        self._flow = flow
        self._status = status
        self._runs: list[RunView] = []
        self._more = False

    async def build(self) -> None:
        await self._load()
        flows = await self._desk.workspace.flows.list(self._desk.actor())
        titles = {"": "All flows"} | {flow.id: flow.title for flow in flows}
        with frame.page(self._desk, "Runs", place="runs"):
            with parts.box("ll-head"):
                with parts.box("ll-col ll-gap-0"):
                    parts.text("Runs", tag="h1")
                    parts.text("Everything that ran, newest first", "ll-muted")
                with parts.box("ll-head-actions"):
                    select = ui.select(titles, value=self._flow if self._flow in titles else "")
                    select.props('outlined dense options-dense aria-label="Flow"')
                    select.style("width: 220px").on_value_change(told(self._choose_flow))
                    parts.icon_button("refresh", "Look again", told(self._again), kind="plain")
            self._filters()
            self._table()
        self._timer = ui.timer(2.0, told(self._follow), active=self._anything_goes())

    async def _load(self, *, further: bool = False) -> None:
        found = await self._desk.workspace.runs.list(
            self._desk.actor(),
            flow_id=self._flow or None,
            status=RunStatus(self._status) if self._status else None,
            limit=_PAGE + 1,
            before=self._runs[-1].id if further and self._runs else None,
        )
        self._more = len(found) > _PAGE
        self._runs = [*(self._runs if further else ()), *found[:_PAGE]]

    def _anything_goes(self) -> bool:
        return any(not run.status.final for run in self._runs)

    async def _follow(self) -> None:
        """Look again while something is under way; stops by itself."""
        if len(self._runs) > _PAGE or not self._timer.client.has_socket_connection:
            return
        before = [(run.id, run.status, run.cost_usd) for run in self._runs]
        await self._load()
        if before != [(run.id, run.status, run.cost_usd) for run in self._runs]:
            self._table.refresh()
        self._timer.active = self._anything_goes()

    async def _again(self) -> None:
        await self._load()
        self._table.refresh()
        self._timer.active = self._anything_goes()

    async def _choose_flow(self, event: ValueChangeEventArguments[Any]) -> None:
        await self._choose(flow=str(event.value or ""))

    async def _choose(self, *, flow: str | None = None, status: str | None = None) -> None:
        self._flow = self._flow if flow is None else flow
        self._status = self._status if status is None else status
        self._runs = []
        await self._again()
        self._filters.refresh()

    @ui.refreshable_method
    def _filters(self) -> None:
        with parts.box("ll-row ll-wrap").props('role="group" aria-label="Status"'):
            for status, label in _FILTERS:
                button = parts.box("ll-filter", "button").props("type=button")
                button.props["aria-pressed"] = "true" if status == self._status else "false"
                button.on("click", told(self._chooser(status)))
                with button:
                    parts.text(label, tag="span")

    def _chooser(self, status: str):  # noqa: ANN202 - an inner coroutine function
        async def choose() -> None:
            await self._choose(status=status)

        return choose

    @ui.refreshable_method
    def _table(self) -> None:
        if not self._runs:
            self._none()
            return
        with parts.box("ll-panel ll-runs").props('role="table"'):
            with parts.box("ll-tr ll-th").props('role="row"'):
                for name in ("Status", "Flow", "Started"):
                    parts.text(name, tag="span")
                for name in ("Duration", "Tokens", "Cost"):
                    parts.text(name, "ll-right", "span")
            for run in self._runs:
                _row(run)
        if self._more:
            parts.button("Load more", told(self._further)).style("align-self: center")

    async def _further(self) -> None:
        await self._load(further=True)
        self._table.refresh()

    def _none(self) -> None:
        with parts.box("ll-panel"):
            if self._flow or self._status:
                with parts.empty("filter_alt_off", "No such runs"):
                    parts.text("No run fits this filter.", "ll-muted")
                return
            with parts.empty("history", "Nothing has run yet"):
                parts.text("Runs of your flows appear here, with what they cost.", "ll-muted")
                parts.button("Go to the flows", lambda: ui.navigate.to("/"), kind="primary").style(
                    "margin-top: 8px"
                )


def _row(run: RunView) -> None:
    with parts.box("ll-tr").props('role="row"').mark("run-row"):
        link = ui.link(target=f"/runs/{run.id}").classes("ll-cover")
        link.props["aria-label"] = f"Run of {run.flow_title or run.flow_name}"
        parts.status(run.status)
        with parts.box("ll-col ll-gap-0"):
            parts.text(run.flow_title or run.flow_name, "ll-clip ll-strong")
            if run.error and run.status in (RunStatus.FAILED, RunStatus.PAUSED):
                parts.text(run.error.message, "ll-small ll-clip ll-muted").tooltip(
                    run.error.message
                )
            else:
                parts.text(words.plural(run.steps, "step"), "ll-small ll-faint ll-wide")
        with parts.box("ll-over"):
            parts.time_ago(run.created_at, "ll-muted")
        end = run.finished_at
        if end and run.started_at:
            took = words.seconds((end - run.started_at).total_seconds())
            parts.text(took, "ll-num ll-right ll-wide", "span")
        elif run.status is RunStatus.RUNNING and run.started_at:
            parts.elapsed(run.started_at, "ll-right ll-wide")
        else:
            parts.text("", "ll-wide", "span")
        tokens = run.input_tokens + run.output_tokens
        parts.text(
            words.count(tokens) if tokens else "", "ll-num ll-right ll-wide ll-muted", "span"
        )
        parts.text(words.money(run.cost_usd) if tokens else "", "ll-num ll-right ll-wide", "span")
