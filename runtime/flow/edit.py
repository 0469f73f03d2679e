"""Editing: operations go in, a changed document and the way back come out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from nodes.sdk import UserError
from runtime.flow import graph
from runtime.flow.draft import Draft
from runtime.flow.model import Document, Edge, Flow, FlowNode
from runtime.flow.ops import (
    MAX_OPS,
    AddEdge,
    AddNode,
    AddNote,
    Move,
    Op,
    RemoveEdge,
    RemoveNode,
    RemoveNote,
    SetFlow,
    SetInput,
    SetNode,
    SetNote,
    Spot,
    Style,
    UnsetInput,
    dump_ops,
    parse_ops,
)
from runtime.flow.wires import (
    Fault,
    NodePorts,
    PortLookup,
    circle_fault,
    end_fault,
    occupied_fault,
    port_fault,
    side,
    takes_many,
)

__all__ = [
    "AddEdge",
    "AddNode",
    "AddNote",
    "Edited",
    "Move",
    "NodePorts",
    "Op",
    "PortLookup",
    "RemoveEdge",
    "RemoveNode",
    "RemoveNote",
    "SetFlow",
    "SetInput",
    "SetNode",
    "SetNote",
    "Spot",
    "Style",
    "UnsetInput",
    "apply",
    "dump_ops",
    "parse_ops",
]

MAX_NODES: Final = 10_000
MAX_EDGES: Final = 50_000
_FEW: Final = 8
"""Up to this many new wires, a walk from each is faster than a look at the whole flow."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A changed document, and the operations that take the change back."""

    document: Document
    inverse: tuple[Op, ...]


def apply(
    document: Document,
    ops: Sequence[Op],
    *,
    ports: PortLookup | None = None,
    restore: bool = False,
) -> Edited:
    """Do all operations or, raising UserError, none of them.

    Structure that can never be right is refused, judged by what the operations leave behind:
    their order does not matter. What somebody else deleted meanwhile is skipped in silence.
    With `restore` nothing is refused: undo, redo, replay and changes on disk bring back what
    once was accepted, and loose wires are left out. Without `ports` the types go unchecked.
    """
    if len(ops) > MAX_OPS:
        raise UserError(
            f"{len(ops)} operations are more than the {MAX_OPS} of one step.",
            hint="Send them in several steps.",
        )
    draft = Draft(document)
    back: list[list[Op]] = []
    for op in ops:
        back.append(draft.do(op))
    if restore:
        _drop_loose(draft)
    else:
        _refuse_size(draft, document)
    edited = draft.document()
    if not restore:
        _refuse_parents(draft, edited.flow, ports)
        _refuse_wires(draft, edited.flow, ports)
    return Edited(edited, tuple(op for group in reversed(back) for op in group))


def _drop_loose(draft: Draft) -> None:
    for edge in draft.wired:
        if edge.source not in draft.nodes or edge.target not in draft.nodes:
            draft.edges.discard(edge)


def _refuse_size(draft: Draft, before: Document) -> None:
    grown = len(draft.nodes) > len(before.flow.nodes), len(draft.edges) > len(before.flow.edges)
    if grown[0] and len(draft.nodes) > MAX_NODES:
        raise UserError(
            f"A flow has at most {MAX_NODES} nodes.", hint="Split it into several flows."
        )
    if grown[1] and len(draft.edges) > MAX_EDGES:
        raise UserError(
            f"A flow has at most {MAX_EDGES} wires.", hint="Split it into several flows."
        )


def _refuse_parents(draft: Draft, flow: Flow, ports: PortLookup | None) -> None:
    """Refuse containers that are none, and wires of moved nodes that now cross a border."""
    for name in draft.moved_in:
        parent = flow.nodes[name].parent
        if parent is None:
            continue
        fault = _parent_fault(name, parent, flow, ports)
        if fault:
            raise _refused(fault, name)
    if draft.moved_in:
        for edge in sorted(flow.edges):
            ends = {edge.source, edge.target}
            if not ends.isdisjoint(draft.moved_in) and edge not in draft.wired:
                fault = end_fault(edge, flow.nodes)
                if fault:
                    raise _refused(fault, edge.target)


def _parent_fault(name: str, parent: str, flow: Flow, ports: PortLookup | None) -> Fault | None:
    if parent not in flow.nodes:
        return Fault(f"There is no container {parent!r}.", "Choose one that exists.")
    seen = {name}
    current: str | None = parent
    while current is not None and current not in seen:
        seen.add(current)
        node = flow.nodes.get(current)
        current = node.parent if node else None
    if current is not None:
        return Fault(f"{name!r} cannot lie inside itself.", "Choose another container.")
    known = ports(flow, parent) if ports else None
    if known and not known.inner_inputs and not known.inner_outputs:
        return Fault(f"{parent!r} is no container.", "Nodes can lie inside a For each.")
    return None


def _refuse_wires(draft: Draft, flow: Flow, ports: PortLookup | None) -> None:
    if not draft.wired:
        return
    into = _into(draft.wired, flow)
    looked_up: dict[str, NodePorts | None] = {}

    def known(name: str) -> NodePorts | None:
        if ports is not None and name not in looked_up:
            looked_up[name] = ports(flow, name)
        return looked_up.get(name)

    for edge in draft.wired:
        fault = end_fault(edge, flow.nodes) or port_fault(
            edge, flow.nodes, known(edge.source), known(edge.target)
        )
        if fault is None and (target := known(edge.target)) is not None:
            others = [one for one in into[edge.target, edge.target_port] if one != edge]
            if others and not takes_many(edge, flow.nodes, target):
                fault = occupied_fault(others[0], edge, flow.nodes)
        if fault:
            raise _refused(fault, edge.target)
    _refuse_circles(list(draft.wired), flow)


def _into(wired: Iterable[Edge], flow: Flow) -> dict[tuple[str, str], list[Edge]]:
    """Return every wire that ends where one of the new ones ends."""
    into: dict[tuple[str, str], list[Edge]] = {
        (edge.target, edge.target_port): [] for edge in wired
    }
    for edge in flow.edges:
        if (edge.target, edge.target_port) in into:
            into[edge.target, edge.target_port].append(edge)
    return into


def _refuse_circles(wired: list[Edge], flow: Flow) -> None:
    successors = successors_of(flow.nodes, flow.edges)
    knot_of: dict[str, int] = {}
    if len(wired) > _FEW:
        for number, knot in enumerate(graph.knots(flow.nodes, successors)):
            knot_of.update(dict.fromkeys(knot, number))
    for edge in wired:
        if side(edge, flow.nodes) != "beside":
            continue
        if len(wired) > _FEW and knot_of.get(edge.source, -1) != knot_of.get(edge.target, -2):
            continue
        way = graph.path(edge.target, edge.source, successors)
        if way:
            raise _refused(circle_fault([edge.source, *way], flow.nodes), edge.target)


def successors_of(nodes: Mapping[str, FlowNode], edges: frozenset[Edge]) -> dict[str, list[str]]:
    """Return who comes after whom by wires that stay on one side of every border."""
    parents = {name: node.parent for name, node in nodes.items()}
    after: dict[str, list[str]] = {}
    for edge in edges:
        source, target = edge.source, edge.target
        if source in parents and parents[source] == parents.get(target, edge):
            after.setdefault(source, []).append(target)
    return after


def _refused(fault: Fault, node: str) -> UserError:
    return UserError(fault.message, hint=fault.hint).at(node)
