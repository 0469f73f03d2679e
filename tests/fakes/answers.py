"""What the fake provider answers: always the same for the same prompt, and fitting the schema."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

import orjson


@dataclass(frozen=True, slots=True)
class Ask:
    """A request, whatever wire it came over."""

    wire: str
    model: str
    prompt: str
    stream: bool = False
    schema: Mapping[str, Any] | None = None
    max_tokens: int | None = None
    want_usage: bool = True

    @property
    def prompt_hash(self) -> str:
        return hashlib.sha256(self.prompt.encode("utf-8", "replace")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Told:
    """An answer, whatever wire it leaves over."""

    text: str
    input_tokens: int
    output_tokens: int
    finish: str = "stop"
    usage: Mapping[str, int] | None = None
    """Numbers to tell instead of the true ones; an empty mapping means none at all."""


def count_tokens(text: str) -> int:
    """Four characters a token, as English has them on average."""
    return max(1, -(-len(text) // 4))


def answer(ask: Ask) -> Told:
    """Fill the schema, or repeat the beginning of what was asked."""
    if ask.schema is not None:
        text = orjson.dumps(fill(ask.schema, _Words(ask.prompt))).decode()
    else:
        words = ask.prompt.split()
        text = f"Summary of {len(words)} words: {' '.join(words[-40:])}"
    finish = "stop"
    if ask.max_tokens and count_tokens(text) > ask.max_tokens:
        text, finish = text[: ask.max_tokens * 4], "length"
    return Told(text, count_tokens(ask.prompt) + 3, count_tokens(text), finish)


class _Words:
    """Words of the prompt, one after the other."""

    def __init__(self, prompt: str) -> None:
        self._words = re.findall(r"\w{3,}", prompt)[-200:] or ["nothing"]
        self._next = 0

    def take(self, number: int) -> str:
        chosen = [self._words[(self._next + i) % len(self._words)] for i in range(number)]
        self._next += number
        return " ".join(chosen)


def fill(schema: Mapping[str, Any], words: _Words, depth: int = 0) -> Any:
    """Return a value that fits a JSON Schema."""
    if fixed := schema.get("enum", [schema["const"]] if "const" in schema else []):
        return fixed[0]
    kind = schema.get("type", "object" if "properties" in schema else "string")
    if isinstance(kind, list):
        kind = cast("list[str]", kind)[0]
    if kind == "object":
        properties = cast("dict[str, Mapping[str, Any]]", schema.get("properties", {}))
        return {name: fill(part, words, depth + 1) for name, part in properties.items()}
    if kind == "array":
        number = max(int(schema.get("minItems", 0)), 1) if depth < 7 else 0
        return [fill(schema.get("items", {}), words, depth + 1) for _ in range(number)]
    least = schema.get("minimum", 1)
    plain = {"integer": least, "number": least, "boolean": True, "null": None}
    return plain[kind] if kind in plain else words.take(4)
