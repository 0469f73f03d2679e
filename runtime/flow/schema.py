"""The JSON Schema of flow files, for editors and for programs that write them."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, cast

from nodes.sdk import FieldSpec, NodeSpec
from runtime.flow.model import FORMAT, Flow

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_WIRE: Final = r"^\s*[a-z][a-z0-9_]*\.\w+\s*->\s*[a-z][a-z0-9_]*\.\w+\s*$"
_MARKS: Final[Mapping[str, Any]] = {
    "lines": {
        "type": "object",
        "description": "Text of several lines.",
        "properties": {"$lines": {"type": "array", "items": {"type": "string"}}},
        "required": ["$lines"],
        "additionalProperties": False,
    },
    "text": {
        "type": "object",
        "description": "Text that is never read as an expression.",
        "properties": {"$text": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/lines"}]}},
        "required": ["$text"],
        "additionalProperties": False,
    },
    "file": {
        "type": "object",
        "description": "The text of a file beside the flow file.",
        "properties": {"$file": {"type": "string"}},
        "required": ["$file"],
        "additionalProperties": False,
    },
    "expression": {
        "type": "string",
        "description": "Text with {{ node.port }}; alone, it keeps the type of the value.",
        "pattern": r"\{\{",
    },
}
_INSTEAD: Final = [{"$ref": f"#/$defs/{name}"} for name in _MARKS]
_LINES_TOO: Final = ("description", "default")


def flow_schema(specs: Iterable[NodeSpec] = ()) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of flow files; with `specs` it knows their settings."""
    schema = Flow.model_json_schema(by_alias=True)
    parts: dict[str, Any] = {**schema.pop("$defs", {})}
    parts.pop("Edge", None)
    for part in (schema, *parts.values()):
        _close(part)
    parts["FlowNode"]["properties"]["in"] = {
        "type": "object",
        "description": "Settings and ports that are filled in.",
    }
    parts["FlowNode"]["allOf"] = [_settings(spec) for spec in sorted(specs, key=lambda s: s.id)]
    if not parts["FlowNode"]["allOf"]:
        del parts["FlowNode"]["allOf"]
    schema["properties"]["format"] = {"const": FORMAT}
    schema["properties"]["edges"] = {
        "type": "array",
        "description": "The wires, one text for each: source.port -> target.port.",
        "items": {"type": "string", "pattern": _WIRE},
        "uniqueItems": True,
    }
    schema["required"] = ["format", "id", "name"]
    return {"$schema": _DIALECT, **schema, "$defs": {**parts, **_MARKS}}


def _close(part: dict[str, Any]) -> None:
    """Allow keys of one's own that begin with `x-`, and no others."""
    if "properties" not in part:
        return
    part["additionalProperties"] = False
    part["patternProperties"] = {"^x-": True}
    for name in _LINES_TOO:
        text = part["properties"].get(name)
        if text and text.get("type") == "string":
            part["properties"][name] = {"anyOf": [text, {"$ref": "#/$defs/lines"}]}


def _settings(spec: NodeSpec) -> dict[str, Any]:
    return {
        "if": {"properties": {"type": {"const": spec.id}}},
        "then": {
            "properties": {
                "in": {
                    "description": spec.summary,
                    "properties": {field.name: _setting(field) for field in spec.fields},
                    "additionalProperties": False,
                }
            }
        },
    }


def _setting(field: FieldSpec) -> dict[str, Any]:
    described: dict[str, Any] = {"title": field.title}
    if field.help:
        described["description"] = field.help
    if not field.schema or _is_open(field.schema):
        return described
    return {**described, "anyOf": [dict(field.schema), *_INSTEAD]}


def _is_open(schema: Mapping[str, Any]) -> bool:
    """Say whether a setting has an inside, where expressions may stand anywhere."""
    kinds = schema.get("type", [])
    names = cast("list[str]", kinds if isinstance(kinds, list) else [kinds])
    choices = cast("list[Mapping[str, Any]]", schema.get("anyOf", []))
    if any("$ref" in choice or _is_open(choice) for choice in choices):
        return True
    return (
        not choices
        and not {"enum", "const"} & set(schema)
        and (not names or bool({"object", "array"} & set(names)))
    )
