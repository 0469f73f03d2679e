"""The budget of a node within the budget of its run."""

from runtime.llm.budget import BudgetReached, Reservation, RunBudget


class NodeBudget(RunBudget):
    """What the steps of one node may spend together; it counts for the run, too."""

    def __init__(self, limit_usd: float, *, spent_usd: float, within: RunBudget, name: str) -> None:
        super().__init__(limit_usd, spent_usd)
        self._within = within
        self._name = name

    async def reserve(self, estimate_usd: float) -> Reservation:
        """Set money aside in both budgets; raises BudgetReached when either is used up."""
        outer = await self._within.reserve(estimate_usd)
        try:
            inner = await super().reserve(estimate_usd)
        except BudgetReached as error:
            outer.settle(0.0)
            raise BudgetReached(f"{self._name}: {error.message}", hint=_HINT) from error
        except BaseException:
            outer.settle(0.0)
            raise
        return _Both(inner, outer)


_HINT = "Raise the budget in the settings of the node and start the flow again."


class _Both(Reservation):
    def __init__(self, inner: Reservation, outer: Reservation) -> None:
        self.amount = inner.amount
        self._inner, self._outer = inner, outer

    def settle(self, actual_usd: float | None) -> None:
        """Replace the estimate in both budgets."""
        self._inner.settle(actual_usd)
        self._outer.settle(actual_usd)
