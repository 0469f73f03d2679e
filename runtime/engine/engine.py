"""The engine: takes runs in, carries them through crashes, ends them when asked."""

import asyncio
import contextlib
import logging
import random
from collections.abc import Callable, Mapping
from typing import Any, Final, Literal, NamedTuple

from nodes.sdk import LoomlineError, OutsideError, UserError
from runtime.compile.plan import Plan
from runtime.engine.bus import Bus, Listener
from runtime.engine.clock import EngineClock, SystemClock
from runtime.engine.dispatcher import Dispatcher, LocalDispatcher
from runtime.engine.doors import Doors
from runtime.engine.hide import Clean
from runtime.engine.inputs import checked_inputs
from runtime.engine.lookback import inputs_of
from runtime.engine.prepared import Prepared, prepare
from runtime.engine.slice import Slice
from runtime.engine.world import World
from runtime.run.event import Event, EventKind
from runtime.run.model import Fault, RunOptions, RunStatus
from runtime.store.journal import Journal, NewRun, OpenRun
from runtime.store.writer import Refused

log = logging.getLogger(__name__)

_PLANS_KEPT: Final = 64
_FRESH_KEPT: Final = 1000
_CANCEL_SECONDS: Final = 4.0


class UnderWay(NamedTuple):
    """A step that is executed right now."""

    node: str
    item: str
    started_at: float
    """Seconds since 1970."""
    done: int
    """How many items of a container are over."""
    total: int | None
    """How many items a container has; None for other steps."""


class Engine:
    """Runs flows durably.

    A run is on disk before `submit` returns. What a step sent is on disk before any other step
    sees it, and a recorded step is never executed again.
    """

    def __init__(
        self,
        journal: Journal,
        doors: Doors,
        *,
        compile_text: Callable[[str], Plan],
        concurrency: int = 100,
        max_runs: int = 64,
        clock: EngineClock | None = None,
        rng: random.Random | None = None,
        clean: Clean | None = None,
        reached: Callable[[str], None] | None = None,
    ) -> None:
        self._journal = journal
        self._compile = compile_text
        self._bus = Bus()
        self._world = World(
            journal=journal,
            bus=self._bus,
            doors=doors,
            clock=clock or SystemClock(),
            rng=rng or random.Random(),  # noqa: S311 - for pauses and names, never for secrets
            concurrency=concurrency,
            clean=clean,
            reached=reached or _pass,
        )
        self._dispatcher: Dispatcher = LocalDispatcher(self._execute, max_runs=max_runs)
        self._fresh: dict[str, tuple[OpenRun, Plan]] = {}
        self._prepared: dict[int, tuple[Plan, dict[str, Prepared]]] = {}
        self._compiled_plans: dict[str, Plan] = {}
        self._slices: dict[str, Slice] = {}

    async def start(self, *, only: str = "") -> int:
        """Go on with every run that a crash or a stop has interrupted; return how many.

        `only` names the one run to go on with, for a door that leaves when it is over.
        """
        runs = await self._journal.open_runs()
        runs = [run for run in runs if not only or run[0] == only]
        for run_id, priority in runs:
            self._dispatcher.enqueue(run_id, priority=priority)
        return len(runs)

    async def stop(self, *, grace: float = 5.0) -> None:
        """Stop so that every run goes on at the next start.

        Steps under way get `grace` seconds to be recorded; after that they are cut off.
        """
        for running in self._slices.values():
            running.park()
        await self._dispatcher.stop(grace)
        # Whoever takes the runs next must not be overtaken by what we still have in the queue.
        with contextlib.suppress(OutsideError):
            await self._journal.flush()

    async def submit(
        self,
        plan: Plan,
        *,
        flow_text: str,
        layout_text: str = "{}",
        title: str = "",
        inputs: Mapping[str, Any],
        options: RunOptions | None = None,
    ) -> str:
        """Start a run and return its id; it is durable by then."""
        options = options or RunOptions()
        budget = plan.budget.usd if plan.budget else None
        run = NewRun(
            id=f"run_{self._world.rng.getrandbits(64):016x}",
            flow_id=plan.flow_id,
            flow_name=plan.name,
            flow_title=title,
            flow_hash=plan.hash,
            document=await self._journal.put_document(flow_text, layout_text),
            inputs=checked_inputs(plan, inputs),
            options=options.model_dump_json(),
            budget_usd=options.budget_usd if options.budget_usd is not None else budget,
            priority=options.priority,
        )
        self._world.reached("submit")
        await self._journal.submit(run, self._world.clock.time())
        self._world.reached("submitted")
        if len(self._fresh) < _FRESH_KEPT:
            self._fresh[run.id] = (_as_written(run), plan)
        self._tell(run.id, "run.queued", {})
        self._dispatcher.enqueue(run.id, priority=run.priority)
        return run.id

    async def cancel(self, run_id: str) -> None:
        """End a run for good: no step starts after this returns, those under way are cut off."""
        await self._journal.cancel(run_id, self._world.clock.time())
        self._fresh.pop(run_id, None)
        running, task = self._slices.get(run_id), self._dispatcher.executing(run_id)
        if running is not None and task is not None:
            running.park()
            task.cancel()
            _, late = await asyncio.wait({task}, timeout=_CANCEL_SECONDS)
            if late:
                log.error("A step of run %s does not let itself be cancelled.", run_id)
            await self._journal.drop_steps_under_way(running.dropped)
        self._tell(run_id, "run.finished", {"status": "cancelled", "outputs": {}, "error": None})

    async def resume(
        self,
        run_id: str,
        *,
        budget_usd: float | None = None,
        unknown: Literal["repeat", "skip"] | None = None,
    ) -> None:
        """Go on with a paused or failed run; what is recorded is never executed again.

        `budget_usd` replaces the budget; `unknown` says what becomes of steps that may or may
        not have done their work before a crash.
        """
        run = await self._journal.run(run_id)
        if budget_usd is not None and run is not None and budget_usd <= run.cost_usd:
            raise UserError(
                f"A budget of ${budget_usd:g} is not enough: ${run.cost_usd:g} are spent already.",
                hint="Give it more than that.",
            )
        run = await self._journal.reopen(run_id, budget_usd=budget_usd, unknown=unknown)
        self._tell(run_id, "run.queued", {})
        self._dispatcher.enqueue(run_id, priority=run.priority)

    def subscribe(self, run_id: str | None, listener: Listener) -> Callable[[], None]:
        """Call `listener` for the events of one run, or of all; returns how to stop."""
        return self._bus.subscribe(run_id, listener)

    def under_way(self, run_id: str) -> list[UnderWay]:
        """Return the steps that are executed right now."""
        running = self._slices.get(run_id)
        steps = running.under_way.values() if running else ()
        return [UnderWay(s.node.id, s.item, s.started_at, s.done, s.total) for s in steps]

    async def inputs_of(self, run_id: str, node: str, item: str = "") -> dict[str, Any] | None:
        """Return what a step was or would be given; None when it cannot be known."""
        run = await self._journal.run(run_id)
        if run is None:
            return None
        try:
            plan = await self._compiled(run)
        except LoomlineError:
            return None  # a node type is not installed any more, or the like
        return await inputs_of(
            self._journal, plan, self._ready(plan), run_id=run_id, node=node, item=item
        )

    # ------------------------------------------------------------------ inside

    async def _execute(self, run_id: str) -> None:
        run, plan = self._fresh.pop(run_id, (None, None))
        if run is None:
            run = await self._journal.run(run_id)
        if run is None or run.status not in (RunStatus.QUEUED, RunStatus.RUNNING):
            return
        try:
            if plan is None:
                plan = await self._compiled(run)
            running = Slice(self._world, run, plan, self._ready(plan))
            self._slices[run_id] = running
            try:
                await running.execute()
            finally:
                self._slices.pop(run_id, None)
        except Refused:
            log.info("Run %s is over, or in the hands of another executor.", run_id)
        except Exception as error:
            log.exception("Run %s was stopped by a fault of the engine.", run_id)
            await self._give_up(run_id, error)

    async def _compiled(self, run: OpenRun) -> Plan:
        if run.document not in self._compiled_plans:
            flow_text, _ = await self._journal.document(run.document)
            while len(self._compiled_plans) >= _PLANS_KEPT:
                self._compiled_plans.pop(next(iter(self._compiled_plans)))
            plan = await asyncio.to_thread(self._compile, flow_text)
            self._compiled_plans[run.document] = plan
        return self._compiled_plans[run.document]

    def _ready(self, plan: Plan) -> dict[str, Prepared]:
        known = self._prepared.get(id(plan))
        if known is None or known[0] is not plan:
            while len(self._prepared) >= _PLANS_KEPT:
                self._prepared.pop(next(iter(self._prepared)))
            known = self._prepared[id(plan)] = (plan, prepare(plan))
        return known[1]

    async def _give_up(self, run_id: str, error: Exception) -> None:
        """Fail a run that cannot be executed, so that people see it and may resume it."""
        if isinstance(error, LoomlineError):
            fault = Fault(message=error.message, hint=error.hint, kind="user", place=error.place)
        else:
            fault = Fault(
                message=f"The engine has a bug: it stopped with {type(error).__name__}.",
                hint="The log has the details. The run kept what it had; it can be resumed.",
                kind="bug",
            )
        run = await self._journal.run(run_id)
        if run is None or run.status.final or run.status is RunStatus.PAUSED:
            return
        now = self._world.clock.time()
        try:
            epoch = run.epoch
            await self._journal.claim(run_id, epoch, now)
            await self._journal.finish(
                run_id,
                epoch + 1,
                RunStatus.FAILED,
                outputs=None,
                error=fault.model_dump_json(),
                at=now,
            )
        except Refused:
            return
        data = {"status": "failed", "outputs": {}, "error": fault.model_dump(mode="json")}
        self._tell(run_id, "run.finished", data)

    def _tell(self, run_id: str, kind: EventKind, data: Mapping[str, Any]) -> None:
        if self._bus.wanted(run_id):
            self._bus.publish(Event(run_id, kind, self._world.clock.time(), data=data))


def _as_written(run: NewRun) -> OpenRun:
    return OpenRun(
        id=run.id,
        status=RunStatus.QUEUED,
        epoch=0,
        retry_epoch=0,
        document=run.document,
        inputs=run.inputs,
        options=run.options,
        budget_usd=run.budget_usd,
        cost_usd=0.0,
        priority=run.priority,
    )


def _pass(point: str) -> None:
    del point
