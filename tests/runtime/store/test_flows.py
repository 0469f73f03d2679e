import asyncio

import pytest

from nodes.sdk import UserError
from runtime.store.database import Database
from runtime.store.flows import EditMark, EditRecord, FlowRecord, FlowStore


@pytest.fixture
async def flows(database: Database) -> FlowStore:
    flows = FlowStore(database)
    await flows.create(FlowRecord(id="flw_aaaa", name="digest", title="Digest"))
    return flows


def _edit(revision: int, tx: str = "") -> EditRecord:
    return EditRecord(
        flow_id="flw_aaaa", revision=revision, tx=tx, ops=[{"op": "x"}], inverse=[{"op": "y"}]
    )


async def test_deleted_flows_leave_the_list_and_come_back(flows: FlowStore) -> None:
    await flows.delete("flw_aaaa")
    assert await flows.list() == []
    assert [flow.id for flow in await flows.list(deleted=True)] == ["flw_aaaa"]
    assert await flows.by_name("digest")
    await flows.restore("flw_aaaa")
    assert [flow.id for flow in await flows.list()] == ["flw_aaaa"]


async def test_a_name_is_given_once(flows: FlowStore) -> None:
    with pytest.raises(UserError, match="'digest' already"):
        await flows.create(FlowRecord(id="flw_bbbb", name="digest"))


async def test_an_edit_counts_once_whoever_sends_it_again(flows: FlowStore) -> None:
    assert await flows.append_edit(_edit(1, "t1"), expected=0) == 1
    assert await flows.append_edit(_edit(2, "t1"), expected=1) == 1
    assert [edit.revision for edit in await flows.edits("flw_aaaa")] == [1]


async def test_of_two_edits_at_once_one_is_refused(flows: FlowStore) -> None:
    results = await asyncio.gather(
        *(flows.append_edit(_edit(1, tx), expected=0) for tx in ("t1", "t2")),
        return_exceptions=True,
    )
    assert results[0] == 1
    assert isinstance(results[1], UserError)


async def test_edits_are_marked_together_with_the_one_that_changes_them(flows: FlowStore) -> None:
    await flows.append_edit(_edit(1), expected=0)
    await flows.append_edit(_edit(2), expected=1, marks=[EditMark(1, "undone")])
    edits = await flows.edits("flw_aaaa")
    assert [(edit.revision, edit.state) for edit in edits] == [(1, "undone"), (2, "done")]
    assert [edit.revision for edit in await flows.edits("flw_aaaa", since=1)] == [2]


async def test_the_revision_of_the_file_moves_apart_from_the_edits(flows: FlowStore) -> None:
    for revision in (1, 2, 3):
        await flows.append_edit(_edit(revision), expected=revision - 1)
    await flows.written("flw_aaaa", revision=2, hash="h", title="New")
    flow = await flows.get("flw_aaaa")
    assert flow
    assert (flow.revision, flow.hash, flow.title) == (2, "h", "New")
    assert await flows.append_edit(_edit(4), expected=3) == 4
