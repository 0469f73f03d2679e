"""Runs: start them, watch them, stop them, go on with them, look back at them."""

import asyncio
import builtins
import contextlib
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Literal

from nodes.sdk import UserError
from runtime.auth.policy import check
from runtime.compile.compiler import compile_flow
from runtime.compile.plan import Plan
from runtime.compile.texts import with_texts
from runtime.engine.engine import Engine
from runtime.flow.canonical import dumps_flow, dumps_layout, loads_flow, loads_layout
from runtime.flow.jsontext import check_json
from runtime.flow.model import Document, Flow
from runtime.registry import Registry
from runtime.run.event import Event
from runtime.run.model import RunOptions, RunStatus, RunView, StepStatus, StepView
from runtime.services.actor import Actor
from runtime.services.flows import Flows
from runtime.store.runs import CallView, NodeSummary, RunStore

__all__ = ["CallView", "NodeSummary", "Runs"]

_KEPT_EVENTS = 10_000
"""Events a slow listener may lag behind before the oldest tokens are left out."""


class Runs:
    """The runs of one data directory."""

    def __init__(self, engine: Engine, store: RunStore, registry: Registry, flows: Flows) -> None:
        self._engine = engine
        self._store = store
        self._registry = registry
        self._flows = flows

    async def start(
        self,
        actor: Actor,
        flow_id: str,
        inputs: dict[str, Any],
        options: RunOptions | None = None,
    ) -> RunView:
        """Start a run of a saved flow as it is now."""
        check(actor, "run.start", flow_id)
        session = await self._flows.open(actor, flow_id)
        return await self._start(
            actor, session.document, inputs, options, folder=session.path.parent
        )

    async def start_document(
        self,
        actor: Actor,
        document: Document,
        inputs: dict[str, Any],
        options: RunOptions | None = None,
        *,
        folder: Path | None = None,
    ) -> RunView:
        """Start a run of any document; raises UserError with all its problems."""
        check(actor, "run.start")
        if folder:
            check(actor, "run.anywhere", str(folder))
        return await self._start(actor, document, inputs, options, folder=folder)

    async def _start(
        self,
        actor: Actor,
        document: Document,
        inputs: dict[str, Any],
        options: RunOptions | None,
        *,
        folder: Path | None,
    ) -> RunView:
        options = options or RunOptions()
        if options.workdir or options.origin == "cli":
            check(actor, "run.anywhere", options.workdir)
        for name, value in inputs.items():
            _check_input(name, value)
        flow, plan = await asyncio.to_thread(self._compiled, document.flow, folder)
        run_id = await self._engine.submit(
            plan,
            flow_text=dumps_flow(flow),
            layout_text=dumps_layout(document.layout),
            title=document.flow.title,
            inputs=inputs,
            options=options,
        )
        return await self._known(run_id)

    async def get(self, actor: Actor, run_id: str) -> RunView:
        """Return a run as it stands."""
        check(actor, "run.read", run_id)
        return await self._known(run_id)

    async def list(
        self,
        actor: Actor,
        *,
        flow_id: str | None = None,
        status: RunStatus | None = None,
        limit: int = 50,
        before: str | None = None,
    ) -> list[RunView]:
        """Return runs, the newest first; `before` is the id of the last one seen."""
        check(actor, "run.read")
        limit = max(1, min(limit, 500))
        return await self._store.list(flow_id=flow_id, status=status, limit=limit, before=before)

    async def steps(
        self,
        actor: Actor,
        run_id: str,
        *,
        node: str | None = None,
        limit: int = 200,
        offset: int = 0,
    ) -> "builtins.list[StepView]":
        """Return the steps of a run in the order they started, without their outputs."""
        check(actor, "run.read", run_id)
        return await self._store.steps(run_id, node=node, limit=min(limit, 1000), offset=offset)

    async def step(self, actor: Actor, run_id: str, node: str, item: str = "") -> StepView:
        """Return one step with what it was given and what it sent."""
        check(actor, "run.read", run_id)
        found = await self._store.step(run_id, node, item)
        if found is None:
            raise UserError(f"Run {run_id!r} has no step {node!r}.", hint="It has not run yet.")
        inputs = await self._engine.inputs_of(run_id, node, item)
        return found.model_copy(update={"inputs": inputs})

    async def summary(self, actor: Actor, run_id: str) -> dict[str, NodeSummary]:
        """Return what each node of a run did and does, steps of containers added up."""
        check(actor, "run.read", run_id)
        nodes = await self._store.summary(run_id)
        for step in self._engine.under_way(run_id):
            known = nodes.get(step.node, NodeSummary(status=StepStatus.RUNNING))
            # A container that is under way has a row already, other steps get theirs at the end.
            change: dict[str, Any] = (
                {"total": known.total + 1} if step.total is None
                else {"done": step.done, "total": max(step.total, known.total)}
            )  # fmt: skip
            nodes[step.node] = known.model_copy(update={"status": StepStatus.RUNNING, **change})
        return nodes

    async def calls(
        self, actor: Actor, run_id: str, *, node: str | None = None, limit: int = 200
    ) -> "builtins.list[CallView]":
        """Return the model calls of a run."""
        check(actor, "run.read", run_id)
        return await self._store.calls(run_id, node=node, limit=min(limit, 1000))

    async def cancel(self, actor: Actor, run_id: str) -> RunView:
        """Cancel a run for good; its finished steps stay."""
        check(actor, "run.cancel", run_id)
        await self._engine.cancel(run_id)
        return await self._known(run_id)

    async def resume(
        self,
        actor: Actor,
        run_id: str,
        *,
        budget_usd: float | None = None,
        unknown: Literal["repeat", "skip"] | None = None,
    ) -> RunView:
        """Go on with a paused or failed run; recorded steps are never done again."""
        check(actor, "run.resume", run_id)
        await self._engine.resume(run_id, budget_usd=budget_usd, unknown=unknown)
        return await self._known(run_id)

    async def document(self, actor: Actor, run_id: str) -> Document:
        """Return the flow exactly as it ran."""
        check(actor, "run.read", run_id)
        flow_text, layout_text = await self._store.flow_texts(run_id)
        flow = loads_flow(flow_text)
        return Document(flow=flow, layout=loads_layout(layout_text))

    async def wait(self, actor: Actor, run_id: str) -> RunView:
        """Wait until a run is over, paused or waiting, and return it."""
        async with self.watch(actor, run_id) as events:
            view = await self.get(actor, run_id)
            if view.status in _STILL_GOING:
                async for event in events:
                    if event.kind in ("run.finished", "run.paused"):
                        break
        return await self._known(run_id)

    @asynccontextmanager
    async def watch(
        self, actor: Actor, run_id: str | None = None
    ) -> AsyncGenerator[AsyncIterator[Event], None]:
        """Give the events of a run, or of all runs, from now on."""
        check(actor, "run.read", run_id or "")
        queue: asyncio.Queue[Event] = asyncio.Queue(_KEPT_EVENTS)
        leave = self._engine.subscribe(run_id, lambda event: _put(queue, event))
        try:
            yield _drain(queue)
        finally:
            leave()

    def subscribe(
        self, actor: Actor, run_id: str | None, listener: Callable[[Event], None]
    ) -> Callable[[], None]:
        """Call `listener` with each event of a run, or of all runs; returns how to stop."""
        check(actor, "run.read", run_id or "")
        return self._engine.subscribe(run_id, listener)

    def _compiled(self, flow: Flow, folder: Path | None) -> tuple[Flow, Plan]:
        plan = compile_flow(flow, self._registry, folder=folder)
        return with_texts(flow, folder), plan

    async def _known(self, run_id: str) -> RunView:
        view = await self._store.get(run_id)
        if view is None:
            raise UserError(
                f"There is no run {run_id!r}.", hint="`loomline runs list` shows the runs."
            )
        return view


def _check_input(name: str, value: Any) -> None:
    """Refuse what could not be kept and read again as it is: NaN, NUL, half characters."""
    try:
        check_json(value)
    except UserError as error:
        raise error.at(f"input {name}") from error


_STILL_GOING = (RunStatus.QUEUED, RunStatus.RUNNING)


def _put(queue: asyncio.Queue[Event], event: Event) -> None:
    if queue.full():
        with contextlib.suppress(asyncio.QueueEmpty):
            queue.get_nowait()
    queue.put_nowait(event)


async def _drain(queue: asyncio.Queue[Event]) -> AsyncIterator[Event]:
    while True:
        yield await queue.get()
