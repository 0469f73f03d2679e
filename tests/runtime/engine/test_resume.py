import pytest

from nodes.sdk import OutsideError, UserError
from runtime.flow.model import Policy
from runtime.run.model import RunStatus, StepStatus
from runtime.store.writer import Refused
from tests.runtime.engine.conftest import House, until
from tests.runtime.engine.plans import N, as_result, plan
from tests.runtime.engine.work import Call3, Do, Each, Ledger, Once, Result

_CHAIN = plan(
    {
        "a": N(Do, {"value": 1}),
        "b": N(Do, {"wait": "go"}),
        "end": N(Result, {"values": as_result("b")}, reads=["b"]),
    },
    ["a.value -> b.value", "b.out -> end.in"],
)


async def test_an_interrupted_run_goes_on_and_repeats_nothing_recorded(
    house: House, ledger: Ledger
) -> None:
    run_id = await house.submit(_CHAIN)
    await until(lambda: ledger.under_way)
    await house.reopen()
    await until(lambda: ledger.under_way)
    ledger.gate("go").set()
    view = await house.settled(run_id)
    assert (view.status, view.outputs) == (RunStatus.SUCCEEDED, {"r": 1})
    assert ledger.done == ["a/", "b/", "b/"]


async def test_steps_under_way_may_finish_while_the_engine_stops(
    house: House, ledger: Ledger
) -> None:
    run_id = await house.submit(_CHAIN)
    await until(lambda: ledger.under_way)
    ledger.gate("go").set()
    await house.engine.stop(grace=5)
    assert (await house.statuses(run_id)) == {"a": StepStatus.SUCCEEDED, "b": StepStatus.SUCCEEDED}
    await house.reopen()
    assert (await house.settled(run_id)).status is RunStatus.SUCCEEDED
    assert ledger.done == ["a/", "b/"]


async def test_queued_runs_go_on_by_priority(house: House, ledger: Ledger) -> None:
    await house.reopen(max_runs=1)
    first = await house.submit(_CHAIN)
    later = [
        await house.submit(plan({name: N(Do)}), priority=priority)
        for name, priority in (("low", 0), ("high", 5))
    ]
    await until(lambda: ledger.under_way)
    await house.reopen(max_runs=1)
    ledger.gate("go").set()
    for run_id in (first, *later):
        assert (await house.settled(run_id)).status is RunStatus.SUCCEEDED
    assert [what for what in ledger.done if what in ("low/", "high/")] == ["high/", "low/"]


async def test_a_failed_run_is_resumed_where_it_failed(house: House, ledger: Ledger) -> None:
    flow = plan({"a": N(Do), "b": N(Do), "c": N(Do)}, ["a.out -> b.in", "b.out -> c.in"])
    ledger.failures["b/"] = [UserError("No.")]
    view = await house.run(flow)
    assert view.status is RunStatus.FAILED
    await house.engine.resume(view.id)
    assert (await house.settled(view.id)).status is RunStatus.SUCCEEDED
    assert ledger.done == ["a/", "b/", "b/", "c/"]
    for resume in (house.engine.resume, house.engine.cancel):
        with pytest.raises(UserError, match="succeeded"):
            await resume(view.id)
    with pytest.raises(UserError, match="no run 'run_x'"):
        await house.engine.resume("run_x")


async def test_items_that_failed_run_again_when_the_run_is_resumed(
    house: House, ledger: Ledger
) -> None:
    flow = plan(
        {"each": N(Each, {"items": [*range(6)], "concurrency": 2}), "w": N(Do, parent="each")},
        ["each.item -> w.value", "w.value -> each.result"],
    )
    ledger.failures["w/3"] = [UserError("No.")]
    view = await house.run(flow)
    assert view.status is RunStatus.FAILED
    await house.engine.resume(view.id)
    assert (await house.settled(view.id)).status is RunStatus.SUCCEEDED
    sent = await house.outputs(view.id, "each")
    assert sent
    assert sent["results"] == [*range(6)]
    assert [n for n, count in ledger.counts.items() if count > 1] == ["w/3"]


async def test_a_failure_recorded_before_a_crash_stands(house: House, ledger: Ledger) -> None:
    flow = plan({"a": N(Once), "slow": N(Do, {"wait": "never"})})
    ledger.failures["a/"] = [UserError("No.")]
    run_id = await house.submit(flow)

    async def failed() -> bool:
        return (await house.statuses(run_id)).get("a") is StepStatus.FAILED

    await until(failed)
    assert ledger.under_way == 1
    await house.reopen()
    view = await house.settled(run_id)
    assert view.status is RunStatus.FAILED
    assert ledger.counts["a/"] == 1


_MAIL = plan(
    {"a": N(Do), "mail": N(Once, {"wait": "go"}), "after": N(Do)},
    ["a.value -> mail.value", "mail.value -> after.value"],
)


async def _interrupted(house: House, ledger: Ledger) -> str:
    run_id = await house.submit(_MAIL)
    await until(lambda: ledger.under_way)
    await house.reopen()
    view = await house.settled(run_id)
    assert view.status is RunStatus.PAUSED
    assert view.error
    assert view.error.kind == "unknown"
    assert "'Mail' was under way" in view.error.message
    assert "'repeat'" in view.error.hint
    assert (await house.statuses(run_id))["mail"] is StepStatus.UNKNOWN
    with pytest.raises(UserError, match="not known whether step 'mail'"):
        await house.engine.resume(run_id)
    return run_id


async def test_what_must_happen_once_is_repeated_only_when_a_person_says_so(
    house: House, ledger: Ledger
) -> None:
    run_id = await _interrupted(house, ledger)
    ledger.gate("go").set()
    await house.engine.resume(run_id, unknown="repeat")
    assert (await house.settled(run_id)).status is RunStatus.SUCCEEDED
    assert ledger.done == ["a/", "mail/", "mail/", "after/"]


async def test_what_may_have_happened_can_be_skipped(house: House, ledger: Ledger) -> None:
    run_id = await _interrupted(house, ledger)
    await house.reopen()
    assert (await house.settled(run_id)).status is RunStatus.PAUSED
    await house.engine.resume(run_id, unknown="skip")
    assert (await house.settled(run_id)).status is RunStatus.SUCCEEDED
    assert ledger.done == ["a/", "mail/"]
    assert (await house.statuses(run_id))["after"] is StepStatus.SKIPPED


async def test_what_must_happen_once_may_be_declared_repeatable(
    house: House, ledger: Ledger
) -> None:
    flow = plan({"mail": N(Once, {"wait": "go"}, policy=Policy(effect="idempotent"))})
    run_id = await house.submit(flow)
    await until(lambda: ledger.under_way)
    await house.reopen()
    ledger.gate("go").set()
    assert (await house.settled(run_id)).status is RunStatus.SUCCEEDED
    assert ledger.counts["mail/"] == 2


async def test_a_once_step_waiting_to_be_tried_again_is_not_in_doubt(
    house: House, ledger: Ledger
) -> None:
    ledger.failures["mail/"] = [OutsideError("No answer.")]
    view = await house.run(plan({"mail": N(Once)}))
    assert view.status is RunStatus.FAILED
    assert ledger.counts["mail/"] == 1
    await house.engine.resume(view.id)
    assert (await house.settled(view.id)).status is RunStatus.SUCCEEDED


async def test_an_executor_that_was_overtaken_writes_nothing_any_more(
    house: House, ledger: Ledger
) -> None:
    run_id = await house.submit(_CHAIN)
    await until(lambda: ledger.under_way)
    run = await house.journal.run(run_id)
    assert run
    await house.journal.claim(run_id, run.epoch, 1.0)
    ledger.gate("go").set()
    await until(lambda: not house.engine.under_way(run_id))
    assert "b" not in await house.statuses(run_id)
    view = await house.runs.get(run_id)
    assert view
    assert view.status is RunStatus.RUNNING
    with pytest.raises(Refused):
        await house.journal.claim(run_id, run.epoch, 1.0)


async def test_a_run_goes_on_with_the_flow_it_was_started_with(
    house: House, ledger: Ledger
) -> None:
    run_id = await house.submit(_CHAIN)
    await until(lambda: ledger.under_way)
    text, _ = await house.runs.flow_texts(run_id)
    assert house.plans[text] is _CHAIN
    house.plans["a newer flow"] = plan({"other": N(Do)})
    await house.reopen()
    ledger.gate("go").set()
    assert (await house.settled(run_id)).outputs == {"r": 1}


async def test_a_flow_that_cannot_be_compiled_any_more_fails_its_run_with_the_reason(
    house: House, ledger: Ledger
) -> None:
    run_id = await house.submit(_CHAIN)
    await until(lambda: ledger.under_way)
    house.plans.clear()
    await house.reopen()
    view = await house.settled(run_id)
    assert view.status is RunStatus.FAILED
    assert view.error
    assert view.error.kind == "bug"


async def test_paid_steps_under_way_are_repeated_after_a_crash(
    house: House, ledger: Ledger
) -> None:
    run_id = await house.submit(plan({"ask": N(Call3, {"wait": "go"})}))
    await until(lambda: ledger.under_way)
    await house.reopen()
    ledger.gate("go").set()
    assert (await house.settled(run_id)).status is RunStatus.SUCCEEDED
    assert ledger.counts["ask/"] == 2
