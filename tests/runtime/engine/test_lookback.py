from runtime.run.model import RunStatus
from tests.runtime.engine.conftest import House, until
from tests.runtime.engine.plans import N, plan, read
from tests.runtime.engine.work import Do, Each, Ledger, Merge, Total

_FLOW = plan(
    {
        "a": N(Do, {"value": [[1, 2], [3]]}),
        "out": N(Each),
        "in": N(Each, parent="out"),
        "work": N(Total, {"plus": read("in", "item")}, parent="in"),
        "wait": N(Do, {"wait": "go"}, parent="in"),
        "m": N(Merge),
    },
    [
        "a.value -> out.items",
        "out.item -> in.items",
        "work.value -> wait.value",
        "wait.value -> in.result",
        "in.results -> out.result",
        "out.results -> m.values",
        "a.value -> m.values",
    ],
)


async def test_what_a_step_was_given_can_be_looked_at_afterwards(
    house: House, ledger: Ledger
) -> None:
    ledger.gate("go").set()
    view = await house.run(_FLOW)
    assert view.status is RunStatus.SUCCEEDED
    look = house.engine.inputs_of
    assert await look(view.id, "a") == {"value": [[1, 2], [3]]}
    assert await look(view.id, "out") == {"items": [[1, 2], [3]]}
    assert await look(view.id, "in", "1") == {"items": [3]}
    assert await look(view.id, "work", "0/1") == {"plus": 2}
    assert await look(view.id, "wait", "0/1") == {"wait": "go", "value": 2}
    assert await look(view.id, "m") == {"values": [[[1, 2], [3]], [[1, 2], [3]]]}


async def test_what_cannot_be_known_is_none(house: House, ledger: Ledger) -> None:
    ledger.gate("go").set()
    view = await house.run(_FLOW)
    for node, item in (("nobody", ""), ("work", ""), ("work", "0/9"), ("a", "3")):
        assert await house.engine.inputs_of(view.id, node, item) is None
    assert await house.engine.inputs_of("run_x", "a") is None


async def test_what_is_under_way_can_be_seen(house: House, ledger: Ledger) -> None:
    run_id = await house.submit(_FLOW)
    await until(lambda: ledger.under_way == 3)
    steps = {(step.node, step.item): step for step in house.engine.under_way(run_id)}
    assert set(steps) == {
        ("out", ""), ("in", "0"), ("in", "1"), ("wait", "0/0"), ("wait", "0/1"), ("wait", "1/0"),
    }  # fmt: skip
    assert (steps["out", ""].done, steps["out", ""].total) == (0, 2)
    assert steps["wait", "1/0"].total is None
    ledger.gate("go").set()
    assert (await house.settled(run_id)).status is RunStatus.SUCCEEDED
    assert house.engine.under_way(run_id) == []
