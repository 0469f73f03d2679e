"""Values as JSON: what steps send, what runs are started with.

What is read back is exactly what the engine goes on with, so a run that was interrupted and one
that was not see the same values. Infinity and NaN become null, whole numbers beyond 64 bits
become floating point numbers (both as in JavaScript), NUL and lone surrogates become U+FFFD.
"""

import math
from collections.abc import Mapping
from typing import Any, Final, cast

import orjson
from pydantic import BaseModel

from nodes.sdk import UserError
from runtime.store.text import clean

MAX_DEPTH: Final = 64
"""How deep lists and objects may lie in each other."""
MAX_BYTES: Final = 1 << 30
"""The largest value that is kept."""

_OPTIONS: Final = orjson.OPT_NON_STR_KEYS
_INT64: Final = 1 << 63
_UINT64: Final = 1 << 64


def encode(value: object) -> bytes:
    """Return the value as JSON; raises UserError when it is too deep, too large or no JSON."""
    try:
        data = orjson.dumps(value, _plain, _OPTIONS)
    except (TypeError, ValueError, RecursionError):
        data = _encode_slowly(value)
    else:
        if b"\\u0000" in data:
            data = _encode_slowly(value)
    if len(data) > MAX_BYTES:
        raise UserError(
            f"The value is {len(data) >> 20} MB large; at most {MAX_BYTES >> 20} MB are kept.",
            hint="Write large data to a file and pass on its path.",
        )
    if data.count(b"[") + data.count(b"{") > MAX_DEPTH and _depth(orjson.loads(data)) > MAX_DEPTH:
        raise _too_deep()
    return data


def decode(data: bytes | str) -> Any:
    """Return the value of what `encode` made; raises UserError when it was damaged since."""
    try:
        return orjson.loads(data)
    except ValueError as error:
        raise UserError(
            "A stored value is damaged.", hint="Restore the data directory from a backup."
        ) from error


def _plain(value: object) -> object:
    """Turn what JSON does not know into what it does."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, Mapping):
        return dict(cast("Mapping[object, object]", value))
    if isinstance(value, (set, frozenset)):
        return sorted(cast("set[Any]", value), key=repr)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(cast("bytes", value)).decode("utf-8", "replace")
    raise TypeError(type(value).__name__)


def _encode_slowly(value: object) -> bytes:
    try:
        return orjson.dumps(_repaired(value, 0), _plain, _OPTIONS)
    except (TypeError, ValueError) as error:
        raise UserError(
            f"The value is no JSON: {clean(str(error))}.",
            hint="Send text, numbers, lists and objects only.",
        ) from error


def _repaired(value: object, depth: int) -> object:
    if depth > MAX_DEPTH:
        raise _too_deep()
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        items = cast("Mapping[object, object]", value).items()
        return {
            clean(key) if isinstance(key, str) else str(key): _repaired(inner, depth + 1)
            for key, inner in items
        }
    if isinstance(value, (list, tuple)):
        return [_repaired(inner, depth + 1) for inner in cast("list[object]", value)]
    if isinstance(value, int) and not isinstance(value, bool):
        return value if -_INT64 <= value < _UINT64 else _float(value)
    if isinstance(value, (BaseModel, set, frozenset)):
        return _repaired(_plain(cast("object", value)), depth + 1)
    return value


def _float(number: int) -> float | None:
    try:
        return float(number)
    except OverflowError:
        return None


def _depth(value: object) -> int:
    """Return how deep the value is, without recursion."""
    deepest = 0
    todo: list[tuple[object, int]] = [(value, 1)]
    while todo:
        current, depth = todo.pop()
        children: list[object] = []
        if isinstance(current, dict):
            children = list(cast("dict[str, object]", current).values())
        elif isinstance(current, list):
            children = cast("list[object]", current)
        else:
            continue
        deepest = max(deepest, depth)
        if deepest > MAX_DEPTH:
            return deepest
        todo.extend((child, depth + 1) for child in children)
    return deepest


def _too_deep() -> UserError:
    return UserError(
        f"The value has more than {MAX_DEPTH} levels of lists and objects in each other.",
        hint="Send a flatter value, or the deep part as a text.",
    )


def finite(number: float | None) -> float | None:
    """Return the number, or None for NaN and infinity."""
    return number if number is None or math.isfinite(number) else None
