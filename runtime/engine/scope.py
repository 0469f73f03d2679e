"""The nodes of a flow, or of the inside of a container for one item, on their way."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from runtime.compile.plan import Scope, Wire
from runtime.engine.attempts import execute
from runtime.engine.outcome import SKIPPED, Halted, Outcome, StepFailed, fault_of, outcome_of
from runtime.engine.prepared import Prepared
from runtime.engine.step import Carrier, Step
from runtime.run.model import Fault, RunStatus
from runtime.store.journal import Recorded


class ScopeCarrier(Carrier, Protocol):
    """The slice that carries a scope, as far as a scope has to do with it."""

    prepared: Mapping[str, Prepared]
    retry_epoch: int
    resumed: bool

    def halt(self, status: RunStatus, fault: Fault | None) -> None:
        """Start no more steps; the run ends with this when those under way are done."""
        ...

    def note_skipped(self, node: str, item: str) -> None:
        """Write down that a step is not taken."""
        ...

    async def fan_out(self, step: Step, outer: "ScopeRun") -> Outcome:
        """Run a container."""
        ...


class ScopeRun:
    """Starts each step the moment everything it waits for is recorded.

    A chain of steps is followed in one task; only where the way forks are tasks added.
    """

    __slots__ = (
        "_absorbed",
        "_end",
        "_halted_above",
        "_known",
        "_run",
        "_scope",
        "_tasks",
        "_waits",
        "item",
        "outcomes",
        "outputs",
    )

    def __init__(
        self,
        run: ScopeCarrier,
        scope: Scope,
        *,
        item: str,
        outputs: dict[str, Mapping[str, Any]],
        known: Mapping[str, Recorded],
        absorbed: bool,
        halted: Callable[[], bool],
    ) -> None:
        self._run = run
        self._scope = scope
        self._known = known
        self._absorbed = absorbed
        self._halted_above = halted
        self._waits = dict(scope.waits)
        self._tasks: set[asyncio.Task[None]] = set()
        self._end: Exception | None = None
        self.item = item
        self.outputs = outputs
        """What the nodes have sent; from outside come those that may be read here."""
        self.outcomes: dict[str, Outcome] = {}

    def halted(self) -> bool:
        """Return whether no more steps start here."""
        return self._end is not None or self._halted_above()

    async def run(self) -> None:
        """Run all nodes; raises StepFailed or Halted when some of them did not run."""
        for recorded in self._known.values():
            if self._stands(recorded):
                raise StepFailed(fault_of(recorded))
        first, *others = self._first() or [None]
        if first is None:
            return
        for node in others:
            if node is not None:
                self._fork(node)
        try:
            await self._follow(first)
            while self._tasks:
                await asyncio.wait(self._tasks)
        except asyncio.CancelledError:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            raise
        if self._end is not None:
            raise self._end

    def value(self, wires: tuple[Wire, ...]) -> tuple[bool, Any]:
        """Return whether one of the wires sent, and what."""
        for wire in wires:
            sent = self.outputs.get(wire.node)
            if sent is not None and wire.port in sent:
                return True, sent[wire.port]
        return False, None

    def _first(self) -> list[str]:
        ready: list[str] = []
        for node in [node for node in self._scope.nodes if not self._waits.get(node)]:
            if self._silent(node):
                ready += self._settle(node, self._skip(node))
            else:
                ready.append(node)
        return ready

    def _fork(self, node: str) -> None:
        task = asyncio.get_running_loop().create_task(self._follow(node))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _follow(self, node: str) -> None:
        try:
            while True:
                ready = self._settle(node, await self._do(node))
                if not ready:
                    return
                node = ready[0]
                for other in ready[1:]:
                    self._fork(other)
        except Halted as error:
            self._end = self._end or error
        except Exception as error:  # noqa: BLE001 - run() raises it when all are done
            if self._end is None or isinstance(self._end, Halted):
                self._end = error
            if isinstance(error, StepFailed) and not self.item:
                self._run.halt(RunStatus.FAILED, error.fault)

    async def _do(self, node: str) -> Outcome:
        prepared = self._run.prepared[node]
        recorded = self._known.get(node)
        if recorded is not None and recorded.settled:
            return outcome_of(prepared.node, recorded)
        if self.halted():
            raise Halted
        step = Step(self._run, prepared, self.item, absorbed=self._absorbed)
        if prepared.container:
            return await self._run.fan_out(step, self)
        return await execute(step, self.outputs, self.halted)

    def _settle(self, node: str, outcome: Outcome) -> list[str]:
        """Take in an outcome and return the nodes that are ready now."""
        ready: list[str] = []
        todo = [(node, outcome)]
        while todo:
            node, outcome = todo.pop()
            self.outcomes[node] = outcome
            if outcome is not SKIPPED:
                self.outputs[node] = outcome.sent
            for follower in self._scope.followers.get(node, ()):
                self._waits[follower] -= 1
                if self._waits[follower]:
                    continue
                if self._silent(follower):
                    todo.append((follower, self._skip(follower)))
                else:
                    ready.append(follower)
        return ready

    def _silent(self, node: str) -> bool:
        """Return whether something the node needs will never be sent."""
        prepared = self._run.prepared[node]
        plan = prepared.node
        if plan.disabled or not all(self._sends(wire) for wire in plan.after):
            return True
        if any(
            port not in plan.optional and not self._sends(wire) for port, wire in prepared.single
        ):
            return True
        return any(
            port not in plan.optional and not any(self._sends(wire) for wire in wires)
            for port, wires in prepared.many
        )

    def _sends(self, wire: Wire) -> bool:
        outcome = self.outcomes.get(wire.node)
        if outcome is None:  # a port of the container around us
            return wire.port in self.outputs.get(wire.node, ())
        return outcome.sends(wire.port)

    def _skip(self, node: str) -> Outcome:
        if node not in self._known:
            self._run.note_skipped(node, self.item)
        return SKIPPED

    def _stands(self, recorded: Recorded) -> bool:
        """Return whether a step failed before a crash and nobody asked to try it again."""
        return (
            recorded.status == "failed"
            and not recorded.settled
            and recorded.epoch > self._run.retry_epoch
        )
