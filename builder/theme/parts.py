"""The small parts pages are made of, each in one place and with one look."""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Literal

from nicegui import ui

from builder.theme import words
from runtime.run.model import RunView

Kind = Literal["plain", "primary", "ghost", "danger"]


def box(classes: str = "", tag: str = "div") -> ui.element:
    """Return an empty element to put others into."""
    return ui.element(tag).classes(classes)


def text(value: str, classes: str = "", tag: str = "div") -> ui.label:
    """Return a text; whatever is in it is shown as it is."""
    label = ui.label(value).classes(classes)
    label.tag = tag
    return label


def icon(name: str, classes: str = "") -> ui.icon:
    """Return an icon of the one family we use."""
    return ui.icon(f"sym_r_{name}").classes(classes).props("aria-hidden=true")


def button(
    label: str,
    on_click: Callable[..., Any] | None = None,
    *,
    icon: str = "",
    kind: Kind = "plain",
    slim: bool = False,
    tip: str = "",
) -> ui.button:
    """Return a button; only the one thing to do next is `primary`."""
    made = ui.button(label, on_click=on_click, icon=f"sym_r_{icon}" if icon else None, color=None)
    made.props("unelevated no-caps :ripple=false").classes(f"ll-btn ll-{kind}")
    if slim:
        made.classes("ll-slim")
    if tip:
        made.tooltip(tip)
    return made


def icon_button(
    name: str,
    tip: str,
    on_click: Callable[..., Any] | None = None,
    *,
    kind: Kind = "ghost",
    slim: bool = False,
) -> ui.button:
    """Return a button that is only an icon; its name is read aloud and shown on hover."""
    made = button("", on_click, icon=name, kind=kind, slim=slim, tip=tip).classes("ll-icon-btn")
    made.props["aria-label"] = tip
    return made


def tile(icon_name: str, category: str, *, big: bool = False) -> ui.element:
    """Return the coloured square with the icon of a node type or template."""
    square = box(f"ll-tile c-{category}{' ll-big' if big else ''}", "span")
    with square:
        icon(icon_name)
    return square


def chip(value: str, *, icon_name: str = "", tone: str = "") -> ui.element:
    """Return a small label with a grey or toned ground."""
    made = box(f"ll-chip {f'll-{tone}' if tone else ''}", "span")
    with made:
        if icon_name:
            icon(icon_name)
        text(value, tag="span")
    return made


def status(state: str) -> ui.element:
    """Return icon and word of a state."""
    look = words.status_word(state)
    made = box(f"ll-status s-{state}", "span")
    with made:
        icon(look.icon)
        text(look.word, tag="span")
    return made


def time_ago(value: datetime, classes: str = "") -> ui.label:
    """Return a time as 'how long ago', kept fresh by the browser, in full on hover."""
    label = text(words.ago(value), f"ll-num {classes}", "time")
    label.props["data-since"] = words.since(value)
    label.tooltip(words.moment(value))
    return label


def elapsed(start: datetime, classes: str = "") -> ui.label:
    """Return a running clock, driven by the browser."""
    label = text("", f"ll-num {classes}", "time")
    label.props["data-elapsed"] = words.since(start)
    return label


def run_dots(runs: Sequence[RunView], *, places: int = 7) -> None:
    """Show the last runs as bars, newest right; each opens its run."""
    with box("ll-dots ll-over"):
        for _ in range(max(0, places - len(runs))):
            box("ll-dot ll-none", "span")
        for run in reversed(runs[:places]):
            look = words.status_word(run.status)
            bar = ui.link(target=f"/runs/{run.id}").classes(f"ll-dot s-{run.status}")
            bar.props["aria-label"] = f"{look.word} run"
            with bar:
                ui.tooltip(f"{look.word}, {words.ago(run.created_at)}, {words.money(run.cost_usd)}")


def empty(icon_name: str, title: str, sentence: str = "") -> ui.element:
    """Return an empty state that says what to do; put buttons into it."""
    made = box("ll-empty")
    with made:
        icon(icon_name)
        text(title, tag="h2")
        if sentence:
            text(sentence, "ll-muted").style("max-width: 440px")
    return made


def callout(
    lead: str, sentence: str = "", *, tone: str = "", icon_name: str = "info"
) -> ui.element:
    """Return a framed message; put buttons into it."""
    with box(f"ll-callout {f'll-{tone}' if tone else ''}").props("role=status"):
        icon(icon_name)
        inner = box("ll-col ll-gap-4 ll-grow")
        with inner:
            text(lead, "ll-lead")
            if sentence:
                text(sentence)
    return inner


def crumbs(*steps: tuple[str, str]) -> None:
    """Show the way up as links."""
    with box("ll-crumbs", "nav").props('aria-label="Breadcrumb"'):
        for index, (label, target) in enumerate(steps):
            if index:
                icon("chevron_right").style("font-size: 16px")
            ui.link(label, target) if target else text(label, "ll-clip", "span")


@contextmanager
def dialog(title: str, sentence: str = "") -> Generator[ui.dialog]:
    """Make a dialog with its head; fill body and foot inside."""
    with ui.dialog() as made, box("ll-dialog").props('role="dialog"'):
        with box("ll-dialog-head"):
            with box("ll-col ll-gap-4 ll-grow"):
                text(title, tag="h2")
                if sentence:
                    text(sentence, "ll-muted ll-small")
            icon_button("close", "Close", made.close, slim=True)
        yield made


def search(placeholder: str, on_change: Callable[[str], Any]) -> ui.input:
    """Return a search field; '/' goes to it."""
    field = ui.input(placeholder=placeholder)
    field.props('outlined dense clearable debounce=150 data-search="1" role="search"')
    field.props["aria-label"] = placeholder
    field.on_value_change(lambda e: on_change(str(e.value or "")))
    with field.add_slot("prepend"):
        icon("search")
    return field
