"""Plans built by hand, so that the engine is tested without the compiler."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from nodes.sdk import Node
from runtime.compile.plan import Outputs, Plan, PlanNode, Scope, Wire
from runtime.flow.model import Budget, Edge, InputSpec, Policy


@dataclass(frozen=True)
class N:
    """A node of a flow; a value that is a function is an expression over what was sent."""

    cls: type[Node]
    values: dict[str, Any] = field(default_factory=dict[str, Any])
    reads: Sequence[str] = ()
    parent: str | None = None
    policy: Policy = field(default_factory=Policy)
    disabled: bool = False


def plan(
    nodes: dict[str, N],
    edges: Sequence[str] = (),
    *,
    inputs: dict[str, InputSpec] | None = None,
    budget: Budget | None = None,
) -> Plan:
    """Return a plan; `edges` are lines such as `a.text -> b.text`."""
    wires: dict[str, dict[str, list[Wire]]] = defaultdict(lambda: defaultdict(list))
    collects: dict[str, dict[str, list[Wire]]] = defaultdict(lambda: defaultdict(list))
    waits: dict[str, set[str]] = {name: set() for name in nodes}
    for line in edges:
        edge = Edge.parse(line)
        wire = Wire(edge.source, edge.source_port)
        if nodes[edge.source].parent == edge.target:
            collects[edge.target][edge.target_port].append(wire)
            continue
        wires[edge.target][edge.target_port].append(wire)
        if nodes[edge.source].parent == nodes[edge.target].parent:
            waits[edge.target].add(edge.source)
    for name, node in nodes.items():
        waits[name] |= {r for r in node.reads if nodes[r].parent == node.parent}
    plan_nodes = {name: _node(name, node, wires[name]) for name, node in nodes.items()}
    containers = [name for name, node in nodes.items() if node.cls.spec.container]
    return Plan(
        flow_id="flw_test",
        name="test-flow",
        hash="0" * 64,
        nodes=plan_nodes,
        root=_scope(None, nodes, waits, {}),
        inside={name: _scope(name, nodes, waits, collects[name]) for name in containers},
        budget=budget,
        inputs=inputs or {},
    )


def read(node: str, port: str = "value", *, plus: int | None = None) -> Callable[[Outputs], Any]:
    """Return an expression that reads a port, and adds a number to it."""

    def resolve(outputs: Outputs) -> Any:
        value = outputs[node][port]
        return value if plus is None else value + plus

    return resolve


def as_result(node: str, port: str = "value") -> Callable[[Outputs], dict[str, Any]]:
    """Return an expression that gives a port back as the result `r`."""
    return lambda outputs: {"r": outputs[node][port]}


def _node(name: str, node: N, wires: dict[str, list[Wire]]) -> PlanNode:
    many = {port.name for port in node.cls.spec.inputs if port.many}
    return PlanNode(
        id=name,
        label=name.capitalize(),
        spec=node.cls.spec,
        policy=node.policy,
        resolve=_resolver(node.values),
        wires={port: tuple(found) for port, found in wires.items() if port != "in"},
        after=tuple(wires.get("in", ())),
        reads=frozenset(node.reads),
        parent=node.parent,
        many=frozenset(many & wires.keys()),
        disabled=node.disabled,
        effect=node.policy.effect or node.cls.spec.effect,
    )


def _resolver(values: dict[str, Any]) -> Callable[[Outputs], dict[str, Any]]:
    if not any(callable(value) for value in values.values()):
        return lambda _: dict(values)
    return lambda outputs: {
        name: value(outputs) if callable(value) else value for name, value in values.items()
    }


def _scope(
    container: str | None,
    nodes: dict[str, N],
    waits: dict[str, set[str]],
    collects: dict[str, list[Wire]],
) -> Scope:
    inside = [name for name, node in nodes.items() if node.parent == container]
    followers: dict[str, list[str]] = defaultdict(list)
    for name in inside:
        for source in waits[name]:
            followers[source].append(name)
    return Scope(
        container=container,
        nodes=tuple(_sorted(inside, waits)),
        followers={name: tuple(found) for name, found in followers.items()},
        waits={name: len(waits[name]) for name in inside},
        collects={port: tuple(found) for port, found in collects.items()},
    )


def _sorted(inside: list[str], waits: dict[str, set[str]]) -> list[str]:
    done: list[str] = []
    while len(done) < len(inside):
        done += [n for n in inside if n not in done and waits[n] <= set(done)]
    return done
