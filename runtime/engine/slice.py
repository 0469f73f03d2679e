"""A run slice: an executor takes a run and carries it as far as it can go."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, TypeVar

from nodes.sdk import OutsideError
from runtime.compile.plan import Plan
from runtime.engine.doors import RunFacts
from runtime.engine.fanout import fan_out
from runtime.engine.outcome import Halted, Outcome, StepFailed
from runtime.engine.prepared import Prepared
from runtime.engine.purse import Purse
from runtime.engine.scope import ScopeRun
from runtime.engine.step import Step
from runtime.engine.world import World
from runtime.run.event import Event, EventKind
from runtime.run.model import Fault, RunOptions, RunStatus
from runtime.store.journal import OpenRun, Recorded
from runtime.store.writer import Row

T = TypeVar("T")

_STORAGE_PAUSES: Final = (0.2, 0.5, 1.0, 2.0, 5.0)
log = logging.getLogger(__name__)


class Slice:
    """A run in the hands of one executor, from taking it until it is over, paused or parked."""

    def __init__(
        self, world: World, run: OpenRun, plan: Plan, prepared: Mapping[str, Prepared]
    ) -> None:
        self.world = world
        self.plan = plan
        self.prepared = prepared
        self.id = run.id
        self.epoch = run.epoch + 1
        """Ours once the run is claimed; whoever claims it later has a higher one."""
        self.retry_epoch = run.retry_epoch
        self.resumed = run.epoch > 0
        """Whether somebody may have recorded steps before us."""
        self.inputs = run.inputs
        self.options = RunOptions.model_validate_json(run.options)
        self.facts = RunFacts(run.id, plan.flow_id, self.options.workdir, self.options.origin)
        self.slots = asyncio.Semaphore(world.concurrency)
        self.under_way: dict[tuple[str, str], Step] = {}
        self.dropped: list[Row] = []
        """Steps that were cancelled on the way."""
        self.purse = Purse(run, world, self.tell)
        self._halt = asyncio.Event()
        self._parked = False
        self._status = RunStatus.SUCCEEDED
        self._fault: Fault | None = None

    # ------------------------------------------------------------------ life

    async def execute(self) -> RunStatus:
        """Carry the run on and return where it stands now."""
        world = self.world
        world.reached("claim")
        await self.persist(lambda: world.journal.claim(self.id, self.epoch - 1, world.clock.time()))
        world.reached("claimed")
        self.tell("run.started", {"resumed": self.resumed})
        if any(node.spec.paid and not node.disabled for node in self.plan.nodes.values()):
            # What comes before the first question is done while the way to it is prepared.
            world.doors.models.warm(self.options.model)
        known: dict[str, Recorded] = {}
        if self.resumed:
            if await self._in_doubt():
                return await self._finish(None)
            known = await self._known()
            await self.purse.look_back()
        root = ScopeRun(
            self,
            self.plan.root,
            item="",
            outputs={},
            known=known,
            absorbed=False,
            halted=self.halted,
        )
        try:
            await root.run()
        except StepFailed as failure:
            self.halt(RunStatus.FAILED, failure.fault)
        except Halted:
            log.debug("Run %s starts no more steps.", self.id)
        if self._parked:
            return RunStatus.RUNNING
        return await self._finish(root.outcomes)

    def halt(self, status: RunStatus, fault: Fault | None) -> None:
        """Start no more steps; the run ends with this when those under way are done."""
        if not self._halt.is_set():
            self._status, self._fault = status, fault
            self._halt.set()

    def park(self) -> None:
        """Start no more steps and leave the run to whoever takes it next."""
        self._parked = True
        self._halt.set()

    def halted(self) -> bool:
        """Return whether no more steps start."""
        return self._halt.is_set()

    async def sleep(self, seconds: float) -> None:
        """Wait, but not longer than until the run is halted."""
        waits = [
            asyncio.ensure_future(self.world.clock.sleep(seconds)),
            asyncio.ensure_future(self._halt.wait()),
        ]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    async def fan_out(self, step: Step, outer: ScopeRun) -> Outcome:
        """Run a container."""
        return await fan_out(self, step, outer)

    # ------------------------------------------------------------------ journal

    async def record(self, row: Row) -> None:
        """Write a step down; it is on disk when this returns."""
        try:
            await self.world.journal.record(row)
        except OutsideError:
            await self.persist(lambda: self.world.journal.record(row))

    async def keep(self, data: bytes) -> tuple[str | None, str | None]:
        """Return JSON as a text for its row, or the name of the blob that holds it now."""
        return await self.persist(lambda: self.world.journal.keep(data))

    def note(self, row: Row) -> None:
        """Write a step down that can be worked out again."""
        self.world.journal.note(row)

    def note_skipped(self, node: str, item: str) -> None:
        """Write down that a step is not taken."""
        step = Step(self, self.prepared[node], item, absorbed=False)
        step.started_at = self.world.clock.time()
        step.attempt = 0
        self.note(step.row("skipped", settled=1))
        if self.wanted:
            step.tell("step.finished", {"status": "skipped", "ms": 0.0, "sent": []})

    async def persist(self, write: Callable[[], Awaitable[T]]) -> T:
        """Write until it is written: a full disk or a locked database loses no result."""
        pauses = iter(_STORAGE_PAUSES)
        while True:
            try:
                return await write()
            except OutsideError as error:
                pause = next(pauses, _STORAGE_PAUSES[-1])
                log.warning("Run %s waits for the disk: %s", self.id, error.message)
                await self.world.clock.sleep(pause)

    def budget_reached(self, fault: Fault) -> None:
        """Stop before more is spent than was allowed."""
        stop = self.plan.budget is not None and self.plan.budget.on_exceed == "stop"
        self.halt(RunStatus.FAILED if stop else RunStatus.PAUSED, fault)

    # ------------------------------------------------------------------ events

    @property
    def wanted(self) -> bool:
        """Whether anybody watches."""
        return self.world.bus.wanted(self.id)

    def tell(self, kind: EventKind, data: Mapping[str, Any]) -> None:
        """Publish an event of the run."""
        if self.wanted:
            self.world.bus.publish(Event(self.id, kind, self.world.clock.time(), data=data))

    # ------------------------------------------------------------------ begin and end

    async def _known(self) -> dict[str, Recorded]:
        nodes = self.plan.root.nodes
        found = await self.world.journal.recorded(self.id, nodes, [""])
        return {node: found[node, ""] for node in nodes if (node, "") in found}

    async def _in_doubt(self) -> bool:
        """Pause when steps were under way that must not simply be repeated."""
        doubtful = await self.world.journal.in_doubt(self.id)
        if not doubtful:
            return False
        node, item = doubtful[0]
        fault = Fault(
            message=f"Loomline was interrupted while {_names(doubtful, self.plan)} under way; it "
            "is not known whether the work was done.",
            hint="Look at the result outside, then resume with 'repeat' to do it again or 'skip' "
            "to go on without it.",
            kind="unknown",
            place=(self.plan.name, node, item) if item else (self.plan.name, node),
        )
        await self.world.journal.doubt(self.id, self.epoch, error=fault.model_dump_json())
        self.halt(RunStatus.PAUSED, fault)
        return True

    async def _finish(self, outcomes: Mapping[str, Outcome] | None) -> RunStatus:
        self.purse.flush()
        status, fault, world = self._status, self._fault, self.world
        outputs = self._outputs(outcomes or {})
        final = status in (RunStatus.SUCCEEDED, RunStatus.FAILED)
        world.reached("finish")
        await self.persist(
            lambda: world.journal.finish(
                self.id,
                self.epoch,
                status,
                outputs=outputs,
                error=fault.model_dump_json() if fault else None,
                at=world.clock.time() if final else None,
            )
        )
        world.reached("finished")
        data = {
            "status": status.value,
            "outputs": outputs,
            "error": fault.model_dump(mode="json") if fault else None,
            **self.purse.totals(),
        }
        self.tell("run.finished" if final else "run.paused", data)
        return status

    def _outputs(self, outcomes: Mapping[str, Outcome]) -> dict[str, Any]:
        outputs: dict[str, Any] = {}
        for node in self.plan.root.nodes:
            if self.prepared[node].node.spec.result and node in outcomes:
                outputs.update(outcomes[node].sent)
        return outputs


def _names(steps: list[tuple[str, str]], plan: Plan) -> str:
    names = list(
        dict.fromkeys(plan.nodes[n].label or n if n in plan.nodes else n for n, _ in steps)
    )
    shown = ", ".join(repr(name) for name in names[:3])
    return f"{shown} {'was' if len(steps) == 1 else 'were'}"
