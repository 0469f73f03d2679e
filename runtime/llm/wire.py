"""How a request is put to litellm: model names, addresses, schemas."""

from collections.abc import Mapping
from typing import Any, Final, cast
from urllib.parse import urlsplit

from runtime.llm.call import Request

_NAMES: Final = {"ollama": "ollama_chat"}
"""Providers that litellm reaches better under another name."""
_WITH_V1: Final = frozenset({"openai", "lm_studio", "hosted_vllm"})
"""Providers whose address ends with /v1."""

_STRICT_WORDS: Final = frozenset(
    {
        "type", "properties", "required", "additionalProperties", "items", "enum", "const",
        "description", "title", "anyOf", "$ref", "$defs", "$schema",
    }
)  # fmt: skip
"""Every provider with a strict mode knows these; others are refused by some."""


def arguments(request: Request) -> dict[str, Any]:
    """Return the arguments for litellm; it must not try again or fall back by itself."""
    # Imported here: 150 ms of CPU, and only asking a provider needs it.
    import httpx

    provider, _, name = request.model.partition("/")
    wanted: dict[str, Any] = {
        "model": f"{_NAMES.get(provider, provider)}/{name}",
        "messages": [{"role": m.role, "content": m.content} for m in request.messages],
        "timeout": httpx.Timeout(None, connect=request.deadlines.connect),
        "max_retries": 0,
        "num_retries": 0,
        "drop_params": True,
    }
    if request.api_key:
        wanted["api_key"] = request.api_key
    elif provider in _WITH_V1:
        # These servers need no key, but the client refuses to start without one.
        wanted["api_key"] = "none"
    if request.base_url:
        wanted["api_base"] = address(provider, request.base_url)
    if request.temperature is not None:
        wanted["temperature"] = request.temperature
    if request.max_tokens is not None:
        wanted["max_tokens"] = request.max_tokens
    if request.schema is not None:
        wanted["response_format"] = {
            "type": "json_schema",
            "json_schema": {
                "name": "answer",
                "schema": dict(request.schema),
                "strict": is_strict(request.schema),
            },
        }
    return wanted


def address(provider: str, told: str) -> str:
    """Return the address in the form litellm wants, from what people usually write."""
    full = told if "://" in told else f"http://{told}"
    full = full.replace("://0.0.0.0", "://127.0.0.1").rstrip("/")
    parts = urlsplit(full)
    if provider == "ollama" and parts.port is None and parts.scheme == "http":
        full = f"{full}:11434"
    if provider in _WITH_V1 and not parts.path:
        return f"{full}/v1"
    if provider == "anthropic":
        return full.removesuffix("/v1")
    return full


def is_strict(schema: Any) -> bool:
    """Say whether a schema keeps the rules for strict mode: closed objects, all required."""
    if isinstance(schema, list):
        return all(is_strict(part) for part in cast("list[Any]", schema))
    if not isinstance(schema, dict):
        return True
    part = cast("Mapping[str, Any]", schema)
    if "type" in part and not isinstance(part["type"], dict) and not part.keys() <= _STRICT_WORDS:
        return False
    properties = part.get("properties")
    if part.get("type") == "object" or isinstance(properties, dict):
        names = set(cast("Mapping[str, Any]", properties or {}))
        if part.get("additionalProperties") is not False or set(part.get("required", ())) != names:
            return False
    return all(is_strict(value) for value in part.values())
