"""The world plugin authors test their nodes in."""

import pytest

from nodes.sdk import Context, Message, OutsideError, UserError
from nodes.sdk.testing import NOON, FakeContext


def as_context(ctx: FakeContext) -> Context:
    """Let the type checker prove that the fake is a context."""
    return ctx


async def test_models_answer_by_script_and_remember_what_they_were_asked() -> None:
    ctx = FakeContext(answers=["One.", OutsideError("Overloaded.")])
    answer = await as_context(ctx).llm.chat("a/b", [Message("user", "First?")])
    assert (answer.text, answer.model) == ("One.", "a/b")
    with pytest.raises(OutsideError, match="Overloaded"):
        await ctx.llm.chat("", [Message("user", "Second?")])
    with pytest.raises(AssertionError, match="more than there are scripted answers"):
        await ctx.llm.chat("", [Message("user", "Third?")])
    assert ctx.llm.prompts == ["First?", "Second?", "Third?"]


async def test_files_are_listed_read_and_written_in_memory() -> None:
    ctx = FakeContext(files={"docs/a.md": "A", "docs/sub/b.md": "B", "docs/c.txt": "C"})
    listed = await ctx.files.list("docs", patterns=["*.md"])
    assert [entry.relative for entry in listed] == ["a.md", "sub/b.md"]
    assert len(await ctx.files.list("docs", recursive=False)) == 2
    assert await ctx.files.write("out.md", b"text") == "out.md"
    assert await ctx.files.read("out.md") == b"text"
    with pytest.raises(UserError, match="There is no file 'x'"):
        await ctx.files.read("x")
    with pytest.raises(UserError, match="larger than 1 bytes"):
        await ctx.files.read("out.md", limit=1)


async def test_the_clock_stands_still_until_somebody_sleeps() -> None:
    ctx = FakeContext()
    assert ctx.clock.now() == NOON
    await ctx.clock.sleep(90)
    assert (ctx.clock.now() - NOON).total_seconds() == 90
