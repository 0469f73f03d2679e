"""A small picture of a flow, drawn from its document: what one gets, not decoration. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from runtime.flow.autolayout import arranged
from runtime.flow.model import Document, Flow, FlowNode, Place

_TILE: Final = 56
_GAP_X: Final = 52
_GAP_Y: Final = 44
_PAD: Final = 26
_SAME_COLUMN: Final = 140
"""Nodes whose places differ less than this stand in one column."""
_CUT: Final = 580
"""How much of a long flow a picture without labels shows: the rest would make it unreadable."""
_READABLE: Final = 0.85
"""The scale at which labels can be read; who has less room scrolls."""
_FADES: Final = 'class="ll-cut" '
_MOST: Final = 120
"""Bigger flows are drawn without the rest: at this size nobody can tell."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the picture shows of a node type."""

    title: str
    category: str
    icon: str = "circle"


Looks = Callable[[str], Look]


@dataclass(frozen=True, slots=True)
class _Box:
    x: float
    y: float
    w: float
    h: float
    container: bool

    def moved(self, x: float, y: float) -> "_Box":
        return _Box(self.x + x, self.y + y, self.w, self.h, self.container)


def draw(document: Document, looks: Looks, *, labels: bool = False) -> str:
    """Return the flow as an SVG that takes its colours from the page.

    Drawn from left to right whatever the canvas looks like, and close together so that icons
    stay readable. Without labels a long flow shows how it begins and fades out.
    """
    flow = document.flow
    layout = arranged(flow) if flow.nodes else document.layout
    nodes = dict(list(flow.nodes.items())[:_MOST])
    boxes, width, height = _arrange(None, nodes, layout.nodes, labels=labels)
    name = escape(f"Picture of the flow {flow.title or flow.name}")
    frames = "".join(_frame(box) for box in boxes.values() if box.container)
    wires = "".join(_wires(flow, boxes))
    tiles = "".join(
        _tile(box, nodes[node_id], looks(nodes[node_id].type), labels=labels)
        for node_id, box in boxes.items()
    )
    side = 44 if labels else 24
    cut = not labels and width + 2 * side > _CUT
    shown = _CUT if cut else width + 2 * side
    view = f"{-side} -4 {shown:.0f} {height + 8:.0f}"
    size = f'width="{shown * _READABLE:.0f}" ' if labels else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" role="img" aria-label="{name}" '
        f'{_FADES if cut else ""}{size}preserveAspectRatio="xMidYMid meet">'
        f"{frames}{wires}{tiles}</svg>"
    )


def _arrange(
    parent: str | None,
    nodes: Mapping[str, FlowNode],
    places: Mapping[str, Place],
    *,
    labels: bool,
    depth: int = 0,
) -> tuple[dict[str, _Box], float, float]:
    """Return the boxes inside a container, or of the whole flow, and how much room they take."""
    members = [name for name, node in nodes.items() if node.parent == parent]
    boxes: dict[str, _Box] = {}
    x = height = 0.0
    columns: list[tuple[list[str], float, float, float]] = []
    inner: dict[str, dict[str, _Box]] = {}
    sizes: dict[str, tuple[float, float]] = {}
    for name in members:
        sizes[name] = (_TILE, _TILE + (22 if labels else 0))
        if depth < 8 and any(node.parent == name for node in nodes.values()):
            inside, w, h = _arrange(name, nodes, places, labels=labels, depth=depth + 1)
            inner[name] = inside
            sizes[name] = (w + 2 * _PAD, h + 2 * _PAD + 12)
    for column in _columns(members, places):
        wide = max(sizes[name][0] for name in column)
        tall = sum(sizes[name][1] for name in column) + _GAP_Y * (len(column) - 1)
        columns.append((column, x, wide, tall))
        x += wide + _GAP_X + (14 if labels else 0)
        height = max(height, tall)
    for column, left, wide, tall in columns:
        y = (height - tall) / 2
        for name in column:
            w, h = sizes[name]
            boxes[name] = _Box(left + (wide - w) / 2, y, w, h, name in inner)
            for child, box in inner.get(name, {}).items():
                boxes[child] = box.moved(boxes[name].x + _PAD, y + _PAD + 12)
            y += h + _GAP_Y
    last = columns[-1] if columns else None
    return boxes, (last[1] + last[2] if last else 1.0), max(height, 1.0)


def _columns(names: Sequence[str], places: Mapping[str, Place]) -> list[list[str]]:
    ordered = sorted(names, key=lambda name: (places.get(name, Place()).x, name))
    columns: list[list[str]] = []
    start = 0
    for name in ordered:
        x = places.get(name, Place()).x
        if not columns or x - start > _SAME_COLUMN:
            columns.append([])
            start = x
        columns[-1].append(name)
    return [sorted(column, key=lambda name: places.get(name, Place()).y) for column in columns]


def _wires(flow: Flow, boxes: Mapping[str, _Box]) -> Iterable[str]:
    for edge in sorted(flow.edges):
        source, target = boxes.get(edge.source), boxes.get(edge.target)
        if source is None or target is None:
            continue
        inward = flow.nodes[edge.target].parent == edge.source
        outward = flow.nodes[edge.source].parent == edge.target
        x1 = source.x if inward else source.x + source.w
        x2 = target.x + target.w if outward else target.x
        y1 = _middle(target if inward else source)
        y2 = _middle(source if outward else target)
        bend = max(12.0, abs(x2 - x1) / 2)
        yield (
            f'<path d="M{x1:.0f} {y1:.0f}C{x1 + bend:.0f} {y1:.0f} {x2 - bend:.0f} {y2:.0f} '
            f'{x2:.0f} {y2:.0f}" fill="none" stroke="var(--ll-ink-off)" stroke-width="2"/>'
        )


def _middle(box: _Box) -> float:
    return box.y + (box.h / 2 if box.container else _TILE / 2)


def _frame(box: _Box) -> str:
    return (
        f'<rect x="{box.x:.0f}" y="{box.y:.0f}" width="{box.w:.0f}" height="{box.h:.0f}" rx="16" '
        'fill="var(--ll-accent)" fill-opacity=".06" stroke="var(--ll-accent)" '
        'stroke-opacity=".45" stroke-width="1.6" stroke-dasharray="6 5"/>'
    )


def _tile(box: _Box, node: FlowNode, look: Look, *, labels: bool) -> str:
    colour = f"var(--ll-cat-{escape(look.category)}, var(--ll-ink-3))"
    label = escape(_short(node.label or look.title, 17 if not box.container else 40))
    if box.container:
        return (
            f"{_icon(box.x + 24, box.y + 22, 20, look.icon, colour)}"
            f'<text x="{box.x + 40:.0f}" y="{box.y + 27:.0f}" font-size="14" font-weight="550" '
            f'fill="var(--ll-ink-2)">{label}</text>'
        )
    middle = box.x + _TILE / 2
    words = (
        f'<text x="{middle:.0f}" y="{box.y + _TILE + 18:.0f}" font-size="13" font-weight="500" '
        f'text-anchor="middle" fill="var(--ll-ink)">{label}</text>'
        if labels
        else ""
    )
    return (
        f'<rect x="{box.x:.0f}" y="{box.y:.0f}" width="{_TILE}" height="{_TILE}" rx="14" '
        'fill="var(--ll-surface)" stroke="var(--ll-line-strong)" stroke-width="1.5"/>'
        f"{_icon(middle, box.y + _TILE / 2, 28, look.icon, colour)}{words}"
    )


def _icon(x: float, y: float, size: int, name: str, colour: str) -> str:
    # The icon font turns the name into a picture; it is on every page already.
    return (
        f'<text x="{x:.0f}" y="{y + size / 2:.0f}" text-anchor="middle" font-size="{size}" '
        f'font-family="Material Symbols Rounded" fill="{colour}">{escape(name)}</text>'
    )


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "\u2026"
