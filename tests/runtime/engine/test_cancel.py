"""Cancelling a run in every state it can be in. Catalogue: K01, K02."""

import asyncio

import pytest

from nodes.sdk import OutsideError, UserError
from runtime.run.model import RunStatus, StepStatus
from tests.runtime.engine.conftest import House, until
from tests.runtime.engine.plans import N, plan
from tests.runtime.engine.work import Ask, Call3, Do, Each, Ledger, Once

_SLOW = plan(
    {"a": N(Do), "b": N(Do, {"wait": "never"}), "c": N(Do), "once": N(Once, {"wait": "never"})},
    ["a.out -> b.in", "b.out -> c.in", "a.out -> once.in"],
)


async def _cancelled(house: House, run_id: str) -> None:
    async with asyncio.timeout(5):
        await house.engine.cancel(run_id)
    view = await house.runs.get(run_id)
    assert view
    assert view.status is RunStatus.CANCELLED
    assert view.finished_at
    assert not house.engine.under_way(run_id)
    last = [event for event in house.events if event.run_id == run_id][-1]
    assert (last.kind, last.data["status"]) == ("run.finished", "cancelled")
    with pytest.raises(UserError, match="over already: it was cancelled"):
        await house.engine.cancel(run_id)
    with pytest.raises(UserError, match="cannot be resumed: it is cancelled"):
        await house.engine.resume(run_id)


async def test_steps_under_way_are_cut_off_and_nothing_starts_afterwards(
    house: House, ledger: Ledger
) -> None:
    run_id = await house.submit(_SLOW)
    await until(lambda: ledger.under_way == 2)
    await _cancelled(house, run_id)
    assert ledger.under_way == 0
    assert await house.statuses(run_id) == {
        "a": StepStatus.SUCCEEDED,
        "b": StepStatus.CANCELLED,
        "once": StepStatus.CANCELLED,
    }
    await house.reopen()
    assert ledger.counts == {"a/": 1, "b/": 1, "once/": 1}


async def test_a_queued_run_never_starts(house: House, ledger: Ledger) -> None:
    await house.reopen(max_runs=1)
    first = await house.submit(_SLOW)
    second = await house.submit(plan({"x": N(Do)}))
    await _cancelled(house, second)
    await until(lambda: ledger.under_way)
    await _cancelled(house, first)
    await house.reopen()
    assert "x/" not in ledger.counts


async def test_many_items_end_together(house: House, ledger: Ledger) -> None:
    flow = plan(
        {
            "each": N(Each, {"items": [*range(500)], "concurrency": 50}),
            "w": N(Do, {"wait": "never"}, parent="each"),
        },
        ["each.item -> w.value", "w.value -> each.result"],
    )
    run_id = await house.submit(flow)
    await until(lambda: ledger.under_way == 50)
    await _cancelled(house, run_id)
    assert len(ledger.done) == 50
    statuses = await house.statuses(run_id)
    assert {*statuses.values()} == {StepStatus.CANCELLED}
    assert len(statuses) == 51


async def test_a_model_call_is_cut_off_and_its_cost_kept(house: House) -> None:
    house.models.gate = asyncio.Event()
    run_id = await house.submit(plan({"ask": N(Ask)}))
    await until(lambda: house.models.asked)
    await _cancelled(house, run_id)
    view = await house.runs.get(run_id)
    assert view
    assert view.cost_usd == 0.01


async def test_a_step_waiting_to_be_tried_again_is_cancelled(house: House, ledger: Ledger) -> None:
    ledger.failures["a/"] = [OutsideError("Busy.", retry_after=25.0)]
    run_id = await house.submit(plan({"a": N(Call3)}))
    await until(lambda: any(event.kind == "step.retry" for event in house.events))
    await _cancelled(house, run_id)
    assert ledger.counts["a/"] == 1


async def test_a_paused_run_can_be_cancelled(house: House, ledger: Ledger) -> None:
    run_id = await house.submit(plan({"once": N(Once, {"wait": "never"})}))
    await until(lambda: ledger.under_way)
    await house.reopen()
    assert (await house.settled(run_id)).status is RunStatus.PAUSED
    await _cancelled(house, run_id)


async def test_a_run_that_is_over_stays_as_it_is(house: House, ledger: Ledger) -> None:
    ledger.failures["bad/"] = [UserError("No.")]
    for flow, word in ((plan({"a": N(Do)}), "succeeded"), (plan({"bad": N(Do)}), "failed")):
        before = await house.run(flow)
        with pytest.raises(UserError, match=f"over already: it {word}"):
            await house.engine.cancel(before.id)
        assert await house.runs.get(before.id) == before
    with pytest.raises(UserError, match="no run 'run_x'"):
        await house.engine.cancel("run_x")
