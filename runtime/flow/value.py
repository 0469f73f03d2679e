"""Values of settings: their form in memory and in the file.

A text of several lines is a plain text in memory and `{"$lines": [...]}` in the file, so that
git compares it line by line. `{"$text": ...}` (never an expression) and `{"$file": ...}` (text of
a file beside the flow) stay objects. Every other key with `$` is refused, but for the words of
JSON Schema, which settings hold as data.
"""

from collections.abc import Callable
from typing import Final

from pydantic import JsonValue

from nodes.sdk import UserError
from runtime.flow.jsontext import check_json

LINES: Final = "$lines"
TEXT: Final = "$text"
FILE: Final = "$file"

_MARKS: Final = frozenset({LINES, TEXT, FILE})
_SCHEMA_WORDS: Final = frozenset(
    {
        "$schema", "$id", "$ref", "$defs", "$comment", "$anchor",
        "$dynamicRef", "$dynamicAnchor", "$vocabulary",
    }
)  # fmt: skip


def setting_value(value: JsonValue) -> JsonValue:
    """Return a setting as it is kept in memory; raises UserError when it cannot be one."""
    check_json(value)
    return _joined(value, _check_marks)


def literal_value(value: JsonValue) -> JsonValue:
    """Return a value that is never an expression as it is kept in memory."""
    check_json(value)
    return _joined(value, lambda _: None)


def file_value(value: JsonValue) -> JsonValue:
    """Return a value as it is written to the file: texts of several lines as `$lines`."""
    if isinstance(value, str):
        return {LINES: list(value.split("\n"))} if is_lines(value) else value
    if isinstance(value, list):
        return [file_value(part) for part in value]
    if isinstance(value, dict):
        return {key: file_value(part) for key, part in value.items()}
    return value


def is_lines(text: str) -> bool:
    """Say whether a text is written line by line; mere white space, such as a separator, is not."""
    return "\n" in text and not text.isspace()


def _joined(value: JsonValue, check: Callable[[dict[str, JsonValue]], None]) -> JsonValue:
    if isinstance(value, list):
        return [_joined(part, check) for part in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {LINES}:
        return _lines(value[LINES])
    check(value)
    return {key: _joined(part, check) for key, part in value.items()}


def _lines(value: JsonValue) -> str:
    lines: list[str] = []
    for line in value if isinstance(value, list) else [None]:
        if not isinstance(line, str):
            raise UserError(
                "'$lines' must be a list of texts.", hint='Write {"$lines": ["first", "second"]}.'
            )
        lines.append(line)
    return "\n".join(lines)


def _check_marks(value: dict[str, JsonValue]) -> None:
    marks = [key for key in value if key.startswith("$") and key not in _SCHEMA_WORDS]
    if not marks:
        return
    mark = marks[0]
    if mark not in _MARKS:
        raise UserError(
            f"The key {mark!r} is not known.",
            hint="Keys with '$' are '$lines', '$text' and '$file'; rename yours.",
        )
    if len(value) > 1:
        raise UserError(
            f"{mark!r} must be the only key of its object.", hint="Remove the other keys."
        )
    inner = value[mark]
    if not isinstance(inner, str) and not (isinstance(inner, dict) and inner.keys() == {LINES}):
        raise UserError(f"{mark!r} must be a text.", hint=f'Write {{"{mark}": "..."}}.')
