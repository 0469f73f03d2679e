"""Writing files."""

import pytest

from nodes.files import WriteFile
from nodes.sdk import UserError
from nodes.sdk.testing import FakeContext


async def test_text_is_written_as_utf8() -> None:
    ctx = FakeContext()
    output = await WriteFile(path=" reports/a.md ", text="Zürich\n").run(ctx)
    assert (output.path, output.size) == ("reports/a.md", 8)
    assert ctx.files.written == {"reports/a.md": "Zürich\n".encode()}


async def test_objects_are_written_as_json() -> None:
    ctx = FakeContext()
    await WriteFile.model_validate({"path": "a.json", "text": [1]}).run(ctx)
    assert ctx.files.written["a.json"] == b"[\n  1\n]"


async def test_a_file_that_exists_is_kept_when_asked_to() -> None:
    ctx = FakeContext(files={"a.md": "old"})
    with pytest.raises(UserError, match=r"There is a file 'a\.md' already"):
        await WriteFile(path="a.md", text="new", if_exists="stop").run(ctx)
    await WriteFile(path="a.md", text="new").run(ctx)
    assert ctx.files.written == {"a.md": b"new"}


async def test_an_empty_path_is_refused() -> None:
    with pytest.raises(UserError, match="Input 'path' is empty"):
        await WriteFile(path="", text="x").run(FakeContext())
