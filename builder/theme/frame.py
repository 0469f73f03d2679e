"""The frame of every page: rail, theme, account, and the place the page is put into."""

import copy
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

from nicegui import context, ui

from builder.theme import markup, parts
from builder.theme.desk import Desk

_PLACES: Final = (
    ("flows", "Flows", "account_tree", "/"),
    ("templates", "Templates", "dashboard", "/templates"),
    ("runs", "Runs", "history", "/runs"),
    ("settings", "Settings", "tune", "/settings"),
)


@contextmanager
def frame(desk: Desk, title: str, *, place: str) -> Generator[ui.element]:
    """Draw the frame and put what follows into its middle."""
    _dress(title)
    with parts.box("ll-app"):
        _rail(desk, place)
        with parts.box("ll-main", "main") as main:
            yield main


@contextmanager
def page(desk: Desk, title: str, *, place: str) -> Generator[ui.element]:
    """Draw the frame with a centred column for lists and forms."""
    with frame(desk, title, place=place), parts.box("ll-page") as column:
        yield column


def _dress(title: str) -> None:
    ui.page_title(f"{title} · Loomline" if title else "Loomline")
    client = context.client
    choice = client.request.cookies.get("loomline_theme", "system")
    # The page object is shared by everyone, so this browser's choice goes into a copy of it.
    client.page = copy.copy(client.page)
    client.page.dark = {"dark": True, "light": False}.get(choice)


def _rail(desk: Desk, place: str) -> None:
    with parts.box("ll-rail", "nav").props('aria-label="Main"'):
        with ui.link(target="/").classes("ll-logo").props('aria-label="Loomline"'):
            ui.image("/_loomline/logo.svg").props("no-spinner no-transition").style(
                "width: 34px; height: 34px"
            )
        for key, label, icon, target in _PLACES:
            item = ui.link(target=target).classes("ll-rail-item")
            if key == place:
                item.props("aria-current=page")
            with item:
                parts.icon(icon)
                parts.text(label, tag="span")
        parts.box("ll-rail-space")
        _theme_item()
        _account_item(desk)


def _theme_item() -> None:
    with parts.box("ll-rail-item ll-wide", "button").props('type=button aria-label="Theme"'):
        parts.icon("contrast")
        parts.text("Theme", tag="span")
        with ui.menu().props('anchor="center right" self="center left" :offset="[8, 0]"'):
            for mode, label, icon in (
                ("system", "Like the system", "devices"),
                ("light", "Light", "light_mode"),
                ("dark", "Dark", "dark_mode"),
            ):
                item = ui.menu_item().on("click", js_handler=markup.on_browser("choose", mode))
                with item, parts.box("ll-row"):
                    parts.icon(icon)
                    parts.text(label)


def _account_item(desk: Desk) -> None:
    actor = desk.actor()
    with parts.box("ll-rail-item ll-wide", "button").props('type=button aria-label="Account"'):
        parts.icon("account_circle")
        parts.text("Account", tag="span")
        with ui.menu().props('anchor="center right" self="center left" :offset="[8, 0]"'):
            with parts.box("ll-col ll-gap-0").style("padding: 6px 10px 8px; min-width: 180px"):
                parts.text("Signed in as", "ll-small ll-faint")
                parts.text(actor.name, "ll-strong ll-clip")
            parts.box("ll-rule")
            with (
                parts.box("", "form").props('method="post" action="/logout"'),
                parts.box("q-item ll-row ll-logout", "button").props("type=submit"),
            ):
                parts.icon("logout")
                parts.text("Log out", tag="span")
