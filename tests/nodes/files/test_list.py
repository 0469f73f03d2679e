"""Listing files."""

import pytest

from nodes.files import ListFiles
from nodes.sdk import UserError
from nodes.sdk.testing import FakeContext

FILES = {
    "code/a.py": "x" * 10,
    "code/b.py": "x" * 5000,
    "code/notes.md": "",
    "code/.git/config.py": "",
    "code/node_modules/lib/c.py": "",
    "code/sub/d.py": "",
}


async def _found(node: ListFiles) -> list[str]:
    output = await node.run(FakeContext(files=FILES))
    assert output.count == len(output.files)
    return [file["relative"] for file in output.files]


async def test_hidden_and_foreign_folders_are_left_out() -> None:
    assert await _found(ListFiles(folder="code")) == ["a.py", "b.py", "notes.md", "sub/d.py"]


async def test_patterns_may_be_one_line_of_text() -> None:
    node = ListFiles.model_validate({"folder": "code", "patterns": "*.md; *.txt", "skip": None})
    assert node.patterns == ["*.md", "*.txt"]
    assert await _found(node) == ["notes.md"]


async def test_folders_in_the_folder_may_be_left_out() -> None:
    assert await _found(ListFiles(folder="code", patterns=["*.py"], recursive=False)) == [
        "a.py",
        "b.py",
    ]


async def test_what_is_too_large_or_too_many_is_counted() -> None:
    ctx = FakeContext(files=FILES)
    output = await ListFiles(folder="code", max_kilobytes=1, max_files=2).run(ctx)
    assert [file["name"] for file in output.files] == ["a.py", "notes.md"]
    assert output.left_out == 2
    assert ctx.log.warnings == ["Left out 2 files that are too large or too many."]


async def test_no_file_is_an_error_when_asked_to() -> None:
    node = ListFiles(folder="code", patterns=["*.rs"])
    assert await _found(node) == []
    with pytest.raises(UserError, match=r"No file in 'code' fits '\*\.rs'"):
        await _found(node.with_values(if_none="stop"))


async def test_each_file_says_what_is_needed_to_read_it() -> None:
    output = await ListFiles(folder="code").run(FakeContext(files=FILES))
    assert output.files[0] == {"path": "code/a.py", "name": "a.py", "relative": "a.py", "size": 10}


async def test_an_empty_folder_name_is_refused() -> None:
    with pytest.raises(UserError, match="Input 'folder' is empty"):
        await ListFiles(folder="").run(FakeContext())


def test_the_canvas_shows_folder_and_patterns() -> None:
    settings = {"folder": "{{ start.folder }}", "patterns": ["*.md", "*.txt"]}
    assert ListFiles.subtitle(settings) == "start.folder *.md, *.txt"
