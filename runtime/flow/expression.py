"""Expressions: `{{ node_id.port }}` in the settings of a flow.

They are compiled once, from the flow alone. What comes in while a flow runs is a value and is
never read as an expression again. A text that is one expression keeps the type of its value; an
expression within text becomes text.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from pydantic import JsonValue

from nodes.sdk import UserError
from runtime.flow.evaluate import Evaluate, compiled, walk
from runtime.flow.syntax import parse
from runtime.flow.tree import ExpressionError, Hole, Tree, place
from runtime.flow.value import FILE, TEXT
from runtime.flow.work import Outputs, Work, joined, json_value, measured, present, text_of

__all__ = [
    "CompiledValue",
    "ExpressionError",
    "Outputs",
    "Reference",
    "compile_value",
    "has_expression",
    "preview",
    "references",
]

Ref = tuple[str, str | None]
"""A node and one of its ports; None means all that the node has sent."""

_PLAIN: Final = re.compile(
    r"\{\{\s*([a-z][a-z0-9_]*)\.([A-Za-z_][A-Za-z0-9_]*)((?:\.[A-Za-z_][A-Za-z0-9_]*)*)\s*\}\}"
)
_CONSTANTS: Final = frozenset({"true", "false", "none", "null", "not"})


@dataclass(frozen=True, slots=True)
class CompiledValue:
    """A setting whose expressions are ready to be worked out."""

    refs: frozenset[Ref]
    """The ports it reads."""
    constant: bool
    """True when it reads and computes nothing."""
    evaluate: Callable[[Outputs], Any]
    """Return the value for what the nodes have sent; raises ExpressionError."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in a text that names a node, for the editor to mark, complete and rename."""

    node: str
    port: str | None
    start: int
    """Where the node's name begins, counted in characters from 0."""
    end: int
    """Where the reference ends."""


def has_expression(value: JsonValue) -> bool:
    """Say whether a text is one that may hold expressions."""
    return isinstance(value, str) and "{{" in value


def compile_value(value: JsonValue) -> CompiledValue:
    """Return a setting with its expressions compiled; raises ExpressionError with the place.

    `{"$text": ...}` is taken literally. `$file`s must have been replaced by their texts before.
    """
    if isinstance(value, str):
        return _text(value) if "{{" in value else _constant(value)
    if isinstance(value, dict):
        return _object(value)
    if isinstance(value, list):
        parts = [compile_value(part) for part in value]
        if all(part.constant for part in parts):
            return _constant([part.evaluate({}) for part in parts])
        return CompiledValue(_all_refs(parts), constant=False, evaluate=_list(parts))
    return _constant(value)


def preview(text: str, outputs: Outputs) -> Any:
    """Return what a text gives for these outputs; raises ExpressionError."""
    return compile_value(text).evaluate(outputs)


def references(text: str) -> tuple[Reference, ...]:
    """Return the places where a text names nodes; raises ExpressionError."""
    found: list[Reference] = []
    for piece in parse(text) if "{{" in text else ():
        if isinstance(piece, Hole):
            found += _references(piece.tree)
    return tuple(sorted(found, key=lambda reference: reference.start))


def _constant(value: JsonValue) -> CompiledValue:
    return CompiledValue(frozenset(), constant=True, evaluate=lambda _: value)


def _object(value: Mapping[str, JsonValue]) -> CompiledValue:
    if set(value) == {TEXT}:
        return _constant(value[TEXT])
    if set(value) == {FILE}:
        raise UserError(
            f"The file {value[FILE]!r} cannot be read here.",
            hint="Save the flow in a folder of its own with the file beside it.",
        )
    parts = {key: compile_value(part) for key, part in value.items()}
    if all(part.constant for part in parts.values()):
        return _constant({key: part.evaluate({}) for key, part in parts.items()})
    return CompiledValue(_all_refs(parts.values()), constant=False, evaluate=_dict(parts))


def _list(parts: list[CompiledValue]) -> Callable[[Outputs], Any]:
    return lambda outputs: [part.evaluate(outputs) for part in parts]


def _dict(parts: Mapping[str, CompiledValue]) -> Callable[[Outputs], Any]:
    return lambda outputs: {key: part.evaluate(outputs) for key, part in parts.items()}


def _all_refs(parts: Iterable[CompiledValue]) -> frozenset[Ref]:
    return frozenset(ref for part in parts for ref in part.refs)


@lru_cache(maxsize=4096)
def _text(text: str) -> CompiledValue:
    plain = _PLAIN.fullmatch(text)
    if plain and plain[1] not in _CONSTANTS:
        return _plain(text, plain)
    pieces = parse(text)
    holes = [piece for piece in pieces if isinstance(piece, Hole)]
    refs = frozenset(
        (reference.node, reference.port) for hole in holes for reference in _references(hole.tree)
    )
    functions = [
        _shown(piece) if isinstance(piece, str) else _guarded(piece, text) for piece in pieces
    ]
    alone = len(holes) == 1 and all(isinstance(p, Hole) or p.isspace() for p in pieces)
    return CompiledValue(refs, constant=False, evaluate=_evaluation(functions, alone=alone))


def _plain(text: str, match: re.Match[str]) -> CompiledValue:
    """Compile `{{ a.b.c }}`, by far the most frequent form, into mere look-ups."""
    node, port, rest = match.groups()
    path = tuple(rest.split(".")[1:])

    def evaluate(outputs: Outputs) -> Any:
        try:
            value: Any = outputs[node][port]
            for key in path:
                value = value[key]
        except (KeyError, TypeError):
            return _slow(text)(outputs)
        return value if value is None or type(value) in _JSON else _slow(text)(outputs)

    return CompiledValue(frozenset({(node, port)}), constant=False, evaluate=evaluate)


_JSON: Final = frozenset({str, int, float, bool, list, dict})


@lru_cache(maxsize=256)
def _slow(text: str) -> Callable[[Outputs], Any]:
    """Compile the long way a text whose short way has failed, for the error it gives."""
    functions = [_guarded(piece, text) for piece in parse(text) if isinstance(piece, Hole)]
    return _evaluation(functions, alone=True)


def _evaluation(functions: list[Evaluate], *, alone: bool) -> Callable[[Outputs], Any]:
    def evaluate(outputs: Outputs) -> Any:
        work = Work(outputs)
        values = [function(work) for function in functions]
        if alone:
            only = [value for value in values if not isinstance(value, _Around)]
            if not isinstance(only[0], str):
                return only[0]
        return joined([text_of(value, work) for value in values])

    return evaluate


class _Around(str):
    """White space around an expression that stands alone: dropped unless the value is text."""

    __slots__ = ()


def _shown(piece: str) -> Evaluate:
    value = _Around(piece) if piece.isspace() else piece
    return lambda _: value


def _guarded(hole: Hole, text: str) -> Evaluate:
    """Return the function of a hole, its errors named with the expression and its place."""
    function = compiled(hole.tree, text)
    source = text[hole.start : hole.end]
    shown = source if len(source) <= 80 else source[:77] + "..."
    simple = hole.tree.kind == "get"

    def evaluate(work: Work) -> Any:
        try:
            value = present(function(work))
            if not simple:
                measured(value)
            return json_value(value)
        except UserError as error:
            raise ExpressionError(
                f"{shown} ({place(text, hole.start)}): {error.message}",
                hint=error.hint,
                position=hole.start,
            ) from error
        except RecursionError as error:
            raise ExpressionError(
                f"{shown} ({place(text, hole.start)}): A value is nested too deeply.",
                hint="Use one of its entries.",
                position=hole.start,
            ) from error

    return evaluate


def _references(tree: Tree) -> list[Reference]:
    found: list[Reference] = []
    held: set[int] = set()
    for part in walk(tree):
        if part.kind == "get":
            holder, key = part.parts
            if holder.kind == "name" and key.kind == "const" and isinstance(key.value, str):
                held.add(id(holder))
                found.append(Reference(str(holder.value), key.value, holder.start, part.end))
        elif part.kind == "name" and id(part) not in held:
            found.append(Reference(str(part.value), None, part.start, part.end))
    return found
