"""A form: fields one under the other, each with the control that fits, errors and a preview."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Final, cast

from nicegui import ui

from builder.forms.cases import Cases
from builder.forms.field import (
    FormField,
    as_text,
    columns_of,
    holds_expression,
    is_expression,
    is_unfinished,
    literal_text,
    parse,
    rows_in,
)
from builder.forms.model_picker import ModelPicker
from builder.forms.path_picker import PathPicker
from builder.forms.rows import Pairs, TextList
from builder.forms.textbox import TextBox
from builder.forms.toolbox import Toolbox
from builder.theme import parts
from builder.theme.desk import later, told

UNSET: Final = object()
"""Given to `commit` when a field was emptied."""
Commit = Callable[[str, Any], Awaitable[None]]
_ALWAYS_TEXT: Final = frozenset({"text", "long_text", "file", "folder", "model"})


class FieldRow:
    """One field with its label, control, error and preview."""

    def __init__(
        self,
        field: FormField,
        value: Any,
        commit: Commit,
        toolbox: Toolbox,
        *,
        help_below: bool = False,
    ) -> None:
        self.field = field
        self._value: Any = value
        self._commit = commit
        self._toolbox = toolbox
        self._help_below = help_below
        self._expression = is_expression(value) and field.control not in _ALWAYS_TEXT
        self._box: TextBox | None = None
        with parts.box("ll-field").mark(f"field-{field.name}") as self._outer:
            self._head()
            self._control_box = parts.box("ll-col ll-gap-4")
            self._error = parts.text("", "ll-field-error").props("role=alert")
            self._error.set_visibility(False)
            self._preview = parts.box("ll-preview-line")
        self._draw()

    def _head(self) -> None:
        with parts.box("ll-field-head"):
            parts.text(self.field.title, "ll-label", "span")
            if self.field.required:
                parts.text("*", "ll-required", "span").tooltip("Has to be filled in")
            if self.field.help and not self._help_below:
                parts.icon("info").tooltip(self.field.help)
            if self._toolbox.aid:
                self._tools()
        if self.field.help and self._help_below:
            parts.text(self.field.help, "ll-small ll-faint")

    def _tools(self) -> None:
        with parts.box("ll-field-tools"):
            if self.field.control not in _ALWAYS_TEXT:
                self._toggle = parts.box("ll-mini", "button").props("type=button")
                self._toggle.on("click", self._switch)
                self._toggle.tooltip("Fill in a value, or read it from an earlier step")
                with self._toggle:
                    parts.text("{ } expression", tag="span")
            with parts.box("ll-mini", "button").props("type=button") as insert:
                parts.icon("data_object")
                parts.text("Insert", tag="span")
            insert.tooltip("Put in a value of an earlier step").on("click", self._insert)

    def _switch(self) -> None:
        self._expression = not self._expression
        self._draw()

    def _insert(self) -> None:
        if self._box is None and self.field.control not in _ALWAYS_TEXT:
            self._expression = True
            self._draw()
        if self._box is not None:
            self._box.offer()

    def _draw(self) -> None:
        self._control_box.clear()
        self._box = None
        self._outer.classes(
            add="ll-expression" if self._is_dynamic() else "",
            remove="" if self._is_dynamic() else "ll-expression",
        )
        with self._control_box:
            if self._expression:
                self._box = TextBox(
                    as_text(self._value) if is_expression(self._value) else "",
                    self._changed,
                    aid=self._toolbox.aid,
                    placeholder="{{ node.port }}",
                    name=self.field.title,
                )
            else:
                self._control()
        self._show_preview()

    def _is_dynamic(self) -> bool:
        return self._expression or is_expression(self._value)

    def _control(self) -> None:
        {
            "text": self._text,
            "long_text": self._text,
            "number": self._number,
            "switch": self._switch_control,
            "choice": self._choice,
            "list": self._list,
            "key_value": self._pairs,
            "json": self._json,
            "schema": self._json,
            "model": self._model,
            "file": self._path,
            "folder": self._path,
            "credential": self._credential,
            "cases": self._cases,
        }[self.field.control]()

    def _text(self) -> None:
        value = self._value
        self._box = TextBox(
            literal_text(value),
            self._changed,
            lines=self.field.control == "long_text" or "\n" in literal_text(value),
            aid=self._toolbox.aid,
            placeholder=as_text(self.field.default),
            name=self.field.title,
        )

    def _number(self) -> None:
        control = ui.number(
            value=self._value if isinstance(self._value, int | float) else None,
            min=self.field.minimum,
            max=self.field.maximum,
            step=1 if self.field.whole else None,
            placeholder=as_text(self.field.default),
        ).props("outlined dense debounce=500")
        control.props["aria-label"] = self.field.title
        control.on_value_change(lambda e: self._changed(e.value))

    def _switch_control(self) -> None:
        value = self._value if self._value is not None else self.field.default
        control = ui.switch(value=bool(value))
        control.props["aria-label"] = self.field.title
        control.on_value_change(lambda e: self._changed(e.value))

    def _choice(self) -> None:
        value = self._value if self._value in self.field.choices else self.field.default
        choices = list(self.field.choices)
        control = ui.select(choices, value=value if value in choices else None)
        control.props('outlined dense options-dense dropdown-icon="sym_r_unfold_more"')
        control.props["aria-label"] = self.field.title
        control.on_value_change(lambda e: self._changed(e.value))

    def _list(self) -> None:
        value = self._given(list)
        TextList(cast("Sequence[str]", value or ()), self._changed, aid=self._toolbox.aid)

    def _pairs(self) -> None:
        value = self._given(dict)
        Pairs(cast("Mapping[str, Any]", value or {}), self._changed, aid=self._toolbox.aid)

    def _cases(self) -> None:
        Cases(
            columns_of(self.field),
            rows_in(self._value),
            self._changed,
            aid=self._toolbox.aid,
        )

    def _given(self, kind: type) -> Any:
        """Return the value if it is of the kind the control shows, else the default."""
        return self._value if isinstance(self._value, kind) else self.field.default

    def _json(self) -> None:
        value = self._value if self._value is not None else self.field.default
        TextBox(
            as_text(value) if value not in (None, {}, []) else "",
            self._changed,
            lines=True,
            aid=self._toolbox.aid,
            mono=True,
            placeholder='{"type": "object"}' if self.field.control == "schema" else "{ }",
            name=self.field.title,
        )

    def _model(self) -> None:
        value = self._value if isinstance(self._value, str) else ""
        ModelPicker(value, self._changed, self._toolbox, name=self.field.title)

    def _path(self) -> None:
        kind = "folder" if self.field.control == "folder" else "file"
        value = literal_text(self._value)
        PathPicker(
            value,
            self._changed,
            self._toolbox,
            kind=kind,
            name=self.field.title,
            placeholder=as_text(self.field.default),
        )

    def _credential(self) -> None:
        slot = parts.box()

        async def fill() -> None:
            names = list(await self._toolbox.credentials(self.field.credential))
            current = self._value if isinstance(self._value, str) else None
            options = [*names, *([current] if current and current not in names else [])]
            with slot:
                if not options:
                    parts.callout(
                        "No credential yet",
                        f"Add one of the kind {self.field.credential!r} under Settings.",
                        icon_name="key",
                    )
                    return
                control = ui.select(options, value=current, clearable=True)
                control.props("outlined dense").on_value_change(lambda e: self._changed(e.value))

        ui.timer(0, fill, once=True)

    def _changed(self, raw: Any) -> None:
        read = parse(self.field, raw)
        self._error.set_text(read.error)
        self._error.set_visibility(bool(read.error))
        if read.error:
            return
        value = self._keptliteral_text(read.value)
        if value == self._value or (value is None and self._value is None):
            return
        self._value = value
        self._outer.classes(
            add="ll-expression" if self._is_dynamic() else "",
            remove="" if self._is_dynamic() else "ll-expression",
        )
        self._show_preview()
        sent = UNSET if value is None else value
        later(self._send(sent))

    async def _send(self, value: Any) -> None:
        with self._outer:  # messages belong to this page
            await told(self._commit)(self.field.name, value)

    def _keptliteral_text(self, value: Any) -> Any:
        """Keep `{"$text": ...}` what it is when only its text was changed."""
        before = self._value
        if isinstance(before, dict) and "$text" in before and isinstance(value, str):
            return {"$text": value}
        return value

    def _show_preview(self) -> None:
        if is_unfinished(self._value):
            return  # what was shown stays while one is typing
        self._preview.clear()
        aid = self._toolbox.aid
        found = aid.preview(self._value) if aid and holds_expression(self._value) else None
        self._preview.set_visibility(found is not None)
        if found is None:
            return
        good = not found.reason
        self._preview.classes(
            add="ll-good" if good else "ll-wrong", remove="ll-wrong" if good else "ll-good"
        )
        with self._preview:
            parts.text("=" if good else "!", "ll-mono", "span")
            parts.text(found.text if good else found.reason, tag="span")


def form(
    fields: Sequence[FormField],
    values: Mapping[str, Any],
    commit: Commit,
    toolbox: Toolbox,
    *,
    help_below: bool = False,
) -> None:
    """Draw a form; `commit` is called with name and value each time a field was changed."""
    with parts.box("ll-form"):
        for field in fields:
            value = values.get(field.name)
            FieldRow(field, value, commit, toolbox, help_below=help_below)
