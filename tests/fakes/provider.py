"""A provider of language models for tests and benchmarks: real wire formats, faults on demand.

Run it with `python tests/fakes/provider.py --port 0 --latency 0.05 --log calls.jsonl`; it prints
its address. It speaks OpenAI (also LM Studio and vLLM), Anthropic, Gemini and Ollama.

* `GET /_log` gives all requests as a list, `DELETE /_log` forgets them.
* `POST /_faults {"name": "503", "times": 2, "model": "gpt", "after": 0}` queues a fault,
  `DELETE /_faults` removes all. A model called `fault-<name>` always has that fault.
* `POST /_settings {"latency": 0.05}` sets the time before every answer.
"""

import argparse
import asyncio
import itertools
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

import orjson
from aiohttp import web

if not __package__:
    # Started as a file: the project's folder is not on the path yet.
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.fakes.answers import Ask, Told, answer
from tests.fakes.faults import NAMES, Fault, Faults
from tests.fakes.wires import Anthropic, Gemini, Ollama, OpenAi, Wire, dumps

_FOREVER = 3600.0


class FakeProvider:
    """The server: answers, misbehaves as told, and keeps a record of every request."""

    def __init__(self, latency: float, log: IO[bytes] | None, models: Sequence[str]) -> None:
        self.latency = latency
        self.faults = Faults()
        self.records: list[dict[str, Any]] = []
        self._log = log
        self._models = list(models)
        self._number = itertools.count(1)

    def app(self) -> web.Application:
        """Return the web application."""
        app = web.Application(client_max_size=2**26)
        open_ai, anthropic, ollama = OpenAi(), Anthropic(), Ollama()
        for path in ("/v1/chat/completions", "/chat/completions"):
            app.router.add_post(path, self._chat(open_ai))
        app.router.add_post("/v1/messages", self._chat(anthropic))
        app.router.add_post("/api/chat", self._chat(ollama))
        for path in ("/v1beta/models/{call}", "/v1/models/{call}", "/models/{call}"):
            app.router.add_post(path, self._gemini)
        app.router.add_get("/v1/models", self._list_models)
        app.router.add_get("/api/tags", self._list_tags)
        app.router.add_post("/api/show", self._show)
        app.router.add_get("/_log", self._get_log)
        app.router.add_delete("/_log", self._clear_log)
        app.router.add_post("/_faults", self._add_fault)
        app.router.add_delete("/_faults", self._clear_faults)
        app.router.add_post("/_settings", self._set)
        return app

    def _chat(self, wire: Wire):  # noqa: ANN202 - aiohttp's handler type has no short name
        async def handle(request: web.Request) -> web.StreamResponse:
            body = orjson.loads(await request.read())
            return await self._respond(request, wire, wire.ask(body, "", stream=False))

        return handle

    async def _gemini(self, request: web.Request) -> web.StreamResponse:
        model, _, action = request.match_info["call"].partition(":")
        body = orjson.loads(await request.read())
        wire = Gemini()
        ask = wire.ask(body, model, stream=action.startswith("stream"))
        return await self._respond(request, wire, ask)

    async def _respond(self, request: web.Request, wire: Wire, ask: Ask) -> web.StreamResponse:
        fault = self.faults.take(ask.model)
        record: dict[str, Any] = {
            "id": next(self._number),
            "at": time.time(),
            "wire": wire.name,
            "model": ask.model,
            "prompt": ask.prompt_hash,
            "stream": ask.stream,
            "fault": fault.name,
            "input_tokens": 0,
            "output_tokens": 0,
            "outcome": "disconnected",
        }
        try:
            response = await self._misbehave(request, wire, ask, fault, record)
            record["outcome"] = "finished"
        except ConnectionResetError:
            return web.Response()
        else:
            return response
        finally:
            record["ms"] = round((time.time() - record["at"]) * 1000, 1)
            self.records.append(record)
            if self._log is not None:
                self._log.write(dumps(record) + b"\n")
                self._log.flush()

    async def _misbehave(
        self, request: web.Request, wire: Wire, ask: Ask, fault: Fault, record: dict[str, Any]
    ) -> web.StreamResponse:
        if fault.shape == "stall":
            await asyncio.sleep(_FOREVER)
        if self.latency:
            await asyncio.sleep(self.latency)
        if refusal := fault.refusal:
            wait = {"Retry-After": refusal.retry_after} if refusal.retry_after else {}
            error = wire.error(refusal.status, refusal.message, refusal.kind)
            return _json(dumps(error), status=refusal.status, headers=wait)
        if fault.shape == "html":
            return web.Response(text="<html>Please log in</html>", content_type="text/html")
        told = _told(ask, fault)
        record["input_tokens"], record["output_tokens"] = told.input_tokens, told.output_tokens
        if ask.stream:
            return await _stream(request, wire, ask, told, fault)
        return await _whole(request, wire, ask, told, fault)

    async def _list_models(self, request: web.Request) -> web.Response:
        models = [{"id": name, "object": "model", "owned_by": "fake"} for name in self._models]
        return _json(dumps({"object": "list", "data": models}))

    async def _list_tags(self, request: web.Request) -> web.Response:
        models = [
            {"name": name, "model": name, "size": 4_000_000_000, "details": {"family": "llama"}}
            for name in self._models
        ]
        return _json(dumps({"models": models}))

    async def _show(self, request: web.Request) -> web.Response:
        facts = {"llama.context_length": 8192}
        return _json(dumps({"model_info": facts, "capabilities": ["completion"]}))

    async def _get_log(self, request: web.Request) -> web.Response:
        return _json(orjson.dumps(self.records))

    async def _clear_log(self, request: web.Request) -> web.Response:
        self.records.clear()
        return _json(b"{}")

    async def _add_fault(self, request: web.Request) -> web.Response:
        wanted = await request.json()
        if wanted.get("name") not in NAMES:
            return _json(dumps({"error": "unknown fault", "known": NAMES}), status=400)
        self.faults.queued.append(Fault(**wanted))
        return _json(b"{}")

    async def _clear_faults(self, request: web.Request) -> web.Response:
        self.faults.queued.clear()
        return _json(b"{}")

    async def _set(self, request: web.Request) -> web.Response:
        self.latency = float((await request.json())["latency"])
        return _json(b"{}")


def _told(ask: Ask, fault: Fault) -> Told:
    told = answer(ask)
    text = "a\x00b\ud800c" if fault.name == "bad-text" else told.text
    return Told(
        text,
        told.input_tokens,
        told.output_tokens,
        fault.finish or told.finish,
        fault.usage,
    )


def _json(body: bytes, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    return web.Response(body=body, status=status, headers=headers, content_type="application/json")


async def _whole(
    request: web.Request, wire: Wire, ask: Ask, told: Told, fault: Fault
) -> web.StreamResponse:
    body = dumps(_bent(wire, wire.whole(ask, told), fault))
    if fault.shape in ("none", "empty-choices", "null-content", "no-finish"):
        return _json(body)
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    if fault.shape not in ("half-json", "keepalive"):
        response.content_length = len(body)
    await response.prepare(request)
    half = len(body) // 2
    await response.write(body[:half])
    await _break(request, response, wire, fault, body[half:])
    return response


async def _stream(
    request: web.Request, wire: Wire, ask: Ask, told: Told, fault: Fault
) -> web.StreamResponse:
    stream = wire.stream(ask, told)
    response = web.StreamResponse(headers={"Content-Type": wire.stream_type})
    response.enable_chunked_encoding()
    await response.prepare(request)
    if fault.shape in ("empty-choices", "null-content"):
        await response.write(b"".join(_bent_stream(wire, ask, fault)))
    elif fault.shape == "none":
        await response.write(b"".join(stream.head))
        for text in stream.texts:
            await response.write(text)
        await response.write(b"".join(stream.tail))
    else:
        half = len(stream.texts) // 2
        await response.write(b"".join([*stream.head, *stream.texts[:half]]))
        rest = b"".join(
            [*stream.texts[half:], *(() if fault.shape == "no-finish" else stream.tail)]
        )
        await _break(request, response, wire, fault, rest)
    await response.write_eof()
    return response


async def _break(
    request: web.Request, response: web.StreamResponse, wire: Wire, fault: Fault, rest: bytes
) -> None:
    """Go on from the middle of an answer as the fault says."""
    if fault.shape == "stall-mid":
        await asyncio.sleep(_FOREVER)
    elif fault.shape == "keepalive":
        while True:
            await response.write(wire.keep_alive)
            await asyncio.sleep(0.1)
    elif fault.shape == "drip":
        for byte in rest:
            await response.write(bytes([byte]))
            await asyncio.sleep(0.1)
    elif fault.shape == "reset":
        await asyncio.sleep(0.05)
        assert request.transport is not None
        request.transport.abort()
        raise ConnectionResetError
    elif fault.shape == "half-json":
        await response.write(rest[: len(rest) // 3])
    else:
        await response.write(rest)


def _bent(wire: Wire, body: Any, fault: Fault) -> Any:
    key = {"openai": "choices", "gemini": "candidates", "anthropic": "content"}.get(wire.name)
    if fault.shape == "empty-choices":
        return {**body, key: []} if key else {**body, "message": None}
    if fault.shape != "null-content":
        return body
    if wire.name == "openai":
        return {
            **body,
            "choices": [{**body["choices"][0], "message": {"role": "assistant", "content": None}}],
        }
    if wire.name == "ollama":
        return {**body, "message": {"role": "assistant", "content": None}}
    return {**body, key: [] if wire.name == "anthropic" else [{"finishReason": "STOP", "index": 0}]}


def _bent_stream(wire: Wire, ask: Ask, fault: Fault) -> list[bytes]:
    """A stream that ends well and never says anything."""
    stream = wire.stream(ask, Told("", 5, 0))
    return [*stream.head, *(stream.tail if fault.shape == "null-content" else stream.tail[-1:])]


async def _serve(port: int, provider: FakeProvider) -> None:
    # Without handler_cancellation a client that went away would not be noticed.
    runner = web.AppRunner(provider.app(), handler_cancellation=True, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port, backlog=1024)
    await site.start()
    host, bound = runner.addresses[0][:2]
    print(f"http://{host}:{bound}", flush=True)  # noqa: T201 - this is how the caller learns it
    try:
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


def main() -> None:
    """Serve until stopped."""
    parser = argparse.ArgumentParser(description="A fake provider of language models.")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before every answer")
    parser.add_argument("--log", type=Path, help="append every request to this JSON-lines file")
    parser.add_argument("--models", nargs="*", default=["fake-small", "fake-large"])
    chosen = parser.parse_args()
    log = chosen.log.open("ab") if chosen.log else None
    try:
        asyncio.run(_serve(chosen.port, FakeProvider(chosen.latency, log, chosen.models)))
    except KeyboardInterrupt:
        pass
    finally:
        if log is not None:
            log.close()


if __name__ == "__main__":
    main()
