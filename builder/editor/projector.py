"""From a document to what the canvas shows, again and again, doing only what has changed."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from builder.editor.view import (
    CanvasView,
    EdgeView,
    NodeView,
    NoteView,
    PortView,
    ViewPortType,
    shortened,
)
from nodes.sdk import ERROR_OUT, ORDER_IN, ORDER_OUT, NodeSpec, PortSpec
from runtime.flow.model import Document, Edge, Flow, FlowNode, Note, Place

Ports = tuple[tuple[PortSpec, ...], tuple[PortSpec, ...]]
_NO_PLACE = Place()


class NodeTypes(Protocol):
    """The node types, and the ports a node has with its present settings."""

    def get(self, type_id: str, /) -> NodeSpec | None:
        """Return a node type, None when it is not installed."""
        ...

    def ports(self, flow: Flow, node_id: str, /) -> Ports:
        """Return the input and output ports of a node of a known type."""
        ...


class Trouble(Protocol):
    """One thing that is wrong with a flow."""

    @property
    def message(self) -> str:
        """What is wrong."""
        ...

    @property
    def hint(self) -> str:
        """What to do about it."""
        ...

    @property
    def node(self) -> str:
        """The node it is about, empty for the flow."""
        ...

    @property
    def severity(self) -> Literal["error", "warning"]:
        """Whether the flow cannot run because of it."""
        ...


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a card was made from; the same objects make the same card."""

    node: FlowNode
    place: Place
    wired: frozenset[str]
    loose: frozenset[tuple[str, bool]]
    trouble: tuple[str, str]
    inputs: object


class Projector:
    """Makes views of one flow; a card made from the same things as before is the same object."""

    def __init__(self, types: NodeTypes) -> None:
        self._types = types
        self._cards: dict[str, tuple[_Seen, NodeView]] = {}
        self._notes: dict[str, tuple[Note, NoteView]] = {}
        self._edges: dict[Edge, EdgeView] = {}

    def view(self, document: Document, problems: Sequence[Trouble] = ()) -> CanvasView:
        """Return the document as the canvas shows it."""
        flow, layout = document.flow, document.layout
        wired: defaultdict[str, set[str]] = defaultdict(set)
        ends: defaultdict[str, set[tuple[str, bool]]] = defaultdict(set)
        for edge in flow.edges:
            wired[edge.target].add(edge.target_port)
            ends[edge.source].add((edge.source_port, True))
            ends[edge.target].add((edge.target_port, False))
        trouble = _first_of_each_node(problems)
        cards: dict[str, tuple[_Seen, NodeView]] = {}
        for node_id, node in flow.nodes.items():
            seen = _Seen(
                node=node,
                place=layout.nodes.get(node_id, _NO_PLACE),
                wired=frozenset(wired.get(node_id, ())),
                loose=frozenset(ends.get(node_id, ())),
                trouble=trouble.get(node_id, ("", "error")),
                inputs=flow.inputs,
            )
            cards[node_id] = self._card(node_id, seen, flow)
        self._cards = cards
        nodes = {node_id: card for node_id, (_, card) in cards.items()}
        self._edges = {edge: self._wire(edge, nodes) for edge in sorted(flow.edges)}
        self._notes = {key: self._note(key, note) for key, note in layout.notes.items()}
        return CanvasView(
            nodes=nodes,
            edges={view.id: view for view in self._edges.values()},
            notes={key: view for key, (_, view) in self._notes.items()},
        )

    def _card(self, node_id: str, seen: _Seen, flow: Flow) -> tuple[_Seen, NodeView]:
        known = self._cards.get(node_id)
        if known and _same(known[0], seen):
            return known
        node, place, spec = seen.node, seen.place, self._types.get(seen.node.type)
        inputs, outputs = self._ports(flow, node_id, node, seen, spec)
        problem, severity = seen.trouble
        view = NodeView(
            id=node_id,
            type=node.type,
            label=shortened(node.label or (spec.title if spec else node.type)),
            icon=spec.icon if spec else "extension_off",
            category=spec.category if spec else "missing",
            sub=_subtitle(spec, node),
            x=place.x,
            y=place.y,
            w=place.w,
            h=place.h,
            color=place.color,
            collapsed=place.collapsed,
            container=bool(spec and spec.container),
            start=bool(spec and spec.start),
            inputs=inputs,
            outputs=outputs,
            inner_inputs=_shown(spec.inner_inputs if spec else (), seen.wired),
            inner_outputs=_shown(spec.inner_outputs if spec else (), frozenset()),
            parent=node.parent,
            disabled=node.disabled,
            missing=spec is None,
            problem=problem,
            severity="warning" if severity == "warning" else "error",
        )
        return seen, view

    def _ports(
        self, flow: Flow, node_id: str, node: FlowNode, seen: _Seen, spec: NodeSpec | None
    ) -> tuple[tuple[PortView, ...], tuple[PortView, ...]]:
        ins: tuple[PortSpec, ...] = ()
        outs: tuple[PortSpec, ...] = ()
        if spec:
            ins, outs = self._types.ports(flow, node_id)
        inputs, outputs = _shown(ins, seen.wired), _shown(outs, frozenset())
        if node.policy.on_error == "branch" and all(port.name != ERROR_OUT for port in outputs):
            outputs = (*outputs, PortView(name=ERROR_OUT, title="Error", type="error"))
        # A wire to a port that is no longer there is shown where it ends, so that it can be moved.
        inside = {p.name for p in (*spec.inner_inputs, *spec.inner_outputs)} if spec else set[str]()
        known = {p.name for p in (*inputs, *outputs)} | inside | {ORDER_IN, ORDER_OUT}
        lost = sorted(end for end in seen.loose if end[0] not in known)
        inputs += tuple(_lost(name) for name, outward in lost if not outward)
        outputs += tuple(_lost(name) for name, outward in lost if outward)
        return inputs, outputs

    def _wire(self, edge: Edge, nodes: Mapping[str, NodeView]) -> EdgeView:
        kind = _carries(edge, nodes.get(edge.source))
        known = self._edges.get(edge)
        if known and known.type == kind:
            return known
        return EdgeView(
            id=str(edge),
            source=edge.source,
            source_port=edge.source_port,
            target=edge.target,
            target_port=edge.target_port,
            type=kind,
        )

    def _note(self, key: str, note: Note) -> tuple[Note, NoteView]:
        known = self._notes.get(key)
        if known and known[0] is note:
            return known
        view = NoteView(
            id=key,
            text=note.text[:20_000],
            x=note.x,
            y=note.y,
            w=note.w or 240,
            h=note.h or 120,
            color=note.color or "yellow",
        )
        return note, view


def _same(old: _Seen, new: _Seen) -> bool:
    return (
        old.node is new.node
        and (old.place is new.place or old.place == new.place)
        and old.wired == new.wired
        and old.loose == new.loose
        and old.trouble == new.trouble
        and (old.inputs is new.inputs or old.inputs == new.inputs)
    )


def _shown(specs: Sequence[PortSpec], wired: frozenset[str]) -> tuple[PortView, ...]:
    return tuple(
        PortView(name=spec.name, title=shortened(spec.title or "Error"), type="error")
        if spec.name == ERROR_OUT
        else PortView.of(spec, wired=spec.name in wired)
        for spec in specs
        if spec.name not in (ORDER_IN, ORDER_OUT)
    )


def _lost(name: str) -> PortView:
    return PortView(name=name, title=name, type="any", wired=True)


def _carries(edge: Edge, source: NodeView | None) -> ViewPortType:
    for port in (*source.outputs, *source.inner_outputs) if source else ():
        if port.name == edge.source_port:
            error = port.type == "error"
            return port.type if error or edge.target_port != ORDER_IN else "order"
    return "order"


def _subtitle(spec: NodeSpec | None, node: FlowNode) -> str:
    if spec is None:
        return ""
    return shortened(_subtitle_of(spec.cls.subtitle, node.inputs), 120)


def _subtitle_of(subtitle: Callable[[Mapping[str, Any]], str], settings: Mapping[str, Any]) -> str:
    try:
        return subtitle(settings)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        # Settings are whatever somebody typed so far; a subtitle must not keep a flow from opening.
        return ""


def _first_of_each_node(problems: Sequence[Trouble]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for problem in sorted(problems, key=lambda p: p.severity != "error"):
        if problem.node and problem.node not in found:
            sentence = f"{problem.message} {problem.hint}".strip()
            found[problem.node] = (shortened(sentence), problem.severity)
    return found
