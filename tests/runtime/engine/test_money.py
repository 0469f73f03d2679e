import asyncio

import pytest

from nodes.sdk import OutsideError, UserError
from runtime.flow.model import Budget, Policy
from runtime.run.model import RunStatus, StepStatus
from tests.runtime.engine.conftest import House, until
from tests.runtime.engine.plans import N, plan
from tests.runtime.engine.work import Ask, Do, Each, Ledger

_TEN = plan(
    {
        "each": N(Each, {"items": [*range(10)], "concurrency": 2}),
        "ask": N(Ask, parent="each"),
    },
    ["each.item -> ask.in", "ask.text -> each.result"],
    budget=Budget(usd=0.045),
)


async def test_every_call_is_booked_in_the_ledger_the_step_and_the_run(house: House) -> None:
    view = await house.run(_TEN, budget_usd=1.0, model="demo/writer")
    assert view.status is RunStatus.SUCCEEDED
    assert round(view.cost_usd, 6) == 0.1
    assert (view.input_tokens, view.output_tokens, view.unpriced_calls) == (100, 50, 0)
    calls = await house.runs.calls(view.id)
    assert len(calls) == 10
    assert {call.model for call in calls} == {"demo/writer"}
    summary = (await house.runs.summary(view.id))["ask"]
    assert (round(summary.cost_usd, 6), summary.input_tokens, summary.calls) == (0.1, 100, 10)
    step = await house.runs.step(view.id, "ask", "3")
    assert step
    assert (step.model, step.cost_usd, step.output_tokens) == ("demo/writer", 0.01, 5)


async def test_a_failed_attempt_costs_what_it_costs(house: House) -> None:
    house.models.fail = [OutsideError("Cut off.", retry_after=0.0)]
    view = await house.run(plan({"ask": N(Ask)}))
    assert view.status is RunStatus.SUCCEEDED
    assert view.cost_usd == 0.02
    assert [call.status for call in await house.runs.calls(view.id)] == ["failed", "succeeded"]


async def test_calls_without_a_price_are_counted(house: House) -> None:
    house.models.price = None
    view = await house.run(plan({"ask": N(Ask)}))
    assert (view.cost_usd, view.unpriced_calls) == (0.0, 1)


async def test_a_run_pauses_before_its_budget_is_passed_and_goes_on_with_a_larger_one(
    house: House,
) -> None:
    view = await house.run(_TEN)
    assert view.status is RunStatus.PAUSED
    assert view.error
    assert view.error.kind == "budget"
    assert "budget of $0.0450 is reached" in view.error.message
    assert round(view.cost_usd, 6) == 0.04
    assert [event.kind for event in house.events][-1] == "run.paused"
    with pytest.raises(UserError, match="not enough"):
        await house.engine.resume(view.id, budget_usd=0.04)
    await house.engine.resume(view.id, budget_usd=0.065)
    view = await house.settled(view.id)
    assert (view.status, round(view.cost_usd, 6)) == (RunStatus.PAUSED, 0.06)
    await house.engine.resume(view.id, budget_usd=1.0)
    view = await house.settled(view.id)
    assert (view.status, round(view.cost_usd, 6)) == (RunStatus.SUCCEEDED, 0.1)
    assert view.budget_usd == 1.0
    asked = [step.item for step in house.models.asked]
    assert sorted(asked) == [str(i) for i in range(10)]


async def test_calls_under_way_are_recorded_when_the_budget_ends(
    house: House, ledger: Ledger
) -> None:
    house.models.gate = asyncio.Event()
    flow = plan(
        {"one": N(Ask), "gate": N(Do, {"wait": "go"}), "two": N(Ask)},
        ["gate.out -> two.in"],
        budget=Budget(usd=0.015),
    )
    house.models.estimate = 0.008
    run_id = await house.submit(flow)
    await until(lambda: len(house.models.asked) == 1)
    ledger.gate("go").set()
    house.models.gate.set()
    view = await house.settled(run_id)
    assert view.status is RunStatus.PAUSED
    assert (await house.statuses(run_id))["one"] is StepStatus.SUCCEEDED
    assert "two" not in await house.statuses(run_id)


async def test_a_flow_may_stop_for_good_at_its_budget(house: House) -> None:
    flow = plan({"ask": N(Ask)}, budget=Budget(usd=0.001, on_exceed="stop"))
    view = await house.run(flow)
    assert view.status is RunStatus.FAILED
    assert view.error
    assert view.error.kind == "budget"


async def test_a_node_has_a_budget_of_its_own_within_that_of_the_run(house: House) -> None:
    flow = plan(
        {
            "each": N(Each, {"items": [*range(10)], "concurrency": 1}),
            "ask": N(Ask, parent="each", policy=Policy(budget_usd=0.025)),
            "free": N(Ask),
        },
        ["each.item -> ask.in", "ask.text -> each.result", "each.out -> free.in"],
    )
    view = await house.run(flow, budget_usd=1.0)
    assert view.status is RunStatus.PAUSED
    assert view.error
    assert view.error.message.startswith("Ask: The budget of $0.0250 is reached")
    assert round(view.cost_usd, 6) == 0.02
    await house.engine.resume(view.id)
    view = await house.settled(view.id)
    assert (view.status, round(view.cost_usd, 6)) == (RunStatus.PAUSED, 0.02)


async def test_models_get_ready_while_a_run_that_will_ask_them_begins(house: House) -> None:
    await house.run(plan({"a": N(Do)}), model="openai/gpt-4o-mini")
    assert house.models.warmed == []
    await house.run(_TEN, budget_usd=1.0, model="openai/gpt-4o-mini")
    assert house.models.warmed == ["openai/gpt-4o-mini"]
