"""The settings of the flow itself: title, description, what it asks for, what it may spend."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from nicegui import ui

from builder.panels.bench import Bench
from builder.theme import parts
from builder.theme.desk import told
from nodes.sdk import UserError

_KINDS: Final[Mapping[str, tuple[str, dict[str, str]]]] = {
    "text": ("Text", {"type": "string"}),
    "long": ("Long text", {"type": "string", "format": "text"}),
    "number": ("Number", {"type": "number"}),
    "integer": ("Whole number", {"type": "integer"}),
    "switch": ("Yes or no", {"type": "boolean"}),
    "file": ("File", {"type": "string", "format": "file"}),
    "folder": ("Folder", {"type": "string", "format": "folder"}),
    "model": ("Model", {"type": "string", "format": "model"}),
    "list": ("List", {"type": "array"}),
    "json": ("JSON", {"type": "object", "format": "json"}),
}


class FlowForm:
    """What the inspector shows when the settings of the flow are asked for."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        with parts.box("ll-inspector-head"), parts.box("ll-row ll-gap-12"):
            parts.tile("account_tree", "flow", big=True)
            with parts.box("ll-col ll-gap-0 ll-grow"):
                parts.text("Flow", "ll-strong")
                parts.text("What it asks for and what it may spend", "ll-small ll-faint")
            close = parts.icon_button("close", "Close", lambda: bench.show_form(""), slim=True)
            close.props("data-escape")
        with parts.box("ll-inspector-body"):
            self._texts()
            parts.box("ll-rule")
            self._inputs()
            parts.box("ll-rule")
            self._budget()

    async def _set(self, label: str, **fields: Any) -> None:
        await self._bench.edit(label, {"op": "set_flow", "fields": fields})

    def _texts(self) -> None:
        flow = self._bench.document.flow
        with parts.box("ll-field"):
            parts.text("Description", "ll-label")
            area = ui.textarea(value=flow.description, placeholder="What is this flow for?")
            area.props('outlined dense autogrow debounce=600 aria-label="Description"')

            async def describe(event: Any) -> None:
                await self._set("Edit the description", description=str(event.value or "") or None)

            area.on_value_change(told(describe))

    def _inputs(self) -> None:
        flow = self._bench.document.flow
        with parts.box("ll-row"):
            parts.text("Inputs", tag="h3")
            parts.text("asked for when a run starts", "ll-small ll-faint ll-grow")
            with parts.button("Add", icon="add", kind="ghost", slim=True), ui.menu():
                for kind, (title, _) in _KINDS.items():
                    ui.menu_item(title, told(self._adder(kind)))
        if not flow.inputs:
            parts.text("None: the flow runs without being asked anything.", "ll-small ll-faint")
        for name, spec in flow.inputs.items():
            with parts.box("ll-pair").style("grid-template-columns: minmax(0, 1fr) auto 28px"):
                field = ui.input(value=name).props(
                    'outlined dense debounce=700 aria-label="Name of the input"'
                )
                field.on_value_change(told(self._renamer(name)))
                parts.chip(_kind_of(spec.type, spec.format)).style("height: 36px")
                parts.icon_button("close", f"Remove {name}", told(self._remover(name)), slim=True)

    def _all(self) -> dict[str, Any]:
        return {
            name: spec.model_dump(mode="json", exclude_defaults=True)
            for name, spec in self._bench.inputs.items()
        }

    def _adder(self, kind: str) -> Callable[[], Any]:
        async def add() -> None:
            inputs = self._all()
            stem = {"folder": "folder", "file": "file", "model": "model"}.get(kind, "input")
            name, number = stem, 2
            while name in inputs:
                name, number = f"{stem}_{number}", number + 1
            await self._set("Add an input", inputs={**inputs, name: dict(_KINDS[kind][1])})
            self._bench.show_form("flow")

        return add

    def _remover(self, name: str) -> Callable[[], Any]:
        async def remove() -> None:
            inputs = self._all()
            inputs.pop(name, None)
            await self._set(f"Remove the input {name}", inputs=inputs or None)
            self._bench.show_form("flow")

        return remove

    def _renamer(self, before: str) -> Callable[[Any], Any]:
        current = before

        async def rename(event: Any) -> None:
            nonlocal current
            after = str(event.value or "").strip()
            if after == current or not after:
                return
            if not re.fullmatch(r"[a-z][a-z0-9_]{0,39}", after):
                raise UserError(
                    f"{after!r} is no name for an input.",
                    hint="Small letters, digits and _, beginning with a letter.",
                )
            inputs = self._all()
            if after in inputs:
                raise UserError(f"There is an input {after!r} already.")
            renamed = {after if name == current else name: spec for name, spec in inputs.items()}
            await self._set(f"Rename the input {current}", inputs=renamed)
            current = after

        return rename

    def _budget(self) -> None:
        budget = self._bench.document.flow.budget
        with parts.box("ll-field"):
            parts.text("Budget of a run in dollars", "ll-label")
            field = ui.number(
                value=budget.usd if budget else None, min=0, placeholder="no limit", format="%g"
            )
            field.props('outlined dense debounce=600 prefix="$" aria-label="Budget"')
            parts.text(
                "Checked before every call of a model. A run that would exceed it pauses, keeps "
                "what it has, and can go on with more.",
                "ll-small ll-faint",
            )

            async def limit(event: Any) -> None:
                value = event.value
                usd = float(value) if isinstance(value, int | float) and value > 0 else None
                kept = budget.model_dump(exclude_defaults=True) if budget else {}
                await self._set("Change the budget", budget={**kept, "usd": usd} if usd else None)

            field.on_value_change(told(limit))


def _kind_of(type_: str, format_: str) -> str:
    for title, schema in _KINDS.values():
        if schema.get("type") == type_ and schema.get("format", "") == format_:
            return title
    return type_
