"""The money of a run: what its steps may spend, and what they have spent."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from typing import Any, Final

from nodes.sdk import OutsideError
from runtime.compile.plan import PlanNode
from runtime.engine.bus import Latest
from runtime.engine.node_budget import NodeBudget
from runtime.engine.world import World
from runtime.llm.budget import RunBudget
from runtime.llm.call import Call
from runtime.run.event import EventKind
from runtime.store.journal import OpenRun
from runtime.store.writer import Row

_BOOK_AGAIN: Final = 1.0
log = logging.getLogger(__name__)


class Purse:
    """Books every model call of a run in the ledger, and tells what the run costs."""

    def __init__(
        self, run: OpenRun, world: World, tell: Callable[[EventKind, Mapping[str, Any]], None]
    ) -> None:
        self.budget = RunBudget(run.budget_usd, run.cost_usd)
        self._run_id = run.id
        self._world = world
        self._input_tokens = run.input_tokens
        self._output_tokens = run.output_tokens
        self._spent: Mapping[str, float] = {}
        self._nodes: dict[str, RunBudget] = {}
        self._changed = Latest(lambda: tell("run.cost", self.totals()))

    async def look_back(self) -> None:
        """Find out what each node has spent before the run was resumed."""
        self._spent = await self._world.journal.spent(self._run_id)

    def budget_of(self, node: PlanNode) -> RunBudget:
        """Return what a step of this node may spend."""
        if node.policy.budget_usd is None:
            return self.budget
        if node.id not in self._nodes:
            self._nodes[node.id] = NodeBudget(
                node.policy.budget_usd,
                spent_usd=self._spent.get(node.id, 0.0),
                within=self.budget,
                name=node.label or node.id,
            )
        return self._nodes[node.id]

    def book(self, call: Call, *, node: str, item: str, attempt: int) -> None:
        """Add a model call to the ledger and to the totals of the run."""
        self._enter(
            (
                self._run_id, node, item, attempt, self._world.clock.time(), call.model,
                call.status, int(call.cached), call.input_tokens, call.output_tokens,
                call.cost_usd, call.ms, call.error, call.request_hash,
            )
        )  # fmt: skip
        if not call.cached:
            self._input_tokens += call.input_tokens
            self._output_tokens += call.output_tokens
        if self._world.bus.wanted(self._run_id):
            self._changed.changed()

    def totals(self) -> dict[str, Any]:
        """Return what the run has cost so far."""
        return {
            "cost_usd": self.budget.spent_usd,
            "input_tokens": self._input_tokens,
            "output_tokens": self._output_tokens,
            "tokens": self._input_tokens + self._output_tokens,
        }

    def flush(self) -> None:
        """Tell what has not been told yet."""
        self._changed.flush()

    def _enter(self, row: Row) -> None:
        try:
            entered = self._world.journal.call(row)
        except OutsideError:
            log.exception("A model call of run %s could not be booked.", self._run_id)
        else:
            entered.add_done_callback(lambda entered: self._entered(row, entered))

    def _entered(self, row: Row, entered: "asyncio.Future[None]") -> None:
        if not entered.cancelled() and isinstance(entered.exception(), OutsideError):
            # What was spent was spent: it is booked as soon as the disk allows.
            entered.get_loop().call_later(_BOOK_AGAIN, self._enter, row)
