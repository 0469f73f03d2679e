"""The drawer under the canvas: the run as it goes, its steps, its log, its outputs, problems."""

from collections.abc import Callable
from typing import Any, Literal

from nicegui import ui

from builder.panels.bench import Bench
from builder.panels.outcome import Outcome
from builder.panels.problems import problem_list
from builder.panels.steps import StepList
from builder.theme import parts, words
from runtime.run.event import Event

Tab = Literal["run", "log", "problems"]


class Drawer:
    """Closed it is one line with the state of the run; open it shows steps and outputs."""

    def __init__(self, bench: Bench, *, actions: Callable[[], Any], record: bool = False) -> None:
        self._bench = bench
        self._actions = actions
        self._record = record
        self._open = record
        self._tab: Tab = "run"
        self._log_box: ui.element | None = None
        self._steps: StepList | None = None
        self._outcome: Outcome | None = None
        with parts.box("ll-drawer", "section").props('aria-label="Last run"') as self.element:
            parts.box("ll-grip").props("data-grip=1")
            self._head = parts.box("ll-drawer-head")
            self._body = parts.box("ll-drawer-body")
        self._draw_head()
        self._draw_body()
        bench.feed.on_run(self._run_changed)
        bench.feed.on_sums(self._sums_changed)
        bench.feed.on_events(self._events)
        bench.on_document(self._document_changed)

    def show(self, tab: Tab) -> None:
        """Open the drawer on one of its tabs."""
        self._open = True
        self._tab = tab
        self._draw_head()
        self._draw_body()

    def toggle(self, tab: Tab) -> None:
        """Open the drawer on a tab, or close it when that tab is shown already."""
        if self._open and self._tab == tab:
            self._flip()
        else:
            self.show(tab)

    def _flip(self) -> None:
        self._open = not self._open
        self._draw_head()
        self._draw_body()

    # ------------------------------------------------------------------ head

    def _draw_head(self) -> None:
        self._head.clear()
        feed = self._bench.feed
        run = feed.view
        with self._head:
            with parts.box("ll-segments").style("padding: 2px"):
                self._tab_button("run", "Steps")
                self._tab_button("log", "Log")
                if not self._record:
                    number = len(self._bench.session.problems)
                    self._tab_button("problems", f"Problems {number}" if number else "Problems")
            self._facts = parts.box("ll-row ll-gap-12 ll-grow").style("overflow: hidden")
            with parts.box("ll-row ll-gap-4"):
                if run is not None:
                    self._actions()
                if not self._record:
                    name = "expand_more" if self._open else "expand_less"
                    tip = "Close the drawer" if self._open else "Open the drawer"
                    parts.icon_button(name, tip, self._flip, slim=True)
        self._draw_facts()

    def _tab_button(self, tab: Tab, label: str) -> None:
        pressed = self._open and self._tab == tab
        button = parts.box("", "button").props("type=button").mark(f"drawer-{tab}")
        button.props["aria-pressed"] = "true" if pressed else "false"
        button.on("click", lambda: self.show(tab))
        with button:
            parts.text(label, tag="span")

    def _draw_facts(self) -> None:
        self._facts.clear()
        feed = self._bench.feed
        run = feed.view
        with self._facts:
            if run is None:
                parts.text("Not run yet", "ll-faint ll-clip").style("font-size: 13px")
                return
            parts.status(run.status)
            if feed.going:
                parts.elapsed(run.started_at or run.created_at, "ll-muted")
                done, total = _progress(self._bench)
                with parts.box("ll-progress ll-wide"):
                    parts.box("", "i").style(f"width: {100 * done / max(1, total):.0f}%")
                parts.text(f"{done} of {total}", "ll-num ll-small ll-faint ll-wide")
            elif run.started_at and run.finished_at:
                took = (run.finished_at - run.started_at).total_seconds()
                parts.text(words.seconds(took), "ll-num ll-muted ll-wide")
            tokens = run.input_tokens + run.output_tokens
            if tokens:
                parts.text(words.plural(tokens, "token"), "ll-num ll-muted ll-wide ll-clip")
                budget = f" of {words.money(run.budget_usd)}" if run.budget_usd else ""
                parts.text(words.money(run.cost_usd) + budget, "ll-num ll-muted ll-clip")
            if run.finished_at and not feed.going:
                parts.time_ago(run.finished_at, "ll-small ll-faint ll-wide ll-clip")

    # ------------------------------------------------------------------ body

    def _draw_body(self) -> None:
        self._body.clear()
        self._log_box = self._steps = self._outcome = None
        self.element.classes(
            add="ll-open" if self._open else "", remove="" if self._open else "ll-open"
        )
        self._body.set_visibility(self._open)
        if not self._open:
            return
        two = self._tab == "run" and self._bench.feed.view is not None
        self._body.style("" if two else "grid-template-columns: minmax(0, 1fr)", replace="")
        with self._body:
            if self._tab == "problems":
                problem_list(self._bench)
            elif self._tab == "log":
                self._log_box = parts.box("ll-log")
                self._draw_log()
            elif self._bench.feed.view is None:
                with parts.empty("play_circle", "Nothing has run yet"):
                    parts.text("Press Run, and each step appears here as it happens.", "ll-muted")
            else:
                self._steps = StepList(self._bench)
                self._outcome = Outcome(self._bench)

    def _draw_log(self) -> None:
        if self._log_box is None:
            return
        self._log_box.clear()
        with self._log_box:
            if not self._bench.feed.log:
                parts.text("Nodes write here what a person should know.", "ll-faint")
            for line in self._bench.feed.log:
                tone = {"warning": "ll-warn", "error": "ll-bad"}.get(line.level, "")
                place = self._bench.label(line.node) + (f" [{line.item}]" if line.item else "")
                label = parts.text(f"{place}: {line.text}")
                if tone:
                    label.style(f"color: var(--{tone})")

    # ------------------------------------------------------------------ what happens

    def _run_changed(self) -> None:
        if self._bench.feed.going and not self._open:
            self._open = True
        self._draw_head()
        self._draw_body()

    def _sums_changed(self) -> None:
        self._draw_facts()
        if self._steps:
            self._steps.refresh()
        if self._outcome:
            self._outcome.refresh()

    def _events(self, batch: list[Event]) -> None:
        noted = {"step.log", "step.retry", "step.finished"}
        if self._log_box is not None and any(event.kind in noted for event in batch):
            self._draw_log()

    def _document_changed(self) -> None:
        self._draw_head()
        if self._open and self._tab == "problems":
            self._draw_body()


def _progress(bench: Bench) -> tuple[int, int]:
    done = total = 0
    for node_id in bench.document.flow.nodes:
        summary = bench.feed.summary.get(node_id)
        total += max(1, summary.total) if summary else 1
        done += summary.done if summary else 0
    return min(done, total), total
