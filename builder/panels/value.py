"""A value as people want to see it: text, Markdown, table or JSON, with a way to copy it."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Literal, cast

from nicegui import ui

from builder.theme import markup, parts

View = Literal["Text", "Markdown", "Table", "JSON"]
_MOST_ROWS: Final = 100
_MOST_CHARS: Final = 60_000


def views_of(value: Any) -> list[View]:
    """Return the ways a value can be shown, the best one first."""
    if isinstance(value, str):
        if _looks_like_markdown(value):
            return ["Markdown", "Text"]
        return ["Text", "Markdown"] if len(value) > 200 else ["Text"]
    if _rows(value):
        return ["Table", "JSON"]
    return ["JSON"]


def show_value(name: str, value: Any, *, note: str = "") -> None:
    """Draw a value with its name."""
    views = views_of(value)
    with parts.box("ll-value-card"):
        with parts.box("ll-value-head"):
            parts.text(name, "ll-clip")
            parts.text(note or _size_note(value), "ll-faint ll-clip").style("font-weight: 450")
            switches = parts.box("ll-row ll-gap-0 ll-end")
        body = parts.box("ll-value-body")

    def draw(view: View) -> None:
        body.clear()
        switches.clear()
        with body:
            _draw(view, value)
        with switches:
            for other in views if len(views) > 1 else ():
                button = parts.box("ll-mini", "button").props("type=button")
                button.props["aria-pressed"] = "true" if other == view else "false"
                button.on("click", _switcher(draw, other))
                with button:
                    parts.text(other, tag="span")
            parts.icon_button("content_copy", "Copy", lambda: _copy(value), slim=True)

    draw(views[0])


def _switcher(draw: Callable[[View], None], view: View) -> Callable[[], None]:
    return lambda: draw(view)


def _copy(value: Any) -> None:
    markup.call("copy", value if isinstance(value, str) else _json(value))
    ui.notify("Copied.", position="bottom-right", timeout=1500)


def _draw(view: View, value: Any) -> None:
    if view == "Markdown":
        markup.markdown(str(value))
    elif view == "Table":
        _table(_rows(value) or [])
    elif view == "Text":
        _pre(str(value), mono=False)
    else:
        _pre(_json(value), mono=True)


def _pre(text: str, *, mono: bool) -> None:
    cut = text[:_MOST_CHARS]
    parts.text(cut, "ll-mono" if mono else "", "pre").style(
        "" if mono else "font-family: inherit; font-size: 13px; line-height: 20px"
    )
    if len(text) > len(cut):
        parts.text(f"The first {_MOST_CHARS:,} of {len(text):,} characters.", "ll-small ll-faint")


def _table(rows: Sequence[Mapping[str, Any]]) -> None:
    columns = list(dict.fromkeys(key for row in rows[:_MOST_ROWS] for key in row))[:12]
    with parts.box("ll-data", "table"):
        with parts.box("", "thead"), parts.box("", "tr"):
            for column in columns:
                parts.text(column, tag="th")
        with parts.box("", "tbody"):
            for row in rows[:_MOST_ROWS]:
                with parts.box("", "tr"):
                    for column in columns:
                        parts.text(_cell(row.get(column)), tag="td")
    if len(rows) > _MOST_ROWS:
        parts.text(f"The first {_MOST_ROWS} of {len(rows):,} rows.", "ll-small ll-faint")


def _cell(value: Any) -> str:
    text = value if isinstance(value, str) else "" if value is None else _json(value, indent=None)
    return text if len(text) <= 300 else text[:299] + "\u2026"


def _json(value: Any, *, indent: int | None = 2) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent, default=str)


def _rows(value: Any) -> list[Mapping[str, Any]] | None:
    if not isinstance(value, list) or not value:
        return None
    rows = cast("list[Any]", value)
    if not all(isinstance(row, Mapping) for row in rows[:_MOST_ROWS]):
        return None
    return [cast("Mapping[str, Any]", row) for row in rows if isinstance(row, Mapping)]


def _looks_like_markdown(text: str) -> bool:
    head = text[:4000]
    return any(
        mark in head for mark in ("\n# ", "\n## ", "**", "\n- ", "\n1. ", "```", "\n| ")
    ) or (head.startswith(("# ", "## ", "- ", "| ")))


def _size_note(value: Any) -> str:
    if isinstance(value, str):
        return f"text, {len(value):,} characters" if len(value) > 80 else "text"
    if isinstance(value, list):
        number = len(cast("list[Any]", value))
        return f"list, {number} {'item' if number == 1 else 'items'}"
    if isinstance(value, Mapping):
        return "object"
    if isinstance(value, bool):
        return "true or false"
    return "number" if isinstance(value, int | float) else ""


def sample_of(value: Any) -> str:
    """Return a value on one short line, to recognise it by."""
    text = value if isinstance(value, str) else _json(value, indent=None)
    flat = " ".join(text.split())
    return flat if len(flat) <= 90 else flat[:89] + "\u2026"
