"""What makes a wire right or wrong: its ends, its borders, its ports, its types."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from nodes.sdk import ERROR_OUT, ORDER_IN, ORDER_OUT, PortSpec, PortType, fits
from runtime.flow.model import Edge, Flow, FlowNode


class NodePorts(NamedTuple):
    """The ports of one node with its present settings; `in` and `out` go without saying."""

    inputs: tuple[PortSpec, ...] = ()
    outputs: tuple[PortSpec, ...] = ()
    inner_inputs: tuple[PortSpec, ...] = ()
    inner_outputs: tuple[PortSpec, ...] = ()


PortLookup = Callable[[Flow, str], NodePorts | None]
"""Tells the ports of a node; None for a node whose type is not known."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a wire cannot be."""

    message: str
    hint: str = ""
    port: str = ""
    """The input port it is about."""


Side = Literal["beside", "into", "out_of"]
"""How a wire lies: beside any border, from a container into its inside, or out of it."""


def side(edge: Edge, nodes: Mapping[str, FlowNode]) -> Side | None:
    """Say how a wire lies; None when it crosses the border of a container or hangs loose."""
    source, target = nodes.get(edge.source), nodes.get(edge.target)
    if source is None or target is None:
        return None
    if target.parent == edge.source:
        return "into"
    if source.parent == edge.target:
        return "out_of"
    return "beside" if source.parent == target.parent else None


def end_fault(edge: Edge, nodes: Mapping[str, FlowNode]) -> Fault | None:
    """Return what is wrong with the ends of a wire: missing, the same, or across a border."""
    for end in (edge.source, edge.target):
        if end not in nodes:
            return Fault(
                f"The wire '{edge}' hangs loose: there is no node {end!r}.",
                "Remove the wire, or connect it to a node.",
                edge.target_port,
            )
    if edge.source == edge.target:
        return Fault(
            f"{called(edge.source, nodes)} is connected to itself.",
            "Remove the wire; to repeat something, put it into a For each.",
            edge.target_port,
        )
    if side(edge, nodes) is None:
        return _border_fault(edge, nodes)
    return None


def _border_fault(edge: Edge, nodes: Mapping[str, FlowNode]) -> Fault:
    source, target = called(edge.source, nodes), called(edge.target, nodes)
    inner = nodes[edge.source].parent
    if inner is not None:
        return Fault(
            f"The wire from {source} to {target} leaves the container {called(inner, nodes)}.",
            f"Connect {source} to the result of the container, and the container to {target}.",
            edge.target_port,
        )
    outer = nodes[edge.target].parent or ""
    return Fault(
        f"The wire from {source} to {target} goes into the container {called(outer, nodes)}.",
        f"Connect {source} to the container; a setting inside may read it with "
        f"{{{{ {edge.source}.{edge.source_port} }}}}.",
        edge.target_port,
    )


def port_fault(
    edge: Edge,
    nodes: Mapping[str, FlowNode],
    source: NodePorts | None,
    target: NodePorts | None,
) -> Fault | None:
    """Return what is wrong with the ports of a wire whose ends are right."""
    lies = side(edge, nodes)
    if lies == "into":
        source = source and NodePorts(outputs=source.inner_outputs)
    sends = _sends(edge, source, nodes, inner=lies == "into")
    if isinstance(sends, Fault):
        return sends
    takes = _takes(edge, target, nodes, inner=lies == "out_of")
    if isinstance(takes, Fault):
        return takes
    if sends and takes and not fits(sends, takes):
        what = "only says when" if sends == "order" else f"sends {_a(sends)}"
        return Fault(
            f"{called(edge.source, nodes)} {what} at '{edge.source_port}', but "
            f"{called(edge.target, nodes)} takes {_a(takes)} at '{edge.target_port}'.",
            "Choose another port, or put a node between them that turns one into the other.",
            edge.target_port,
        )
    return None


def takes_many(edge: Edge, nodes: Mapping[str, FlowNode], target: NodePorts | None) -> bool:
    """Say whether the port a wire ends in takes more than one."""
    out_of = side(edge, nodes) == "out_of"
    if edge.target_port == ORDER_IN and not out_of:
        return True
    if target is None:
        return False
    port = _port(target.inner_inputs if out_of else target.inputs, edge.target_port)
    return port is not None and port.many


def occupied_fault(first: Edge, second: Edge, nodes: Mapping[str, FlowNode]) -> Fault:
    """Return the sentence for two wires in a port that takes one."""
    return Fault(
        f"'{first.target_port}' of {called(first.target, nodes)} is connected twice: from "
        f"{called(first.source, nodes)} and from {called(second.source, nodes)}.",
        "Remove one of the wires, or put a Merge before it.",
        first.target_port,
    )


def circle_fault(way: list[str], nodes: Mapping[str, FlowNode]) -> Fault:
    """Return the sentence for nodes that wait for each other."""
    shown = way if len(way) <= 8 else [*way[:4], "", *way[-3:]]
    names = " → ".join(called(name, nodes) if name else "…" for name in shown)
    return Fault(
        f"These nodes wait for each other in a circle: {names}.",
        "Remove one of the wires; to repeat something, put it into a For each.",
    )


def called(node_id: str, nodes: Mapping[str, FlowNode]) -> str:
    """Return what a node is called in sentences: its label, else its id, in quotes."""
    node = nodes.get(node_id)
    return repr(node.label if node and node.label else node_id)


def _sends(
    edge: Edge, ports: NodePorts | None, nodes: Mapping[str, FlowNode], *, inner: bool
) -> PortType | Fault | None:
    """Return what the source sends, a fault when it has no such port, None when unknown."""
    if edge.source_port == ORDER_OUT and not inner:
        return "order"
    if edge.source_port == ORDER_OUT:
        return Fault(
            f"A wire from the way out of {called(edge.source, nodes)} cannot lead into it.",
            "Nodes inside a container begin by themselves, once for each item.",
            edge.target_port,
        )
    if ports is None:
        return None
    port = _port(ports.outputs, edge.source_port)
    if port:
        return port.type
    has = ", ".join(repr(port.name) for port in ports.outputs)
    hint = f"It has: {has}." if has else "It only has the order port 'out'."
    if edge.source_port == ERROR_OUT and not inner:
        hint = "Set its policy to send errors their own way (on_error: branch)."
    where = " for its inside" if inner else ""
    return Fault(
        f"{called(edge.source, nodes)} has no output '{edge.source_port}'{where}.",
        hint,
        edge.target_port,
    )


def _takes(
    edge: Edge, ports: NodePorts | None, nodes: Mapping[str, FlowNode], *, inner: bool
) -> PortType | Fault | None:
    if edge.target_port == ORDER_IN and not inner:
        return "order"
    if ports is None:
        return None
    inputs = ports.inner_inputs if inner else ports.inputs
    port = _port(inputs, edge.target_port)
    if port:
        return port.type
    has = ", ".join(repr(port.name) for port in inputs)
    also = "" if inner else f"A setting takes {{{{ {edge.source}.{edge.source_port} }}}} instead."
    return Fault(
        f"{called(edge.target, nodes)} has no input '{edge.target_port}'.",
        f"It has: {has}. {also}".strip() if has else f"It only has the order port 'in'. {also}",
        edge.target_port,
    )


def _port(ports: tuple[PortSpec, ...], name: str) -> PortSpec | None:
    return next((port for port in ports if port.name == name), None)


def _a(kind: PortType) -> str:
    return {
        "text": "text",
        "number": "a number",
        "boolean": "yes or no",
        "object": "an object",
        "list": "a list",
        "any": "anything",
        "order": "no value",
    }[kind]
