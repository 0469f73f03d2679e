"""The filters of expressions: `{{ value | name(...) }}`. What is not here does not exist."""

import difflib
from collections.abc import Callable, Mapping
from typing import Any, Final

from nodes.sdk import UserError
from runtime.flow.list_filters import LIST_FILTERS
from runtime.flow.operands import NO_DEFAULT, as_entries, attribute, attributes
from runtime.flow.predicates import TESTS
from runtime.flow.text_filters import TEXT_FILTERS
from runtime.flow.work import Missing, Work, kind_of, present

Filter = Callable[..., Any]


def apply_filter(name: str, work: Work, value: Any, *args: Any, **named: Any) -> Any:
    """Do one filter; raises UserError when it does not exist or cannot take the value."""
    function = FILTERS.get(name)
    if function is None:
        raise UserError(f"There is no filter {name!r}.", hint=nearest(name, FILTERS))
    if not isinstance(value, Missing) or name not in ("default", "d"):
        work.pay(value)
    for one in (*args, *named.values()):
        work.pay(one)
    try:
        return function(work, value, *args, **named)
    except (TypeError, ValueError, IndexError, OverflowError) as error:
        raise UserError(
            f"The filter {name!r} cannot be used here on {kind_of(value)}.",
            hint=_hint(error),
        ) from error


def apply_test(name: str, work: Work, value: Any, *args: Any) -> bool:
    """Do one test; raises UserError when it does not exist or cannot take the value."""
    function = TESTS.get(name)
    if function is None:
        raise UserError(f"There is no test {name!r}.", hint=nearest(name, TESTS))
    if not isinstance(value, Missing) or name not in ("defined", "undefined"):
        work.pay(value)
    for one in args:
        work.weigh(present(one))
    try:
        return bool(function(value, *args))
    except (TypeError, ValueError, ZeroDivisionError) as error:
        raise UserError(
            f"The test {name!r} cannot be used here on {kind_of(value)}.",
            hint="Check the value that comes in.",
        ) from error


def nearest(name: str, known: Mapping[str, object]) -> str:
    """Return the hint for a name that does not exist: the one that was meant, or all."""
    near = difflib.get_close_matches(str(name)[:40], known, n=1)
    return f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(known)}."


def _hint(error: Exception) -> str:
    text = str(error)
    if "argument" in text:
        return "Check what stands in its brackets."
    return "Check the value that comes in."


def _default(_: Work, value: Any, other: Any = "", boolean: bool = False) -> Any:
    return other if isinstance(value, Missing) or (boolean and not value) else value


def _map(work: Work, value: Any, *args: Any, **named: Any) -> list[Any]:
    entries = as_entries(value)
    if not args:
        return attributes(work, entries, named["attribute"], named.get("default", NO_DEFAULT))
    name, *rest = args
    return [apply_filter(name, work, entry, *rest, **named) for entry in entries]


def _select(work: Work, value: Any, *args: Any) -> list[Any]:
    return [entry for entry in as_entries(value) if _passes(work, entry, args)]


def _reject(work: Work, value: Any, *args: Any) -> list[Any]:
    return [entry for entry in as_entries(value) if not _passes(work, entry, args)]


def _selectattr(work: Work, value: Any, name: Any, *args: Any) -> list[Any]:
    return [e for e in as_entries(value) if _passes(work, attribute(work, e, name), args)]


def _rejectattr(work: Work, value: Any, name: Any, *args: Any) -> list[Any]:
    return [e for e in as_entries(value) if not _passes(work, attribute(work, e, name), args)]


def _passes(work: Work, value: Any, args: tuple[Any, ...]) -> bool:
    if not args:
        return bool(present(value))
    test, *rest = args
    return apply_test(test, work, value, *rest)


FILTERS: Final[Mapping[str, Filter]] = dict(
    sorted(
        {
            **TEXT_FILTERS,
            **LIST_FILTERS,
            "d": _default,
            "default": _default,
            "map": _map,
            "reject": _reject,
            "rejectattr": _rejectattr,
            "select": _select,
            "selectattr": _selectattr,
        }.items()
    )
)
"""Name of the filter -> the function that does it."""
