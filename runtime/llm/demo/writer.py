"""The demo model as a door: quick, the same answer every time, and clearly no real model."""

import asyncio
import re
from typing import Final

import orjson

from runtime.llm.call import Partial, Reply, Request
from runtime.llm.demo.extract import shorten
from runtime.llm.demo.form import fill_form
from runtime.llm.demo.prompt import SHORT_SIGNATURE, SIGNATURE, read_prompt
from runtime.llm.demo.prose import write
from runtime.llm.errors import model_error
from runtime.llm.prices import likely_usage

DEMO_MODEL: Final = "demo/writer"


class DemoDoor:
    """Answers without any provider: texts are picked from the prompt, forms filled from it."""

    async def ask(self, request: Request, partial: Partial) -> Reply:
        """Return an answer made of the prompt's own sentences."""
        if request.model != DEMO_MODEL:
            raise model_error("model_missing", request.model, hint=f"There is only {DEMO_MODEL!r}.")
        size = sum(len(message.content) for message in request.messages)
        if size > _QUICK:
            # Reading a long text takes some 20 ms: too long for a loop that others share.
            text = await asyncio.to_thread(demo_answer, request)
        else:
            text = demo_answer(request)
        # Nobody reads along while a form is filled in.
        pieces = _PIECE.findall(text) if request.schema is None else [text]
        step = -(-len(pieces) // _FLUSHES)
        for start in range(0, len(pieces), max(step, 1)):
            partial.add("".join(pieces[start : start + step]))
            await asyncio.sleep(_PAUSE)
        return Reply(text, usage=likely_usage(request, text))

    async def close(self) -> None:
        """Nothing is open."""


def demo_answer(request: Request) -> str:
    """Return the whole answer of the demo model: JSON for a schema, else a signed text."""
    assignment = read_prompt(request.messages)
    if request.schema is not None:
        return orjson.dumps(fill_form(request.schema, assignment)).decode()
    text = write(assignment)
    if request.max_tokens:
        text = shorten(text, max(1, request.max_tokens * 3 // 4 - len(SIGNATURE.split())))
    if len(text) < _SHORT and "\n" not in text:
        return f"{text} {SHORT_SIGNATURE}"
    return f"{text}\n\n{SIGNATURE}"


_QUICK: Final = 4000
_SHORT: Final = 800
_PIECE: Final = re.compile(r"\S+\s*|\s+")
_FLUSHES: Final = 40
_PAUSE: Final = 0.002
"""Forty pieces of two milliseconds: one sees it write, and nobody waits."""
