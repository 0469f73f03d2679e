"""Trying again: how often, with which pauses, and when not. Catalogue: O01, O02, K04."""

import asyncio
import time
from datetime import UTC, datetime

import pytest

from nodes.sdk import OutsideError, UserError
from runtime.flow.model import Policy, Retry
from runtime.run.model import RunStatus, StepStatus
from tests.runtime.engine.conftest import House, until
from tests.runtime.engine.plans import N, plan
from tests.runtime.engine.work import Call3, Do, Each, Ledger, Once


class QuickClock:
    """A clock whose waits are over at once and remembered."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    def time(self) -> float:
        return time.time()

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        await asyncio.sleep(0)


@pytest.fixture
async def clock(house: House) -> QuickClock:
    clock = house.clock = QuickClock()
    await house.reopen()
    return clock


async def test_a_step_that_reaches_outside_is_tried_four_times_with_growing_pauses(
    house: House, ledger: Ledger, clock: QuickClock
) -> None:
    ledger.failures["a/"] = [OutsideError("Busy.", kind="server") for _ in range(9)]
    view = await house.run(plan({"a": N(Call3)}))
    assert view.status is RunStatus.FAILED
    assert view.error
    assert (view.error.kind, view.error.message) == ("server", "Busy.")
    assert ledger.counts["a/"] == 4
    assert len(clock.waits) == 3
    assert all(0 <= wait <= 2**i for i, wait in enumerate(clock.waits))
    step = await house.runs.step(view.id, "a")
    assert step
    assert (step.attempt, step.status) == (4, StepStatus.FAILED)
    retries = [event for event in house.events if event.kind == "step.retry"]
    assert [event.data["attempt"] for event in retries] == [2, 3, 4]
    assert [event.data["wait"] for event in retries] == clock.waits


async def test_a_step_that_recovers_goes_on(
    house: House, ledger: Ledger, clock: QuickClock
) -> None:
    ledger.failures["a/"] = [OutsideError("Busy.")]
    view = await house.run(plan({"a": N(Call3)}))
    assert view.status is RunStatus.SUCCEEDED
    assert ledger.counts["a/"] == 2


@pytest.mark.parametrize(
    ("asked", "waited"), [(7.5, 7.5), (3600.0, 30.0), (0.0, None)], ids=["asked", "cap", "none"]
)
async def test_the_pause_is_what_the_service_asked_for_up_to_a_limit(
    house: House, ledger: Ledger, clock: QuickClock, asked: float, waited: float | None
) -> None:
    ledger.failures["a/"] = [OutsideError("Slow down.", kind="rate_limit", retry_after=asked)]
    await house.run(plan({"a": N(Call3)}))
    assert len(clock.waits) == 1
    assert clock.waits[0] == waited if waited else clock.waits[0] <= 1.0


async def test_pauses_may_be_fixed(house: House, ledger: Ledger, clock: QuickClock) -> None:
    ledger.failures["a/"] = [OutsideError("Busy.") for _ in range(9)]
    retry = Retry(max=2, backoff="fixed", delay=4.0)
    await house.run(plan({"a": N(Do, policy=Policy(retry=retry))}))
    assert clock.waits == [4.0, 4.0]


@pytest.mark.parametrize(
    ("cls", "error"),
    [
        (Call3, UserError("Fill it in.")),
        (Call3, OutsideError("Wrong key.", kind="auth", retry=False)),
        (Call3, ValueError("bug")),
        (Do, OutsideError("Busy.")),
        (Once, OutsideError("Busy.")),
    ],
    ids=["user", "refused", "bug", "pure", "once"],
)
async def test_what_would_fail_again_or_do_harm_is_not_tried_again(
    house: House, ledger: Ledger, clock: QuickClock, cls: type[Do], error: Exception
) -> None:
    ledger.failures["a/"] = [error]
    view = await house.run(plan({"a": N(cls)}))
    assert view.status is RunStatus.FAILED
    assert (ledger.counts["a/"], clock.waits) == (1, [])


async def test_a_step_that_takes_too_long_is_cut_off_and_tried_again(
    house: House, ledger: Ledger, clock: QuickClock
) -> None:
    policy = Policy(timeout="10ms", retry=Retry(max=1))
    view = await house.run(plan({"a": N(Do, {"wait": "never"}, policy=policy)}))
    assert view.status is RunStatus.FAILED
    assert view.error
    assert view.error.kind == "timeout"
    assert view.error.message == "The step took longer than 0.01 s."
    assert ledger.counts["a/"] == 2
    assert ledger.under_way == 0


async def test_a_pause_does_not_hold_up_the_end_of_a_run(house: House, ledger: Ledger) -> None:
    ledger.failures["a/"] = [OutsideError("Busy.", retry_after=25.0)]
    ledger.failures["bad/"] = [UserError("No.")]
    run_id = await house.submit(
        plan({"a": N(Call3), "gate": N(Do, {"wait": "go"}), "bad": N(Do)}, ["gate.out -> bad.in"])
    )
    await until(lambda: any(event.kind == "step.retry" for event in house.events))
    ledger.gate("go").set()
    view = await house.settled(run_id)
    assert view.status is RunStatus.FAILED
    assert set(await house.statuses(run_id)) == {"gate", "bad"}


@pytest.mark.parametrize(
    "error", [asyncio.CancelledError(), SystemExit(1)], ids=["cancels itself", "exits"]
)
async def test_a_node_that_ends_more_than_itself_fails_its_step_only(
    house: House, ledger: Ledger, error: Exception
) -> None:
    ledger.failures["a/"] = [error]
    ledger.failures["b/0"] = [error]
    view = await house.run(plan({"a": N(Do)}))
    assert view.status is RunStatus.FAILED
    assert view.error
    assert view.error.kind == "bug"
    flow = plan(
        {"each": N(Each, {"items": [0, 1], "on_item_error": "skip"}), "b": N(Do, parent="each")},
        ["each.item -> b.value", "b.value -> each.result"],
    )
    view = await house.run(flow)
    sent = await house.outputs(view.id, "each")
    assert sent
    assert sent["results"] == [1]
