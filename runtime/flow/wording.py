"""What pydantic finds wrong, in words a person can act on."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from pydantic_core import ErrorDetails

_Rule = Callable[[Mapping[str, Any]], str]


def _fixed(text: str) -> _Rule:
    return lambda _: text


_PREDICATES: Final[Mapping[str, _Rule]] = {
    "missing": _fixed("is missing"),
    "extra_forbidden": _fixed("is not known here"),
    "string_type": _fixed("must be a text"),
    "int_type": _fixed("must be a whole number"),
    "int_parsing": _fixed("must be a whole number"),
    "int_from_float": _fixed("must be a whole number"),
    "float_type": _fixed("must be a number"),
    "float_parsing": _fixed("must be a number"),
    "finite_number": _fixed("must be a number"),
    "bool_type": _fixed("must be true or false"),
    "bool_parsing": _fixed("must be true or false"),
    "list_type": _fixed("must be a list"),
    "tuple_type": _fixed("must be a list"),
    "set_type": _fixed("must be a list"),
    "dict_type": _fixed("must be an object, written in { }"),
    "model_type": _fixed("must be an object, written in { }"),
    "model_attributes_type": _fixed("must be an object, written in { }"),
    "greater_than": lambda c: f"must be more than {_number(c['gt'])}",
    "greater_than_equal": lambda c: f"must be at least {_number(c['ge'])}",
    "less_than": lambda c: f"must be less than {_number(c['lt'])}",
    "less_than_equal": lambda c: f"must be at most {_number(c['le'])}",
    "string_too_long": lambda c: f"must have at most {c['max_length']} characters",
    "string_too_short": lambda c: f"must have at least {c['min_length']} characters",
    "too_long": lambda c: f"must have at most {c['max_length']} entries",
    "too_short": lambda c: f"must have at least {c['min_length']} entries",
    "literal_error": lambda c: f"must be one of {c['expected']}",
    "enum": lambda c: f"must be one of {c['expected']}",
    "string_pattern_mismatch": lambda c: f"must match {c['pattern']}",
    "none_required": _fixed("must be null"),
}


def predicate(error: ErrorDetails) -> str:
    """Return what is wrong as the second half of a sentence, such as `must be a number`."""
    context = error.get("ctx", {})
    rule = _PREDICATES.get(error["type"])
    if rule:
        text = rule(context)
    elif error["type"] == "value_error" and "error" in context:
        text = f"is not right: {str(context['error']).rstrip('.')}"
    else:
        text = f"is not right: {error['msg'].rstrip('.').lower()}"
    return text + _instead(error)


def _instead(error: ErrorDetails) -> str:
    value = error.get("input")
    if error["type"] in {"missing", "extra_forbidden", "value_error", "unknown_key"}:
        return ""
    if isinstance(value, str | int | float) and len(str(value)) <= 40:
        return f", not {value!r}"
    return ""


def _number(limit: float) -> str:
    return f"{limit:g}"
