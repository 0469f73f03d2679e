"""Writing text."""

from nodes.sdk.testing import FakeContext
from nodes.text import TextTemplate


async def test_it_sends_its_text() -> None:
    output = await TextTemplate(text="# Report\n").run(FakeContext())
    assert output.text == "# Report\n"


async def test_a_value_that_is_no_text_is_written_out() -> None:
    output = await TextTemplate.model_validate({"text": {"a": 1}}).run(FakeContext())
    assert output.text == '{\n  "a": 1\n}'
