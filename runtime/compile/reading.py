"""Checks of what expressions read: it must exist, and come before on every way."""

import difflib
from typing import Final

from nodes.sdk import ERROR_OUT, ORDER_OUT
from runtime.compile.setting import Values
from runtime.compile.survey import Survey

_MOST_REMEDIES: Final = 20
_MOST_NAMES: Final = 1000


def check_reading(survey: Survey, values: Values) -> None:
    """Note every expression that reads what is not there or does not come before."""
    before = _Before(survey)
    meant = _Meant(survey)
    for name, settings in values.items():
        for field, value in settings.items():
            for node, port in sorted(value.refs, key=str):
                if node not in survey.flow.nodes:
                    survey.error(
                        name, f"There is no node {node!r}.", meant.remedy(node), field=field
                    )
                    continue
                found = _fault(survey, before, name, node, port)
                if found:
                    survey.error(name, *found, field=field)


class _Before:
    """Who comes before whom, as one number per node with a bit for each other node."""

    def __init__(self, survey: Survey) -> None:
        self._bit = {name: number for number, name in enumerate(sorted(survey.flow.nodes))}
        masks = dict.fromkeys(survey.order, 0)
        for name in survey.order:
            mine = masks[name] | 1 << self._bit[name]
            for follower in survey.successors.get(name, ()):
                if follower in masks:
                    masks[follower] |= mine
        self._masks = masks

    def settled(self, name: str) -> bool:
        """Say whether a node is in no circle and after none."""
        return name in self._masks

    def comes_before(self, earlier: str, later: str) -> bool:
        return bool(self._masks.get(later, 0) >> self._bit[earlier] & 1)


Found = tuple[str, str] | None


def _fault(survey: Survey, before: _Before, name: str, node: str, port: str | None) -> Found:
    around = survey.around(name)
    reading = f"{{{{ {node}{'.' + port if port else ''} }}}}"
    if node == name:
        return f"{reading} reads what {survey.called(name)} itself will send.", "Read another node."
    if node in around:
        return _inner_port(survey, node, port)
    scope = _scope_beside(survey, node, [name, *around])
    if scope is None:
        return _inside_of(survey, node, reading)
    if not before.settled(scope) or before.comes_before(node, scope):
        return _outer_port(survey, node, port)
    return _not_before(survey, before, name, node, scope, reading)


def _inside_of(survey: Survey, node: str, reading: str) -> tuple[str, str]:
    holder = next((survey.called(one) for one in survey.around(node)), "a container")
    return (
        f"{reading} reads the inside of {holder} from outside.",
        f"Connect {survey.called(node)} to the result of {holder}, and read its results.",
    )


def _scope_beside(survey: Survey, node: str, candidates: list[str]) -> str | None:
    """Return the reader, or the container around it, that lies in one scope with `node`."""
    parent = survey.flow.nodes[node].parent
    return next((one for one in candidates if survey.flow.nodes[one].parent == parent), None)


class _Meant:
    """Guesses which node was meant, for the first few names that do not exist: it is slow."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._left = _MOST_REMEDIES
        self._words: dict[str, str] = {}

    def remedy(self, node: str) -> str:
        """Return what to do about a node that does not exist."""
        if self._left and not self._words:
            self._words = self._names()
        near: list[str] = []
        if self._left:
            self._left -= 1
            near = difflib.get_close_matches(node[:60], self._words, n=1)
        if near:
            return f"Did you mean {self._words[near[0]]!r}?"
        return "Choose a node that comes before this one."

    def _names(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for name, node in list(self._survey.flow.nodes.items())[:_MOST_NAMES]:
            names[name.rpartition("_")[0] or name] = name
            if node.label:
                names[node.label.lower().replace(" ", "_")] = name
        names.update((name, name) for name in list(self._survey.flow.nodes)[:_MOST_NAMES])
        return names


def _not_before(
    survey: Survey, before: _Before, name: str, node: str, scope: str, reading: str
) -> tuple[str, str]:
    if before.comes_before(scope, node):
        return (
            f"{reading} reads {survey.called(node)}, which comes after {survey.called(name)}.",
            "Read a node that comes before.",
        )
    return (
        f"{reading} reads {survey.called(node)}, which is not connected to {survey.called(name)}.",
        f"Connect {survey.called(node)} to {survey.called(scope)}.",
    )


def _inner_port(survey: Survey, node: str, port: str | None) -> Found:
    ports = survey.ports[node]
    if ports is None or port is None or port in (one.name for one in ports.inner_outputs):
        return None
    has = ", ".join(one.name for one in ports.inner_outputs)
    return (
        f"{survey.called(node)} sends no {port!r} to its inside.",
        f"Inside, it has: {has}." if has else "It sends nothing to its inside.",
    )


def _outer_port(survey: Survey, node: str, port: str | None) -> Found:
    ports = survey.ports[node]
    if ports is None or port is None or port in (one.name for one in ports.outputs):
        return None
    has = ", ".join(one.name for one in ports.outputs)
    hint = f"It sends: {has}." if has else "It sends nothing that can be read."
    if port == ORDER_OUT:
        hint = f"'out' only says when. {hint}"
    elif port == ERROR_OUT:
        hint = "Set its policy to send errors their own way (on_error: branch)."
    elif port in (one.name for one in ports.inner_outputs):
        hint = f"{port!r} is there only inside of it. {hint}"
    return f"{survey.called(node)} sends no {port!r}.", hint
