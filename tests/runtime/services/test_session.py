import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from nodes.sdk import UserError
from runtime.auth.policy import Role
from runtime.flow.edit import parse_ops
from runtime.flow.files import document_text, load_document, save_document
from runtime.flow.model import Document
from runtime.registry import Registry
from runtime.services.actor import Actor
from runtime.services.flows import Flows
from runtime.services.transaction import Change, Transaction
from runtime.store.blobs import Blobs
from runtime.store.database import Database
from runtime.store.flows import FlowStore
from runtime.store.runs import RunStore

ANN, BOB = (Actor(name.lower(), name, Role.OWNER) for name in ("Ann", "Bob"))


def adding(node: str, *, tx: str, type: str = "text.template@1") -> Transaction:
    op = {"op": "add_node", "id": node, "node": {"type": type, "in": {"text": "Hello"}}}
    return Transaction(id=tx, client="page", label=f"Add {node}", ops=parse_ops([op]))


def filling(node: str, text: str, *, tx: str) -> Transaction:
    op = {"op": "set_input", "id": node, "name": "text", "value": text}
    return Transaction(id=tx, client="page", label="Edit text", ops=parse_ops([op]))


def opened(folder: Path, database: Database) -> Flows:
    runs = RunStore(database, Blobs(folder / "blobs"))
    return Flows(folder / "flows", FlowStore(database), runs, Registry.load())


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database.open(tmp_path)
    yield database
    await database.close()


@pytest.fixture
def flows(tmp_path: Path, database: Database) -> Flows:
    return opened(tmp_path, database)


async def test_an_edit_reaches_the_file_and_every_view(flows: Flows, tmp_path: Path) -> None:
    flow = await flows.create(ANN, "My first flow")
    session = await flows.open(ANN, flow.id)
    seen: list[Change] = []
    session.subscribe(seen.append)
    revision = await session.edit(ANN, adding("hello_aa11", tx="t1"))
    await session.flush()
    assert revision == 1
    assert seen[0].label == "Add hello_aa11"
    on_disk = load_document(tmp_path / "flows" / "my-first-flow" / "my-first-flow.flow.json")
    assert on_disk == session.document
    assert session.saved


async def test_a_transaction_sent_twice_counts_once(flows: Flows) -> None:
    session = await flows.open(ANN, (await flows.create(ANN, "Twice")).id)
    first = await session.edit(ANN, adding("hello_aa11", tx="t1"))
    assert await session.edit(ANN, adding("hello_aa11", tx="t1")) == first


async def test_everyone_takes_back_only_what_they_did(flows: Flows) -> None:
    session = await flows.open(ANN, (await flows.create(ANN, "Two people")).id)
    await session.edit(ANN, adding("anns_aa11", tx="t1"))
    await session.edit(BOB, adding("bobs_bb22", tx="t2"))
    assert await session.undo(ANN) == "Add anns_aa11"
    assert list(session.document.flow.nodes) == ["bobs_bb22"]
    assert await session.undo(ANN) is None
    assert await session.redo(ANN) == "Add anns_aa11"
    assert sorted(session.document.flow.nodes) == ["anns_aa11", "bobs_bb22"]


async def test_undo_brings_back_the_same_bytes_and_survives_a_restart(
    flows: Flows, tmp_path: Path, database: Database
) -> None:
    flow = await flows.create(ANN, "Undo")
    session = await flows.open(ANN, flow.id)
    texts = [document_text(session.document)]
    for number in range(5):
        await session.edit(ANN, adding(f"node{number}_aa11", tx=f"t{number}"))
        texts.append(document_text(session.document))
    await flows.close()
    again = await opened(tmp_path, database).open(ANN, flow.id)
    for text in reversed(texts[:-1]):
        await again.undo(ANN)
        assert document_text(again.document) == text
    for text in texts[1:]:
        await again.redo(ANN)
        assert document_text(again.document) == text


async def test_something_new_ends_what_could_be_done_again(flows: Flows) -> None:
    session = await flows.open(ANN, (await flows.create(ANN, "Redo")).id)
    await session.edit(ANN, adding("one_aa11", tx="t1"))
    await session.undo(ANN)
    await session.edit(ANN, adding("two_bb22", tx="t2"))
    assert session.redo_label(ANN) == ""
    assert await session.redo(ANN) is None


async def test_an_acknowledged_edit_outlives_a_process_that_dies_before_the_file_is_written(
    flows: Flows, tmp_path: Path, database: Database
) -> None:
    flow = await flows.create(ANN, "Kill me")
    session = await flows.open(ANN, flow.id)
    await session.edit(ANN, adding("hello_aa11", tx="t1"))  # no flush: as if killed here
    again = await opened(tmp_path, database).open(ANN, flow.id)
    assert list(again.document.flow.nodes) == ["hello_aa11"]
    assert again.revision == 1


async def test_a_file_written_just_before_the_end_is_not_taken_for_somebody_elses(
    flows: Flows, tmp_path: Path, database: Database
) -> None:
    flow = await flows.create(ANN, "Late")
    session = await flows.open(ANN, flow.id)
    await session.edit(ANN, adding("hello_aa11", tx="t1"))
    save_document(session.path, session.document)  # written, but the row was not
    again = await opened(tmp_path, database).open(ANN, flow.id)
    assert again.revision == 1
    assert again.document == session.document


async def test_a_change_on_disk_is_merged_with_what_is_not_written_yet(flows: Flows) -> None:
    session = await flows.open(ANN, (await flows.create(ANN, "Git")).id)
    await session.edit(ANN, adding("mine_aa11", tx="t1"))
    await session.flush()
    theirs = load_document(session.path)
    theirs = theirs.model_copy(
        update={"flow": theirs.flow.model_copy(update={"title": "From git"})}
    )
    await session.edit(ANN, filling("mine_aa11", "Not written yet", tx="t2"))
    save_document(session.path, theirs)
    assert await session.look_at_disk()
    assert session.document.flow.title == "From git"
    assert session.document.flow.nodes["mine_aa11"].inputs["text"] == "Not written yet"
    await session.flush()
    assert load_document(session.path) == session.document


async def test_what_others_write_shows_up_on_an_open_screen_by_itself(flows: Flows) -> None:
    session = await flows.open(ANN, (await flows.create(ANN, "Watched")).id)
    arrived = asyncio.Event()
    leave = session.subscribe(lambda change: arrived.set() if change.client == "disk" else None)
    flow = session.document.flow.model_copy(update={"title": "From git"})
    save_document(session.path, Document(flow=flow, layout=session.document.layout))
    async with asyncio.timeout(10):
        await arrived.wait()
    assert session.document.flow.title == "From git"
    leave()
    await session.close()


async def test_a_file_that_cannot_be_read_is_kept_beside_ours(flows: Flows) -> None:
    session = await flows.open(ANN, (await flows.create(ANN, "Theirs")).id)
    session.path.write_text("<<<<<<< theirs\n", "utf-8")
    await session.edit(ANN, adding("mine_aa11", tx="t1"))
    await session.flush()
    assert load_document(session.path) == session.document
    kept = session.path.with_name(f"{session.path.name}.unreadable-1")
    assert kept.read_text("utf-8") == "<<<<<<< theirs\n"


async def test_a_broken_file_on_disk_never_replaces_ours(flows: Flows) -> None:
    session = await flows.open(ANN, (await flows.create(ANN, "Conflict")).id)
    await session.edit(ANN, adding("mine_aa11", tx="t1"))
    await session.flush()
    session.path.write_text("<<<<<<< ours\n", "utf-8")
    assert not await session.look_at_disk()
    assert "mine_aa11" in session.document.flow.nodes


async def test_a_secret_is_refused_and_nothing_is_stored(flows: Flows) -> None:
    session = await flows.open(ANN, (await flows.create(ANN, "Secret")).id)
    await session.edit(ANN, adding("mine_aa11", tx="t1"))
    key = "sk-proj-" + "aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY" * 2
    with pytest.raises(UserError, match="looks like"):
        await session.edit(ANN, filling("mine_aa11", f"Use {key}", tx="t2"))
    assert session.revision == 1


async def test_the_list_shows_what_was_put_into_the_folder_by_hand(
    flows: Flows, tmp_path: Path
) -> None:
    document = (await flows.open(ANN, (await flows.create(ANN, "Seed")).id)).document
    flow = document.flow.model_copy(
        update={"id": "flw_handmade1", "name": "by-hand", "title": "By hand"}
    )
    folder = tmp_path / "flows" / "by-hand"
    folder.mkdir()
    save_document(folder / "by-hand.flow.json", Document(flow=flow))
    assert {flow.title for flow in await flows.list(ANN)} == {"Seed", "By hand"}


async def test_a_deleted_flow_can_be_brought_back(flows: Flows) -> None:
    flow = await flows.create(ANN, "Oops")
    await flows.delete(ANN, flow.id)
    assert await flows.list(ANN) == []
    with pytest.raises(UserError, match="There is no flow"):
        await flows.open(ANN, flow.id)
    await flows.restore(ANN, flow.id)
    assert [flow.title for flow in await flows.list(ANN)] == ["Oops"]
