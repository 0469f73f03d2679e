from pathlib import Path

import pytest

from nodes.sdk import OutsideError, UserError
from runtime.store.blobs import Blobs


async def test_the_same_bytes_are_kept_once(blobs: Blobs, tmp_path: Path) -> None:
    data = b"x" * 100_000
    name = await blobs.put(data)
    assert await blobs.put(data) == name
    assert await Blobs(tmp_path / "blobs").put(data) == name
    assert await blobs.get(name) == data
    files = [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()]
    assert [path.relative_to(tmp_path / "blobs").as_posix() for path in files] == [
        f"{name[:2]}/{name}"
    ]


async def test_a_damaged_value_is_found_out(blobs: Blobs, tmp_path: Path) -> None:
    name = await blobs.put(b"right")
    (tmp_path / "blobs" / name[:2] / name).write_bytes(b"wrong")
    with pytest.raises(UserError, match="damaged"):
        await blobs.get(name)


async def test_a_missing_value_and_a_wrong_name_are_told(blobs: Blobs) -> None:
    with pytest.raises(UserError, match="missing"):
        await blobs.get("0" * 64)
    with pytest.raises(UserError, match="not the name"):
        await blobs.get("../../etc/passwd")


async def test_a_folder_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "blobs").write_text("a file is in the way")
    with pytest.raises(OutsideError, match="could not be written"):
        await Blobs(tmp_path / "blobs").put(b"data")
