import asyncio
from typing import Any

import pytest

from nodes.sdk import UserError
from runtime.run.model import Fault, RunStatus, StepStatus
from runtime.store.blobs import Blobs
from runtime.store.database import Database
from runtime.store.journal import Journal, NewRun
from runtime.store.runs import RunStore
from runtime.store.writer import Refused


@pytest.fixture
def runs(database: Database, blobs: Blobs) -> RunStore:
    return RunStore(database, blobs)


async def _submit(journal: Journal, run_id: str, flow_id: str = "flw_a", at: float = 1.0) -> None:
    run = NewRun(
        id=run_id,
        flow_id=flow_id,
        flow_name="test",
        flow_title="Test",
        flow_hash="h",
        document=await journal.put_document("the flow", "the layout"),
        inputs={"text": "x" * 40_000},
        options="{}",
        budget_usd=None,
        priority=0,
    )
    await journal.submit(run, at)


def _step(run_id: str, node: str, status: str, item: str = "", **values: Any) -> tuple[Any, ...]:
    row: dict[str, Any] = {
        "run_id": run_id, "node": node, "item": item, "epoch": 1, "status": status, "settled": 1,
        "attempt": 1, "started_at": 10.0, "finished_at": 10.5, "output": '{"value":1}',
        "output_blob": None, "error": None, "model": "", "cost_usd": 0.25, "input_tokens": 3,
        "output_tokens": 2, "calls": 1, "unpriced_calls": 0, "cached": 0, "total": None,
    }  # fmt: skip
    return tuple({**row, **values}.values())


async def test_runs_are_paged_from_the_newest(journal: Journal, runs: RunStore) -> None:
    for i in range(7):
        await _submit(journal, f"run_{i}", f"flw_{i % 2}", at=float(i // 2))
    await journal.claim("run_4", 0, 5.0)
    seen: list[str] = []
    before: str | None = None
    while page := await runs.list(limit=3, before=before):
        seen += [run.id for run in page]
        before = seen[-1]
    assert seen == [f"run_{i}" for i in (6, 5, 4, 3, 2, 1, 0)]
    assert [run.id for run in await runs.list(flow_id="flw_1")] == ["run_5", "run_3", "run_1"]
    assert [run.id for run in await runs.list(status=RunStatus.RUNNING)] == ["run_4"]
    both = await runs.list(flow_id="flw_0", status=RunStatus.QUEUED, before="run_6", limit=1)
    assert [run.id for run in both] == ["run_2"]


async def test_a_run_is_shown_as_it_stands(journal: Journal, runs: RunStore) -> None:
    await _submit(journal, "run_a")
    assert await runs.get("run_b") is None
    assert await runs.flow_texts("run_a") == ("the flow", "the layout")
    with pytest.raises(UserError, match="no run 'run_b'"):
        await runs.flow_texts("run_b")
    await journal.claim("run_a", 0, 2.0)
    await journal.record(_step("run_a", "one", "succeeded"))
    await journal.record(_step("run_a", "two", "skipped"))
    await journal.call(
        ("run_a", "one", "", 1, 3.0, "demo/m", "succeeded", 0, 30, 20, 0.5, 9.0, "", "h")
    )
    await journal.call(
        ("run_a", "one", "", 1, 3.0, "x/m", "succeeded", 0, 1, 1, None, 9.0, "", "h")
    )
    await journal.call(("run_a", "one", "", 1, 3.0, "x/m", "succeeded", 1, 9, 9, 0.0, 0.0, "", "h"))
    fault = Fault(message="No.", kind="user")
    await journal.finish(
        "run_a", 1, RunStatus.FAILED, outputs={"r": 1}, error=fault.model_dump_json(), at=4.0
    )
    view = await runs.get("run_a")
    assert view
    assert (view.status, view.outputs, view.error, view.steps) == (
        RunStatus.FAILED,
        {"r": 1},
        fault,
        1,
    )
    assert len(view.inputs["text"]) == 40_000
    assert (view.cost_usd, view.input_tokens, view.output_tokens) == (0.5, 31, 21)
    assert view.unpriced_calls == 1
    assert [view.created_at.second, view.finished_at and view.finished_at.second] == [1, 4]
    assert [call.model for call in await runs.calls("run_a", limit=2)] == ["demo/m", "x/m"]
    assert await runs.calls("run_a", node="two") == []


async def test_steps_are_paged_and_summed_up(journal: Journal, runs: RunStore) -> None:
    await _submit(journal, "run_a")
    await journal.claim("run_a", 0, 2.0)
    error = Fault(message="Odd.", kind="user").model_dump_json()
    rows = [
        _step("run_a", "each", "running", total=4, settled=0, finished_at=None, started_at=1.0),
        *(_step("run_a", "work", "succeeded", str(i), started_at=2.0 + i) for i in range(3)),
        _step("run_a", "work", "failed", "3", started_at=5.0, error=error, output=None),
        _step("run_a", "bad", "failed", settled=0, error=error, started_at=9.0),
        _step("run_a", "no", "skipped", started_at=9.5),
        _step("run_a", "mail", "unknown", settled=0, started_at=9.7),
    ]
    await asyncio.gather(*(journal.record(row) for row in rows))
    first = await runs.steps("run_a", limit=3)
    assert [(step.node, step.item) for step in first] == [
        ("each", ""),
        ("work", "0"),
        ("work", "1"),
    ]
    work = await runs.steps("run_a", node="work", limit=2, offset=2)
    assert [(step.item, step.status) for step in work] == [
        ("2", StepStatus.SUCCEEDED),
        ("3", StepStatus.FAILED),
    ]
    summary = await runs.summary("run_a")
    assert {node: (found.status, found.done, found.total) for node, found in summary.items()} == {
        "each": (StepStatus.RUNNING, 0, 4),
        "work": (StepStatus.SUCCEEDED, 4, 4),
        "bad": (StepStatus.FAILED, 1, 1),
        "no": (StepStatus.SKIPPED, 1, 1),
        "mail": (StepStatus.UNKNOWN, 0, 1),
    }
    assert (summary["work"].failed, summary["work"].error, summary["work"].cost_usd) == (
        1,
        "Odd.",
        1.0,
    )
    assert summary["work"].ms == 8500
    step = await runs.step("run_a", "work", "1")
    assert step
    assert (step.output, step.ms) == ({"value": 1}, 7500)
    assert await runs.step("run_a", "work", "9") is None


async def test_a_recorded_step_is_never_written_again_and_an_old_epoch_writes_nothing(
    journal: Journal, runs: RunStore
) -> None:
    await _submit(journal, "run_a")
    await journal.claim("run_a", 0, 2.0)
    await journal.record(_step("run_a", "one", "failed", settled=0))
    await journal.record(_step("run_a", "one", "succeeded"))
    for row in (
        _step("run_a", "one", "failed"),
        _step("run_a", "two", "succeeded", epoch=0),
        _step("run_b", "one", "succeeded"),
    ):
        with pytest.raises(Refused):
            await journal.record(row)
    await journal.claim("run_a", 1, 3.0)
    for late in (
        journal.record(_step("run_a", "two", "succeeded")),
        journal.finish("run_a", 1, RunStatus.FAILED, outputs=None, error=None, at=4.0),
        journal.claim("run_a", 1, 4.0),
    ):
        with pytest.raises(Refused):
            await late
    assert [step.node for step in await runs.steps("run_a")] == ["one"]


async def test_a_run_that_is_over_never_changes(journal: Journal, runs: RunStore) -> None:
    await _submit(journal, "run_a")
    await journal.claim("run_a", 0, 2.0)
    await journal.finish("run_a", 1, RunStatus.SUCCEEDED, outputs={}, error=None, at=3.0)
    before = await runs.get("run_a")
    with pytest.raises(Refused):
        await journal.finish("run_a", 1, RunStatus.FAILED, outputs={}, error=None, at=4.0)
    with pytest.raises(Refused):
        await journal.claim("run_a", 1, 4.0)
    with pytest.raises(UserError):
        await journal.cancel("run_a", 5.0)
    with pytest.raises(UserError):
        await journal.reopen("run_a", budget_usd=None, unknown=None)
    assert await runs.get("run_a") == before


async def test_a_damaged_value_hides_only_itself(
    journal: Journal, runs: RunStore, blobs: Blobs, database: Database
) -> None:
    await _submit(journal, "run_a")
    await journal.claim("run_a", 0, 2.0)
    await journal.record(_step("run_a", "one", "succeeded", output='{"value":'))
    await database.apply(
        lambda link: link.raw.execute("UPDATE run SET inputs_blob = ?", ("0" * 64,))
    )
    assert [(run.id, run.inputs) for run in await runs.list()] == [("run_a", {})]
    view = await runs.get("run_a")
    assert view
    assert view.inputs == {}
    assert len(await runs.steps("run_a")) == 1
    with pytest.raises(UserError, match="damaged"):
        await runs.step("run_a", "one")
    with pytest.raises(UserError, match="missing"):
        await journal.run("run_a")
