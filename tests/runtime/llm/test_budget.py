import asyncio

import pytest

from runtime.llm.budget import BudgetReached, RunBudget
from runtime.llm.lengths import AnswerLengths


async def test_estimates_of_calls_under_way_count() -> None:
    budget = RunBudget(1.0)
    first = await budget.reserve(0.6)
    second = asyncio.create_task(budget.reserve(0.6))
    await asyncio.sleep(0)
    assert not second.done()
    first.settle(0.1)
    (await second).settle(0.2)
    assert budget.spent_usd == pytest.approx(0.3)
    assert budget.reserved_usd == 0


async def test_what_can_never_fit_is_refused_at_once() -> None:
    budget = RunBudget(1.0, spent_usd=0.9)
    with pytest.raises(BudgetReached, match=r"\$1\.00 is reached: \$0\.90 spent") as caught:
        await budget.reserve(0.2)
    assert "resume" in caught.value.hint
    assert caught.value.needed_usd == pytest.approx(1.1)


async def test_a_hundred_at_once_never_pass_the_limit() -> None:
    budget = RunBudget(1.0)
    highest = 0.0

    async def call() -> bool:
        nonlocal highest
        try:
            reservation = await budget.reserve(0.05)
        except BudgetReached:
            return False
        highest = max(highest, budget.spent_usd + budget.reserved_usd)
        await asyncio.sleep(0)
        reservation.settle(0.04)
        return True

    results = await asyncio.gather(*(call() for _ in range(100)))
    assert highest <= 1.0 + 1e-9
    assert 20 <= sum(results) < 100
    assert budget.spent_usd == pytest.approx(0.04 * sum(results))


async def test_those_who_wait_are_told_when_the_money_is_gone() -> None:
    budget = RunBudget(1.0)
    first = await budget.reserve(0.9)
    waiting = [asyncio.create_task(budget.reserve(0.5)) for _ in range(5)]
    await asyncio.sleep(0)
    first.settle(0.9)
    results = await asyncio.gather(*waiting, return_exceptions=True)
    assert all(isinstance(result, BudgetReached) for result in results)


async def test_one_who_gives_up_waiting_keeps_nobody_from_going_on() -> None:
    budget = RunBudget(1.0)
    first = await budget.reserve(1.0)
    impatient = asyncio.create_task(budget.reserve(0.5))
    patient = asyncio.create_task(budget.reserve(0.5))
    await asyncio.sleep(0)
    first.settle(0.0)
    impatient.cancel()
    assert (await asyncio.wait_for(patient, 1)).amount == 0.5


async def test_only_the_first_settlement_counts() -> None:
    budget = RunBudget(None)
    reservation = await budget.reserve(3.0)
    reservation.settle(2.0)
    reservation.settle(5.0)
    assert budget.spent_usd == 2.0


def test_what_is_set_aside_follows_the_answers_that_came() -> None:
    lengths = AnswerLengths()
    assert lengths.expect("a/b") == 512
    for _ in range(5):
        lengths.note("a/b", 40)
    assert lengths.expect("a/b") == 80
    lengths.note("a/b", 3000)
    assert lengths.expect("a/b") == 6000
    assert lengths.expect("a/c") == 512
