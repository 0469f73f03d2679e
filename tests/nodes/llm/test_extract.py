"""Getting data out of text."""

from typing import Any

import pytest

from nodes.llm import ExtractData
from nodes.sdk import Answer, OutsideError, UserError
from nodes.sdk.testing import FakeContext

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "age": {"type": "integer"}},
    "required": ["name", "age"],
    "additionalProperties": False,
}
NODE = ExtractData(text="Ann is 31.", instructions="Who is it?", answer_schema=SCHEMA)
ANN = {"name": "Ann", "age": 31}


async def test_clean_json_is_taken_as_it_is() -> None:
    ctx = FakeContext(answers=['{"name": "Ann", "age": 31}'])
    output = await NODE.run(ctx)
    assert (output.data, output.tokens) == (ANN, 5)
    (call,) = ctx.llm.calls
    assert call.schema == SCHEMA
    assert call.prompt == "Who is it?\n\n<text>\nAnn is 31.\n</text>"
    assert '"additionalProperties": false' in call.messages[0].content


@pytest.mark.parametrize(
    "answer",
    [
        '```json\n{"name": "Ann", "age": 31}\n```',
        'Sure! Here it is: {"name": "Ann", "age": 31,}',
        "{name: 'Ann', age: 31}",
    ],
)
async def test_small_slips_are_repaired_without_asking_again(answer: str) -> None:
    ctx = FakeContext(answers=[answer])
    assert (await NODE.run(ctx)).data == ANN
    assert len(ctx.llm.calls) == 1


async def test_an_answer_that_does_not_fit_is_asked_for_again_with_the_reason() -> None:
    ctx = FakeContext(answers=['{"name": "Ann"}', "no idea", '{"name": "Ann", "age": 31}'])
    output = await NODE.run(ctx)
    assert (output.data, output.tokens) == (ANN, 15)
    assert "'age' is a required property" in ctx.llm.prompts[1]
    assert "not one JSON object" in ctx.llm.prompts[2]
    assert len(ctx.llm.calls[2].messages) == 4
    assert len(ctx.log.warnings) == 2


async def test_in_the_end_it_is_refused() -> None:
    ctx = FakeContext(answers=['{"name": 1}'] * 2)
    with pytest.raises(OutsideError, match="did not answer in the form of the schema") as caught:
        await NODE.with_values(repairs=1).run(ctx)
    assert (caught.value.kind, caught.value.retry) == ("format", False)


@pytest.mark.parametrize(
    "rubbish", ["", "[" * 9000, '{"a":' * 3000, '{"' + 'a" ' * 30_000, "{\n" * 3000]
)
async def test_rubbish_is_refused_in_time(rubbish: str) -> None:
    ctx = FakeContext(answers=[rubbish, '{"name": "Ann", "age": 31}'])
    assert (await NODE.run(ctx)).data == ANN
    assert len(ctx.llm.calls) == 2


async def test_half_an_answer_is_never_repaired_into_data() -> None:
    ctx = FakeContext(answers=[Answer(text='{"name": "Ann", "age": 3', model="m", finish="length")])
    with pytest.raises(OutsideError, match="cut off") as caught:
        await NODE.run(ctx)
    assert caught.value.kind == "truncated"


@pytest.mark.parametrize("schema", [{"type": "array"}, {"type": "object", "properties": 3}])
async def test_a_wrong_schema_is_refused_before_spending_money(schema: dict[str, Any]) -> None:
    ctx = FakeContext()
    with pytest.raises(UserError, match=r"[Ss]chema"):
        await NODE.with_values(answer_schema=schema).run(ctx)
    assert ctx.llm.calls == []


async def test_an_empty_text_is_refused_before_spending_money() -> None:
    ctx = FakeContext()
    with pytest.raises(UserError, match="Input 'text' is empty"):
        await NODE.with_values(text=" ").run(ctx)
    assert ctx.llm.calls == []


async def test_braces_in_the_text_stay_as_they_are() -> None:
    ctx = FakeContext(answers=['{"name": "Ann", "age": 31}'])
    await NODE.with_values(text="{task} {0} {{ x }}").run(ctx)
    assert "{task} {0} {{ x }}" in ctx.llm.prompts[0]
