"""The command line's side of the local door."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final, Literal, Self, cast

import orjson

from nodes.sdk import OutsideError, UserError
from runtime.flow.canonical import dumps_flow, dumps_layout
from runtime.flow.model import Document
from runtime.run.event import Event
from runtime.run.model import RunOptions, RunView
from runtime.services.actor import Actor

_LINE_LIMIT: Final = 64 * 1024 * 1024
_SOCKET: Final = "control.sock"


class ControlClient:
    """Starts, follows and stops runs in the server that has the data directory; keeps accounts.

    Its methods are those of `runtime.services.runs.Runs` and of `runtime.auth.accounts.Accounts`;
    the server acts as the owner of the data directory, whoever is named as actor.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / _SOCKET

    @classmethod
    async def find(cls, folder: Path) -> Self | None:
        """Return a client if a server answers at the door of this data directory."""
        client = cls(folder)
        try:
            await client._call("ping", {})
        except OutsideError:
            return None
        return client

    async def start_document(
        self,
        actor: Actor,
        document: Document,
        inputs: dict[str, Any],
        options: RunOptions | None = None,
        *,
        folder: Path | None = None,
    ) -> RunView:
        """Start a run of a document; raises UserError with its problems."""
        del actor
        params = {
            "flow": dumps_flow(document.flow),
            "layout": dumps_layout(document.layout),
            "inputs": inputs,
            "options": (options or RunOptions()).model_dump(mode="json"),
            "folder": str(folder) if folder else None,
        }
        return RunView.model_validate(await self._call("runs.start", params))

    async def get(self, actor: Actor, run_id: str) -> RunView:
        """Return a run as it stands."""
        del actor
        return RunView.model_validate(await self._call("runs.get", {"run_id": run_id}))

    async def cancel(self, actor: Actor, run_id: str) -> RunView:
        """Cancel a run for good."""
        del actor
        return RunView.model_validate(await self._call("runs.cancel", {"run_id": run_id}))

    async def resume(
        self,
        actor: Actor,
        run_id: str,
        *,
        budget_usd: float | None = None,
        unknown: Literal["repeat", "skip"] | None = None,
    ) -> RunView:
        """Go on with a paused or failed run."""
        del actor
        params = {"run_id": run_id, "budget_usd": budget_usd, "unknown": unknown}
        return RunView.model_validate(await self._call("runs.resume", params))

    async def names(self, actor: Actor) -> Sequence[str]:
        """Return the names of all accounts."""
        del actor
        return [str(name) for name in await self._call("accounts.list", {})]

    async def reset_password(self, actor: Actor, name: str, new: str) -> None:
        """Give an account a new password and end its sessions."""
        del actor
        await self._call("accounts.password", {"name": name, "password": new})

    @asynccontextmanager
    async def watch(self, actor: Actor, run_id: str) -> AsyncGenerator[AsyncIterator[Event]]:
        """Give the events of a run from now on; they end when it is over, paused or waiting."""
        del actor
        reader, writer = await self._open()
        try:
            await _ask(writer, "runs.watch", {"run_id": run_id})
            await _answer(reader)
            yield _events(reader)
        finally:
            await _close(writer)

    async def _call(self, method: str, params: Mapping[str, Any]) -> Any:
        reader, writer = await self._open()
        try:
            await _ask(writer, method, params)
            return (await _answer(reader))["result"]
        except ConnectionError as error:
            raise _gone() from error
        finally:
            await _close(writer)

    async def _open(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if not hasattr(asyncio, "open_unix_connection"):
            raise UserError(
                "This system has no local sockets, so a running server cannot be reached.",
                hint="Stop the server, or start the run in the browser.",
            )
        # A data directory deep in the tree has a link: paths of sockets must be short.
        path = _real(self._path)
        try:
            return await asyncio.open_unix_connection(path, limit=_LINE_LIMIT)
        except OSError as error:
            raise _gone() from error


def _real(path: Path) -> Path:
    return path.readlink() if path.is_symlink() else path


async def _ask(writer: asyncio.StreamWriter, method: str, params: Mapping[str, Any]) -> None:
    try:
        writer.write(orjson.dumps({"method": method, "params": params}) + b"\n")
    except TypeError as error:
        raise UserError("The inputs hold something that is no JSON.") from error
    await writer.drain()


async def _answer(reader: asyncio.StreamReader) -> dict[str, Any]:
    try:
        line = await reader.readuntil(b"\n")
    except (asyncio.IncompleteReadError, ConnectionError) as error:
        raise _gone() from error
    answer = cast(dict[str, Any], orjson.loads(line))
    error = cast("dict[str, Any] | None", answer.get("error"))
    if error:
        kind = OutsideError if error["kind"] == "outside" else UserError
        raise kind(error["message"], hint=error["hint"]).at(*error["place"])
    return answer


async def _events(reader: asyncio.StreamReader) -> AsyncIterator[Event]:
    while True:
        try:
            line = await reader.readuntil(b"\n")
        except asyncio.IncompleteReadError as error:
            if error.partial:
                raise _gone() from error
            return
        except ConnectionError as error:
            raise _gone() from error
        yield Event(**orjson.loads(line)["event"])


async def _close(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(ConnectionError):
        await writer.wait_closed()


def _gone() -> OutsideError:
    return OutsideError(
        "The server of this data directory does not answer.",
        hint="It may have just stopped; runs it had under way go on when it starts again.",
    )
