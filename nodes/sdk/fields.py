"""Field types that tell the form which control to draw."""

import json
import re
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, cast

from pydantic import BeforeValidator, JsonValue

WidgetName = Literal[
    "text", "long_text", "model", "file", "folder", "json", "schema", "key_value", "list",
    "credential", "code", "cases",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Widget:
    """Which control the inspector draws for a field."""

    name: WidgetName


def as_text(value: Any) -> Any:
    """Return a value the way a person would write it; what is no JSON stays as it is.

    An expression that stands alone keeps its type, so a text field may be given a number or a
    list; lists and objects become JSON.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, indent=2)
    return value


def as_path(value: Any) -> Any:
    """Return the path of a file that is given as an object, for example by "List files"."""
    if isinstance(value, dict) and "path" in value:
        return value["path"]  # pyright: ignore[reportUnknownVariableType] - checked by pydantic
    return as_text(value)


Text = Annotated[str, BeforeValidator(as_text)]
"""A line of text; numbers, lists and objects are written out."""
LongText = Annotated[str, BeforeValidator(as_text), Widget("long_text")]
"""Text of many lines, for example a prompt."""
ModelName = Annotated[str, BeforeValidator(as_text), Widget("model")]
"""A language model as `provider/model`; empty means the model of the run or the default one."""
FilePath = Annotated[str, BeforeValidator(as_path), Widget("file")]
"""Path of a file, or an object that has one."""
FolderPath = Annotated[str, BeforeValidator(as_text), Widget("folder")]
"""Path of a folder."""
KeyValue = Annotated[dict[str, Any], Widget("key_value")]
"""Named values."""
JsonSchema = Annotated[dict[str, JsonValue], Widget("schema")]
"""A JSON Schema, draft 2020-12."""


def names_in(value: Any) -> list[str]:
    """Return the names in a raw setting of named values; empty when it is something else."""
    return list(cast("dict[str, Any]", value)) if isinstance(value, dict) else []


_BRIEF_LENGTH: Final = 48
_HOLE: Final = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_NODE_ID: Final = re.compile(r"\b[a-z][a-z0-9]*_[a-z2-9]{4}\.(?=[a-z])")


def brief(value: Any) -> str:
    """Return a raw setting as one short line for the canvas.

    Expressions lose their braces and the ids in them: of `{{ start_f4kd.model }}` stays `model`.
    """
    if isinstance(value, dict):
        raw = cast("dict[str, Any]", value)
        lines = raw.get("$lines", [raw.get("$text", "")])
        value = " ".join(map(str, lines))
    if not isinstance(value, str | int | float):
        return ""
    plain = _HOLE.sub(lambda hole: _NODE_ID.sub("", hole[1]), str(value))
    line = " ".join(plain.split())
    return line if len(line) <= _BRIEF_LENGTH else f"{line[: _BRIEF_LENGTH - 1].rstrip()}\u2026"
