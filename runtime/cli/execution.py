"""A run from the command line: started, watched, cancelled with Ctrl+C, and told about."""

import asyncio
import os
import signal
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from nodes.sdk import UserError
from runtime.cli.history import flow_of, looking_back
from runtime.cli.house import RunsDoor, open_runs
from runtime.cli.inputs import read_inputs
from runtime.cli.progress import watching
from runtime.cli.report import say
from runtime.cli.templates import built_in
from runtime.flow.files import FLOW_SUFFIX, load_document
from runtime.flow.model import Document, Flow
from runtime.run.model import RunOptions, RunStatus, RunView
from runtime.services.actor import Actor
from runtime.settings import Settings

_GOING: Final = (RunStatus.QUEUED, RunStatus.RUNNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked for on the command line."""

    source: str
    """A flow file, the name of a saved flow, or the name of a template."""
    inputs: Sequence[str]
    model: str
    budget_usd: float | None
    quiet: bool
    """True when a program reads the result: then nothing is said while it goes on."""


async def start(settings: Settings, order: Order) -> RunView:
    """Start a run and follow it until it is over, paused or waiting."""
    document, folder = find_document(order.source, settings)
    inputs = read_inputs(order.inputs, document.flow.inputs)
    options = RunOptions(
        model=order.model, budget_usd=order.budget_usd, workdir=str(Path.cwd()), origin="cli"
    )
    async with open_runs(settings) as runs:
        view = await runs.start_document(Actor.local(), document, inputs, options, folder=folder)
        return await follow(runs, view, document.flow, quiet=order.quiet)


async def resume(
    settings: Settings,
    run_id: str,
    *,
    budget_usd: float | None,
    unknown: Literal["repeat", "skip"] | None,
    quiet: bool,
) -> RunView:
    """Go on with a run and follow it."""
    async with looking_back(settings) as store:
        flow = await flow_of(store, run_id)
        view = await store.get(run_id)
    if view and view.status in _GOING:
        # Its process is gone, or a server has it: either way it goes on as it was started.
        async with open_runs(settings, interrupted=run_id) as runs:
            return await follow(runs, view, flow, quiet=quiet)
    async with open_runs(settings) as runs:
        view = await runs.resume(Actor.local(), run_id, budget_usd=budget_usd, unknown=unknown)
        return await follow(runs, view, flow, quiet=quiet)


async def cancel(settings: Settings, run_id: str) -> RunView:
    """Cancel a run and return how it stands."""
    async with open_runs(settings) as runs:
        return await runs.cancel(Actor.local(), run_id)


async def follow(runs: RunsDoor, view: RunView, flow: Flow, *, quiet: bool) -> RunView:
    """Show a run going on; Ctrl+C cancels it, a second one leaves at once."""
    actor = Actor.local()
    with watching(flow, quiet=quiet) as watcher:
        async with _cancelled_by_ctrl_c(runs, view.id), runs.watch(actor, view.id) as events:
            view = await runs.get(actor, view.id)
            if view.status in _GOING:
                async for event in events:
                    watcher.take(event)
                    if event.kind in ("run.finished", "run.paused"):
                        break
    return await runs.get(actor, view.id)


def find_document(source: str, settings: Settings) -> tuple[Document, Path | None]:
    """Return the flow that is meant, and the folder its `$file` values lie in."""
    path = Path(source).expanduser()
    if path.is_dir():
        found = sorted(path.glob(f"*{FLOW_SUFFIX}"))
        if len(found) != 1:
            number = "no flow file" if not found else f"{len(found)} flow files"
            raise UserError(
                f"The folder {source!r} holds {number}.", hint="Name the file of the flow."
            )
        path = found[0]
    if path.is_file() or path.suffix or os.sep in source:
        return load_document(path), path.absolute().parent
    saved = settings.data / "flows" / source / f"{source}{FLOW_SUFFIX}"
    if saved.is_file():
        return load_document(saved), saved.parent
    gallery = built_in()
    if any(info.name == source for info in gallery.list()):
        return gallery.document(source), None
    raise UserError(
        f"There is no flow {source!r}.",
        hint="Give a flow file, the name of a saved flow, or one of 'loomline templates list'.",
    )


@asynccontextmanager
async def _cancelled_by_ctrl_c(runs: RunsDoor, run_id: str) -> AsyncGenerator[None]:
    loop = asyncio.get_running_loop()
    cancelling: list[asyncio.Task[RunView]] = []

    def interrupted() -> None:
        if cancelling:
            # Nothing recorded is lost: the journal is on disk before anyone is told.
            os._exit(130)
        say("\nCancelling the run; press Ctrl+C again to leave at once.")
        cancelling.append(loop.create_task(runs.cancel(Actor.local(), run_id)))

    loop.add_signal_handler(signal.SIGINT, interrupted)
    try:
        yield
        if cancelling:
            await cancelling[0]
    finally:
        loop.remove_signal_handler(signal.SIGINT)
