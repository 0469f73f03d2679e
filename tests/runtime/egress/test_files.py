import os
from pathlib import Path

import pytest

from nodes.sdk import UserError
from runtime.egress.files import LARGEST_FILE, FlowFiles, OpenFolders


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "files" / "docs" / "deep").mkdir(parents=True)
    (folder / "keys").mkdir()
    (folder / "keys" / "vault.key").write_bytes(b"secret")
    (folder / "loomline.db").write_bytes(b"db")
    docs = folder / "files" / "docs"
    (docs / "a.md").write_text("A")
    (docs / "b.TXT").write_text("B")
    (docs / "deep" / "c.md").write_bytes(b"\xff\x00C")
    (docs / ".hidden.md").write_text("no")
    (docs / ".git").mkdir()
    (docs / ".git" / "config.md").write_text("no")
    return folder


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "other.md").write_text("other")
    return folder


@pytest.fixture
def door(data: Path) -> FlowFiles:
    return OpenFolders(data).at()


async def test_a_listing_is_sorted_and_leaves_hidden_files_out(door: FlowFiles) -> None:
    found = await door.list("docs")
    assert [entry.relative for entry in found] == ["a.md", "b.TXT", "deep/c.md"]
    assert (found[0].name, found[0].size) == ("a.md", 1)
    assert await door.read(found[2].path) == b"\xff\x00C"


async def test_patterns_choose_by_name_or_by_path(door: FlowFiles) -> None:
    async def names(*patterns: str, recursive: bool = True) -> list[str]:
        found = await door.list("docs", patterns=patterns, recursive=recursive)
        return [entry.relative for entry in found]

    assert await names("*.md") == ["a.md", "deep/c.md"]
    assert await names("*.txt") == ["b.TXT"]
    assert await names("deep/*.md") == ["deep/c.md"]
    assert await names("*.md", recursive=False) == ["a.md"]


@pytest.mark.parametrize(
    "path",
    [
        "../keys/vault.key", "docs/../../keys/vault.key", "../loomline.db", "/etc/passwd",
        "docs/.hidden.md", "docs/.git/config.md", "..", "../../outside/other.md",
    ],
)  # fmt: skip
async def test_what_is_closed_stays_closed(door: FlowFiles, path: str) -> None:
    for act in (door.read(path), door.write(path, b"x"), door.list(path)):
        with pytest.raises(UserError, match="is not open to flows"):
            await act


@pytest.mark.parametrize("path", ["", "  ", "a\0b", "x" * 5000])
async def test_what_is_no_path_is_told(door: FlowFiles, path: str) -> None:
    with pytest.raises(UserError):
        await door.read(path)


async def test_a_link_that_leads_out_is_neither_listed_nor_followed(
    data: Path, outside: Path, door: FlowFiles
) -> None:
    docs = data / "files" / "docs"
    (docs / "link.md").symlink_to(outside / "other.md")
    (docs / "folder").symlink_to(outside)
    (docs / "key.md").symlink_to(data / "keys" / "vault.key")
    (docs / "inside.md").symlink_to(docs / "a.md")
    names = [entry.relative for entry in await door.list("docs", patterns=["*.md"])]
    assert names == ["a.md", "deep/c.md", "inside.md"]
    for path in ("docs/link.md", "docs/folder/other.md", "docs/key.md"):
        with pytest.raises(UserError, match="not open"):
            await door.read(path)
    with pytest.raises(UserError, match="not open"):
        await door.write("docs/folder/new.md", b"x")
    assert await door.read("docs/inside.md") == b"A"


async def test_folders_of_the_settings_are_open(data: Path, outside: Path) -> None:
    door = OpenFolders(data, [outside]).at()
    assert await door.read(str(outside / "other.md")) == b"other"


async def test_in_a_readable_folder_nothing_is_written(data: Path, outside: Path) -> None:
    door = OpenFolders(data, readable=[outside]).at()
    file = outside / "mine.txt"
    file.write_text("Mine", "utf-8")
    assert await door.read(str(file)) == b"Mine"
    with pytest.raises(UserError, match="may be read there, but not written"):
        await door.write(str(file), b"Theirs")
    assert file.read_text("utf-8") == "Mine"
    assert await OpenFolders(data, [outside], readable=[outside]).at().write(str(file), b"Ours")


async def test_the_working_folder_is_where_paths_start(data: Path, outside: Path) -> None:
    door = OpenFolders(data).at(str(outside))
    assert await door.read("other.md") == b"other"
    assert await door.write("reports/new.md", b"new") == str(outside / "reports" / "new.md")
    with pytest.raises(UserError, match="not open"):
        await door.read("../data/keys/vault.key")


async def test_even_everywhere_keeps_the_own_data_closed(data: Path, outside: Path) -> None:
    door = OpenFolders(data).at(str(outside), everywhere=True)
    assert await door.read(str(outside / "other.md")) == b"other"
    for path in (data / "keys" / "vault.key", data / "loomline.db"):
        with pytest.raises(UserError, match="its own data"):
            await door.read(str(path))


async def test_a_missing_file_is_told_with_where_paths_start(door: FlowFiles, data: Path) -> None:
    with pytest.raises(UserError, match=r"'docs/none\.md' does not exist") as caught:
        await door.read("docs/none.md")
    assert str(data / "files") in caught.value.hint
    with pytest.raises(UserError, match="'nowhere' does not exist"):
        await door.list("nowhere")
    with pytest.raises(UserError, match="is no folder"):
        await door.list("docs/a.md")
    with pytest.raises(UserError, match="is no file"):
        await door.read("docs")


async def test_a_file_over_the_limit_is_told_with_its_size(door: FlowFiles, data: Path) -> None:
    big = data / "files" / "big.bin"
    with big.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(UserError, match=r"has 50\.0 MB; at most 50\.0 MB") as caught:
        await door.read("big.bin")
    assert caught.value.hint
    with pytest.raises(UserError, match="at most 0 kB"):
        await door.read("docs/deep/c.md", limit=2)


async def test_a_pipe_does_not_hang_the_flow(door: FlowFiles, data: Path) -> None:
    os.mkfifo(data / "files" / "pipe")
    with pytest.raises(UserError, match="is no file"):
        await door.read("pipe")


async def test_writing_is_all_or_nothing(door: FlowFiles, data: Path) -> None:
    path = await door.write("out/report.md", b"one")
    assert Path(path) == data / "files" / "out" / "report.md"
    await door.write("out/report.md", b"two")
    with pytest.raises(UserError, match="exists already"):
        await door.write("out/report.md", b"three", replace=False)
    assert await door.read("out/report.md") == b"two"
    assert await door.write("out/other.md", b"new", replace=False)
    assert len(await door.list("out")) == 2
    assert not any(
        name.startswith(".") for _, _, names in os.walk(data / "files" / "out") for name in names
    )
    with pytest.raises(UserError, match="is a folder"):
        await door.write("out", b"x")
