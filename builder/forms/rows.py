"""Controls of several rows: lists of texts, and names with values."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from nicegui import ui

from builder.forms.aid import Aid
from builder.forms.field import as_text
from builder.forms.textbox import TextBox
from builder.theme import parts

_MOST = 200


class TextList:
    """A list of texts, one row each."""

    def __init__(
        self, value: Sequence[str], commit: Callable[[list[str]], Any], *, aid: Aid | None
    ) -> None:
        self._rows = [as_text(part) for part in value[:_MOST]]
        self._commit = commit
        self._aid = aid
        self._draw()

    @ui.refreshable_method
    def _draw(self) -> None:
        with parts.box("ll-col ll-gap-4"):
            for index, row in enumerate(self._rows):
                with parts.box("ll-pair ll-single"):
                    TextBox(row, self._setter(index), aid=self._aid, name=f"Item {index + 1}")
                    parts.icon_button("close", "Remove", self._remover(index), slim=True)
            parts.button("Add", self._add, icon="add", kind="ghost", slim=True).style(
                "align-self: flex-start"
            )

    def _setter(self, index: int) -> Callable[[str], None]:
        def set_row(text: str) -> None:
            self._rows[index] = text
            self._send()

        return set_row

    def _remover(self, index: int) -> Callable[[], None]:
        def remove() -> None:
            del self._rows[index]
            self._send()
            self._draw.refresh()

        return remove

    def _add(self) -> None:
        if len(self._rows) < _MOST:
            self._rows.append("")
            self._draw.refresh()

    def _send(self) -> None:
        self._commit([row for row in self._rows if row])


class Pairs:
    """Names with values; a value may be a text, an expression, or any JSON."""

    def __init__(
        self,
        value: Mapping[str, Any],
        commit: Callable[[dict[str, Any]], Any],
        *,
        aid: Aid | None,
    ) -> None:
        self._rows = [[name, part] for name, part in list(value.items())[:_MOST]]
        self._commit = commit
        self._aid = aid
        self._draw()

    @ui.refreshable_method
    def _draw(self) -> None:
        with parts.box("ll-col ll-gap-4"):
            for index, (name, value) in enumerate(self._rows):
                with parts.box("ll-pair"):
                    field = ui.input(value=name, placeholder="name")
                    field.props('outlined dense debounce=500 aria-label="Name"')
                    field.on_value_change(self._namer(index))
                    TextBox(as_text(value), self._setter(index), aid=self._aid, name="Value")
                    parts.icon_button("close", "Remove", self._remover(index), slim=True)
            parts.button("Add", self._add, icon="add", kind="ghost", slim=True).style(
                "align-self: flex-start"
            )

    def _namer(self, index: int) -> Callable[[Any], None]:
        def rename(event: Any) -> None:
            self._rows[index][0] = str(event.value or "")
            self._send()

        return rename

    def _setter(self, index: int) -> Callable[[str], None]:
        before = self._rows[index][1]

        def set_row(text: str) -> None:
            # A value that was no text and still reads the same stays what it was.
            self._rows[index][1] = before if text == as_text(before) else text
            self._send()

        return set_row

    def _remover(self, index: int) -> Callable[[], None]:
        def remove() -> None:
            del self._rows[index]
            self._send()
            self._draw.refresh()

        return remove

    def _add(self) -> None:
        if len(self._rows) < _MOST:
            self._rows.append(["", ""])
            self._draw.refresh()

    def _send(self) -> None:
        self._commit({name: value for name, value in self._rows if name})
