"""The palette: every node type, found by what one wants to do, dragged onto the canvas."""

from collections.abc import Sequence
from typing import Final

from nicegui import ui

from builder.theme import parts
from nodes.sdk import NodeSpec

CATEGORIES: Final = {
    "flow": "Start and end",
    "llm": "AI",
    "text": "Text",
    "data": "Data",
    "files": "Files",
    "logic": "Logic",
    "http": "Web",
    "mail": "Mail",
}
"""The order and the names of the groups; other categories follow under their own name."""


class Palette:
    """A list of node types with a search; the canvas picks up what is dragged from it."""

    def __init__(self, specs: Sequence[NodeSpec]) -> None:
        self._specs = specs
        self._wanted = ""
        with parts.box("ll-palette", "aside").props('aria-label="Nodes"') as self.element:
            with parts.box("ll-palette-search"):
                parts.search("Search nodes", self._search)
            with parts.box("ll-palette-list"):
                self._list()

    def _search(self, wanted: str) -> None:
        self._wanted = wanted
        self._list.refresh()

    @ui.refreshable_method
    def _list(self) -> None:
        if self._wanted.strip():
            found = ranked(self._specs, self._wanted)
            if not found:
                with parts.empty("search_off", "No node found"):
                    parts.text("Try what it should do: summarise, send, filter.", "ll-small")
            for spec in found:
                _kind(spec)
            return
        groups: dict[str, list[NodeSpec]] = {name: [] for name in CATEGORIES}
        for spec in self._specs:
            groups.setdefault(spec.category, []).append(spec)
        for category, members in groups.items():
            if members:
                parts.text(CATEGORIES.get(category, category.capitalize()), "ll-overline")
                for spec in members:
                    _kind(spec)


def _kind(spec: NodeSpec) -> None:
    with parts.box("ll-kind").props("tabindex=0 role=button").mark("kind") as row:
        row.props["data-node-kind"] = spec.id
        row.props["aria-label"] = f"Add {spec.title}"
        parts.tile(spec.icon, spec.category)
        parts.text(spec.title, "ll-kind-name ll-clip ll-grow")
        if spec.paid:
            parts.icon("paid", "ll-faint").style("font-size: 15px")
        with ui.tooltip().props('anchor="center right" self="center left" :delay=350'):
            parts.text(spec.title, "ll-strong")
            parts.text(spec.summary)
            if spec.paid:
                parts.text("May cost money: it asks a model.")


def ranked(specs: Sequence[NodeSpec], wanted: str) -> list[NodeSpec]:
    """Return the types that fit the words, best first: what it does counts as much as its name."""
    words = wanted.lower().split()
    scored = [(score, spec) for spec in specs if (score := _score(spec, words))]
    return [spec for _, spec in sorted(scored, key=lambda pair: (-pair[0], pair[1].title))]


def _score(spec: NodeSpec, words: Sequence[str]) -> int:
    title, name = spec.title.lower(), spec.name.lower()
    aliases = [alias.lower() for alias in spec.aliases]
    total = 0
    for word in words:
        if title.startswith(word):
            total += 10
        elif word in aliases:
            total += 9
        elif any(part.startswith(word) for part in title.split()):
            total += 8
        elif any(alias.startswith(word) for alias in aliases):
            total += 6
        elif word in name or word in title:
            total += 4
        elif word in spec.summary.lower():
            total += 2
        else:
            return 0
    return total
