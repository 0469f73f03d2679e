"""Filters of expressions for lists and objects."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from runtime.flow.operands import as_entries, as_number, as_object, attributes, sortable
from runtime.flow.work import Missing, Work, joined, number, present, text_of


def _length(_: Work, value: Any) -> int:
    return len(value)


def _first(_: Work, value: Any) -> Any:
    return value[0] if value else _empty("first")


def _last(_: Work, value: Any) -> Any:
    return value[-1] if value else _empty("last")


def _empty(which: str) -> Missing:
    return Missing(f"There is no {which} entry, for the list is empty.", "Add | default('...').")


def _list(work: Work, value: Any) -> list[Any]:
    if isinstance(value, str):
        work.spend(len(value))
    return list(value)


def _keys(_: Work, value: Any) -> list[str]:
    return list(as_object(value))


def _values(_: Work, value: Any) -> list[Any]:
    return list(as_object(value).values())


def _items(_: Work, value: Any) -> list[Any]:
    return [[key, inner] for key, inner in as_object(value).items()]


def _dictsort(
    _: Work,
    value: Any,
    case_sensitive: bool = False,
    by: str = "key",
    reverse: bool = False,
) -> list[Any]:
    position = {"key": 0, "value": 1}[by]
    pairs = [[key, inner] for key, inner in as_object(value).items()]
    return sorted(pairs, key=lambda pair: sortable(pair[position], case_sensitive), reverse=reverse)


def _join(work: Work, value: Any, separator: str = "", attribute: Any = None) -> str:
    entries = attributes(work, value, attribute) if attribute is not None else as_entries(value)
    texts = [text_of(present(entry), work) for entry in entries]
    return joined(texts, text_of(separator, work))


def _sort(
    work: Work,
    value: Any,
    reverse: bool = False,
    case_sensitive: bool = False,
    attribute: Any = None,
) -> list[Any]:
    entries = work.weigh(as_entries(value))
    work.spend(4 * len(entries))
    keys = attributes(work, entries, attribute) if attribute is not None else entries
    pairs = zip(keys, entries, strict=True)
    ordered = sorted(
        pairs, key=lambda pair: sortable(present(pair[0]), case_sensitive), reverse=reverse
    )
    return [entry for _, entry in ordered]


def _unique(
    work: Work,
    value: Any,
    case_sensitive: bool = False,
    attribute: Any = None,
) -> list[Any]:
    entries = work.weigh(as_entries(value))
    keys = attributes(work, entries, attribute) if attribute is not None else entries
    found: dict[str, Any] = {}
    for key, entry in zip(keys, entries, strict=True):
        found.setdefault(json.dumps(sortable(present(key), case_sensitive), sort_keys=True), entry)
    return list(found.values())


def _reverse(work: Work, value: Any) -> Any:
    if isinstance(value, str):
        return value[::-1]
    work.spend(len(value))
    return list(value)[::-1]


def _sum(work: Work, value: Any, attribute: Any = None, start: int | float = 0) -> Any:
    entries = attributes(work, value, attribute) if attribute is not None else as_entries(value)
    return number(sum((as_number(present(entry)) for entry in entries), as_number(start)))


def _min(
    work: Work,
    value: Any,
    case_sensitive: bool = False,
    attribute: Any = None,
) -> Any:
    ordered = _sort(work, value, case_sensitive=case_sensitive, attribute=attribute)
    return _first(work, ordered)


def _max(
    work: Work,
    value: Any,
    case_sensitive: bool = False,
    attribute: Any = None,
) -> Any:
    ordered = _sort(work, value, case_sensitive=case_sensitive, attribute=attribute)
    return _last(work, ordered)


def _batch(work: Work, value: Any, size: int) -> list[Any]:
    entries = as_entries(value)
    work.spend(len(entries))
    return [entries[at : at + size] for at in range(0, len(entries), size)]


LIST_FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "batch": _batch,
    "count": _length,
    "dictsort": _dictsort,
    "first": _first,
    "items": _items,
    "join": _join,
    "keys": _keys,
    "last": _last,
    "length": _length,
    "list": _list,
    "max": _max,
    "min": _min,
    "reverse": _reverse,
    "sort": _sort,
    "sum": _sum,
    "unique": _unique,
    "values": _values,
}
"""Name of the filter -> the function that does it."""
