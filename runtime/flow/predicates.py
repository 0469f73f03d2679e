"""The tests of expressions: `{{ value is name }}`. What is not here does not exist."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from runtime.flow.work import Missing


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _divisible(value: Any, by: Any) -> bool:
    return value % by == 0 if _is_number(value) and _is_number(by) else False


def _even(value: Any) -> bool:
    return _divisible(value, 2)


def _odd(value: Any) -> bool:
    return _is_number(value) and not _even(value)


def _inside(value: Any, container: Any) -> bool:
    return value in container


def _equal(value: Any, other: Any) -> bool:
    return value == other


def _unequal(value: Any, other: Any) -> bool:
    return value != other


def _less(value: Any, other: Any) -> bool:
    return value < other


def _at_most(value: Any, other: Any) -> bool:
    return value <= other


def _more(value: Any, other: Any) -> bool:
    return value > other


def _at_least(value: Any, other: Any) -> bool:
    return value >= other


_OF_ONE: Final[Mapping[str, Callable[[Any], Any]]] = {
    "boolean": lambda value: isinstance(value, bool),
    "defined": lambda value: not isinstance(value, Missing),
    "even": _even,
    "false": lambda value: value is False,
    "float": lambda value: isinstance(value, float),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "iterable": lambda value: isinstance(value, str | list | dict),
    "lower": lambda value: isinstance(value, str) and value.islower(),
    "mapping": lambda value: isinstance(value, dict),
    "none": lambda value: value is None,
    "number": _is_number,
    "odd": _odd,
    "sequence": lambda value: isinstance(value, str | list | dict),
    "string": lambda value: isinstance(value, str),
    "true": lambda value: value is True,
    "undefined": lambda value: isinstance(value, Missing),
    "upper": lambda value: isinstance(value, str) and value.isupper(),
}
_OF_TWO: Final[Mapping[str, Callable[[Any, Any], Any]]] = {
    "!=": _unequal,
    "<": _less,
    "<=": _at_most,
    "==": _equal,
    ">": _more,
    ">=": _at_least,
    "divisibleby": _divisible,
    "eq": _equal,
    "equalto": _equal,
    "ge": _at_least,
    "greaterthan": _more,
    "gt": _more,
    "in": _inside,
    "le": _at_most,
    "lessthan": _less,
    "lt": _less,
    "ne": _unequal,
}
TESTS: Final[Mapping[str, Callable[..., Any]]] = {**_OF_ONE, **_OF_TWO}
"""Name of the test -> the function that does it."""
