"""The only place that knows litellm: in a thread of its own, with an event loop of its own.

Importing litellm takes four seconds of CPU and 200 MB, and its streams stall the loop they run
in. So it is imported when the first real model is asked, and never in the loop of the app.
"""

import asyncio
import gc
import logging
import os
import threading
from collections.abc import AsyncIterator
from typing import Any, Final, cast

from runtime.llm.answer import Ends, checked_reply, clean_text, read_usage
from runtime.llm.call import Door, Partial, Reply, Request, Usage
from runtime.llm.classify import classify
from runtime.llm.errors import ModelError, model_error
from runtime.llm.wire import arguments

__all__ = ["LiteLlmDoor"]


class LiteLlmDoor(Door):
    """Every provider that litellm reaches."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._under_way = 0

    def warm(self) -> None:
        """Begin to import litellm in the background, so that the first answer comes sooner."""
        asyncio.run_coroutine_threadsafe(_ready(), self._running_loop())

    async def ask(self, request: Request, partial: Partial) -> Reply:
        """Return the complete answer, or raise ModelError.

        Few answers at a time are streamed, so that a person can read along and every silence is
        noticed. When many are under way they are fetched whole: a stream costs several times the
        CPU, and nobody reads a hundred at once.
        """
        stream = self._under_way < _STREAMS
        self._under_way += 1
        try:
            future = asyncio.run_coroutine_threadsafe(
                _ask(request, partial, stream=stream), self._running_loop()
            )
            return await asyncio.wrap_future(future)
        finally:
            self._under_way -= 1

    async def close(self) -> None:
        """End calls under way, close connections, and end the thread."""
        loop, thread = self._loop, self._thread
        self._loop = self._thread = None
        if loop is None or thread is None:
            return
        await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(_end_calls(), loop))
        loop.call_soon_threadsafe(loop.stop)
        await asyncio.to_thread(thread.join)

    def _running_loop(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            self._thread = threading.Thread(
                target=_run_loop, args=(self._loop,), name="litellm", daemon=True
            )
            self._thread.start()
        return self._loop


_STREAMS: Final = 8
_VAGUE: Final = frozenset({"gemini", "vertex_ai"})
"""For these litellm says `stop` after every chunk."""
_SWITCHES: Final = {
    "LITELLM_OFFLINE_MODE": "true",
    "LITELLM_LOCAL_MODEL_COST_MAP": "True",
    "LITELLM_LOCAL_ANTHROPIC_BETA_HEADERS": "True",
    "HF_HUB_OFFLINE": "1",
    "LITELLM_LOG": "ERROR",
}
"""With these set before the import litellm fetches nothing by itself."""


def _run_loop(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.set_event_loop(loop)
    try:
        loop.run_forever()
        loop.run_until_complete(loop.shutdown_asyncgens())
    finally:
        loop.close()


async def _ready() -> Any:
    """Return litellm, set up once.

    Blocking on purpose: this loop has nothing else to do before it is there.
    """
    os.environ.update(_SWITCHES)
    # Imported here because it takes four seconds of CPU and 200 MB.
    import litellm

    if not litellm.suppress_debug_info:
        litellm.suppress_debug_info = True
        litellm.disable_streaming_logging = True
        litellm.drop_params = True
        for name in ("LiteLLM", "LiteLLM Router", "LiteLLM Proxy", "httpx", "openai"):
            logging.getLogger(name).setLevel(logging.ERROR)
        # A million objects that stay for good: without this the garbage collector walks over
        # them again and again, which makes every call a fifth dearer.
        gc.freeze()
    return litellm


async def _end_calls() -> None:
    mine = asyncio.current_task()
    others = [task for task in asyncio.all_tasks() if task is not mine]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    litellm = await _ready()
    await litellm.close_litellm_async_clients()


async def _ask(request: Request, partial: Partial, *, stream: bool) -> Reply:
    litellm = await _ready()
    try:
        async with asyncio.timeout(request.deadlines.total):
            if stream:
                return await _streamed(litellm, request, partial)
            return await _whole(litellm, request, partial)
    except ModelError:
        raise
    except TimeoutError as error:
        raise _too_late(
            request, "there was no end after", request.deadlines.total, partial
        ) from error
    except Exception as error:  # noqa: BLE001 - litellm raises classes of a dozen libraries
        raise classify(error, request, partial.text) from None


async def _whole(litellm: Any, request: Request, partial: Partial) -> Reply:
    response = await litellm.acompletion(stream=False, **arguments(request))
    choices = cast("list[Any]", response.choices or [])
    if not choices:
        raise model_error("protocol", request.model, detail="it holds no answer")
    text = choices[0].message.content or ""
    finish = str(choices[0].finish_reason or "")
    usage = read_usage(getattr(response, "usage", None))
    return checked_reply(request, text, finish, usage, partial)


async def _streamed(litellm: Any, request: Request, partial: Partial) -> Reply:
    first = request.deadlines.first_token
    due = asyncio.get_running_loop().time() + first
    try:
        async with asyncio.timeout_at(due):
            stream = await litellm.acompletion(
                stream=True, stream_options={"include_usage": True}, **arguments(request)
            )
    except TimeoutError as error:
        raise _too_late(request, "nothing came within", first, partial) from error
    ends = Ends(stream) if request.provider in _VAGUE else None
    try:
        return await _read_stream(stream, request, partial, due, ends)
    finally:
        # Also when this call is cancelled: the provider must see that nobody listens.
        await _close(stream)


async def _read_stream(
    stream: Any, request: Request, partial: Partial, due: float, ends: Ends | None
) -> Reply:
    deadlines = request.deadlines
    chunks = cast("AsyncIterator[Any]", stream.__aiter__())
    text: list[str] = []
    usage: Usage | None = None
    wait, why = deadlines.first_token, "nothing came within"
    try:
        async with asyncio.timeout_at(due) as silence:
            async for chunk in chunks:
                usage = read_usage(getattr(chunk, "usage", None)) or usage
                piece = _piece(chunk)
                if piece:
                    wait, why = deadlines.between_tokens, "it fell silent for"
                    silence.reschedule(asyncio.get_running_loop().time() + wait)
                    text.append(piece)
                    partial.add(piece)
    except TimeoutError as error:
        raise _too_late(request, why, wait, partial) from error
    # litellm ends a stream that was cut with `stop`, too; only these tell what really came.
    finish = str(stream.received_finish_reason or stream.intermittent_finish_reason or "")
    if ends is not None and not ends.seen:
        finish = ""
    return checked_reply(request, "".join(text), finish, usage, partial)


def _piece(chunk: Any) -> str:
    if not chunk.choices:
        return ""
    return clean_text(str(chunk.choices[0].delta.content or ""))


def _too_late(request: Request, why: str, seconds: float, partial: Partial) -> ModelError:
    return model_error(
        "timeout", request.model, detail=f"{why} {seconds:g} seconds", partial=partial.text
    )


async def _close(stream: Any) -> None:
    inner = getattr(stream, "completion_stream", None)
    for source in (inner, getattr(inner, "response", None), stream):
        close: Any = getattr(source, "aclose", None) or getattr(source, "close", None)
        if close is None:
            continue
        try:
            done = close()
            if asyncio.iscoroutine(done):
                await done
        except (RuntimeError, OSError, TypeError):
            continue
