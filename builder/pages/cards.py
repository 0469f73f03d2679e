"""The cards that offer a start: a template with the picture of its graph, or nothing at all."""

from collections.abc import Callable
from typing import Any

from nicegui import ui

from builder.theme import markup, parts, thumbnail
from builder.theme.desk import Desk
from runtime.services.gallery import TemplateInfo


def template_card(desk: Desk, info: TemplateInfo) -> None:
    """Draw a template as a card that opens its page."""
    with parts.box("ll-card").mark("template-card"):
        cover = ui.link(target=f"/templates/{info.name}").classes("ll-cover")
        cover.props["aria-label"] = info.title
        document = desk.workspace.gallery.document(info.name)
        markup.svg(thumbnail.draw(document, desk.look), "ll-preview")
        with parts.box("ll-card-body"):
            with parts.box("ll-row"):
                parts.text(info.title, tag="h2")
            parts.text(info.summary, "ll-muted ll-two").style("font-size: 13px")
            with parts.box("ll-row ll-gap-4 ll-wrap").style("margin-top: auto; padding-top: 4px"):
                if info.sample.inputs:
                    parts.chip("Runs without a key", icon_name="bolt", tone="ok")
                for category in info.categories[:2]:
                    parts.chip(category)


def blank_card(on_click: Callable[..., Any]) -> None:
    """Draw the card that starts with an empty canvas."""
    card = parts.box("ll-card ll-dashed", "button").props("type=button").style("cursor: pointer")
    card.on("click", on_click)
    with card, parts.box("ll-empty").style("margin: auto; font-family: inherit"):
        parts.icon("add")
        parts.text("Blank flow", tag="h2")
        parts.text("Start with an empty canvas and draw it yourself.", "ll-muted")
