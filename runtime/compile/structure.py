"""Checks of the shape of a flow: types, containers, wires, circles, loose ends."""

import re
from typing import Final

from runtime.compile.survey import DEEPEST, Survey
from runtime.flow import graph
from runtime.flow.wires import circle_fault, occupied_fault, port_fault, takes_many
from runtime.registry import Registry

_MOST_REMEDIES: Final = 50
"""Looking for the nearest name is slow; a flow with more unknown types has another problem."""
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}")


def check_structure(survey: Survey, registry: Registry) -> None:
    """Note everything that is wrong with the shape of a flow."""
    _types(survey, registry)
    _input_names(survey)
    _containers(survey)
    _wires(survey)
    _crowded(survey)
    for way in graph.circles(sorted(survey.flow.nodes), survey.successors):
        survey.fault(way[0], circle_fault(way, survey.flow.nodes))
    _loose_nodes(survey)
    _disabled(survey)


def _types(survey: Survey, registry: Registry) -> None:
    unknown = [name for name, spec in survey.specs.items() if spec is None]
    for number, name in enumerate(unknown):
        kind = survey.flow.nodes[name].type
        remedy = registry.remedy(kind) if number < _MOST_REMEDIES else ""
        survey.error(name, f"The node type {kind!r} is not installed.", remedy, field="type")


def _input_names(survey: Survey) -> None:
    for name in survey.flow.inputs:
        if not _NAME.fullmatch(name):
            survey.error(
                "",
                f"The input {name!r} cannot be read by nodes.",
                "Call it with letters, digits and '_', beginning with a letter.",
                field=f"inputs.{name}",
            )


def _containers(survey: Survey) -> None:
    nodes = survey.flow.nodes
    children: dict[str, list[str]] = {}
    for name in sorted(nodes):
        parent = nodes[name].parent
        if parent is None:
            continue
        children.setdefault(parent, []).append(name)
        spec = survey.specs.get(parent)
        if parent not in nodes:
            survey.error(
                name,
                f"{survey.called(name)} lies in {parent!r}, which does not exist.",
                "Take it out of the container, or put it into another one.",
                field="parent",
            )
        elif spec and not spec.container:
            survey.error(
                name,
                f"{survey.called(name)} lies in {survey.called(parent)}, which is no container.",
                "Take it out; nodes can lie in a For each.",
                field="parent",
            )
        _misplaced(survey, name)
    inside = {name: [n.parent] for name, n in nodes.items() if n.parent and n.parent in nodes}
    for knot in graph.knots(sorted(nodes), inside):
        first = min(knot)
        survey.error(
            first, f"{survey.called(first)} lies inside itself.", "Take it out.", field="parent"
        )
    deep = next((name for name in sorted(inside) if len(survey.around(name)) > DEEPEST), None)
    if deep:
        survey.error(
            deep,
            f"{survey.called(deep)} lies in more than {DEEPEST} containers.",
            "Take it out of some of them.",
            field="parent",
        )
    for name, spec in survey.specs.items():
        if spec and spec.container:
            _result(survey, name, empty=name not in children)


def _misplaced(survey: Survey, name: str) -> None:
    spec = survey.specs[name]
    if spec and spec.start:
        survey.error(
            name,
            f"{survey.called(name)} starts the flow and cannot lie in a container.",
            "Take it out; inside, the item at hand is what everything begins with.",
            field="parent",
        )
    if spec and spec.result:
        survey.error(
            name,
            f"{survey.called(name)} gives back a result of the run once for each item.",
            "Take it out of the container and use the results of the container.",
            field="parent",
        )


def _result(survey: Survey, name: str, *, empty: bool) -> None:
    if empty:
        survey.warn(name, f"There is nothing in {survey.called(name)}.", "Put nodes into it.")
    elif not survey.collected.get(name):
        spec = survey.specs[name]
        port = spec.inner_inputs[0].name if spec and spec.inner_inputs else "result"
        survey.warn(
            name,
            f"Nothing inside {survey.called(name)} is connected to its result.",
            "Connect the last node inside to the result, or the list of results stays empty.",
            field=port,
        )


def _wires(survey: Survey) -> None:
    nodes = survey.flow.nodes
    for edge, fault in survey.loose:
        survey.fault(edge.target if edge.target in nodes else "", fault)
    for edge in survey.edges:
        fault = port_fault(edge, nodes, survey.ports[edge.source], survey.ports[edge.target])
        if fault:
            survey.fault(edge.target, fault)
        spec = survey.specs[edge.target]
        if spec and spec.start:
            survey.error(
                edge.target,
                f"{survey.called(edge.target)} starts the flow, so nothing can come before it.",
                f"Remove the wire from {survey.called(edge.source)}.",
                field=edge.target_port,
            )


def _crowded(survey: Survey) -> None:
    for ends in (survey.into, survey.collected):
        for name, ports in ends.items():
            for edges in ports.values():
                crowd = len(edges) > 1 and survey.ports[name] is not None
                if crowd and not takes_many(edges[0], survey.flow.nodes, survey.ports[name]):
                    fault = occupied_fault(edges[0], edges[1], survey.flow.nodes)
                    survey.fault(name, fault)


def _loose_nodes(survey: Survey) -> None:
    """Warn of nodes that nothing leads to and nothing comes from, when there are others."""
    if len(survey.flow.nodes) < 2:
        return
    tied = {end for edge in survey.flow.edges for end in (edge.source, edge.target)}
    tied |= {node.parent for node in survey.flow.nodes.values() if node.parent}
    for name, spec in survey.specs.items():
        node = survey.flow.nodes[name]
        if name not in tied and not node.disabled and spec and not (spec.start or spec.result):
            survey.warn(
                name,
                f"{survey.called(name)} is not connected to anything.",
                "Connect it, or remove it; as it is, it runs at once when the flow starts.",
            )


def _disabled(survey: Survey) -> None:
    """Warn of nodes that will never run, because something they need is disabled."""
    nodes = survey.flow.nodes
    off = {name for name, node in nodes.items() if node.disabled}
    for name in survey.order if off else ():
        if name in off:
            continue
        reason = _off_by(survey, name, off)
        if reason:
            off.add(name)
            survey.warn(
                name,
                f"{survey.called(name)} never runs, for {survey.called(reason)} never sends.",
                "Enable what is disabled before it, or remove the wire.",
            )


def _off_by(survey: Survey, name: str, off: set[str]) -> str:
    for edges in survey.into.get(name, {}).values():
        silent = [edge.source for edge in edges if edge.source in off]
        many = takes_many(edges[0], survey.flow.nodes, survey.ports[name])
        ordered = edges[0].target_port == "in"
        if silent and (ordered or not many or len(silent) == len(edges)):
            return silent[0]
    return ""
