"""The response cache: an unchanged question costs nothing the second time."""

import hashlib
from typing import Any, Protocol

import orjson

from nodes.sdk import Answer
from runtime.llm.call import Request


class AnswerStore(Protocol):
    """Where answers are kept, by the hash of their question."""

    async def get(self, key: str) -> str | None:
        """Return what was kept under a key."""
        ...

    async def put(self, key: str, value: str) -> None:
        """Keep a value under a key."""
        ...


def request_hash(request: Request) -> str:
    """Return the content hash of model, messages and parameters; never of key or address."""
    content: dict[str, Any] = {
        "model": request.model,
        "messages": [[message.role, message.content] for message in request.messages],
        "temperature": request.temperature,
        "max_tokens": request.max_tokens,
        "schema": request.schema,
    }
    try:
        canonical = orjson.dumps(content, option=orjson.OPT_SORT_KEYS)
    except TypeError:
        # A lone surrogate or an integer beyond 64 bits: repr keeps such questions apart.
        canonical = repr(content).encode("utf-8", "backslashreplace")
    return hashlib.sha256(canonical).hexdigest()


def pack(answer: Answer) -> str:
    """Write an answer for the store."""
    return orjson.dumps(
        {
            "text": answer.text,
            "model": answer.model,
            "finish": answer.finish,
            "input_tokens": answer.input_tokens,
            "output_tokens": answer.output_tokens,
        }
    ).decode()


def unpack(value: str) -> Answer | None:
    """Read an answer from the store; None when it is not one (then it is asked again)."""
    try:
        content = orjson.loads(value)
        return Answer(
            text=str(content["text"]),
            model=str(content["model"]),
            finish=str(content["finish"]),
            input_tokens=int(content["input_tokens"]),
            output_tokens=int(content["output_tokens"]),
            cost_usd=0.0,
            cached=True,
        )
    except (ValueError, KeyError, TypeError):
        return None
