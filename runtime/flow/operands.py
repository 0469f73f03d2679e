"""What filters take: values as texts, numbers, lists and objects, or an error that says so."""

from typing import Any, Final, cast

from nodes.sdk import UserError
from runtime.flow.work import Missing, Work, text_of

NO_DEFAULT: Final = object()
"""Says that no default was given."""


def as_text(value: Any) -> str:
    """Return a text; numbers and null are written out."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) or value is None:
        return text_of(value, Work({}))
    raise TypeError("no text")


def as_number(value: Any) -> int | float:
    """Return a number."""
    if isinstance(value, int | float):
        return value
    raise TypeError("no number")


def as_object(value: Any) -> dict[str, Any]:
    """Return an object."""
    if isinstance(value, dict):
        return cast("dict[str, Any]", value)
    raise TypeError("no object")


def as_entries(value: Any) -> list[Any]:
    """Return the entries of a list, the keys of an object or the characters of a text."""
    if isinstance(value, list):
        return cast("list[Any]", value)
    if isinstance(value, dict | str):
        return list(cast("dict[str, Any]", value))
    raise TypeError("no list")


def at_most(value: int, limit: int) -> None:
    """Raise UserError when a number is beyond a limit, either way."""
    if abs(value) > limit:
        raise UserError(f"{value} is more than {limit}.", hint="Make it smaller.")


def attributes(work: Work, value: Any, path: Any, default: Any = NO_DEFAULT) -> list[Any]:
    """Return what lies at a path inside of every entry."""
    found = [attribute(work, entry, path) for entry in as_entries(value)]
    if default is NO_DEFAULT:
        return found
    return [default if isinstance(entry, Missing) else entry for entry in found]


def attribute(work: Work, entry: Any, path: Any) -> Any:
    """Return what lies at a path such as `author.name` or `0` inside of an entry."""
    for key in str(path).split(".") if isinstance(path, str) else [path]:
        work.spend(1)
        if isinstance(entry, dict) and key in entry:
            entry = cast("dict[str, Any]", entry)[key]
        elif isinstance(entry, list) and str(key).isdigit() and int(key) < len(entry):  # pyright: ignore[reportUnknownArgumentType] - a list of any
            entry = cast("list[Any]", entry)[int(key)]
        else:
            return Missing(f"An entry of the list has no {path!r}.", "Add default='...'.")
    return entry


def sortable(value: Any, case_sensitive: bool) -> Any:
    """Return what to sort a value by."""
    return value.lower() if isinstance(value, str) and not case_sensitive else value
