"""Strict JSON: a text has one meaning, a bounded size, and its first mistake has a place."""

import json
import math
from collections.abc import Iterator
from typing import Any, Final, cast

from pydantic import JsonValue

from nodes.sdk import UserError

MAX_BYTES: Final = 16_000_000
"""The largest text that is read."""
MAX_DEPTH: Final = 64
"""How deep objects and lists may be nested."""
_MAX_DIGITS: Final = 100


def parse_json(source: str | bytes) -> JsonValue:
    """Read a JSON text; raises UserError with line and column when it is not a good one.

    Duplicate keys, NaN, Infinity, numbers without bounds, lone surrogates and NUL are refused:
    two programs would read them differently.
    """
    text = _decoded(source)
    try:
        value: JsonValue = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_refuse_constant,
            parse_int=_whole,
            parse_float=_decimal,
        )
    except json.JSONDecodeError as error:
        raise _broken(text, error) from error
    except RecursionError as error:
        raise _too_deep() from error
    check_json(value)
    return value


def check_json(value: Any) -> None:
    """Raise UserError when a value could not be written as JSON that everyone can read."""
    todo: list[tuple[Any, int]] = [(value, 0)]
    while todo:
        part, depth = todo.pop()
        if depth > MAX_DEPTH:
            raise _too_deep()
        if isinstance(part, str):
            _check_text(part)
        elif isinstance(part, float):
            if not math.isfinite(part):
                raise UserError(f"{part} is no number JSON knows.", hint="Write null instead.")
        elif isinstance(part, dict | list | tuple):
            todo.extend((inner, depth + 1) for inner in _inside(part))


def _inside(part: Any) -> Iterator[Any]:
    if isinstance(part, dict):
        yield from cast("dict[str, Any]", part)
        yield from cast("dict[str, Any]", part).values()
    else:
        yield from part


def _decoded(source: str | bytes) -> str:
    if len(source) > MAX_BYTES:
        raise UserError(
            f"The file is larger than {MAX_BYTES // 1_000_000} MB.",
            hint="Keep data out of the flow file: read it from a file or an input instead.",
        )
    if isinstance(source, str):
        if source.startswith("\ufeff"):
            raise _byte_order_mark()
        return source
    if source.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UserError("The file is written in UTF-16.", hint="Save it as UTF-8.")
    if source.startswith(b"\xef\xbb\xbf"):
        raise _byte_order_mark()
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        raise UserError(
            f"Line {line} holds bytes that are not UTF-8.", hint="Save the file as UTF-8."
        ) from error


def _byte_order_mark() -> UserError:
    return UserError(
        "The file begins with a byte order mark.", hint="Save it as UTF-8 without a mark (BOM)."
    )


def _too_deep() -> UserError:
    return UserError(
        f"Objects and lists are nested more than {MAX_DEPTH} deep.", hint="Make it flatter."
    )


def _broken(text: str, error: json.JSONDecodeError) -> UserError:
    line = text.split("\n", error.lineno)[error.lineno - 1]
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        return UserError(
            f"Line {error.lineno} is the mark of a git merge that was not finished.",
            hint="Choose between the two versions there and remove the marks.",
        )
    if not text.strip():
        return UserError("The file is empty.", hint="Restore it, or begin with a new flow.")
    what = error.msg[:1].lower() + error.msg[1:]
    return UserError(
        f"Line {error.lineno}, column {error.colno} is not JSON: {what}.",
        hint="Often a comma, a quote or a bracket is missing, or there is one too many.",
    )


def _object(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
    made = dict(pairs)
    if len(made) != len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))
        raise UserError(
            f"The key {twice!r} appears twice in one object.", hint="Remove or rename one of them."
        )
    return made


def _refuse_constant(name: str) -> JsonValue:
    raise UserError(f"{name} is no number JSON knows.", hint="Write null instead.")


def _whole(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise _too_large(digits)
    return int(digits)


def _decimal(digits: str) -> float:
    value = float(digits)
    if len(digits) > 10 * _MAX_DIGITS or not math.isfinite(value):
        raise _too_large(digits)
    return value


def _too_large(digits: str) -> UserError:
    return UserError(
        f"The number {digits[:12]}... is too large.", hint="Write it as text, in quotes."
    )


def _check_text(text: str) -> None:
    if "\0" in text:
        raise UserError("A text holds the character NUL.", hint="Remove it.")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UserError(
            f"A text holds half a character (\\u{ord(text[error.start]):04x}).", hint="Remove it."
        ) from error
