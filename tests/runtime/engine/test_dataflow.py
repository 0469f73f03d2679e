import pytest

from nodes.sdk import UserError
from runtime.flow.model import InputSpec, Policy
from runtime.run.model import RunStatus, StepStatus
from tests.runtime.engine.conftest import House, until
from tests.runtime.engine.plans import N, as_result, plan, read
from tests.runtime.engine.work import Do, Ledger, Merge, Odd, Result, Route, Start, Total

_INPUTS = {
    "topic": InputSpec(),
    "count": InputSpec(type="integer", default=3, minimum=1, maximum=9),
    "tone": InputSpec(required=False, enum=("dry", "warm")),
}


async def test_a_chain_hands_values_on_and_gives_its_result_back(house: House) -> None:
    flow = plan(
        {
            "start": N(Start),
            "a": N(Do),
            "end": N(Result, {"values": as_result("a")}, reads=["a"]),
        },
        ["start.topic -> a.value", "a.out -> end.in"],
        inputs=_INPUTS,
    )
    view = await house.run(flow, {"topic": "tea"})
    assert view.status is RunStatus.SUCCEEDED
    assert view.outputs == {"r": "tea"}
    assert view.inputs == {"topic": "tea", "count": 3, "tone": None}
    assert view.steps == 3


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        ({}, "'topic' of the flow 'test-flow' is missing"),
        ({"topic": None}, "'topic' of the flow 'test-flow' is missing"),
        ({"topic": 3}, "'topic' must be a text, not 3"),
        ({"topic": "x", "count": "4"}, "'count' must be a whole number, not '4'"),
        ({"topic": "x", "count": True}, "'count' must be a whole number"),
        ({"topic": "x", "count": 2.5}, "'count' must be a whole number"),
        ({"topic": "x", "count": 0.0}, "'count' is too small: 0"),
        ({"topic": "x", "count": 10}, "'count' is too large"),
        ({"topic": "x", "tone": "loud"}, "'tone' cannot be 'loud'"),
        ({"topic": "x", "colour": "red"}, "has no input 'colour'"),
    ],
)
async def test_wrong_inputs_are_refused_by_name_before_anything_is_written(
    house: House, inputs: dict[str, object], message: str
) -> None:
    with pytest.raises(UserError, match=message):
        await house.submit(plan({"start": N(Start)}, inputs=_INPUTS), inputs)
    assert await house.runs.list() == []


async def test_a_way_not_taken_is_skipped_and_a_merge_goes_on_without_it(house: House) -> None:
    flow = plan(
        {
            "r": N(Route, {"value": 7}),
            "left": N(Do),
            "right": N(Do),
            "far": N(Do),
            "m": N(Merge),
            "none": N(Merge),
        },
        [
            "r.left -> left.value",
            "r.right -> right.value",
            "right.value -> far.value",
            "left.value -> m.values",
            "far.value -> m.values",
            "right.value -> none.values",
            "far.value -> none.values",
        ],
    )
    view = await house.run(flow)
    assert await house.statuses(view.id) == {
        "r": StepStatus.SUCCEEDED,
        "left": StepStatus.SUCCEEDED,
        "right": StepStatus.SKIPPED,
        "far": StepStatus.SKIPPED,
        "m": StepStatus.SUCCEEDED,
        "none": StepStatus.SKIPPED,
    }
    assert await house.outputs(view.id, "m") == {"all": [7]}


async def test_an_order_wire_follows_the_way_of_its_port(house: House, ledger: Ledger) -> None:
    flow = plan(
        {"r": N(Route), "yes": N(Do), "no": N(Do), "after": N(Do), "all": N(Do)},
        [
            "r.left -> yes.in",
            "r.right -> no.in",
            "r.out -> after.in",
            "yes.out -> all.in",
            "no.out -> all.in",
        ],
    )
    view = await house.run(flow)
    statuses = await house.statuses(view.id)
    assert {n for n, s in statuses.items() if s is StepStatus.SKIPPED} == {"no", "all"}
    assert sorted(ledger.done) == ["after/", "r/", "yes/"]


async def test_a_disabled_node_is_skipped_with_what_needs_it(house: House) -> None:
    flow = plan({"a": N(Do, disabled=True), "b": N(Do), "c": N(Do)}, ["a.value -> b.value"])
    view = await house.run(flow)
    assert view.status is RunStatus.SUCCEEDED
    assert await house.statuses(view.id) == {
        "a": StepStatus.SKIPPED,
        "b": StepStatus.SKIPPED,
        "c": StepStatus.SUCCEEDED,
    }


async def test_an_expression_waits_for_what_it_reads(house: House, ledger: Ledger) -> None:
    flow = plan(
        {
            "a": N(Do, {"value": 2, "wait": "go"}),
            "b": N(Do, {"value": read("a", plus=1)}, reads=["a"]),
        }
    )
    run_id = await house.submit(flow)
    await until(lambda: ledger.done)
    assert ledger.done == ["a/"]
    ledger.gate("go").set()
    assert (await house.settled(run_id)).status is RunStatus.SUCCEEDED
    assert await house.outputs(run_id, "b") == {"value": 3}


async def test_independent_steps_are_under_way_together(house: House, ledger: Ledger) -> None:
    flow = plan({f"n{i}": N(Do, {"wait": "go"}) for i in range(5)})
    run_id = await house.submit(flow)
    await until(lambda: ledger.under_way == 5)
    assert len(house.engine.under_way(run_id)) == 5
    ledger.gate("go").set()
    assert (await house.settled(run_id)).status is RunStatus.SUCCEEDED


async def test_a_run_has_no_more_steps_under_way_than_allowed(house: House, ledger: Ledger) -> None:
    await house.reopen(concurrency=3)
    view = await house.run(plan({f"n{i}": N(Do, {"pause": 0.005}) for i in range(20)}))
    assert view.status is RunStatus.SUCCEEDED
    assert ledger.most == 3


async def test_a_failure_stops_the_run_and_keeps_what_was_under_way(
    house: House, ledger: Ledger
) -> None:
    flow = plan(
        {
            "bad": N(Odd, {"value": 3}),
            "after": N(Do),
            "slow": N(Do, {"wait": "go"}),
            "later": N(Do),
        },
        ["bad.value -> after.value", "slow.value -> later.value"],
    )
    run_id = await house.submit(flow)

    async def failed() -> bool:
        return "bad" in await house.statuses(run_id)

    await until(failed)
    ledger.gate("go").set()
    view = await house.settled(run_id)
    assert view.status is RunStatus.FAILED
    assert view.error
    assert view.error.message == "3 is odd."
    assert view.error.hint == "Take an even one."
    assert view.error.place == ("test-flow", "bad")
    assert view.error.kind == "user"
    assert await house.statuses(run_id) == {
        "bad": StepStatus.FAILED,
        "slow": StepStatus.SUCCEEDED,
    }


async def test_a_failure_may_send_a_default(house: House) -> None:
    policy = Policy(on_error="default", default={"value": 0})
    flow = plan(
        {"bad": N(Odd, {"value": 3}, policy=policy), "t": N(Total, {"plus": 5})},
        ["bad.value -> t.values", "bad.out -> t.in"],
    )
    view = await house.run(flow)
    assert view.status is RunStatus.SUCCEEDED
    assert await house.outputs(view.id, "t") == {"value": 5}
    assert (await house.statuses(view.id))["bad"] is StepStatus.FAILED


async def test_a_failure_may_go_another_way(house: House) -> None:
    flow = plan(
        {
            "bad": N(Odd, {"value": 3}, policy=Policy(on_error="branch")),
            "good": N(Do),
            "tell": N(Do),
        },
        ["bad.out -> good.in", "bad.error -> tell.value"],
    )
    view = await house.run(flow)
    assert view.status is RunStatus.SUCCEEDED
    assert await house.outputs(view.id, "tell") == {
        "value": {
            "message": "3 is odd.",
            "hint": "Take an even one.",
            "kind": "user",
            "node": "bad",
        }
    }
    assert (await house.statuses(view.id))["good"] is StepStatus.SKIPPED


async def test_values_that_do_not_fit_name_the_input(house: House) -> None:
    view = await house.run(plan({"bad": N(Odd, {"value": "seven"})}))
    assert view.error
    assert view.error.kind == "user"
    assert view.error.message.startswith("The input 'value' does not fit (it is 'seven')")
    view = await house.run(plan({"bad": N(Odd)}))
    assert view.error
    assert view.error.message == "The input 'value' is missing."


async def test_a_bug_of_a_node_is_told_without_its_details(
    house: House, ledger: Ledger, caplog: pytest.LogCaptureFixture
) -> None:
    ledger.failures["a/"] = [ZeroDivisionError("secret 4711")]
    view = await house.run(plan({"a": N(Do)}))
    assert view.error
    assert view.error.kind == "bug"
    assert "ZeroDivisionError" in view.error.message
    assert "4711" not in view.error.model_dump_json()
    assert "secret 4711" in caplog.text


async def test_large_values_lie_in_files_and_come_back_whole(house: House) -> None:
    text = "x" * 100_000
    flow = plan({"a": N(Do, {"value": text}), "b": N(Do)}, ["a.value -> b.value"])
    view = await house.run(flow)
    assert await house.outputs(view.id, "b") == {"value": text}
    assert [path for path in (house.folder / "blobs").rglob("*") if path.stat().st_size > 90_000]


async def test_what_cannot_be_stored_fails_its_step_only_with_a_sentence(house: House) -> None:
    deep: list[object] = []
    for _ in range(100):
        deep = [deep]
    view = await house.run(plan({"a": N(Do, {"value": deep})}))
    assert view.error
    assert "64 levels" in view.error.message
    view = await house.run(plan({"a": N(Do, {"value": "a\0b\ud800 " + str(2**70)})}))
    assert view.status is RunStatus.SUCCEEDED


async def test_a_secret_that_a_step_would_give_away_is_neither_kept_nor_shown(
    house: House, ledger: Ledger
) -> None:
    house.clean = lambda text: text.replace("123456", "«hidden»")
    await house.reopen()
    value = {"my 123456": ["key=123456!", 1234567], "large": "123456" + "x" * 40_000}
    ledger.failures["b/"] = [UserError("Wrong key 123456.", hint="Replace 123456.")]
    flow = plan({"a": N(Do, {"value": value}), "b": N(Do)}, ["a.value -> b.value"])
    view = await house.run(flow)
    sent = await house.outputs(view.id, "a")
    assert sent
    assert sent["value"]["my «hidden»"] == ["key=«hidden»!", 1234567]
    assert sent["value"]["large"].startswith("«hidden»xxx")
    assert view.error
    assert (view.error.message, view.error.hint) == ("Wrong key «hidden».", "Replace «hidden».")
    assert "123456." not in repr(house.events)
