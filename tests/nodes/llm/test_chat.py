"""Asking a model."""

import pytest

from nodes.llm import AskModel
from nodes.sdk import Answer, UserError
from nodes.sdk.testing import FakeContext


async def test_it_asks_with_its_settings_and_sends_the_answer() -> None:
    ctx = FakeContext(answers=["Hello."])
    node = AskModel(model=" a/b ", system="Be kind.", prompt="Hi?", temperature=0.2, max_tokens=99)
    output = await node.run(ctx)
    assert (output.text, output.model, output.tokens) == ("Hello.", "a/b", 5)
    (call,) = ctx.llm.calls
    assert [(m.role, m.content) for m in call.messages] == [("system", "Be kind."), ("user", "Hi?")]
    assert (call.temperature, call.max_tokens, call.schema) == (0.2, 99, None)


async def test_it_refuses_an_empty_prompt_before_spending_money() -> None:
    ctx = FakeContext()
    with pytest.raises(UserError, match="Input 'prompt' is empty"):
        await AskModel(prompt="  ").run(ctx)
    assert ctx.llm.prompts == []


async def test_an_answer_that_was_cut_off_is_sent_with_a_warning() -> None:
    ctx = FakeContext(answers=[Answer(text="Half", model="a/b", finish="length")])
    assert (await AskModel(prompt="Hi").run(ctx)).text == "Half"
    assert "cut off" in ctx.log.warnings[0]


def test_the_canvas_shows_the_model() -> None:
    assert AskModel.subtitle({"model": "{{ start.model }}"}) == "start.model"
    assert AskModel.subtitle({}) == "model of the run"
