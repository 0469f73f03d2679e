"""Check of ways that exclude each other: nothing may wait for two of them at once."""

from collections.abc import Mapping
from typing import Final

from nodes.sdk import ERROR_OUT, ORDER_IN, ORDER_OUT
from runtime.compile.survey import Survey
from runtime.flow.model import Edge
from runtime.flow.wires import side, takes_many

Needs = Mapping[str, frozenset[str]]
"""Branching node -> those of its ways on which a node runs; a node without branches: nothing."""

_MOST: Final = 64
"""How many branches are followed at a time; forgetting older ones only misses a problem."""


def check_ways(survey: Survey) -> None:
    """Note nodes that wait for two ways of which only one is ever taken."""
    branching = {name: _ways(survey, name) for name in survey.flow.nodes}
    needs: dict[str, Needs] = {}
    for name in survey.order:
        mine: Needs = {}
        for port, edges in survey.into.get(name, {}).items():
            # What a container sends to its inside comes on every way.
            beside = [edge for edge in edges if side(edge, survey.flow.nodes) == "beside"]
            joined = [
                _along(edge, needs[edge.source], branching[edge.source])
                for edge in beside
                if edge.source in needs
            ]
            if port != ORDER_IN and takes_many(edges[0], survey.flow.nodes, survey.ports[name]):
                joined = [_either(joined)] if joined else []
            for one in joined:
                mine, clash = _both(mine, one)
                if clash:
                    _report(survey, name, clash)
        needs[name] = mine


def _ways(survey: Survey, name: str) -> Mapping[str, frozenset[str]]:
    """Return on which ways each port of a branching node sends; nothing for other nodes.

    Outputs that may all stay silent exclude each other, and an error excludes the rest.
    """
    ports = survey.ports[name]
    if ports is None:
        return {}
    data = [port for port in ports.outputs if port.name != ERROR_OUT]
    apart = len(data) > 1 and not any(port.required for port in data)
    sends = {port.name: frozenset({port.name if apart else ORDER_OUT}) for port in data}
    if len(data) == len(ports.outputs):
        return sends if apart else {}
    every = frozenset({ORDER_OUT}).union(*sends.values()) if sends else frozenset({ORDER_OUT})
    return {**sends, ORDER_OUT: every, ERROR_OUT: frozenset({ERROR_OUT})}


def _along(edge: Edge, needs: Needs, ways: Mapping[str, frozenset[str]]) -> Needs:
    """Return what a wire needs: what its source needs, and the way it leaves it by."""
    taken = ways.get(edge.source_port)
    if taken is None:
        return needs
    kept = dict(list(needs.items())[-_MOST:])
    kept[edge.source] = taken
    return kept


def _both(first: Needs, second: Needs) -> tuple[Needs, str]:
    """Return what is needed when both are, and the branch where that cannot be."""
    if not first or first is second:
        return second, ""
    if not second:
        return first, ""
    merged = dict(first)
    clash = ""
    for branch, ways in second.items():
        common = merged.get(branch, ways) & ways
        if not common:
            clash = branch
            continue
        merged[branch] = common
    return merged, clash


def _either(all_needs: list[Needs]) -> Needs:
    """Return what is needed when one of several suffices."""
    first, *others = all_needs
    if not others:
        return first
    return {
        branch: ways.union(*(other[branch] for other in others))
        for branch, ways in first.items()
        if all(branch in other for other in others)
    }


def _report(survey: Survey, name: str, branch: str) -> None:
    survey.error(
        name,
        f"{survey.called(name)} waits for two ways out of {survey.called(branch)}, of which only "
        f"one is taken.",
        f"Put a Merge before {survey.called(name)} and connect both ways to it.",
        field="in",
    )
