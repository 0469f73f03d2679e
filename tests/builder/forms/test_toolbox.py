from pathlib import Path

import pytest

from builder.forms.toolbox import Folders
from nodes.sdk import UserError


async def test_folders_show_what_is_inside_and_nothing_else(tmp_path: Path) -> None:
    root = tmp_path / "files"
    (root / "docs").mkdir(parents=True)
    (root / "b.txt").write_text("b")
    (root / ".hidden").write_text("h")
    (tmp_path / "secret.txt").write_text("s")
    (root / "way-out").symlink_to(tmp_path / "secret.txt")
    entries = await Folders([root]).entries(root)
    assert [(entry.name, entry.folder) for entry in entries] == [("docs", True), ("b.txt", False)]


async def test_a_folder_outside_of_the_open_ones_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "files"
    root.mkdir()
    with pytest.raises(UserError, match="not open to flows"):
        await Folders([root]).entries(root / "..")


def test_a_typed_path_leads_to_the_nearest_open_folder(tmp_path: Path) -> None:
    root = tmp_path / "files"
    (root / "docs").mkdir(parents=True)
    folders = Folders([root])
    assert folders.locate("docs/missing/deeper") == (root / "docs").resolve()
    assert folders.locate("/etc") == root.resolve()
    assert folders.locate("../..") == root.resolve()


def test_paths_are_written_short_below_the_first_folder(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    folders = Folders([first, second])
    assert folders.written(first / "docs") == "docs"
    assert folders.written(second / "x") == str(second / "x")
