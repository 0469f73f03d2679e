"""From the tree of an expression to a function that works it out.

Nothing is ever turned into Python code: each kind of tree is one small function here, and values
are JSON. Attributes of Python objects do not exist, methods cannot be named.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, cast

from nodes.sdk import UserError
from runtime.flow.arithmetic import COMPARISONS, OPERATIONS, numeric
from runtime.flow.filters import FILTERS, apply_filter, apply_test, nearest
from runtime.flow.predicates import TESTS
from runtime.flow.tree import ExpressionError, Tree, place
from runtime.flow.work import (
    Missing,
    Work,
    joined,
    json_value,
    kind_of,
    present,
    text_of,
)

Evaluate = Callable[[Work], Any]


def compiled(tree: Tree, text: str) -> Evaluate:
    """Return the function that works out a tree; unknown filters and tests are errors now."""
    return _Compiler(text).function(tree)


class _Compiler:
    def __init__(self, text: str) -> None:
        self._text = text

    def function(self, tree: Tree) -> Evaluate:
        """Return what works out one tree."""
        build = self._builders().get(tree.kind)
        if build:
            return build(tree)
        return _COMPOUNDS[tree.kind]([self.function(part) for part in tree.parts])

    def _builders(self) -> Mapping[str, Callable[[Tree], Evaluate]]:
        return {
            "const": _const,
            "name": _name,
            "get": self._get,
            "if": self._if,
            "op": self._op,
            "compare": self._compare,
            "filter": self._filter,
            "test": self._test,
        }

    def _get(self, tree: Tree) -> Evaluate:
        holder, key = tree.parts
        if holder.kind == "name" and key.kind == "const" and isinstance(key.value, str):
            return _port(str(holder.value), key.value)
        source = self._text[holder.start : holder.end]
        holder_function, key_function = self.function(holder), self.function(key)
        return lambda work: _entry(holder_function(work), present(key_function(work)), source)

    def _if(self, tree: Tree) -> Evaluate:
        test, value, *rest = [self.function(part) for part in tree.parts]
        source = self._text[tree.start : tree.end]
        other: Evaluate = (
            rest[0]
            if rest
            else lambda _: Missing(f"'{source}' has no value.", "Say what it is else: else '...'.")
        )
        return lambda work: value(work) if present(test(work)) else other(work)

    def _op(self, tree: Tree) -> Evaluate:
        left, right = [self.function(part) for part in tree.parts]
        operation = OPERATIONS[str(tree.value)]
        return lambda work: operation(work.pay(left(work)), work.pay(right(work)))

    def _compare(self, tree: Tree) -> Evaluate:
        first, *others = [self.function(part) for part in tree.parts]
        checks = [COMPARISONS[name] for name in tree.names]

        def work_out(work: Work) -> bool:
            left = work.weigh(present(first(work)))
            for check, other in zip(checks, others, strict=True):
                right = work.weigh(present(other(work)))
                if not check(left, right):
                    return False
                left = right
            return True

        return work_out

    def _filter(self, tree: Tree) -> Evaluate:
        name = str(tree.value)
        if name not in FILTERS:
            raise self._unknown("filter", name, FILTERS, tree)
        value, *parts = [self.function(part) for part in tree.parts]
        split = len(parts) - len(tree.names)
        args, named = parts[:split], list(zip(tree.names, parts[split:], strict=True))

        def work_out(work: Work) -> Any:
            return apply_filter(
                name,
                work,
                value(work),
                *[present(part(work)) for part in args],
                **{key: present(part(work)) for key, part in named},
            )

        return work_out

    def _test(self, tree: Tree) -> Evaluate:
        name = str(tree.value)
        if name not in TESTS:
            raise self._unknown("test", name, TESTS, tree)
        value, *parts = [self.function(part) for part in tree.parts]
        return lambda work: apply_test(
            name, work, value(work), *[present(part(work)) for part in parts]
        )

    def _unknown(
        self, what: str, name: str, known: Mapping[str, object], tree: Tree
    ) -> ExpressionError:
        return ExpressionError(
            f"There is no {what} {name!r} ({place(self._text, tree.start)}).",
            hint=nearest(name, known),
            position=tree.start,
        )


def _const(tree: Tree) -> Evaluate:
    value = tree.value
    return lambda _: value


def _name(tree: Tree) -> Evaluate:
    name = str(tree.value)

    def look(work: Work) -> Any:
        sent = work.outputs.get(name)
        return _silent_node(name, work) if sent is None else dict(sent)

    return look


def _and(parts: list[Evaluate]) -> Evaluate:
    left, right = parts
    return lambda work: present(left(work)) and right(work)


def _or(parts: list[Evaluate]) -> Evaluate:
    left, right = parts
    return lambda work: present(left(work)) or right(work)


def _not(parts: list[Evaluate]) -> Evaluate:
    return lambda work: not present(parts[0](work))


def _negative(parts: list[Evaluate]) -> Evaluate:
    return lambda work: -numeric("-", parts[0](work))


def _positive(parts: list[Evaluate]) -> Evaluate:
    return lambda work: +numeric("+", parts[0](work))


def _concat(parts: list[Evaluate]) -> Evaluate:
    return lambda work: joined([text_of(present(part(work)), work) for part in parts])


def _list(parts: list[Evaluate]) -> Evaluate:
    return lambda work: [present(part(work)) for part in parts]


def _dict_of(parts: list[Evaluate]) -> Evaluate:
    return lambda work: _dict([present(part(work)) for part in parts])


def _slice_of(parts: list[Evaluate]) -> Evaluate:
    return lambda work: _slice(work, [present(part(work)) for part in parts])


def _port(node: str, port: str) -> Evaluate:
    def look(work: Work) -> Any:
        sent = work.outputs.get(node)
        if sent is None:
            return _silent_node(node, work)
        if port in sent:
            return json_value(sent[port])
        has = ", ".join(repr(name) for name in sent) or "nothing"
        return Missing(
            f"{node!r} has sent no {port!r}.",
            f"It has sent: {has}. To go on without it, write "
            f"{{{{ {node}.{port} | default('...') }}}}.",
        )

    return look


def _silent_node(name: str, work: Work) -> Missing:
    known = ", ".join(repr(node) for node in sorted(work.outputs)[:12]) or "none"
    return Missing(
        f"{name!r} has sent nothing.",
        f"It was skipped, or it does not come before this node. Known here: {known}. "
        f"To go on without it, add | default('...').",
    )


def _entry(holder: Any, key: Any, source: str) -> Any:
    if isinstance(holder, Missing):
        return holder
    if isinstance(holder, dict):
        entries = cast("dict[str, Any]", holder)
        if key in entries:
            return json_value(entries[key])
        has = ", ".join(map(repr, list(entries)[:12])) or "nothing"
        return Missing(f"'{source}' has no {key!r}.", f"It has: {has}.")
    if isinstance(holder, list | str) and isinstance(key, int):
        row = cast("list[Any]", holder)
        if -len(row) <= key < len(row):
            return json_value(row[key])
        return Missing(f"'{source}' has no entry {key}.", f"It has {len(row)}, counted from 0.")
    hint = f"Write {source}.{key} only for objects."
    if isinstance(holder, list):
        hint = "Take one entry with [0], or one thing of all with | map(attribute='...')."
    return Missing(f"'{source}' is {kind_of(holder)} and has no {key!r}.", hint)


def _slice(work: Work, values: list[Any]) -> Any:
    row, *bounds = values
    if not isinstance(row, list | str):
        raise UserError(f"{kind_of(row).capitalize()} has no parts to cut out.")
    if not all(bound is None or isinstance(bound, int) for bound in bounds):
        raise UserError("The ends of a part must be whole numbers.", hint="Write [0:10].")
    if len(bounds) > 2 and bounds[2] == 0:
        raise UserError("The step of a part must not be 0.")
    cut = cast("list[Any]", row)[slice(*(bounds if len(bounds) > 1 else [*bounds, None]))]
    return work.pay(cut)


def _dict(values: list[Any]) -> dict[str, Any]:
    keys = values[::2]
    if not all(isinstance(key, str) for key in keys):
        raise UserError("The keys of an object must be texts.", hint="Write {'name': value}.")
    return dict(zip(keys, values[1::2], strict=True))


_COMPOUNDS: Final[Mapping[str, Callable[[list[Evaluate]], Evaluate]]] = {
    "and": _and,
    "or": _or,
    "not": _not,
    "neg": _negative,
    "pos": _positive,
    "concat": _concat,
    "list": _list,
    "dict": _dict_of,
    "slice": _slice_of,
}


def walk(tree: Tree) -> Sequence[Tree]:
    """Return a tree and everything in it."""
    todo, found = [tree], list[Tree]()
    while todo:
        part = todo.pop()
        found.append(part)
        todo.extend(part.parts)
    return found
