"""Secrets that a step would give away are taken out before anything is written or shown."""

from collections.abc import Callable
from typing import Any, TypeAlias, cast

from runtime.run.model import Fault
from runtime.store.payload import decode, encode

Clean: TypeAlias = Callable[[str], str]
"""Takes the secrets out of a text; `runtime.secrets.redact.Redactor.clean` is the real one."""


def hidden(data: bytes, clean: Clean) -> bytes:
    """Return JSON without secrets."""
    text = data.decode()
    if clean(text) == text:
        return data
    # A secret may look like a part of the JSON itself, say `123456`: only texts are cleaned.
    return encode(_walk(decode(data), clean))


def hidden_fault(fault: Fault, clean: Clean) -> Fault:
    """Return a fault without secrets."""
    return fault.model_copy(update={"message": clean(fault.message), "hint": clean(fault.hint)})


def _walk(value: Any, clean: Clean) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_walk(inner, clean) for inner in cast("list[Any]", value)]
    if isinstance(value, dict):
        pairs = cast("dict[str, Any]", value).items()
        return {clean(key): _walk(inner, clean) for key, inner in pairs}
    return value
