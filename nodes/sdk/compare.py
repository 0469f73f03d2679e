"""Comparisons a person can fill in: what "If", "Switch" and "Filter list" understand."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from nodes.sdk.errors import UserError
from nodes.sdk.fields import as_text, brief
from nodes.sdk.pattern import found

Operator = Literal[
    "is_true", "is_false", "equals", "not_equals", "contains", "not_contains", "starts_with",
    "ends_with", "matches", "greater_than", "at_least", "less_than", "at_most", "is_one_of",
    "is_empty", "is_not_empty",
]  # fmt: skip
"""How a value is compared. `matches` takes a regular expression in the syntax of RE2."""

SIGNS: Final[Mapping[str, str]] = {
    "is_true": "", "equals": "=", "not_equals": "\u2260", "greater_than": ">", "at_least": "\u2265",
    "less_than": "<", "at_most": "\u2264",
}  # fmt: skip
"""Short signs for the canvas; operators that are not here are written out."""

_YES: Final = frozenset({"true", "yes", "on", "1"})
_NO: Final = frozenset({"false", "no", "off", "0", ""})


class Condition(BaseModel):
    """One comparison with a field of an item."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    field: str = ""
    """Name of the field, with dots for fields in fields (`author.name`); empty: the item itself."""
    operator: Operator = "equals"
    """How the field is compared."""
    value: JsonValue = Field(default=None)
    """What it is compared with."""

    def holds(self, item: Any, *, match_case: bool = False) -> bool:
        """Say whether the condition is true for an item; a field that is missing is empty."""
        return holds(field_of(item, self.field), self.operator, self.value, match_case=match_case)


def condition_in_short(settings: Mapping[str, Any]) -> str:
    """Return the raw settings `value`, `operator` and `other` as one short line."""
    operator = str(settings.get("operator", "is_true"))
    sign = SIGNS.get(operator, operator.replace("_", " "))
    parts = (brief(settings.get("value")), sign, brief(settings.get("other")))
    return " ".join(part for part in parts if part)


def field_of(item: Any, path: str) -> Any:
    """Return what lies at a dotted path in an item; None when nothing does."""
    value = item
    for name in path.split(".") if path else ():
        if isinstance(value, Mapping):
            value = cast("Mapping[str, Any]", value).get(name)
        elif isinstance(value, list) and name.isdecimal():
            rows = cast("list[Any]", value)
            value = rows[int(name)] if int(name) < len(rows) else None
        else:
            return None
    return value


def holds(left: Any, operator: Operator, right: Any = None, *, match_case: bool = False) -> bool:
    """Say whether a comparison is true.

    Numbers may be written as text (`"10"` equals 10). Upper and lower case count as the same
    unless `match_case` is set.
    """
    if operator in _ALONE:
        return _ALONE[operator](left)
    if operator in _ORDER:
        return _ORDER[operator](*_comparable(left, right))
    fold = _same if match_case else str.casefold
    if operator in _TEXTUAL:
        return _TEXTUAL[operator](fold(str(as_text(left))), fold(str(as_text(right))))
    if operator == "matches":
        return found(str(as_text(right)), str(as_text(left)), match_case=match_case)
    return _equality(_plain(left, fold), operator, right, fold)


def is_true(value: Any) -> bool:
    """Read a value as yes or no; text must be a word such as "true", "yes", "false" or "no"."""
    if not isinstance(value, str):
        return bool(value)
    word = value.strip().lower().rstrip(".!")
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise UserError(
        f"{value[:80]!r} is neither true nor false.",
        hint="Compare it with something, or use an expression such as {{ start.count > 3 }}.",
    )


def _is_empty(value: Any) -> bool:
    if isinstance(value, str):
        return not value.strip()
    return value is None or value in ([], {})


def _same(text: str) -> str:
    return text


def _number(value: Any) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return value
    # No leading zeros: "007" is a name and not the number 7.
    if isinstance(value, str) and re.fullmatch(
        r"[+-]?(0|[1-9]\d{0,30})(\.\d{1,30})?", value.strip()
    ):
        return float(value)
    return None


def _plain(value: Any, fold: Callable[[str], str]) -> Any:
    """Return a value in the form in which it is compared."""
    number = _number(value)
    if number is not None:
        return number
    if isinstance(value, str):
        text = value.strip()
        return {"true": True, "false": False}.get(text.lower(), fold(text))
    if isinstance(value, list):
        return [_plain(part, fold) for part in cast("list[Any]", value)]
    return value


def _comparable(left: Any, right: Any) -> tuple[Any, Any]:
    one, other = _number(left), _number(right)
    if one is not None and other is not None:
        return one, other
    if isinstance(left, str) and isinstance(right, str):
        return left.strip(), right.strip()
    raise UserError(
        f"{as_text(left)[:60]!r} and {as_text(right)[:60]!r} have no order.",
        hint="Compare two numbers, or two dates written like 2026-01-31.",
    )


def _equality(left: Any, operator: str, right: Any, fold: Callable[[str], str]) -> bool:
    if operator == "is_one_of":
        return left in _choices(right, fold)
    other = _plain(right, fold)
    if operator in ("contains", "not_contains"):
        return _contains(left, other) is (operator == "contains")
    return (left == other) is (operator == "equals")


def _contains(whole: Any, part: Any) -> bool:
    if isinstance(whole, list):
        return part in cast("list[Any]", whole)
    if isinstance(whole, Mapping):
        return part in cast("Mapping[Any, Any]", whole)
    return str(_written(part)) in str(_written(whole))


def _written(value: Any) -> Any:
    whole_number = isinstance(value, float) and value.is_integer()
    return as_text(int(value) if whole_number else value)


def _choices(choices: Any, fold: Callable[[str], str]) -> list[Any]:
    parts: Any = choices.split(",") if isinstance(choices, str) else choices
    return _plain(parts, fold) if isinstance(parts, list) else [_plain(parts, fold)]


_ALONE: Final[Mapping[str, Callable[[Any], bool]]] = {
    "is_true": is_true,
    "is_false": lambda value: not is_true(value),
    "is_empty": _is_empty,
    "is_not_empty": lambda value: not _is_empty(value),
}
_ORDER: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "greater_than": lambda left, right: left > right,
    "at_least": lambda left, right: left >= right,
    "less_than": lambda left, right: left < right,
    "at_most": lambda left, right: left <= right,
}
_TEXTUAL: Final[Mapping[str, Callable[[str, str], bool]]] = {
    "starts_with": str.startswith,
    "ends_with": str.endswith,
}
