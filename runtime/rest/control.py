"""The local door: a socket in the data directory, for the command line beside a running server.

One request is one line of JSON on a connection of its own: `{"method", "params"}`. The answer is
one line, `{"result"}` or `{"error"}`; `runs.watch` answers with the run as it stands and then a
line for each event. Who may open the socket owns the data directory, so there is no password.
"""

import asyncio
import contextlib
import os
import shutil
import socket
import struct
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from nodes.sdk import LoomlineError, OutsideError, UserError
from runtime.auth.accounts import Accounts
from runtime.flow.canonical import loads_flow, loads_layout
from runtime.flow.model import Document
from runtime.run.event import Event
from runtime.run.model import RunOptions, RunStatus
from runtime.services.actor import Actor
from runtime.services.runs import Runs

SOCKET: Final = "control.sock"
LINE_LIMIT: Final = 64 * 1024 * 1024
"""A flow of 10,000 nodes with long prompts fits; a line without end does not."""
_LONGEST_PATH: Final = 100
_OVER: Final = ("run.finished", "run.paused")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Start(_Strict):
    """Parameters of `runs.start`; flow and layout are the texts of their files."""

    flow: str
    layout: str
    inputs: dict[str, Any]
    options: RunOptions
    folder: str | None = None


class Which(_Strict):
    """Parameters of methods about one run."""

    run_id: str = Field(max_length=100)


class Resume(Which):
    """Parameters of `runs.resume`."""

    budget_usd: float | None = Field(default=None, gt=0)
    unknown: Literal["repeat", "skip"] | None = None


class Password(_Strict):
    """Parameters of `accounts.password`."""

    name: str = Field(max_length=200)
    password: str = Field(max_length=2000)


class ControlServer:
    """Serves the local door of a data directory."""

    def __init__(self, runs: Runs, accounts: Accounts, folder: Path) -> None:
        self._runs = runs
        self._accounts = accounts
        self._path = folder / SOCKET
        self._server: asyncio.Server | None = None
        self._talks: set[asyncio.Task[None]] = set()
        self._elsewhere: Path | None = None
        self._methods: dict[str, Callable[[Any], Awaitable[Any]]] = {
            "ping": self._ping,
            "runs.start": self._start,
            "runs.get": self._get,
            "runs.cancel": self._cancel,
            "runs.resume": self._resume,
            "accounts.list": self._names,
            "accounts.password": self._password,
        }

    async def start(self) -> None:
        """Open the door; the caller holds the lock of the data directory."""
        if not hasattr(socket, "AF_UNIX"):
            return
        home = self._home()
        made = home / "s"
        self._server = await asyncio.start_unix_server(self._talk, made, limit=LINE_LIMIT)
        self._put_in_place(home, made)

    async def close(self) -> None:
        """Close the door and end what still goes on at it."""
        if self._server is None:
            return
        self._server.close()
        for task in list(self._talks):
            task.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)
        self._path.unlink(missing_ok=True)
        if self._elsewhere:
            shutil.rmtree(self._elsewhere, ignore_errors=True)

    def _home(self) -> Path:
        # Made in a folder nobody else may enter and moved into place, so that it is never open to
        # others, not even for a moment. A path too long for a socket gets a link instead.
        home = Path(tempfile.mkdtemp(prefix=".control-", dir=self._path.parent))
        if len(os.fsencode(home / "s")) > _LONGEST_PATH:
            home.rmdir()
            home = self._elsewhere = Path(tempfile.mkdtemp(prefix="loomline-"))
        return home

    def _put_in_place(self, home: Path, made: Path) -> None:
        made.chmod(0o600)
        if self._elsewhere:
            link = home / "link"
            link.symlink_to(made)
            self._path.unlink(missing_ok=True)
            shutil.move(link, self._path)
        else:
            made.replace(self._path)
            home.rmdir()

    def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._serve(reader, writer))
        self._talks.add(task)
        task.add_done_callback(self._talks.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            if _same_user(writer):
                await self._answer(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, TimeoutError):
            pass  # the command line went away; runs it started go on
        finally:
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            method, params = await _request(reader)
            if method == "runs.watch":
                return await self._watch(params, reader, writer)
            act = self._methods.get(method)
            if act is None:
                raise UserError(
                    f"The running server does not know {method!r}.",
                    hint="It is of another version: restart it.",
                )
            return await _send(writer, {"result": await act(params)})
        except LoomlineError as error:
            return await _send(writer, {"error": _told(error)})
        except ValidationError as error:
            text = error.errors(include_url=False)[0]["msg"]
            return await _send(writer, {"error": _told(UserError(f"Bad request: {text}."))})

    async def _watch(
        self, params: Any, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        run_id = Which.model_validate(params).run_id
        async with self._runs.watch(Actor.local(), run_id) as events:
            view = await self._runs.get(Actor.local(), run_id)
            await _send(writer, {"result": _json(view)})
            if view.status not in (RunStatus.QUEUED, RunStatus.RUNNING):
                return
            gone = asyncio.create_task(reader.read(1))
            try:
                await self._pass_on(events, writer, gone)
            finally:
                gone.cancel()

    async def _pass_on(
        self,
        events: AsyncIterator[Event],
        writer: asyncio.StreamWriter,
        gone: "asyncio.Task[bytes]",
    ) -> None:
        while True:
            following = asyncio.ensure_future(anext(events))
            await asyncio.wait({following, gone}, return_when=asyncio.FIRST_COMPLETED)
            if not following.done():
                following.cancel()
                return
            event = following.result()
            await _send(writer, {"event": asdict(event) | {"data": dict(event.data)}})
            if event.kind in _OVER:
                return

    async def _ping(self, params: Any) -> Any:
        del params
        return {"pid": os.getpid()}

    async def _start(self, params: Any) -> Any:
        wanted = Start.model_validate(params)
        document = Document(flow=loads_flow(wanted.flow), layout=loads_layout(wanted.layout))
        return _json(
            await self._runs.start_document(
                Actor.local(),
                document,
                wanted.inputs,
                wanted.options,
                folder=Path(wanted.folder) if wanted.folder else None,
            )
        )

    async def _get(self, params: Any) -> Any:
        return _json(await self._runs.get(Actor.local(), Which.model_validate(params).run_id))

    async def _cancel(self, params: Any) -> Any:
        return _json(await self._runs.cancel(Actor.local(), Which.model_validate(params).run_id))

    async def _resume(self, params: Any) -> Any:
        wanted = Resume.model_validate(params)
        return _json(
            await self._runs.resume(
                Actor.local(), wanted.run_id, budget_usd=wanted.budget_usd, unknown=wanted.unknown
            )
        )

    async def _names(self, params: Any) -> Any:
        del params
        return [*await self._accounts.names(Actor.local())]

    async def _password(self, params: Any) -> Any:
        wanted = Password.model_validate(params)
        await self._accounts.reset_password(Actor.local(), wanted.name, wanted.password)
        return {}


async def _request(reader: asyncio.StreamReader) -> tuple[str, Any]:
    try:
        async with asyncio.timeout(30):
            line = await reader.readuntil(b"\n")
    except asyncio.LimitOverrunError as error:
        raise UserError(f"The request is larger than {LINE_LIMIT >> 20} MB.") from error
    try:
        request: Any = orjson.loads(line)
        return str(request["method"]), request["params"]
    except (ValueError, KeyError, TypeError) as error:
        raise UserError("The request is no JSON object with a method and params.") from error


async def _send(writer: asyncio.StreamWriter, answer: dict[str, Any]) -> None:
    writer.write(orjson.dumps(answer, option=orjson.OPT_NON_STR_KEYS) + b"\n")
    await writer.drain()


def _json(view: BaseModel) -> Any:
    return view.model_dump(mode="json")


def _told(error: LoomlineError) -> dict[str, Any]:
    kind = "outside" if isinstance(error, OutsideError) else "user"
    return {"kind": kind, "message": error.message, "hint": error.hint, "place": error.place}


def _same_user(writer: asyncio.StreamWriter) -> bool:
    """Tell whether the other side runs as the same user, or as root."""
    if sys.platform != "linux":
        return True  # the file mode decides
    raw: socket.socket = writer.get_extra_info("socket")
    packed = raw.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    uid: int = struct.unpack("3i", packed)[1]
    return uid in (0, os.geteuid())
