"""The inputs of a run as typed on the command line, read by what the flow says of them.

`name=value` is read by the input's type, `name:=json` is JSON, `name=@file` is the text of a file.
"""

import difflib
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, cast

from nodes.sdk.errors import UserError
from runtime.flow.jsontext import parse_json
from runtime.flow.model import InputSpec

_LONGEST_FILE: Final = 50_000_000
_YES: Final = frozenset({"true", "yes", "on", "1"})
_NO: Final = frozenset({"false", "no", "off", "0"})


def read_inputs(
    given: Sequence[str],
    specs: Mapping[str, InputSpec],
    *,
    noun: str = "input",
    owner: str = "flow",
) -> dict[str, Any]:
    """Return the inputs by name; raises UserError for what cannot be one.

    What is missing is not looked at here: every door is told that by the run itself. `noun` and
    `owner` are what errors call them, for a template has parameters where a flow has inputs.
    """
    values: dict[str, Any] = {}
    for text in given:
        name, equals, _ = text.partition("=")
        name = name.removesuffix(":").strip()
        if not equals:
            hint = "Write name=value, name:=json or name=@file."
            raise UserError(f"{_short(text)} is no {noun}.", hint=hint)
        if name not in specs:
            known = _known(name, specs, noun)
            raise UserError(f"The {owner} has no {noun} {name!r}.", hint=known)
        if name in values:
            raise UserError(f"The {noun} {name!r} is given twice.", hint="Give it once.")
        values[name] = _read(text, specs[name], f"The {noun} {name!r}")
    return values


def _read(text: str, spec: InputSpec, subject: str) -> Any:
    left, _, right = text.partition("=")
    try:
        if left.endswith(":"):
            return _json(right)
        if right.startswith("@"):
            return _typed(_file_text(right[1:]), spec)
        return _typed(right, spec)
    except ValueError as error:
        raise UserError(
            f"{subject} cannot be {_short(right)}: {error}", hint=f"It is {_kind(spec)}."
        ) from error


def _known(name: str, specs: Mapping[str, InputSpec], noun: str) -> str:
    if not specs:
        return f"It takes no {noun}s."
    close = difflib.get_close_matches(name, specs, n=1)
    if close:
        return f"Do you mean {close[0]!r}?"
    return f"Its {noun}s are {', '.join(map(repr, specs))}."


def _typed(text: str, spec: InputSpec) -> Any:
    if spec.type == "string":
        return text
    if spec.type == "boolean":
        word = text.strip().lower()
        if word not in _YES | _NO:
            raise ValueError("write true or false.")
        return word in _YES
    if spec.type in ("integer", "number"):
        return _number(text, whole=spec.type == "integer")
    value: object = _json(text)
    if not isinstance(value, list if spec.type == "array" else dict):
        raise ValueError(f"this JSON is no {spec.type}.")  # noqa: TRY004 - said to a person
    return cast("object", value)


def _number(text: str, *, whole: bool) -> int | float:
    try:
        number = int(text) if whole else float(text)
    except ValueError:
        raise ValueError("it is no whole number." if whole else "it is no number.") from None
    if not math.isfinite(number):
        raise ValueError("it is no number.")
    return number


def _json(text: str) -> Any:
    try:
        return parse_json(text)
    except UserError as error:
        raise ValueError(f"it is no JSON: {error.message}") from error


def _file_text(name: str) -> str:
    path = Path(name).expanduser()
    escape = "To give a text that starts with '@', write name:='\"@text\"'."
    try:
        if path.stat().st_size > _LONGEST_FILE:
            raise UserError(
                f"The file {name!r} is too large for an input.", hint="Give its path instead."
            )
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UserError(f"The file {name!r} is not text in UTF-8.", hint=escape) from error
    except OSError as error:
        raise UserError(
            f"The file {name!r} cannot be read: {error.strerror or error}.", hint=escape
        ) from error


def _kind(spec: InputSpec) -> str:
    names = {
        "string": "a text",
        "integer": "a whole number",
        "number": "a number",
        "boolean": "true or false",
        "array": 'a list in JSON, for example ["a", "b"]',
        "object": 'an object in JSON, for example {"a": 1}',
    }
    return names[spec.type]


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:57]}...")
