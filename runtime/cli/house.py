"""The way to the runs: in this process, or through the server that has the data directory."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, Final, Literal, Protocol

from nodes.sdk import UserError
from runtime.app import Workspace, open_workspace
from runtime.cli.report import say
from runtime.flow.model import Document
from runtime.rest.control_client import ControlClient
from runtime.run.event import Event
from runtime.run.model import RunOptions, RunView
from runtime.services.actor import Actor
from runtime.settings import Settings
from runtime.store.lock import DataLock

_PATIENCE: Final = 60.0
"""Seconds to wait for another command that has the data directory."""
_LOOK: Final = 0.25


class RunsDoor(Protocol):
    """What the command line does with runs; the service and the client of a server offer it."""

    async def start_document(
        self,
        actor: Actor,
        document: Document,
        inputs: dict[str, Any],
        options: RunOptions | None = None,
        *,
        folder: Path | None = None,
    ) -> RunView:
        """Start a run of a document."""
        ...

    async def get(self, actor: Actor, run_id: str) -> RunView:
        """Return a run as it stands."""
        ...

    async def cancel(self, actor: Actor, run_id: str) -> RunView:
        """Cancel a run for good."""
        ...

    async def resume(
        self,
        actor: Actor,
        run_id: str,
        *,
        budget_usd: float | None = None,
        unknown: Literal["repeat", "skip"] | None = None,
    ) -> RunView:
        """Go on with a run."""
        ...

    def watch(self, actor: Actor, run_id: str) -> AbstractAsyncContextManager[AsyncIterator[Event]]:
        """Give the events of a run from now on."""
        ...


@asynccontextmanager
async def open_runs(settings: Settings, *, interrupted: str = "") -> AsyncGenerator[RunsDoor]:
    """Give the runs of the data directory; a server that has it does the work itself.

    `interrupted` names a run whose process is gone, to go on with; a server has done that already.
    """
    client = await ControlClient.find(settings.data)
    if client:
        yield client
        return
    await _wait_for_the_lock(settings)
    workspace: Workspace = await open_workspace(settings)
    try:
        if interrupted:
            await workspace.engine.start(only=interrupted)
        yield workspace.runs
    finally:
        await workspace.close()


async def _wait_for_the_lock(settings: Settings) -> None:
    """Wait while another command has the data directory, for commands end by themselves."""
    waited = 0.0
    while True:
        try:
            DataLock.acquire(settings.data).release()
        except UserError as error:
            if waited >= _PATIENCE:
                raise
            if not waited:
                say(f"{error.message} Waiting for it to finish.")
        else:
            return
        await asyncio.sleep(_LOOK)
        waited += _LOOK
