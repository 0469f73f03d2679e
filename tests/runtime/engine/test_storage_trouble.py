"""Catalogue E01 and E03: a full disk or a locked database delays runs and loses nothing."""

import sqlite3

import pytest

from runtime.run.model import RunStatus
from runtime.store.connection import Link
from runtime.store.database import FILE
from runtime.store.writer import StorageError
from tests.runtime.engine.conftest import House, until
from tests.runtime.engine.plans import N, plan
from tests.runtime.engine.work import Do, Each, Ledger

_LOOP = ["each.item -> w.value", "w.value -> each.result"]


async def _limit(house: House, pages: int) -> None:
    def work(link: Link) -> None:
        used = link.raw.execute("PRAGMA page_count").fetchone()[0]
        link.raw.execute(f"PRAGMA max_page_count = {used + pages}")

    await house.database.apply(work)


async def _fill(house: House) -> None:
    def work(link: Link) -> None:
        link.raw.execute("INSERT INTO setting VALUES (hex(randomblob(8)), hex(randomblob(3000)))")

    for _ in range(100):
        await house.database.apply(work)


async def test_a_full_disk_makes_a_run_wait_and_it_goes_on_when_there_is_room(
    house: House, ledger: Ledger, caplog: pytest.LogCaptureFixture
) -> None:
    flow = plan({"each": N(Each, {"items": ["x" * 3000] * 200}), "w": N(Do, parent="each")}, _LOOP)
    await _limit(house, 40)
    run_id = await house.submit(flow)
    await until(lambda: "waits for the disk" in caplog.text)
    with pytest.raises(StorageError, match="disk is full"):
        await _fill(house)
    view = await house.runs.get(run_id)
    assert view
    assert view.status is RunStatus.RUNNING
    await _limit(house, 100_000)
    view = await house.settled(run_id)
    assert view.status is RunStatus.SUCCEEDED
    assert set(ledger.counts.values()) == {1}
    sent = await house.outputs(run_id, "each")
    assert sent
    assert sent["count"] == 200


async def test_a_database_that_another_program_holds_makes_a_run_wait(
    house: House, ledger: Ledger
) -> None:
    run_id = await house.submit(plan({"a": N(Do, {"wait": "go"}), "b": N(Do)}, ["a.out -> b.in"]))
    await until(lambda: ledger.under_way)
    other = sqlite3.connect(house.folder / FILE, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    ledger.gate("go").set()
    await until(lambda: not ledger.under_way)
    assert ledger.done == ["a/"]
    other.execute("ROLLBACK")
    other.close()
    assert (await house.settled(run_id)).status is RunStatus.SUCCEEDED
