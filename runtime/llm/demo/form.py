"""Fill a JSON Schema from a text."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, cast

from runtime.llm.demo.extract import best_match, best_sentences
from runtime.llm.demo.finding import finding_items
from runtime.llm.demo.guess import guess_flag, guess_list, guess_number, guess_text
from runtime.llm.demo.prompt import Assignment

Schema = Mapping[str, Any]


def fill_form(schema: Schema, assignment: Assignment) -> Any:
    """Return a value that fits the schema, taken from the material of the assignment."""
    return _fill(schema, _Place(schema, assignment, "", 0))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the form the model is, and what it may read there."""

    root: Schema
    assignment: Assignment
    name: str
    depth: int

    def inside(self, name: str) -> "_Place":
        return replace(self, name=name, depth=self.depth + 1)

    def reading(self, text: str) -> "_Place":
        return replace(self, assignment=replace(self.assignment, material=text))


_DEEPEST: Final = 12
_TYPES: Final = ("object", "array", "string", "integer", "number", "boolean", "null")


def _fill(schema: Schema, place: _Place) -> Any:
    schema = _resolve(schema, place)
    if "const" in schema:
        return schema["const"]
    if options := cast("Sequence[Any]", schema.get("enum") or ()):
        return _choose(options, place)
    filler = _FILLERS.get(_type_of(schema))
    return filler(schema, place) if filler else None


def _resolve(schema: Schema, place: _Place) -> Schema:
    """Follow references, and take the first way of several that is not `null`."""
    for _ in range(_DEEPEST):
        if reference := schema.get("$ref"):
            target: Any = place.root
            for part in str(reference).removeprefix("#").strip("/").split("/"):
                step = part.replace("~1", "/").replace("~0", "~")
                target = cast("Schema", target).get(step, {}) if step else target
            schema = {**target, **{k: v for k, v in schema.items() if k != "$ref"}}
            continue
        ways = schema.get("anyOf") or schema.get("oneOf")
        if ways:
            rest = {k: v for k, v in schema.items() if k not in ("anyOf", "oneOf")}
            way = next((w for w in ways if w.get("type") != "null"), ways[0])
            schema = {**rest, **way}
            continue
        if parts := schema.get("allOf"):
            merged: dict[str, Any] = {k: v for k, v in schema.items() if k != "allOf"}
            for part in parts:
                merged = {**merged, **part}
            schema = merged
            continue
        break
    return schema


def _type_of(schema: Schema) -> str:
    kind = schema.get("type")
    if isinstance(kind, list):
        kinds = cast("list[str]", kind)
        kind = next((k for k in kinds if k != "null"), "null")
    if kind in _TYPES:
        return str(kind)
    if "properties" in schema:
        return "object"
    return "array" if "items" in schema else "string"


def _choose(options: Sequence[Any], place: _Place) -> Any:
    words = [str(option) for option in options]
    text = f"{place.assignment.facts.get(place.name.replace('_', ' '), '')}"
    chosen = best_match(words, text) or best_match(words, place.assignment.text)
    chosen = chosen or _by_mood(words, place.assignment.text)
    return options[words.index(chosen)] if chosen else options[len(options) // 2]


_MOODS: Final = (
    (("positive", "good", "yes"), r"\b(?:great|love|thank|excellent|happy|good|perfect|pleased)"),
    (("negative", "bad", "no"), r"\b(?:bad|broken|angry|terrible|refund|wrong|poor|disappoint)"),
    (("urgent", "high", "critical"), r"\b(?:urgent|immediately|asap|outage|down|critical|today)"),
)


def _by_mood(options: list[str], text: str) -> str | None:
    for names, pattern in _MOODS:
        chosen = next((option for option in options if option.lower() in names), None)
        if chosen and re.search(pattern, text, re.IGNORECASE):
            return chosen
    return next((option for option in options if option.lower() in ("neutral", "normal")), None)


def _fill_object(schema: Schema, place: _Place) -> dict[str, Any]:
    properties = cast("Mapping[str, Schema]", schema.get("properties") or {})
    required = cast("Sequence[str]", schema.get("required") or ())
    if place.depth > _DEEPEST:
        properties = {name: properties[name] for name in required if name in properties}
        if place.depth > 2 * _DEEPEST:
            return {}
    return {name: _fill(part, place.inside(name)) for name, part in properties.items()}


def _fill_array(schema: Schema, place: _Place) -> list[Any]:
    least = int(schema.get("minItems") or 0)
    most = int(schema.get("maxItems") or max(_USUAL_ITEMS, least))
    items = _resolve(cast("Schema", schema.get("items") or {}), place)
    if place.depth > _DEEPEST:
        return [_fill(items, place.inside(place.name)) for _ in range(least)]
    if _type_of(items) == "object":
        if (found := finding_items(items, place.assignment)) is not None:
            return found[: int(schema.get("maxItems") or len(found))]
        texts = best_sentences(place.assignment.text, min(most, _USUAL_ITEMS))
        values = [_fill(items, place.inside(place.name).reading(text)) for text in texts]
    elif items.get("enum"):
        text = place.assignment.text.lower()
        values = [o for o in items["enum"] if str(o).lower() in text] or [_fill(items, place)]
    elif _type_of(items) == "string":
        wanted = place.assignment.bullets or min(most, _USUAL_ITEMS)
        values = [
            _fitting(value, items)
            for value in guess_list(_label(schema, place), place.assignment, min(most, wanted))
        ]
    else:
        values = [_fill(items, place.inside(place.name))]
    while len(values) < least:
        values.append(_fill(items, place.inside(place.name)))
    return list(values[:most])


def _fill_number(schema: Schema, place: _Place) -> float:
    number = guess_number(_label(schema, place), place.assignment)
    whole = _type_of(schema) == "integer"
    if (low := schema.get("minimum", schema.get("exclusiveMinimum"))) is not None:
        step = (1 if whole else 0.01) if "exclusiveMinimum" in schema else 0
        number = max(number, low + step)
    if (high := schema.get("maximum", schema.get("exclusiveMaximum"))) is not None:
        step = (1 if whole else 0.01) if "exclusiveMaximum" in schema else 0
        number = min(number, high - step)
    if multiple := schema.get("multipleOf"):
        number = round(number / multiple) * multiple
    return number


def _fill_text(schema: Schema, place: _Place) -> str:
    return _fitting(guess_text(_label(schema, place), schema, place.assignment), schema)


def _fitting(text: str, schema: Schema) -> str:
    most = schema.get("maxLength")
    if most is not None and len(text) > most:
        text = (
            text[: int(most)].rsplit(" ", 1)[0] if " " in text[: int(most)] else text[: int(most)]
        )
    least = int(schema.get("minLength") or 0)
    while len(text) < least:
        text = f"{text} {text or 'text'}"
    return text[: int(most)] if most is not None else text


def _label(schema: Schema, place: _Place) -> str:
    """Return what the form calls this field: its name and what is said about it."""
    return (
        f"{place.name.replace('_', ' ')}\n{schema.get('description') or schema.get('title') or ''}"
    )


_USUAL_ITEMS: Final = 5


_FILLERS: Final[Mapping[str, Callable[[Schema, _Place], Any]]] = {
    "object": _fill_object,
    "array": _fill_array,
    "string": _fill_text,
    "number": _fill_number,
    "integer": lambda schema, place: int(_fill_number(schema, place)),
    "boolean": lambda schema, place: guess_flag(_label(schema, place), place.assignment),
}
