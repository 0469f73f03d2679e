import os
from pathlib import Path

import pytest

from nodes.sdk import UserError
from runtime.flow.files import document_text, layout_path, load_document, save_document
from runtime.flow.model import Document, Flow, Layout, Note, Place
from tests.fakes.small_nodes import flow_node

FLOW = Flow(id="flw_abcd", name="digest", nodes={"a_1": flow_node(type="small.write@1")})
DOCUMENT = Document(
    flow=FLOW, layout=Layout(nodes={"a_1": Place(x=20)}, notes={"note_1": Note(text="Hi")})
)


def test_a_document_is_two_files_side_by_side(tmp_path: Path) -> None:
    path = tmp_path / "flows" / "digest.flow.json"
    save_document(path, DOCUMENT)
    assert load_document(path) == DOCUMENT
    beside = tmp_path / "flows" / "digest.layout.json"
    assert layout_path(path) == beside
    assert document_text(DOCUMENT) == path.read_text("utf-8") + beside.read_text("utf-8")
    assert sorted(file.name for file in path.parent.iterdir()) == [path.name, beside.name]


def test_saving_again_touches_nothing_that_is_right(tmp_path: Path) -> None:
    path = tmp_path / "digest.flow.json"
    save_document(path, DOCUMENT)
    os.utime(path, (1, 1))
    save_document(path, DOCUMENT)
    assert path.stat().st_mtime == 1


def test_a_layout_is_not_needed_and_may_know_nodes_that_are_gone(tmp_path: Path) -> None:
    path = tmp_path / "digest.flow.json"
    save_document(path, DOCUMENT)
    stale = DOCUMENT.layout.model_copy(update={"nodes": {"a_1": Place(), "gone_1": Place()}})
    save_document(path, DOCUMENT.model_copy(update={"layout": stale}))
    assert set(load_document(path).layout.nodes) == {"a_1"}
    layout_path(path).unlink()
    assert load_document(path).layout == Layout()


def test_permissions_of_a_shared_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "digest.flow.json"
    save_document(path, DOCUMENT)
    path.chmod(0o660)
    save_document(path, Document(flow=FLOW.model_copy(update={"title": "Other"})))
    assert path.stat().st_mode & 0o777 == 0o660


def test_a_failed_save_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "digest.flow.json"
    save_document(path, DOCUMENT)
    before = path.read_bytes()
    broken = flow_node(type="small.write@1", inputs={"text": "\ud800"})
    bad = DOCUMENT.model_copy(update={"flow": FLOW.model_copy(update={"nodes": {"a_1": broken}})})
    with pytest.raises(ValueError, match="surrogates"):
        save_document(path, bad)
    assert path.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 2


def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"no file 'gone\.flow\.json'"):
        load_document(tmp_path / "gone.flow.json")
    (tmp_path / "folder.flow.json").mkdir()
    with pytest.raises(UserError, match=r"'folder\.flow\.json' is a folder"):
        load_document(tmp_path / "folder.flow.json")
    rubbish = tmp_path / "rubbish.flow.json"
    rubbish.write_bytes(bytes(range(256)) * 100)
    with pytest.raises(UserError) as caught:
        load_document(rubbish)
    assert caught.value.place[0] == "rubbish.flow.json"


def test_a_flow_that_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    inputs = {f"text_{number}": "x" * 1_000_000 for number in range(17)}
    nodes = {"a_1": flow_node(type="small.write@1", inputs=inputs)}
    with pytest.raises(UserError, match="larger than 16 MB"):
        save_document(
            tmp_path / "digest.flow.json",
            Document(flow=FLOW.model_copy(update={"nodes": nodes})),
        )
    assert list(tmp_path.iterdir()) == []
