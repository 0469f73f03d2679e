"""What a node did in the run that is shown: state, cost, what it was given and what it sent."""

from collections.abc import Sequence
from typing import Final

from nicegui import ui

from builder.panels.bench import Bench
from builder.panels.value import show_value
from builder.theme import parts, words
from builder.theme.desk import told
from runtime.run.model import Fault, StepView
from runtime.services.runs import CallView

_CALLS: Final = 20
"""Calls of one step that are listed; more than a few mean retries."""


class NodeResult:
    """Result of one node; follows the run while it goes on."""

    def __init__(self, bench: Bench, node_id: str) -> None:
        self._bench = bench
        self._node_id = node_id
        self._item: str | None = None
        self._shown: object = None
        self._steps: Sequence[StepView] = ()
        self._stream: ui.label | None = None
        self._box = parts.box("ll-col ll-gap-16")
        ui.timer(0, told(self._load), once=True)

    def refresh(self) -> None:
        """Look again; draws only when something changed."""
        with self._box:
            ui.timer(0, told(self._load), once=True)

    def stream(self) -> None:
        """Show the words that arrived meanwhile."""
        if self._stream is not None:
            self._stream.set_text(self._bench.feed.streams.get(self._node_id, ""))

    async def _load(self) -> None:
        bench, run = self._bench, self._bench.feed.view
        if run is None:
            self._draw_none("Not run yet", "Run the flow, and what this node sends appears here.")
            return
        summary = bench.feed.summary.get(self._node_id)
        state = (run.id, summary, self._item)
        if state == self._shown:
            return
        self._shown = state
        if summary is None:
            self._draw_none("Not reached", "The run that is shown did not come to this node.")
            return
        self._steps = await bench.desk.workspace.runs.steps(
            bench.desk.actor(), run.id, node=self._node_id, limit=200
        )
        if self._item is None:
            self._item = _first(self._steps)
        step = await bench.output_of(self._node_id, self._item or "")
        calls: Sequence[CallView] = ()
        if summary.calls:
            calls = await bench.desk.workspace.runs.calls(
                bench.desk.actor(), run.id, node=self._node_id, limit=1000
            )
        self._draw(step, [call for call in calls if call.item == (self._item or "")])

    def _draw_none(self, title: str, sentence: str) -> None:
        self._box.clear()
        with self._box, parts.empty("hourglass_empty", title, sentence):
            pass

    def _draw(self, step: StepView | None, calls: Sequence[CallView]) -> None:
        self._box.clear()
        self._stream = None
        with self._box:
            self._sums()
            if len(self._steps) > 1:
                self._items()
            if step is None:
                return
            if step.status == "running":
                self._stream = parts.text("", "ll-stream")
                self.stream()
            if step.error:
                fault(step.error)
            for name, value in (step.output or {}).items():
                show_value(name, value)
            if step.status == "succeeded" and not step.output:
                parts.text("It sent nothing.", "ll-faint")
            if calls:
                call_list(calls)
            if step.inputs:
                with parts.box("ll-fold", "details"):
                    with parts.box("", "summary"):
                        parts.icon("chevron_right")
                        parts.text("What it was given", tag="span")
                    with parts.box("ll-form"):
                        for name, value in step.inputs.items():
                            show_value(name, value)

    def _sums(self) -> None:
        summary = self._bench.feed.summary[self._node_id]
        with parts.box("ll-row ll-wrap ll-gap-12"):
            parts.status(summary.status)
            if summary.ms:
                parts.text(words.seconds(summary.ms / 1000), "ll-num ll-muted")
            tokens = summary.input_tokens + summary.output_tokens
            if tokens:
                parts.text(words.plural(tokens, "token"), "ll-num ll-muted")
                parts.text(words.money(summary.cost_usd), "ll-num ll-muted")
            if summary.cached:
                parts.chip("From cache", icon_name="bolt", tone="ok")

    def _items(self) -> None:
        options = {
            step.item: f"Item {step.item or '-'} · {words.status_word(step.status).word.lower()}"
            for step in self._steps
        }
        chosen = self._item if self._item in options else None
        select = ui.select(options, value=chosen).props("outlined dense options-dense")

        def choose() -> None:
            self._item = str(select.value)
            self.refresh()

        select.on_value_change(choose)


def call_list(calls: Sequence[CallView]) -> None:
    """Show which models were asked: tokens, money and time of each call."""
    parts.text(
        "Asked a model" if len(calls) == 1 else f"Asked models {len(calls)} times", "ll-label"
    )
    with parts.box("ll-calls").mark("model-calls"):
        for call in calls[:_CALLS]:
            with parts.box("ll-row ll-gap-4").style("min-width: 0"):
                parts.text(call.model, "ll-clip ll-mono").tooltip(call.model)
                if call.cached:
                    parts.chip("From cache", icon_name="bolt", tone="ok")
                elif call.status != "succeeded":
                    parts.chip(call.status.capitalize(), tone="bad").tooltip(call.error)
            tokens = parts.text(
                f"{call.input_tokens:,} + {call.output_tokens:,}", "ll-num ll-muted"
            )
            tokens.tooltip("Tokens of the question and of the answer")
            cost = "price unknown" if call.cost_usd is None else words.money(call.cost_usd)
            parts.text(cost, "ll-num ll-muted ll-right")
            parts.text(words.seconds(call.ms / 1000), "ll-num ll-muted ll-right")


def fault(error: Fault) -> ui.element:
    """Show an error in words, with what to do about it; put buttons into it."""
    return parts.callout(error.message, error.hint, tone="bad", icon_name="error")


def _first(steps: Sequence[StepView]) -> str:
    failed = next((step.item for step in steps if step.status == "failed"), None)
    return failed if failed is not None else steps[0].item if steps else ""
