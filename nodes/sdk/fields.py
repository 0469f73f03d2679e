"""Field types that tell the form which control to draw."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import JsonValue

WidgetName = Literal[
    "text", "long_text", "model", "file", "folder", "json", "schema", "key_value", "list",
    "credential", "code", "cases",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Widget:
    """Which control the inspector draws for a field."""

    name: WidgetName


LongText = Annotated[str, Widget("long_text")]
"""Text of many lines, for example a prompt."""
ModelName = Annotated[str, Widget("model")]
"""A language model as `provider/model`; empty means the model of the run or the default one."""
FilePath = Annotated[str, Widget("file")]
"""Path of a file."""
FolderPath = Annotated[str, Widget("folder")]
"""Path of a folder."""
KeyValue = Annotated[dict[str, Any], Widget("key_value")]
"""Named values."""
JsonSchema = Annotated[dict[str, JsonValue], Widget("schema")]
"""A JSON Schema, draft 2020-12."""
