"""A flow as the canvas shows it: nodes with their ports and problems, wires with their types.

Mirrored by `builder/canvas/web/src/types.ts`; change both together. Everything is plain and frozen,
so that two views can be compared by looking at what is the same object.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final, Literal, cast

from nodes.sdk import PortSpec

ViewPortType = Literal["text", "number", "boolean", "object", "list", "any", "order", "error"]
Json = dict[str, Any]
"""JSON on its way to the page."""

_PORTS: Final = frozenset({"inputs", "outputs", "inner_inputs", "inner_outputs"})
_ALWAYS: Final = frozenset({"inputs", "outputs", "container", "sub", "label", "text", "title"})
MAX_TEXT: Final = 300
"""Names and subtitles longer than this are cut before they travel; cards show far less."""


@dataclass(frozen=True, slots=True)
class PortView:
    """A port as a labelled row of a card."""

    name: str
    title: str
    type: ViewPortType
    many: bool = False
    required: bool = False
    wired: bool = False

    @classmethod
    def of(cls, spec: PortSpec, *, wired: bool = False) -> "PortView":
        """Show a port of a node type."""
        return cls(
            name=spec.name,
            title=shortened(spec.title or spec.name),
            type=spec.type,
            many=spec.many,
            required=spec.required,
            wired=wired,
        )


@dataclass(frozen=True, slots=True)
class NodeView:
    """A card or, for a container, a frame."""

    id: str
    type: str
    label: str
    icon: str
    category: str
    sub: str
    x: int
    y: int
    container: bool
    inputs: tuple[PortView, ...] = ()
    outputs: tuple[PortView, ...] = ()
    inner_inputs: tuple[PortView, ...] = ()
    inner_outputs: tuple[PortView, ...] = ()
    parent: str | None = None
    w: int | None = None
    h: int | None = None
    color: str | None = None
    start: bool = False
    collapsed: bool = False
    disabled: bool = False
    missing: bool = False
    problem: str = ""
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True, slots=True)
class EdgeView:
    """A wire."""

    id: str
    source: str
    source_port: str
    target: str
    target_port: str
    type: ViewPortType


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note in Markdown."""

    id: str
    text: str
    x: int
    y: int
    w: int
    h: int
    color: str


@dataclass(frozen=True, slots=True)
class CanvasView:
    """Everything on the canvas."""

    nodes: Mapping[str, NodeView] = field(default_factory=dict[str, NodeView])
    edges: Mapping[str, EdgeView] = field(default_factory=dict[str, EdgeView])
    notes: Mapping[str, NoteView] = field(default_factory=dict[str, NoteView])

    def to_json(self) -> Json:
        """Return the view as the canvas loads it."""
        return {
            "nodes": [dump(node) for node in self.nodes.values()],
            "edges": [dump(edge) for edge in self.edges.values()],
            "notes": [dump(note) for note in self.notes.values()],
        }


@dataclass(frozen=True, slots=True)
class CanvasPatch:
    """What is different in a newer view; None means gone."""

    nodes: Mapping[str, NodeView | None] = field(default_factory=dict[str, NodeView | None])
    edges: Mapping[str, EdgeView | None] = field(default_factory=dict[str, EdgeView | None])
    notes: Mapping[str, NoteView | None] = field(default_factory=dict[str, NoteView | None])

    def __bool__(self) -> bool:
        return bool(self.nodes or self.edges or self.notes)

    def to_json(self) -> Json:
        """Return the patch as the canvas merges it; parts without changes are left out."""
        parts = {"nodes": self.nodes, "edges": self.edges, "notes": self.notes}
        return {
            name: {key: view and dump(view) for key, view in part.items()}
            for name, part in parts.items()
            if part
        }


def patch_between(old: CanvasView, new: CanvasView) -> CanvasPatch:
    """Return what turns one view into the other."""
    return CanvasPatch(
        nodes=_difference(old.nodes, new.nodes),
        edges=_difference(old.edges, new.edges),
        notes=_difference(old.notes, new.notes),
    )


def _difference(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    changed: dict[str, Any] = dict.fromkeys(key for key in old if key not in new)
    for key, view in new.items():
        before = old.get(key)
        if before is not view and before != view:
            changed[key] = view
    return changed


def dump(view: NodeView | EdgeView | NoteView | PortView) -> Json:
    """Return a view as JSON, without what is empty or false: most of a card is."""
    out: Json = {}
    for spec in fields(view):
        value = getattr(view, spec.name)
        if spec.name in _PORTS:
            ports = [dump(port) for port in cast("tuple[PortView, ...]", value)]
            if ports or spec.name in _ALWAYS:
                out[spec.name] = ports
        elif spec.name in _ALWAYS or (value is not None and value is not False and value != ""):
            out[spec.name] = value
    if not out.get("problem"):
        out.pop("severity", None)
    return out


def shortened(text: str, limit: int = MAX_TEXT) -> str:
    """Return a text of one line that is safe to put on a card."""
    flat = " ".join(text[: limit * 4].split())
    return flat if len(flat) <= limit else f"{flat[: limit - 1]}…"
