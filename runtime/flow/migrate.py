"""Documents written in an older format are brought to the present one, step by step."""

from collections.abc import Callable, Mapping
from typing import Final

from pydantic import JsonValue

from nodes.sdk import UserError
from runtime.flow.model import FORMAT

Migration = Callable[[dict[str, JsonValue]], dict[str, JsonValue]]
"""Turns a document of format N into one of N+1; pure."""

FLOW_MIGRATIONS: Final[Mapping[int, Migration]] = {}
"""For flow files: the format it starts from -> the migration. Format 1 is the first one."""
LAYOUT_MIGRATIONS: Final[Mapping[int, Migration]] = {}
"""The same for layout files."""


def migrate(
    document: dict[str, JsonValue], migrations: Mapping[int, Migration], *, to: int = FORMAT
) -> dict[str, JsonValue]:
    """Return the document in format `to`; raises UserError for a format that is not readable."""
    number = document.get("format")
    if number is None:
        raise UserError(
            "The key 'format' is missing, so this is no flow or layout file.",
            hint=f'A flow file begins with "format": {to}.',
        )
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise UserError(f"'format' must be a whole number, such as {to}, not {number!r}.")
    if number > to:
        raise UserError(
            f"The file has format {number}, this version of Loomline reads up to {to}.",
            hint="Update Loomline, or open it where it was written.",
        )
    while number < to:
        document = {**migrations[number](document), "format": number + 1}
        number += 1
    return document
