"""Read an answer critically: is it there, is it complete, and is its count believable."""

from collections.abc import Mapping
from typing import Any, Final, cast

from runtime.llm.call import Partial, Reply, Request, Usage
from runtime.llm.errors import model_error


def checked_reply(
    request: Request, raw: str, finish: str, usage: Usage | None, partial: Partial
) -> Reply:
    """Return the answer, unless the provider did not say that it is complete."""
    text = clean_text(raw)
    if not finish and not text.strip():
        raise model_error("protocol", request.model, detail="it holds no answer", usage=usage)
    if not finish:
        raise model_error("truncated", request.model, partial=text, usage=usage)
    end = _FINISHES.get(finish)
    if end is None:
        raise model_error(
            "protocol", request.model, detail=f"it ended with {finish!r}", partial=text, usage=usage
        )
    if end == "length":
        raise model_error(
            "truncated",
            request.model,
            detail="it reached the longest answer allowed",
            hint="Raise the longest answer of the node, or ask for less at a time.",
            retry=False,
            partial=text,
            usage=usage,
        )
    if end == "content_filter":
        raise model_error("policy", request.model, partial=text, usage=usage)
    if not text.strip():
        raise model_error("protocol", request.model, detail="it is empty", usage=usage)
    if not partial.text:
        partial.add(text)
    return Reply(text, end, usage)


def read_usage(told: Any) -> Usage | None:
    """Read the count of the provider; None when it says nothing that can be true."""
    if told is None:
        return None
    sent: Any = getattr(told, "prompt_tokens", None)
    got: Any = getattr(told, "completion_tokens", None)
    if not (isinstance(sent, int) and isinstance(got, int)):
        return None
    if not (0 <= sent <= _MOST_TOKENS and 0 <= got <= _MOST_TOKENS) or sent + got == 0:
        return None
    details: Any = getattr(told, "prompt_tokens_details", None)
    return Usage(
        sent,
        got,
        _part(getattr(details, "cached_tokens", None), sent),
        _part(getattr(details, "cache_creation_tokens", None), sent),
    )


def _part(value: Any, whole: int) -> int:
    return min(value, whole) if isinstance(value, int) and value > 0 else 0


def clean_text(text: str) -> str:
    """Replace what no database and no screen can hold: NUL and halves of characters."""
    if "\x00" in text:
        text = text.replace("\x00", "\ufffd")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


class Ends:
    """Looks for the end of an answer in what a provider really sent."""

    def __init__(self, stream: Any) -> None:
        self.seen = False
        self._make: Any = stream.make_call
        if self._make is None:
            self.seen = True
        else:
            stream.make_call = self._watched

    async def _watched(self, **options: Any) -> Any:
        source = await self._make(**options)
        parse = source.chunk_parser

        def look(chunk: dict[str, Any]) -> Any:
            candidates = cast("list[dict[str, Any]]", chunk.get("candidates") or [])
            self.seen |= any(candidate.get("finishReason") for candidate in candidates)
            self.seen |= "blockReason" in cast("dict[str, Any]", chunk.get("promptFeedback") or {})
            return parse(chunk)

        source.chunk_parser = look
        return source


_FINISHES: Final[Mapping[str, str]] = {
    "stop": "stop",
    "eos": "stop",
    "end_turn": "stop",
    "tool_calls": "stop",
    "length": "length",
    "max_tokens": "length",
    "content_filter": "content_filter",
    "refusal": "content_filter",
}
_MOST_TOKENS: Final = 10_000_000
"""A provider that counts more than this in one call has miscounted."""
