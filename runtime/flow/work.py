"""Working out an expression: how much of it is allowed, and what counts as a value.

Only JSON goes in and only JSON comes out. Every operation pays for its size before it is done,
so that the most hostile expression ends within a moment and within a few megabytes.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from nodes.sdk import UserError

FUEL: Final = 250_000
"""What one evaluation may spend: about one unit for each entry or hundred characters handled."""
GROWN: Final = 1_000_000
"""The largest text, in characters, or list that repetition and replacement may make."""
LARGEST: Final = 16_000_000
"""The largest text that is put together from what came in."""
MAX_BITS: Final = 63
"""The largest whole number: what every reader of JSON can hold."""
_MOST_LEAVES: Final = 500_000

Outputs = Mapping[str, Mapping[str, Any]]
"""What nodes have sent: node id -> output port -> value."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A value that is not there; using it is an error, unless something asks for just that."""

    message: str
    hint: str


class Work:
    """One evaluation: what it may read and what it may still spend."""

    __slots__ = ("fuel", "outputs")

    def __init__(self, outputs: Outputs) -> None:
        self.outputs = outputs
        self.fuel = FUEL

    def spend(self, amount: int) -> None:
        """Pay for an operation before it is done; raises UserError when nothing is left."""
        self.fuel -= amount
        if self.fuel < 0:
            raise UserError(
                "The expression is too much work.",
                hint="Do it in a node, for example with Filter, Split or a For each.",
            )

    def pay(self, value: Any) -> Any:
        """Pay for a look at a whole value and return it; raises UserError when it is missing."""
        present(value)
        if isinstance(value, str):
            self.spend(1 + len(value) // 100)
        elif isinstance(value, list | dict):
            self.spend(1 + len(cast("list[Any]", value)))
        else:
            self.spend(1)
        return cast("Any", value)

    def weigh(self, value: Any) -> Any:
        """Pay for a look at everything inside a value and return it."""
        leaves, characters = measured(value)
        self.spend(leaves // 4 + characters // 400)
        return value


def measured(value: Any) -> tuple[int, int]:
    """Return how many values and characters are inside; raises UserError when it is too much.

    A list repeated within lists is small in memory and endless when written: that is why.
    """
    leaves = characters = 0
    todo: list[Any] = [value]
    while todo:
        part = present(todo.pop())
        leaves += 1
        if isinstance(part, str):
            characters += len(part)
        elif isinstance(part, dict):
            todo.extend(cast("dict[str, Any]", part).values())
        elif isinstance(part, list):
            todo.extend(cast("list[Any]", part))
        if leaves + len(todo) > _MOST_LEAVES or characters > LARGEST:
            raise UserError(
                f"The result is larger than {LARGEST // 1_000_000} MB or has more than "
                f"{_MOST_LEAVES} entries.",
                hint="Use a part of it, or do it in a node.",
            )
    return leaves, characters


def present(value: Any) -> Any:
    """Return the value; raises UserError when it is missing."""
    if isinstance(value, Missing):
        raise UserError(value.message, hint=value.hint)
    return value


def json_value(value: Any) -> Any:
    """Return a value if it is JSON on its outside; anything else never enters an expression."""
    if value is None or isinstance(value, str | int | float | list | dict):
        return cast("Any", value)
    if isinstance(value, tuple):
        return list(cast("tuple[Any, ...]", value))
    raise UserError(
        f"A value of the kind {type(value).__name__!r} cannot be read by an expression.",
        hint="Only text, numbers, true, false, null, lists and objects can.",
    )


def text_of(value: Any, work: Work) -> str:
    """Return a value as it appears within text: null as nothing, lists and objects as JSON."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    work.weigh(present(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise UserError("A value in a text is no JSON.", hint="Use one of its entries.") from error


def joined(texts: list[str], between: str = "") -> str:
    """Put texts together; raises UserError when the whole is too large."""
    if sum(map(len, texts)) + len(between) * len(texts) > LARGEST:
        raise UserError(
            f"The text is larger than {LARGEST // 1_000_000} MB.",
            hint="Use a part of it, for example {{ a.b | truncate(1000) }}.",
        )
    return between.join(texts)


def grown(size: int) -> None:
    """Raise UserError when a text or list would grow beyond what repetition may make."""
    if size > GROWN:
        raise UserError(
            f"The result would be larger than {GROWN // 1_000_000} MB.", hint="Make it smaller."
        )


def number(value: Any) -> int | float:
    """Return a number that JSON knows and that is not too large; raises UserError otherwise."""
    if isinstance(value, int):
        if value.bit_length() <= MAX_BITS:
            return value
    elif isinstance(value, float) and math.isfinite(value):
        return value
    raise UserError("The number is too large or is none.", hint="Check for it before.")


def kind_of(value: Any) -> str:
    """Return what a value is called in sentences."""
    if isinstance(value, bool):
        return "true or false"
    for kinds, name in _KINDS:
        if isinstance(value, kinds):
            return name
    return "nothing (null)"


_KINDS: Final[tuple[tuple[Any, str], ...]] = (
    (str, "text"),
    (int | float, "a number"),
    (list, "a list"),
    (dict, "an object"),
)
