"""The wire formats of providers, as a server speaks them."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol, cast

import orjson

from tests.fakes.answers import Ask, Told

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stream:
    """A streamed answer: what comes before the text, the text, and what says that it is over."""

    head: list[bytes]
    texts: list[bytes]
    tail: list[bytes]


class Wire(Protocol):
    """One provider's way to say things."""

    name: str
    stream_type: str
    keep_alive: bytes

    def ask(self, body: Json, model: str, *, stream: bool) -> Ask: ...
    def whole(self, ask: Ask, told: Told) -> Json: ...
    def stream(self, ask: Ask, told: Told) -> Stream: ...
    def error(self, status: int, message: str, kind: str) -> Json: ...


def pieces(text: str) -> list[str]:
    """Cut a text as a tokenizer would, about a word at a time."""
    words = text.split(" ")
    return [word if i == len(words) - 1 else f"{word} " for i, word in enumerate(words)]


def dumps(value: Json) -> bytes:
    """Write JSON; lone surrogates are escaped, as some providers do."""
    try:
        return orjson.dumps(value)
    except TypeError:
        return json.dumps(value).encode()


def _sse(value: Json, event: str = "", end: bytes = b"\n\n") -> bytes:
    return (f"event: {event}\n".encode() if event else b"") + b"data: " + dumps(value) + end


def _part(body: Json, *names: str) -> Json:
    """Return the first part of the body that is there under one of the names."""
    for name in names:
        if isinstance(body.get(name), dict):
            return cast("Json", body[name])
    return {}


def _text_of(content: object) -> str:
    if isinstance(content, str):
        return content
    parts = cast("list[dict[str, Any]]", content or [])
    return "\n".join(str(part.get("text", "")) for part in parts)


class OpenAi:
    """OpenAI, LM Studio, vLLM and everybody who is compatible."""

    name = "openai"
    stream_type = "text/event-stream"
    keep_alive = b": keep-alive\n\n"

    def ask(self, body: Json, model: str, *, stream: bool) -> Ask:
        wanted = _part(_part(body, "response_format"), "json_schema")
        options = _part(body, "stream_options")
        return Ask(
            self.name,
            str(body["model"]),
            "\n".join(_text_of(m["content"]) for m in body["messages"]),
            stream=bool(body.get("stream")),
            schema=_part(wanted, "schema") or None,
            max_tokens=body.get("max_tokens") or body.get("max_completion_tokens"),
            want_usage=bool(options.get("include_usage")),
        )

    def whole(self, ask: Ask, told: Told) -> Json:
        message = {"role": "assistant", "content": told.text, "refusal": None}
        choice = {"index": 0, "message": message, "finish_reason": told.finish}
        return {
            **self._frame(ask, "chat.completion"),
            "choices": [choice],
            **self._usage(told),
        }

    def stream(self, ask: Ask, told: Told) -> Stream:
        frame = self._frame(ask, "chat.completion.chunk")

        def chunk(delta: Json, finish: str | None = None) -> bytes:
            choice = {"index": 0, "delta": delta, "finish_reason": finish}
            return _sse({**frame, "choices": [choice]})

        tail = [chunk({}, told.finish)]
        if ask.want_usage and self._usage(told):
            tail.append(_sse({**frame, "choices": [], **self._usage(told)}))
        return Stream(
            [chunk({"role": "assistant", "content": ""})],
            [chunk({"content": piece}) for piece in pieces(told.text)],
            [*tail, b"data: [DONE]\n\n"],
        )

    def error(self, status: int, message: str, kind: str) -> Json:
        del status
        return {"error": {"message": message, "type": kind, "code": kind, "param": None}}

    def _frame(self, ask: Ask, kind: str) -> Json:
        made = int(time.time())
        return {"id": "chatcmpl-1", "object": kind, "created": made, "model": ask.model}

    def _usage(self, told: Told) -> Json:
        if told.usage is not None and not told.usage:
            return {}
        numbers = told.usage or {
            "prompt_tokens": told.input_tokens,
            "completion_tokens": told.output_tokens,
            "total_tokens": told.input_tokens + told.output_tokens,
        }
        return {"usage": numbers}


class Anthropic:
    """Anthropic's messages."""

    name = "anthropic"
    stream_type = "text/event-stream"
    keep_alive = b'event: ping\ndata: {"type": "ping"}\n\n'

    def ask(self, body: Json, model: str, *, stream: bool) -> Ask:
        wanted = _part(body, "output_format") or _part(_part(body, "output_config"), "format")
        system = _text_of(body.get("system"))
        return Ask(
            self.name,
            str(body["model"]),
            "\n".join(
                [*([system] if system else []), *(_text_of(m["content"]) for m in body["messages"])]
            ),
            stream=bool(body.get("stream")),
            schema=_part(wanted, "schema") or None,
            max_tokens=body.get("max_tokens"),
        )

    def whole(self, ask: Ask, told: Told) -> Json:
        return {
            **self._message(ask),
            "content": [{"type": "text", "text": told.text}],
            "stop_reason": _ANTHROPIC_FINISH.get(told.finish, told.finish),
            "stop_sequence": None,
            "usage": self._usage(told),
        }

    def stream(self, ask: Ask, told: Told) -> Stream:
        def event(kind: str, **content: Any) -> bytes:
            return _sse({"type": kind, **content}, kind)

        usage = self._usage(told)
        message: Json = {
            **self._message(ask),
            "content": [],
            "stop_reason": None,
            "stop_sequence": None,
        }
        start: Json = {**message, "usage": {**usage, "output_tokens": 1} if usage else {}}
        stop = {"stop_reason": _ANTHROPIC_FINISH.get(told.finish, told.finish)}
        return Stream(
            [
                event("message_start", message=start),
                event("content_block_start", index=0, content_block={"type": "text", "text": ""}),
            ],
            [
                event("content_block_delta", index=0, delta={"type": "text_delta", "text": piece})
                for piece in pieces(told.text)
            ],
            [
                event("content_block_stop", index=0),
                event(
                    "message_delta",
                    delta={**stop, "stop_sequence": None},
                    usage={"output_tokens": usage["output_tokens"]} if usage else {},
                ),
                event("message_stop"),
            ],
        )

    def error(self, status: int, message: str, kind: str) -> Json:
        del status
        return {"type": "error", "error": {"type": kind, "message": message}}

    def _message(self, ask: Ask) -> Json:
        return {"id": "msg_1", "type": "message", "role": "assistant", "model": ask.model}

    def _usage(self, told: Told) -> dict[str, int]:
        if told.usage is not None:
            return (
                {}
                if not told.usage
                else {
                    "input_tokens": told.usage["prompt_tokens"],
                    "output_tokens": told.usage["completion_tokens"],
                }
            )
        return {"input_tokens": told.input_tokens, "output_tokens": told.output_tokens}


_ANTHROPIC_FINISH = {"stop": "end_turn", "length": "max_tokens", "content_filter": "refusal"}


class Gemini:
    """Google's generateContent."""

    name = "gemini"
    stream_type = "text/event-stream"
    keep_alive = b": keep-alive\r\n\r\n"

    def ask(self, body: Json, model: str, *, stream: bool) -> Ask:
        config = _part(body, "generationConfig")
        system = _part(body, "system_instruction", "systemInstruction")
        texts = [
            _text_of(content.get("parts"))
            for content in cast("list[Json]", [system, *body["contents"]])
            if content
        ]
        return Ask(
            self.name,
            model,
            "\n".join(texts),
            stream=stream,
            schema=_part(config, *_GEMINI_SCHEMAS) or None,
            max_tokens=config.get("maxOutputTokens") or config.get("max_output_tokens"),
        )

    def whole(self, ask: Ask, told: Told) -> Json:
        return self._chunk(ask, told, told.text, _GEMINI_FINISH.get(told.finish, told.finish))

    def stream(self, ask: Ask, told: Told) -> Stream:
        end = b"\r\n\r\n"
        finish = _GEMINI_FINISH.get(told.finish, told.finish)
        return Stream(
            [],
            [_sse(self._chunk(ask, told, piece, None), end=end) for piece in pieces(told.text)],
            [_sse(self._chunk(ask, told, "", finish), end=end)],
        )

    def error(self, status: int, message: str, kind: str) -> Json:
        return {"error": {"code": status, "message": message, "status": kind.upper()}}

    def _chunk(self, ask: Ask, told: Told, text: str, finish: str | None) -> Json:
        content = {"role": "model", "parts": [{"text": text}]}
        candidate = {"content": content, "index": 0, **({"finishReason": finish} if finish else {})}
        made = {"candidates": [candidate], "modelVersion": ask.model, "responseId": "r1"}
        if told.usage is not None and not told.usage:
            return made
        sent, got = told.input_tokens, told.output_tokens
        if told.usage:
            sent, got = told.usage["prompt_tokens"], told.usage["completion_tokens"]
        usage = {
            "promptTokenCount": sent,
            "candidatesTokenCount": got,
            "totalTokenCount": sent + got,
        }
        return {**made, "usageMetadata": usage}


_GEMINI_SCHEMAS = (
    "responseJsonSchema",
    "response_json_schema",
    "responseSchema",
    "response_schema",
)
_GEMINI_FINISH = {"stop": "STOP", "length": "MAX_TOKENS", "content_filter": "SAFETY"}


class Ollama:
    """Ollama's chat."""

    name = "ollama"
    stream_type = "application/x-ndjson"
    keep_alive = b"\n"

    def ask(self, body: Json, model: str, *, stream: bool) -> Ask:
        wanted = body.get("format")
        return Ask(
            self.name,
            str(body["model"]),
            "\n".join(_text_of(m.get("content")) for m in body["messages"]),
            stream=bool(body.get("stream", True)),
            schema=cast("Json", wanted) if isinstance(wanted, dict) else None,
            max_tokens=_part(body, "options").get("num_predict"),
        )

    def whole(self, ask: Ask, told: Told) -> Json:
        return self._line(ask, told.text, self._end(told))

    def stream(self, ask: Ask, told: Told) -> Stream:
        return Stream(
            [],
            [dumps(self._line(ask, piece, {"done": False})) + b"\n" for piece in pieces(told.text)],
            [dumps(self._line(ask, "", self._end(told))) + b"\n"],
        )

    def error(self, status: int, message: str, kind: str) -> Json:
        del status, kind
        return {"error": message}

    def _line(self, ask: Ask, text: str, end: Json) -> Json:
        message = {"role": "assistant", "content": text}
        return {"model": ask.model, "created_at": "2026-01-01T00:00:00Z", "message": message, **end}

    def _end(self, told: Told) -> Json:
        end = {"done": True, "done_reason": told.finish}
        if told.usage is not None and not told.usage:
            return end
        sent, got = told.input_tokens, told.output_tokens
        if told.usage:
            sent, got = told.usage["prompt_tokens"], told.usage["completion_tokens"]
        return {**end, "prompt_eval_count": sent, "eval_count": got}
