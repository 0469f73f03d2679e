import pytest

from runtime.flow.model import Policy
from runtime.run.model import RunStatus, StepStatus
from tests.runtime.engine.conftest import House, until
from tests.runtime.engine.plans import N, plan, read
from tests.runtime.engine.work import Do, Each, Ledger, Odd, Route, Total

_LOOP = ["each.item -> work.value", "work.value -> each.result"]


async def test_results_keep_the_order_of_the_items(house: House, ledger: Ledger) -> None:
    flow = plan(
        {
            "each": N(Each, {"items": [*range(50)], "concurrency": 7}),
            "work": N(Do, {"pause": 0.001}, parent="each"),
            "sum": N(Total, {"plus": read("each", "count")}, reads=["each"]),
        },
        _LOOP,
    )
    view = await house.run(flow)
    assert view.status is RunStatus.SUCCEEDED
    assert await house.outputs(view.id, "each") == {
        "results": [*range(50)],
        "errors": [],
        "count": 50,
    }
    assert await house.outputs(view.id, "sum") == {"value": 50}
    assert await house.outputs(view.id, "work", "49") == {"value": 49}
    assert ledger.most == 7
    summary = await house.runs.summary(view.id)
    assert (summary["each"].done, summary["each"].total) == (50, 50)
    assert (summary["work"].done, summary["work"].status) == (50, StepStatus.SUCCEEDED)


async def test_no_items_give_no_results(house: House) -> None:
    flow = plan({"each": N(Each, {"items": []}), "work": N(Do, parent="each")}, _LOOP)
    view = await house.run(flow)
    assert await house.outputs(view.id, "each") == {"results": [], "errors": [], "count": 0}


async def test_containers_nest(house: House) -> None:
    flow = plan(
        {
            "out": N(Each, {"items": [[1, 2], [], [3]]}),
            "each": N(Each, parent="out"),
            "work": N(
                Total,
                {"plus": read("each", "item"), "values": []},
                parent="each",
                reads=[],
            ),
        },
        ["out.item -> each.items", "work.value -> each.result", "each.results -> out.result"],
    )
    view = await house.run(flow)
    assert await house.outputs(view.id, "out") == {
        "results": [[1, 2], [], [3]],
        "errors": [],
        "count": 3,
    }
    assert await house.outputs(view.id, "work", "0/1") == {"value": 2}
    assert await house.outputs(view.id, "each", "2") == {"results": [3], "errors": [], "count": 1}


@pytest.mark.parametrize(
    ("mode", "results"), [("skip", [0, 2, 4]), ("keep", [0, None, 2, None, 4])]
)
async def test_items_that_fail_are_left_out_or_keep_their_place(
    house: House, mode: str, results: list[int | None]
) -> None:
    flow = plan(
        {
            "each": N(Each, {"items": [*range(5)], "on_item_error": mode}),
            "work": N(Odd, parent="each"),
        },
        _LOOP,
    )
    view = await house.run(flow)
    assert view.status is RunStatus.SUCCEEDED
    assert await house.outputs(view.id, "each") == {
        "results": results,
        "errors": [
            {"index": 1, "item": 1, "message": "1 is odd."},
            {"index": 3, "item": 3, "message": "3 is odd."},
        ],
        "count": len(results),
    }


async def test_an_item_that_fails_stops_the_run_if_so_wished(house: House, ledger: Ledger) -> None:
    flow = plan(
        {
            "each": N(Each, {"items": [0, 2, 3, 4, 6, 8], "concurrency": 1}),
            "work": N(Odd, parent="each"),
            "after": N(Do),
        },
        [*_LOOP, "each.out -> after.in"],
    )
    view = await house.run(flow)
    assert view.status is RunStatus.FAILED
    assert view.error
    assert view.error.place == ("test-flow", "work", "2")
    assert ledger.done == ["work/0", "work/1", "work/2"]
    statuses = await house.statuses(view.id)
    assert statuses["each"] is StepStatus.FAILED
    assert "after" not in statuses


async def test_a_container_that_fails_may_send_a_default(house: House) -> None:
    policy = Policy(on_error="default", default={"results": [], "errors": [], "count": 0})
    flow = plan(
        {
            "each": N(Each, {"items": [1]}, policy=policy),
            "work": N(Odd, parent="each"),
            "after": N(Do),
        },
        [*_LOOP, "each.results -> after.value"],
    )
    view = await house.run(flow)
    assert view.status is RunStatus.SUCCEEDED
    assert await house.outputs(view.id, "after") == {"value": []}


async def test_an_item_whose_way_is_not_taken_gives_no_result(house: House) -> None:
    flow = plan(
        {
            "each": N(Each, {"items": [True, False, True]}),
            "r": N(Route, {"yes": read("each", "item")}, parent="each"),
            "work": N(Do, parent="each"),
        },
        ["each.item -> r.value", "r.left -> work.value", "work.value -> each.result"],
    )
    view = await house.run(flow)
    assert await house.outputs(view.id, "each") == {
        "results": [True, True],
        "errors": [],
        "count": 2,
    }
    assert (await house.statuses(view.id))["work/1"] is StepStatus.SKIPPED


async def test_a_container_goes_on_inside_after_a_crash(house: House, ledger: Ledger) -> None:
    flow = plan(
        {
            "each": N(Each, {"items": [*range(450)], "concurrency": 20}),
            "work": N(Do, parent="each"),
            "two": N(Do, {"wait": "go"}, parent="each"),
        },
        ["each.item -> work.value", "work.value -> two.value", "two.value -> each.result"],
    )
    run_id = await house.submit(flow)
    await until(lambda: ledger.under_way == 20)
    assert ledger.counts["work/19"] == 1
    await house.reopen()
    ledger.gate("go").set()
    view = await house.settled(run_id)
    assert view.status is RunStatus.SUCCEEDED
    sent = await house.outputs(run_id, "each")
    assert sent
    assert sent["results"] == [*range(450)]
    assert all(ledger.counts[f"work/{i}"] == 1 for i in range(450))
    assert all(ledger.counts[f"two/{i}"] == (2 if i < 20 else 1) for i in range(450))


async def test_items_that_failed_are_not_tried_again_after_a_crash(
    house: House, ledger: Ledger
) -> None:
    flow = plan(
        {
            "each": N(Each, {"items": [1, 2, 3], "on_item_error": "skip"}),
            "work": N(Odd, parent="each"),
            "two": N(Do, {"wait": "go"}, parent="each"),
        },
        ["each.item -> work.value", "work.value -> two.value", "two.value -> each.result"],
    )
    run_id = await house.submit(flow)

    async def settled_inside() -> bool:
        return len(await house.statuses(run_id)) == 4 and ledger.under_way == 1

    await until(settled_inside)
    await house.reopen()
    ledger.gate("go").set()
    assert (await house.settled(run_id)).status is RunStatus.SUCCEEDED
    sent = await house.outputs(run_id, "each")
    assert sent
    assert [error["index"] for error in sent["errors"]] == [0, 2]
    assert (ledger.counts["work/0"], ledger.counts["work/2"]) == (1, 1)
