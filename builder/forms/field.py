"""A field of a form: what is asked for, and with which control. Pure."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, cast

from nodes.sdk import FieldSpec, title_of
from runtime.flow.model import InputSpec

ControlName = Literal[
    "text", "long_text", "number", "switch", "choice", "list", "key_value", "json", "schema",
    "model", "file", "folder", "credential", "cases",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class FormField:
    """One thing a form asks for."""

    name: str
    title: str
    control: ControlName
    help: str = ""
    required: bool = False
    default: Any = None
    choices: tuple[str, ...] = ()
    whole: bool = False
    """A number without a fraction."""
    minimum: float | None = None
    maximum: float | None = None
    credential: str = ""
    """Kind of the credential."""
    port: bool = False
    schema: Mapping[str, Any] = field(default_factory=dict[str, Any])

    @classmethod
    def of_spec(cls, spec: FieldSpec) -> "FormField":
        """Return the field of a node."""
        schema = plain_schema(spec.schema)
        return cls(
            name=spec.name,
            title=spec.title,
            control=_control(spec.widget or "", schema),
            help=spec.help,
            required=spec.required,
            default=spec.default,
            choices=tuple(str(choice) for choice in schema.get("enum", ())),
            whole=schema.get("type") == "integer",
            minimum=_limit(schema, "minimum", "exclusiveMinimum"),
            maximum=_limit(schema, "maximum", "exclusiveMaximum"),
            credential=spec.credential,
            port=spec.port,
            schema=schema,
        )

    @classmethod
    def of_input(cls, name: str, spec: InputSpec) -> "FormField":
        """Return the field for an input of a flow or a parameter of a template."""
        schema = {"type": spec.type} | ({"enum": list(spec.enum)} if spec.enum else {})
        widget = {"text": "long_text"}.get(spec.format, spec.format)
        return cls(
            name=name,
            title=spec.title or title_of(name),
            control=_control(widget, schema),
            help=spec.description,
            required=spec.required and spec.default is None,
            default=spec.default,
            choices=spec.enum or (),
            whole=spec.type == "integer",
            minimum=spec.minimum,
            maximum=spec.maximum,
            schema=schema,
        )


@dataclass(frozen=True, slots=True)
class Parsed:
    """What somebody typed, read as a value, or why it cannot be."""

    value: Any = None
    error: str = ""


def plain_schema(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the schema of a value that may be left out, without the part that says so."""
    for key in ("anyOf", "oneOf"):
        options = [
            cast("Mapping[str, Any]", option)
            for option in cast("Sequence[Any]", schema.get(key, ()))
            if isinstance(option, Mapping)
            and cast("Mapping[str, Any]", option).get("type") != "null"
        ]
        if len(options) == 1:
            return {**{k: v for k, v in schema.items() if k != key}, **options[0]}
    return schema


_WIDGETS: Mapping[str, ControlName] = {
    "text": "text",
    "long_text": "long_text",
    "model": "model",
    "file": "file",
    "folder": "folder",
    "json": "json",
    "schema": "schema",
    "key_value": "key_value",
    "list": "list",
    "credential": "credential",
    "code": "long_text",
    "cases": "cases",
}
_TYPES: Mapping[str, ControlName] = {
    "string": "text",
    "integer": "number",
    "number": "number",
    "boolean": "switch",
    "object": "json",
}


def columns_of(form_field: FormField) -> list[FormField]:
    """Return the fields each row of a table has; empty when the schema says of none."""
    items = cast("Mapping[str, Any]", form_field.schema.get("items") or {})
    properties = cast("Mapping[str, Mapping[str, Any]]", items.get("properties") or {})
    required = cast("Sequence[str]", items.get("required") or ())
    return [
        FormField(
            name=name,
            title=str(schema.get("title") or title_of(name)),
            control=_control("", plain_schema(schema)),
            help=str(schema.get("description") or ""),
            required=name in required,
            default=schema.get("default"),
            choices=tuple(str(choice) for choice in plain_schema(schema).get("enum", ())),
        )
        for name, schema in properties.items()
    ]


def _control(widget: str, schema: Mapping[str, Any]) -> ControlName:
    if widget == "cases" and "properties" not in (schema.get("items") or {}):
        return "json"
    if widget in _WIDGETS:
        return _WIDGETS[widget]
    if schema.get("enum"):
        return "choice"
    kind = schema.get("type")
    if kind == "array":
        items = plain_schema(schema.get("items") or {})
        return "list" if items.get("type") == "string" else "json"
    return _TYPES.get(str(kind), "text" if not kind else "json")


def _limit(schema: Mapping[str, Any], *names: str) -> float | None:
    found = next((schema[name] for name in names if name in schema), None)
    return float(found) if isinstance(found, int | float) else None


def is_expression(value: object) -> bool:
    """Say whether a value is a text with something to work out in it."""
    return isinstance(value, str) and "{{" in value


def parse(form_field: FormField, raw: object) -> Parsed:
    """Read what a control sent; what comes from a browser may be of any type."""
    if raw is None or raw == "":
        return Parsed(None)
    if is_expression(raw):
        return Parsed(raw)
    reader = _READERS.get(form_field.control, _as_text)
    return reader(form_field, raw)


def _as_text(form_field: FormField, raw: object) -> Parsed:
    del form_field
    return Parsed(raw) if isinstance(raw, str) else Parsed(error="This has to be a text.")


def _as_number(form_field: FormField, raw: object) -> Parsed:
    number = _number(raw)
    if number is None:
        return Parsed(error="This has to be a number.")
    if form_field.whole and number != int(number):
        return Parsed(error="This has to be a whole number.")
    if form_field.minimum is not None and number < form_field.minimum:
        return Parsed(error=f"At least {form_field.minimum:g}.")
    if form_field.maximum is not None and number > form_field.maximum:
        return Parsed(error=f"At most {form_field.maximum:g}.")
    return Parsed(int(number) if form_field.whole else number)


def _number(raw: object) -> float | None:
    if isinstance(raw, bool) or not isinstance(raw, int | float | str):
        return None
    try:
        number = float(raw)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _as_switch(form_field: FormField, raw: object) -> Parsed:
    del form_field
    return Parsed(raw) if isinstance(raw, bool) else Parsed(error="This is either on or off.")


def _as_choice(form_field: FormField, raw: object) -> Parsed:
    if raw in form_field.choices:
        return Parsed(raw)
    return Parsed(error=f"Choose one of: {', '.join(form_field.choices)}.")


def _as_list(form_field: FormField, raw: object) -> Parsed:
    del form_field
    if not isinstance(raw, list):
        return Parsed(error="This has to be a list.")
    return Parsed([str(part) for part in cast("list[object]", raw)])


def _as_pairs(form_field: FormField, raw: object) -> Parsed:
    del form_field
    if not isinstance(raw, dict):
        return Parsed(error="This has to be a set of names and values.")
    return Parsed(cast("dict[str, Any]", raw))


def _as_cases(form_field: FormField, raw: object) -> Parsed:
    if isinstance(raw, list) and all(isinstance(row, dict) for row in cast("list[object]", raw)):
        return Parsed(cast("list[Any]", raw))
    return Parsed(error=f"{form_field.title} has to be a list of rows.")


def rows_in(value: object) -> list[dict[str, Any]]:
    """Return the rows of a table that can be shown; what else stands there is left out."""
    rows = cast("list[object]", value) if isinstance(value, list) else []
    return [cast("dict[str, Any]", row) for row in rows if isinstance(row, dict)]


def _as_json(form_field: FormField, raw: object) -> Parsed:
    if not isinstance(raw, str):
        return Parsed(raw)
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        return Parsed(error=f"This is not JSON{where}.")
    wanted = form_field.schema.get("type")
    if form_field.control == "schema":
        wanted = "object"
    kinds: dict[str, type] = {"object": dict, "array": list}
    expected = kinds.get(str(wanted))
    if expected and not isinstance(value, expected):
        return Parsed(error=f"This has to be {'an object' if expected is dict else 'a list'}.")
    return Parsed(value)


_READERS = {
    "number": _as_number,
    "switch": _as_switch,
    "choice": _as_choice,
    "list": _as_list,
    "key_value": _as_pairs,
    "cases": _as_cases,
    "json": _as_json,
    "schema": _as_json,
}


def as_text(value: object) -> str:
    """Write a value the way a text control shows it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, indent=2)


def literal_text(value: Any) -> str:
    """Return a text as it is typed, without the mark that keeps it from being an expression."""
    marked = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
    return as_text(marked.get("$text", value))


def is_unfinished(value: Any) -> bool:
    """Say whether a text has braces that are not closed yet: somebody is typing."""
    return isinstance(value, str) and value.count("{{") > value.count("}}")


def holds_expression(value: Any) -> bool:
    """Say whether there is an expression anywhere in a value."""
    if isinstance(value, str):
        return "{{" in value
    if isinstance(value, Mapping):
        inner = cast("Mapping[str, Any]", value)
        return "$text" not in inner and any(holds_expression(part) for part in inner.values())
    if isinstance(value, list):
        return any(holds_expression(part) for part in cast("list[Any]", value))
    return False
