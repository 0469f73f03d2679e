"""Compiling: a flow without errors becomes a plan."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from nodes.sdk import NodeSpec, PortSpec, UserError
from runtime.compile.check import Examined, examine
from runtime.compile.plan import Outputs, Plan, PlanNode, Scope, Wire
from runtime.compile.problem import Problem
from runtime.flow.expression import CompiledValue
from runtime.flow.hash import flow_hash
from runtime.flow.model import Edge, Flow, FlowNode
from runtime.registry import Registry


class CompileError(UserError):
    """A flow cannot run; `problems` are all the reasons, the message is the first one."""

    def __init__(self, flow: Flow, problems: Sequence[Problem]) -> None:
        errors = [problem for problem in problems if problem.severity == "error"]
        first, more = errors[0], len(errors) - 1
        others = f" ({more} more {'problem' if more == 1 else 'problems'}.)" if more else ""
        super().__init__(first.message + others, hint=first.hint)
        self.problems = tuple(problems)
        self.at(flow.title or flow.name, *([first.node] if first.node else []))


def compile_flow(flow: Flow, registry: Registry, *, folder: Path | str | None = None) -> Plan:
    """Return the plan of a flow; raises CompileError with all problems when it has errors."""
    examined = examine(flow, registry, folder=folder)
    if any(problem.severity == "error" for problem in examined.problems):
        raise CompileError(flow, examined.problems)
    nodes = {name: _node(examined, name) for name in examined.survey.order}
    members: dict[str | None, list[str]] = {}
    for name in examined.survey.order:
        members.setdefault(flow.nodes[name].parent, []).append(name)
    containers = [name for name, node in nodes.items() if node.spec.container]
    return Plan(
        flow_id=flow.id,
        name=flow.name,
        hash=flow_hash(flow, files=examined.texts.read),
        nodes=nodes,
        root=_scope(examined, None, members.get(None, []), nodes),
        inside={name: _scope(examined, name, members.get(name, []), nodes) for name in containers},
        budget=flow.budget,
        defaults={
            name: spec.default for name, spec in flow.inputs.items() if spec.default is not None
        },
        inputs=flow.inputs,
    )


def _node(examined: Examined, name: str) -> PlanNode:
    survey = examined.survey
    node, spec, ports = survey.flow.nodes[name], survey.specs[name], survey.ports[name]
    if spec is None or ports is None:
        raise AssertionError(f"{name} has no type, which is an error of the check.")
    values = examined.values[name]
    wires = {
        port: tuple(Wire(edge.source, edge.source_port) for edge in edges)
        for port, edges in survey.into.get(name, {}).items()
    }
    after = wires.pop("in", ())
    return PlanNode(
        id=name,
        label=node.label,
        spec=spec,
        policy=node.policy,
        resolve=_resolve(values),
        wires=wires,
        after=after,
        reads=frozenset(read for value in values.values() for read, _ in value.refs)
        - {*survey.around(name)},
        parent=node.parent,
        many=frozenset(wires) & _many(ports.inputs),
        disabled=node.disabled,
        effect=_effect(node, spec),
    )


def _many(ports: tuple[PortSpec, ...]) -> frozenset[str]:
    return frozenset(port.name for port in ports if port.many)


def _effect(node: FlowNode, spec: NodeSpec) -> str:
    return node.policy.effect or spec.cls.effect_of(node.inputs)


def _resolve(values: Mapping[str, CompiledValue]) -> Callable[[Outputs], dict[str, Any]]:
    """Return what works the settings out; each step gets its own copy of what does not change."""
    fixed: dict[str, Any] = {
        name: value.evaluate({}) for name, value in values.items() if value.constant
    }
    moving = {name: value.evaluate for name, value in values.items() if not value.constant}
    deep = [name for name, value in fixed.items() if isinstance(value, dict | list)]

    def resolve(outputs: Outputs) -> dict[str, Any]:
        resolved: dict[str, Any] = dict(fixed)
        for name in deep:
            resolved[name] = _copied(resolved[name])
        for name, evaluate in moving.items():
            try:
                resolved[name] = evaluate(outputs)
            except UserError as error:
                raise error.at(name) from error.__cause__
        return resolved

    return resolve


def _copied(value: Any) -> Any:
    """Return a copy of what JSON can hold; three times as fast as `copy.deepcopy`."""
    if isinstance(value, dict):
        return {key: _copied(part) for key, part in cast("dict[str, Any]", value).items()}
    if isinstance(value, list):
        return [_copied(part) for part in cast("list[Any]", value)]
    return value


def _scope(
    examined: Examined, container: str | None, members: list[str], nodes: Mapping[str, PlanNode]
) -> Scope:
    inside = frozenset(members)
    followers: dict[str, dict[str, None]] = {}
    waits: dict[str, int] = {}
    for name in members:
        node = nodes[name]
        wired = (*node.after, *(wire for wires in node.wires.values() for wire in wires))
        before = ({wire.node for wire in wired} | node.reads) & inside
        waits[name] = len(before)
        for earlier in sorted(before):
            followers.setdefault(earlier, {})[name] = None
    collected: Mapping[str, list[Edge]] = examined.survey.collected.get(container or "", {})
    return Scope(
        container=container,
        nodes=tuple(members),
        followers={name: tuple(later) for name, later in followers.items()},
        waits=waits,
        collects={
            port: tuple(Wire(edge.source, edge.source_port) for edge in edges)
            for port, edges in collected.items()
        },
    )
