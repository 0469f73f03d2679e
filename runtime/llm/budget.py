"""The budget of a run: money is set aside before every call and settled after it."""

import asyncio
from collections import deque

from nodes.sdk import LoomlineError


class BudgetReached(LoomlineError):  # noqa: N818 - it is a state of the run, not a fault
    """The next call could cost more than the budget of the run has left."""

    needed_usd: float = 0.0
    """A budget with which the next call would be made."""


class Reservation:
    """Money set aside for one call until its price is known."""

    def __init__(self, budget: "RunBudget", amount: float) -> None:
        self._budget: RunBudget | None = budget
        self.amount = amount

    def settle(self, actual_usd: float | None) -> None:
        """Replace the estimate by what the call cost; None means that nobody knows.

        Only the first settlement counts.
        """
        budget, self._budget = self._budget, None
        if budget is not None:
            budget.settle(self.amount, actual_usd or 0.0)


class RunBudget:
    """What a run may spend, what it has spent, and what its calls under way may still cost.

    Used from one event loop. Spending can pass the limit only by what calls already under way
    cost above their estimate.
    """

    def __init__(self, limit_usd: float | None, spent_usd: float = 0.0) -> None:
        self.limit_usd = limit_usd
        self.spent_usd = spent_usd
        self._reserved = 0.0
        self._waiting: deque[asyncio.Future[None]] = deque()

    @property
    def reserved_usd(self) -> float:
        """What the calls under way may cost at most."""
        return self._reserved

    async def reserve(self, estimate_usd: float) -> Reservation:
        """Set `estimate_usd` aside; raises BudgetReached when the limit does not allow it.

        Estimates are upper bounds. While calls under way hold too much of the limit, this waits
        for them: most of them will turn out cheaper than feared.
        """
        while not self._fits(estimate_usd):
            self._refuse_hopeless(estimate_usd)
            turn = asyncio.get_running_loop().create_future()
            self._waiting.append(turn)
            try:
                await turn
            except asyncio.CancelledError:
                self._pass_on(turn)
                raise
        self._reserved += estimate_usd
        if self._fits(0.0):
            # One settlement may have made room for several small calls.
            self._wake_one()
        return Reservation(self, estimate_usd)

    def settle(self, reserved_usd: float, actual_usd: float) -> None:
        """Book what a call cost and give back what was set aside for it."""
        self._reserved = max(0.0, self._reserved - reserved_usd)
        self.spent_usd += actual_usd
        self._wake_one()

    def _fits(self, estimate_usd: float) -> bool:
        if self.limit_usd is None:
            return True
        return self.spent_usd + self._reserved + estimate_usd <= self.limit_usd + _ROUNDING

    def _refuse_hopeless(self, estimate_usd: float) -> None:
        limit = self.limit_usd or 0.0
        if self.spent_usd + estimate_usd > limit + _ROUNDING:
            self._wake_one()
            error = BudgetReached(
                f"The budget of {_usd(limit)} is reached: {_usd(self.spent_usd)} spent, and the "
                f"next call may cost up to {_usd(estimate_usd)}.",
                hint="Raise the budget and resume the run; nothing it has done is lost.",
            )
            error.needed_usd = self.spent_usd + estimate_usd
            raise error

    def _wake_one(self) -> None:
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return

    def _pass_on(self, turn: asyncio.Future[None]) -> None:
        if turn in self._waiting:
            self._waiting.remove(turn)
        elif turn.done() and not turn.cancelled():
            self._wake_one()


_ROUNDING = 1e-9


def _usd(amount: float) -> str:
    """Write a sum so that small ones keep their meaning: $0.0042, not $0.00."""
    return f"${amount:.2f}" if amount >= 0.1 or amount == 0 else f"${amount:.4f}"
