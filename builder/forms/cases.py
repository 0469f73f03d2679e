"""A table one fills in: conditions of a filter, ways of a switch."""

from collections.abc import Callable, Sequence
from typing import Any

from nicegui import ui

from builder.forms.aid import Aid
from builder.forms.field import FormField, as_text
from builder.forms.textbox import TextBox
from builder.theme import parts
from nodes.sdk import title_of

_MOST = 50


class Cases:
    """Rows of the same few fields, each field with a control of its own."""

    def __init__(
        self,
        columns: Sequence[FormField],
        value: Sequence[dict[str, Any]],
        commit: Callable[[list[dict[str, Any]]], Any],
        *,
        aid: Aid | None,
    ) -> None:
        self._columns = columns
        self._rows = [dict(row) for row in value[:_MOST]]
        self._commit = commit
        self._aid = aid
        self._draw()

    @ui.refreshable_method
    def _draw(self) -> None:
        with parts.box("ll-col ll-gap-8"):
            for index, row in enumerate(self._rows):
                with parts.box("ll-pair").style("row-gap: 4px"):
                    for place, column in enumerate(self._columns):
                        # The last field, the value, has a line of its own: it may be long.
                        if place == len(self._columns) - 1:
                            parts.icon_button("close", "Remove", self._remover(index), slim=True)
                        with parts.box().style(_WIDE if place >= _ABREAST else ""):
                            self._cell(index, column, row.get(column.name))
            parts.button("Add", self._add, icon="add", kind="ghost", slim=True).style(
                "align-self: flex-start"
            )

    def _cell(self, index: int, column: FormField, value: Any) -> None:
        if column.choices:
            words = {choice: title_of(choice) for choice in column.choices}
            chosen = value if value in words else column.default
            control = ui.select(words, value=chosen if chosen in words else None)
            control.props('outlined dense options-dense dropdown-icon="sym_r_unfold_more"')
            control.props["aria-label"] = column.title
            control.on_value_change(lambda event: self._set(index, column.name, event.value))
            return
        TextBox(
            as_text(value),
            lambda text: self._set(index, column.name, text, before=value),
            aid=self._aid if column.name == "value" else None,
            placeholder=column.title,
            name=column.title,
        )

    def _set(self, index: int, name: str, value: Any, *, before: Any = None) -> None:
        row = self._rows[index]
        if value in ("", None):
            row.pop(name, None)
        else:
            # A value that was no text and still reads the same stays what it was.
            row[name] = before if before is not None and value == as_text(before) else value
        self._send()

    def _remover(self, index: int) -> Callable[[], None]:
        def remove() -> None:
            del self._rows[index]
            self._send()
            self._draw.refresh()

        return remove

    def _add(self) -> None:
        if len(self._rows) < _MOST:
            self._rows.append({})
            self._draw.refresh()

    def _send(self) -> None:
        self._commit([dict(row) for row in self._rows if row])


_ABREAST = 2
_WIDE = "grid-column: 1 / span 2"
