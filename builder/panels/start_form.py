"""The form that starts a run: inputs of the flow, model and budget, beside the canvas."""

from collections.abc import Callable, Mapping
from typing import Any

from nicegui import ui

from builder.forms.field import FormField
from builder.forms.form import UNSET, FieldRow
from builder.forms.model_picker import ModelPicker
from builder.forms.toolbox import Toolbox
from builder.panels.bench import Bench
from builder.theme import parts
from builder.theme.desk import told
from nodes.sdk import UserError
from runtime.run.model import RunOptions


class StartForm:
    """Asks for what a run needs, filled in with what was used last."""

    def __init__(self, bench: Bench, toolbox: Toolbox, on_start: Callable[..., Any]) -> None:
        self._bench = bench
        self._on_start = on_start
        self._values = first_values(bench)
        self._model = ""
        self._budget: float | None = None
        fields = [FormField.of_input(name, spec) for name, spec in bench.inputs.items()]
        with parts.box("ll-inspector-head"), parts.box("ll-row ll-gap-12"):
            parts.tile("play_arrow", "llm", big=True)
            with parts.box("ll-col ll-gap-0 ll-grow"):
                parts.text("Run this flow", "ll-strong")
                parts.text("Results appear on the canvas as they come", "ll-small ll-faint")
            parts.icon_button("close", "Close", lambda: bench.show_form(""), slim=True).props(
                "data-escape"
            )
        with parts.box("ll-inspector-body"):
            with parts.box("ll-form"):
                for field in fields:
                    FieldRow(
                        field, self._values.get(field.name), self._commit, toolbox, help_below=True
                    )
                if not fields:
                    parts.text("This flow asks for nothing.", "ll-faint")
            parts.box("ll-rule")
            if "model" not in bench.inputs:
                with parts.box("ll-field"):
                    parts.text("Model", "ll-label")
                    ModelPicker("", self._set_model, toolbox, name="Model of the run")
                    parts.text("For nodes that name none.", "ll-small ll-faint")
            with parts.box("ll-field"):
                parts.text("Budget in dollars", "ll-label")
                budget = bench.document.flow.budget
                field = ui.number(
                    min=0, placeholder=f"{budget.usd:g}" if budget else "no limit", format="%g"
                ).props('outlined dense prefix="$" aria-label="Budget of this run"')
                field.on_value_change(lambda e: self._set_budget(e.value))
            parts.button("Run", told(self._start), icon="play_arrow", kind="primary").mark(
                "start-run"
            )

    async def _commit(self, name: str, value: Any) -> None:
        if value is UNSET:
            self._values.pop(name, None)
        else:
            self._values[name] = value

    def _set_model(self, name: str) -> None:
        self._model = name

    def _set_budget(self, value: Any) -> None:
        self._budget = float(value) if isinstance(value, int | float) and value > 0 else None

    async def _start(self) -> None:
        missing = missing_inputs(self._bench, self._values)
        if missing:
            raise UserError(f"{missing[0]!r} has to be filled in.")
        options = RunOptions(model=self._model, budget_usd=self._budget, origin="web")
        await self._on_start(dict(self._values), options)


def first_values(bench: Bench) -> dict[str, Any]:
    """Return what the form starts with: what was used last, else the defaults."""
    values: dict[str, Any] = {}
    for name, spec in bench.inputs.items():
        value = bench.last_inputs.get(name, spec.default)
        if value is not None:
            values[name] = value
    return values


def missing_inputs(bench: Bench, values: Mapping[str, Any]) -> list[str]:
    """Return the titles of required inputs without a value."""
    return [
        FormField.of_input(name, spec).title
        for name, spec in bench.inputs.items()
        if spec.required and spec.default is None and values.get(name) in (None, "")
    ]
