"""One step: what it costs, what it tells, and what is written down of it."""

import asyncio
from collections.abc import Mapping
from typing import Any, Protocol

from pydantic import ValidationError

from nodes.sdk import Node
from runtime.compile.plan import Plan
from runtime.engine.doors import RunFacts
from runtime.engine.faults import fault_from, invalid_values
from runtime.engine.hide import hidden_fault
from runtime.engine.outcome import Outcome, StepFailed, failed_outcome
from runtime.engine.prepared import Prepared
from runtime.engine.purse import Purse
from runtime.engine.world import World
from runtime.llm.call import Call
from runtime.run.event import Event, EventKind
from runtime.run.model import Fault, RunOptions
from runtime.store.blobs import INLINE
from runtime.store.payload import decode, encode
from runtime.store.writer import Row


class Carrier(Protocol):
    """The slice that carries a step, as far as a step has to do with it."""

    world: World
    plan: Plan
    id: str
    epoch: int
    inputs: dict[str, Any]
    options: RunOptions
    facts: RunFacts
    slots: asyncio.Semaphore
    under_way: "dict[tuple[str, str], Step]"
    dropped: list[Row]
    purse: Purse

    @property
    def wanted(self) -> bool:
        """Whether anybody watches."""
        ...

    async def record(self, row: Row) -> None:
        """Write a step down; it is on disk when this returns."""
        ...

    async def keep(self, data: bytes) -> tuple[str | None, str | None]:
        """Return JSON as a text for its row, or the name of the blob that holds it now."""
        ...

    def note(self, row: Row) -> None:
        """Write a step down that can be worked out again."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait, but not longer than until the run is halted."""
        ...

    def budget_reached(self, fault: Fault) -> None:
        """Stop before more is spent than was allowed."""
        ...


class Step:
    """One execution of a node, or of a node for one item, within one slice of a run."""

    __slots__ = (
        "absorbed",
        "attempt",
        "cached",
        "calls",
        "cost",
        "done",
        "input_tokens",
        "item",
        "model",
        "node",
        "output_tokens",
        "prepared",
        "run",
        "started_at",
        "total",
        "unpriced",
    )

    def __init__(self, run: Carrier, prepared: Prepared, item: str, *, absorbed: bool) -> None:
        self.run = run
        self.prepared = prepared
        self.node = prepared.node
        self.item = item
        self.absorbed = absorbed
        """Whether the container goes on without the item when this step fails."""
        self.attempt = 1
        self.started_at = 0.0
        self.total: int | None = None
        self.done = 0
        """Items of a container that are over."""
        self.model = ""
        self.cost = 0.0
        self.input_tokens = 0
        self.output_tokens = 0
        self.calls = 0
        self.unpriced = 0
        self.cached = 0

    def begin(self) -> None:
        """Say that the step is under way."""
        self.started_at = self.run.world.clock.time()
        self.run.under_way[self.node.id, self.item] = self
        if self.run.wanted:
            self.tell("step.started", {"attempt": 1})

    def end(self) -> None:
        """Say that the step is under way no more."""
        self.run.under_way.pop((self.node.id, self.item), None)

    async def instance(self, values: dict[str, Any]) -> Node:
        """Return the node with its values; raises UserError when they do not fit."""
        for name, model in self.prepared.credentials:
            slug = values.get(name)
            if isinstance(slug, str) and slug:
                opened = await self.run.world.doors.credentials.open(
                    slug, model, run=self.run.facts
                )
                values[name] = opened
            else:
                values.pop(name, None)
        try:
            return self.prepared.cls.model_validate(values)
        except ValidationError as error:
            raise invalid_values(error) from None  # its text would repeat the values

    async def succeed(self, data: bytes) -> Outcome:
        """Write down what was sent, and only then let others build on it."""
        run = self.run
        if len(data) <= INLINE:
            text, blob = data.decode(), None
        else:
            text, blob = await run.keep(data)
        run.world.reached("step.done")
        await run.record(self.row("succeeded", settled=1, output=text, blob=blob))
        run.world.reached("step.recorded")
        sent: dict[str, Any] = decode(data)
        if run.wanted:
            self._tell_end("succeeded", sent)
        return Outcome(sent)

    async def fail(self, error: BaseException) -> Outcome:
        """Write down that the step failed; raises StepFailed unless the flow goes on with it."""
        return await self.fail_with(self.fault(error))

    def fault(self, error: BaseException) -> Fault:
        """Return what went wrong, in words and without secrets."""
        fault = fault_from(error, self.node, flow=self.run.plan.name, item=self.item)
        clean = self.run.world.clean
        return fault if clean is None else hidden_fault(fault, clean)

    async def fail_with(self, fault: Fault) -> Outcome:
        """Write down that the step failed for a reason that is known."""
        outcome = failed_outcome(self.node, fault)
        text, blob = None, None
        if outcome is not None:
            data = encode(outcome.sent)
            text, blob = await self.run.keep(data)
            outcome = Outcome(decode(data), out=outcome.out)
        settled = 1 if outcome is not None or self.absorbed else 0
        error = fault.model_dump_json()
        await self.run.record(
            self.row("failed", settled=settled, output=text, blob=blob, error=error)
        )
        self._tell_end("failed", outcome.sent if outcome else {}, fault)
        if outcome is None:
            raise StepFailed(fault)
        return outcome

    def row(
        self,
        status: str,
        *,
        settled: int,
        output: str | None = None,
        blob: str | None = None,
        error: str | None = None,
    ) -> Row:
        """Return the step as the journal writes it."""
        return (
            self.run.id,
            self.node.id,
            self.item,
            self.run.epoch,
            status,
            settled,
            self.attempt,
            self.started_at,
            None if status == "running" else self.run.world.clock.time(),
            output,
            blob,
            error,
            self.model,
            self.cost,
            self.input_tokens,
            self.output_tokens,
            self.calls,
            self.unpriced,
            self.cached,
            self.total,
        )

    def book(self, call: Call, attempt: int) -> None:
        """Add a model call to the step, the run and the ledger."""
        self.model = call.model
        self.calls += 1
        if call.cached:
            self.cached += 1
        else:
            self.input_tokens += call.input_tokens
            self.output_tokens += call.output_tokens
            self.cost += call.cost_usd or 0.0
            self.unpriced += call.cost_usd is None
        self.run.purse.book(call, node=self.node.id, item=self.item, attempt=attempt)

    def tell(self, kind: EventKind, data: Mapping[str, Any]) -> None:
        """Publish an event of this step."""
        run = self.run
        if run.wanted:
            if run.world.clean is not None and "text" in data:
                data = {**data, "text": run.world.clean(str(data["text"]))}
            at = run.world.clock.time()
            run.world.bus.publish(Event(run.id, kind, at, self.node.id, self.item, data))

    def _tell_end(self, status: str, sent: Mapping[str, Any], fault: Fault | None = None) -> None:
        ms = (self.run.world.clock.time() - self.started_at) * 1000
        self.tell(
            "step.finished",
            {
                "status": status,
                "ms": ms,
                "cost_usd": self.cost,
                "input_tokens": self.input_tokens,
                "output_tokens": self.output_tokens,
                "tokens": self.input_tokens + self.output_tokens,
                "cached": bool(self.cached),
                "sent": [*sent],
                "counts": {port: len(sent[port]) for port in sent if type(sent[port]) is list},
                "error": fault.model_dump(mode="json") if fault else None,
            },
        )
