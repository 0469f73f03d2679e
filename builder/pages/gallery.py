"""The gallery: templates with a picture of their graph, what they touch and what they cost."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from nicegui import ui

from builder.forms.field import FormField
from builder.forms.form import UNSET, FieldRow
from builder.pages.cards import blank_card, template_card
from builder.pages.home import create_flow
from builder.panels.tools import toolbox
from builder.theme import frame, markup, parts, thumbnail, words
from builder.theme.desk import Desk, told
from nodes.sdk import UserError
from runtime.services.gallery import TemplateInfo


def register(desk: Desk) -> None:
    """Serve the list and the page of each template."""

    @ui.page("/templates", response_timeout=20)
    async def templates() -> None:
        _Gallery(desk).build()

    @ui.page("/templates/{name}", response_timeout=20)
    async def template(name: str) -> None:
        _Template(desk, name).build()

    del templates, template


class _Gallery:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._all: Sequence[TemplateInfo] = desk.workspace.gallery.list()
        self._wanted = ""
        self._category = ""

    def build(self) -> None:
        with frame.page(self._desk, "Templates", place="templates"):
            with parts.box("ll-head"):
                with parts.box("ll-col ll-gap-0"):
                    parts.text("Templates", tag="h1")
                    parts.text("Ready-made flows. Each one is yours to change.", "ll-muted")
                with parts.box("ll-head-actions"):
                    parts.search("Search templates", self._search).style("width: 260px")
            self._filters()
            self._cards()

    def _search(self, wanted: str) -> None:
        self._wanted = wanted.strip().lower()
        self._cards.refresh()

    @ui.refreshable_method
    def _filters(self) -> None:
        names = sorted({name for info in self._all for name in info.categories})
        with parts.box("ll-row ll-wrap").props('role="group" aria-label="Category"'):
            for name in ("", *names):
                button = parts.box("ll-filter", "button").props("type=button")
                button.props["aria-pressed"] = "true" if name == self._category else "false"
                button.on("click", self._chooser(name))
                with button:
                    parts.text(name or "All", tag="span")

    def _chooser(self, name: str) -> Callable[[], None]:
        def choose() -> None:
            self._category = name
            self._filters.refresh()
            self._cards.refresh()

        return choose

    @ui.refreshable_method
    def _cards(self) -> None:
        shown = [info for info in self._all if self._fits(info)]
        if not shown:
            with parts.box("ll-panel"), parts.empty("search_off", "No template found"):
                parts.button("Start with a blank flow", told(lambda: create_flow(self._desk)))
            return
        with parts.box("ll-cards"):
            for info in shown:
                template_card(self._desk, info)
            blank_card(told(lambda: create_flow(self._desk)))

    def _fits(self, info: TemplateInfo) -> bool:
        haystack = f"{info.title} {info.summary} {info.description} {' '.join(info.categories)}"
        in_category = not self._category or self._category in info.categories
        return in_category and self._wanted in haystack.lower()


class _Template:
    def __init__(self, desk: Desk, name: str) -> None:
        self._desk = desk
        self._name = name
        self._values: dict[str, Any] = {}

    def build(self) -> None:
        info = next((i for i in self._desk.workspace.gallery.list() if i.name == self._name), None)
        with frame.page(self._desk, info.title if info else "Template", place="templates"):
            parts.crumbs(("Templates", "/templates"), (info.title if info else self._name, ""))
            if info is None:
                with parts.box("ll-panel"), parts.empty("search_off", "There is no such template"):
                    parts.button("All templates", lambda: ui.navigate.to("/templates"))
                return
            self._page(info)

    def _page(self, info: TemplateInfo) -> None:
        document = self._desk.workspace.gallery.document(info.name)
        with parts.box("ll-split"):
            with parts.box("ll-col ll-gap-24"):
                with parts.box("ll-col"):
                    parts.text(info.title, tag="h1").style("font-size: 24px; line-height: 32px")
                    parts.text(info.summary, "ll-muted").style("font-size: 15px; line-height: 24px")
                markup.svg(
                    thumbnail.draw(document, self._desk.look, labels=True), "ll-preview ll-tall"
                )
                if info.description:
                    markup.markdown(info.description)
                if info.setup:
                    parts.text("How it goes", tag="h2")
                    with parts.box("ll-col ll-gap-12"):
                        for number, sentence in enumerate(info.setup, start=1):
                            with parts.box("ll-row ll-gap-12"):
                                parts.chip(str(number), tone="accent")
                                parts.text(sentence, "ll-muted")
            with parts.box("ll-col ll-gap-16"):
                self._use_panel(info)
                self._facts(info)

    def _use_panel(self, info: TemplateInfo) -> None:
        fields = [_asked(info, name) for name in info.parameters]
        with parts.box("ll-panel ll-panel-pad ll-col ll-gap-16"):
            parts.text("Make it yours", tag="h2")
            if fields:
                box = toolbox(self._desk)
                with parts.box("ll-form"):
                    for field in fields:
                        value = info.parameters[field.name].default
                        FieldRow(field, value, self._commit, box, help_below=True)
            parts.button(
                "Use template", told(lambda: self._use(info)), icon="add", kind="primary"
            ).mark("use-template")
            if info.sample.inputs:
                parts.text(
                    "What you leave empty comes from the sample, so it runs at once on the "
                    "built-in demo model.",
                    "ll-small ll-faint",
                )

    async def _commit(self, name: str, value: Any) -> None:
        if value is UNSET:
            self._values.pop(name, None)
        else:
            self._values[name] = value

    async def _use(self, info: TemplateInfo) -> None:
        missing = [
            spec.title or name
            for name, spec in info.parameters.items()
            if spec.required
            and spec.default is None
            and name not in info.sample.inputs
            and not self._values.get(name)
        ]
        if missing:
            raise UserError(f"{missing[0]!r} has to be filled in.")
        made = await self._desk.workspace.gallery.use(
            self._desk.actor(), info.name, dict(self._values), with_sample=True
        )
        ui.navigate.to(f"/flows/{made.id}")

    def _facts(self, info: TemplateInfo) -> None:
        with parts.box("ll-panel ll-panel-pad ll-col ll-gap-12"):
            parts.text("What it touches", tag="h2")
            for kind, sentence in info.touches.items():
                _fact(_TOUCHES.get(kind, "check"), sentence)
            cost = cost_line(info)
            if cost:
                _fact("payments", cost)


_TOUCHES = {"files": "folder_open", "network": "language", "money": "payments", "mail": "mail"}


def _fact(icon: str, sentence: str) -> None:
    with parts.box("ll-row").style("align-items: flex-start; gap: 10px"):
        parts.icon(icon, "ll-faint").style("font-size: 18px; margin-top: 1px")
        parts.text(sentence, "ll-muted").style("font-size: 13px")


def _asked(info: TemplateInfo, name: str) -> FormField:
    """Return the field for a parameter; what the sample knows need not be filled in."""
    field = FormField.of_input(name, info.parameters[name])
    if name not in info.sample.inputs:
        return field
    sample = info.sample.inputs[name]
    shown = "the sample that comes with it" if sample == info.sample.folder else sample
    return replace(field, required=False, default=field.default or shown)


def cost_line(info: TemplateInfo) -> str:
    """Return what a run costs and how long it takes, in one sentence."""
    estimate = info.estimate
    low, high = estimate.usd
    if not high:
        return ""
    price = words.money(high) if low == high else f"{words.money(low)} to {words.money(high)}"
    basis = f" for {estimate.basis.rstrip('.')}" if estimate.basis else ""
    return f"About {price}{basis}. Nothing with the demo model or a local one."
