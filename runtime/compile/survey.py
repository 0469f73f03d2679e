"""A flow laid out for the checks: node types, ports and scopes, each looked up once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from nodes.sdk import NodeSpec
from runtime.compile.problem import Problem
from runtime.flow import graph
from runtime.flow.model import Edge, Flow
from runtime.flow.wires import Fault, NodePorts, called, end_fault, side
from runtime.registry import Registry
from runtime.registry.registry import facts_of

DEEPEST: Final = 16
"""How deep containers may lie in containers."""


@dataclass(slots=True)
class Survey:
    """What the checks know of a flow, and where they put what they find."""

    flow: Flow
    specs: Mapping[str, NodeSpec | None]
    ports: Mapping[str, NodePorts | None]
    edges: tuple[Edge, ...]
    """Wires whose ends are right, sorted."""
    loose: tuple[tuple[Edge, Fault], ...]
    """Wires whose ends are wrong."""
    successors: Mapping[str, list[str]]
    """Who comes after whom by wires that stay in one scope."""
    order: tuple[str, ...]
    """Nodes in an order in which each comes after those it waits for, without circles."""
    into: Mapping[str, Mapping[str, list[Edge]]]
    """Node -> port -> wires that end there, from beside or from the container around."""
    collected: Mapping[str, Mapping[str, list[Edge]]]
    """Container -> inner input port -> wires that end there."""
    problems: list[Problem] = field(default_factory=list[Problem])

    def error(self, node: str, message: str, hint: str = "", *, field: str = "") -> None:
        """Note something that keeps the flow from running."""
        self.problems.append(Problem(message=message, hint=hint, node=node, field=field))

    def warn(self, node: str, message: str, hint: str = "", *, field: str = "") -> None:
        """Note something a person should look at."""
        self.problems.append(
            Problem(message=message, hint=hint, node=node, field=field, severity="warning")
        )

    def fault(self, node: str, fault: Fault) -> None:
        """Note what is wrong with a wire."""
        self.error(node, fault.message, fault.hint, field=fault.port)

    def called(self, node: str) -> str:
        """Return what a node is called in sentences."""
        return called(node, self.flow.nodes)

    def around(self, node: str) -> list[str]:
        """Return the containers around a node, the nearest first; no more than are allowed."""
        found: list[str] = []
        parent = self.flow.nodes[node].parent
        while parent is not None and parent in self.flow.nodes and parent not in found:
            found.append(parent)
            if len(found) > DEEPEST:
                break
            parent = self.flow.nodes[parent].parent
        return found


def survey(flow: Flow, registry: Registry) -> Survey:
    """Look everything up that the checks of a flow need."""
    facts = facts_of(flow)
    good: list[Edge] = []
    loose: list[tuple[Edge, Fault]] = []
    into: dict[str, dict[str, list[Edge]]] = {}
    collected: dict[str, dict[str, list[Edge]]] = {}
    successors: dict[str, list[str]] = {}
    for edge in sorted(flow.edges, key=str):
        fault = end_fault(edge, flow.nodes)
        if fault:
            loose.append((edge, fault))
            continue
        good.append(edge)
        lies = side(edge, flow.nodes)
        ends = collected if lies == "out_of" else into
        ends.setdefault(edge.target, {}).setdefault(edge.target_port, []).append(edge)
        if lies == "beside":
            successors.setdefault(edge.source, []).append(edge.target)
    nodes = sorted(flow.nodes)
    return Survey(
        flow=flow,
        specs={name: registry.find(flow.nodes[name].type) for name in nodes},
        ports={name: registry.node_ports(flow.nodes[name], facts) for name in nodes},
        edges=tuple(good),
        loose=tuple(loose),
        successors=successors,
        order=tuple(graph.in_order(nodes, successors)),
        into=into,
        collected=collected,
    )
