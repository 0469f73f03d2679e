import asyncio

from runtime.run.event import Event
from runtime.run.model import RunStatus
from tests.runtime.engine.conftest import House
from tests.runtime.engine.plans import N, plan
from tests.runtime.engine.work import Ask, Do, Each, Odd


async def test_a_run_tells_its_story_in_order(house: House) -> None:
    flow = plan({"a": N(Do, {"value": [1, 2]}), "b": N(Do)}, ["a.value -> b.value"])
    view = await house.run(flow)
    story = [(event.kind, event.node) for event in house.events]
    assert story == [
        ("run.queued", ""),
        ("run.started", ""),
        ("step.started", "a"),
        ("step.finished", "a"),
        ("step.started", "b"),
        ("step.finished", "b"),
        ("run.finished", ""),
    ]
    done = house.events[3].data
    assert (done["status"], done["sent"], done["counts"]) == ("succeeded", ["value"], {"value": 2})
    assert house.events[-1].data["status"] == "succeeded"
    assert {event.run_id for event in house.events} == {view.id}


async def test_pieces_of_an_answer_arrive_whole_and_in_few_events(house: House) -> None:
    house.models.pieces = [str(i % 10) for i in range(5000)]
    await house.run(plan({"ask": N(Ask)}))
    pieces = [str(event.data["text"]) for event in house.events if event.kind == "step.token"]
    assert "".join(pieces) == "".join(house.models.pieces)
    assert len(pieces) < 20
    kinds = [event.kind for event in house.events]
    assert max(i for i, k in enumerate(kinds) if k == "step.token") < kinds.index("step.finished")


async def test_costs_and_progress_are_told_seldom_however_often_they_change(
    house: House,
) -> None:
    flow = plan(
        {"each": N(Each, {"items": [*range(300)]}), "ask": N(Ask, parent="each")},
        ["each.item -> ask.in", "ask.text -> each.result"],
    )
    await house.run(flow)
    costs = [event for event in house.events if event.kind == "run.cost"]
    progress = [event for event in house.events if event.kind == "step.progress"]
    assert 1 <= len(costs) < 30
    assert round(float(costs[-1].data["cost_usd"]), 6) == 3.0
    assert 1 <= len(progress) < 30
    assert (progress[-1].node, progress[-1].data) == ("each", {"done": 300, "total": 300})


async def test_a_failure_tells_why(house: House) -> None:
    await house.run(plan({"bad": N(Odd, {"value": 3})}))
    last = house.events[-1].data
    assert last["status"] == "failed"
    assert last["error"]["message"] == "3 is odd."


async def test_listeners_hear_only_their_run_and_cannot_harm_it(house: House) -> None:
    heard: list[Event] = []

    def broken(event: Event) -> None:
        raise RuntimeError(event.kind)

    stop = house.engine.subscribe(None, broken)
    first = await house.run(plan({"a": N(Do)}))
    leave = house.engine.subscribe("run_other", heard.append)
    second = await house.run(plan({"a": N(Do)}))
    assert (first.status, second.status) == (RunStatus.SUCCEEDED, RunStatus.SUCCEEDED)
    assert heard == []
    stop()
    leave()
    leave()
    await asyncio.sleep(0)
