"""Filters of expressions for texts and numbers."""

import html
import json
import re
import urllib.parse
from collections.abc import Callable, Mapping
from typing import Any, Final, cast

from nodes.sdk import UserError
from runtime.flow.jsontext import parse_json
from runtime.flow.operands import as_number, as_text, at_most
from runtime.flow.work import Work, grown, number, text_of


def _string(work: Work, value: Any) -> str:
    return text_of(value, work)


def _tojson(work: Work, value: Any, indent: int | None = None) -> str:
    work.weigh(value)
    if indent is not None:
        at_most(indent, 8)
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)


def _fromjson(work: Work, value: Any) -> Any:
    text = as_text(value)
    work.spend(len(text) // 10)
    return parse_json(text)


def _int(_: Work, value: Any, default: Any = 0) -> Any:
    try:
        if isinstance(value, str):
            if len(value) > 300:
                return default
            return number(int(value) if value.strip().lstrip("+-").isdigit() else int(float(value)))
        return number(int(value))
    except (TypeError, ValueError, OverflowError):
        return default


def _float(_: Work, value: Any, default: Any = 0.0) -> Any:
    try:
        return number(float(value))
    except (TypeError, ValueError, OverflowError, UserError):
        return default


def _abs(_: Work, value: Any) -> Any:
    return abs(as_number(value))


def _round(_: Work, value: Any, precision: int = 0, method: str = "common") -> Any:
    at_most(precision, 20)
    given = as_number(value)
    if method == "common":
        return round(float(given), precision)
    factor = 10**precision
    scaled = float(given) * factor
    whole = int(scaled)
    if method == "floor":
        return (whole - (whole > scaled)) / factor
    if method == "ceil":
        return (whole + (whole < scaled)) / factor
    raise UserError(f"Rounding cannot be {method!r}.", hint="Use 'common', 'floor' or 'ceil'.")


def _upper(_: Work, value: Any) -> str:
    return as_text(value).upper()


def _lower(_: Work, value: Any) -> str:
    return as_text(value).lower()


def _capitalize(_: Work, value: Any) -> str:
    return as_text(value).capitalize()


def _title(_: Work, value: Any) -> str:
    return "".join(
        piece[:1].upper() + piece[1:].lower()
        for piece in re.split(r"([-\s({\[<]+)", as_text(value))
    )


def _trim(_: Work, value: Any, chars: str | None = None) -> str:
    return as_text(value).strip(chars)


def _truncate(
    _: Work,
    value: Any,
    length: int = 255,
    killwords: bool = False,
    end: str = "...",
    leeway: int = 5,
) -> str:
    text = as_text(value)
    if len(text) <= length + leeway:
        return text
    cut = text[: max(0, length - len(end))]
    return (cut if killwords else cut.rsplit(" ", 1)[0]) + end


def _replace(work: Work, value: Any, old: str, new: str, count: int | None = None) -> str:
    text = as_text(value)
    times = len(text) + 1 if not old else text.count(as_text(old))
    if len(as_text(new)) > len(old):
        size = len(text) + min(times, count if count is not None else times) * len(new)
        if size > len(text) * 3 // 2:
            grown(size)
        work.spend(size // 100)
    return text.replace(old, new, -1 if count is None else count)


def _split(work: Work, value: Any, separator: str | None = None, maxsplit: int = -1) -> list[str]:
    text = as_text(value)
    work.spend(text.count(separator) if separator else len(text) // 4)
    return text.split(separator, maxsplit)


def _lines(work: Work, value: Any) -> list[str]:
    text = as_text(value)
    work.spend(text.count("\n"))
    return text.splitlines()


def _indent(
    work: Work,
    value: Any,
    width: int | str = 4,
    first: bool = False,
    blank: bool = False,
) -> str:
    text = as_text(value)
    if isinstance(width, int):
        at_most(width, 100)
    pad = width if isinstance(width, str) else " " * width
    lines = text.split("\n")
    work.spend(len(lines))
    grown(len(lines) * len(pad))
    return "\n".join(
        pad + line if (number or first) and (line or blank) else line
        for number, line in enumerate(lines)
    )


def _wordcount(work: Work, value: Any) -> int:
    return len(_split(work, value))


def _urlencode(work: Work, value: Any) -> str:
    if isinstance(value, dict):
        pairs = cast("dict[str, Any]", value).items()
        return urllib.parse.urlencode([(key, text_of(inner, work)) for key, inner in pairs])
    return urllib.parse.quote(text_of(value, work).encode(), safe="/")


def _escape(_: Work, value: Any) -> str:
    return html.escape(as_text(value))


TEXT_FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "abs": _abs,
    "capitalize": _capitalize,
    "e": _escape,
    "escape": _escape,
    "float": _float,
    "fromjson": _fromjson,
    "indent": _indent,
    "int": _int,
    "lines": _lines,
    "lower": _lower,
    "replace": _replace,
    "round": _round,
    "split": _split,
    "string": _string,
    "title": _title,
    "tojson": _tojson,
    "trim": _trim,
    "truncate": _truncate,
    "upper": _upper,
    "urlencode": _urlencode,
    "wordcount": _wordcount,
}
"""Name of the filter -> the function that does it."""
