"""Writing lists."""

import pytest

from nodes.sdk import UserError
from nodes.sdk.testing import FakeContext
from nodes.text import WriteList

ROWS = [{"name": "Ann", "work": {"city": "Bern"}}, {"name": "Bob"}]


async def test_names_in_braces_are_filled_in_from_each_item() -> None:
    node = WriteList(items=ROWS, line="- {name} ({work.city})", before="People:\n\n")
    output = await node.run(FakeContext())
    assert output.text == "People:\n\n- Ann (Bern)\n- Bob ()"
    assert output.count == 2


async def test_items_that_are_no_objects_stand_for_themselves() -> None:
    node = WriteList(items=["a", 2, True], separator="\\n\\n", line="* {}")
    assert (await node.run(FakeContext())).text == "* a\n\n* 2\n\n* true"


async def test_an_empty_list_has_a_text_of_its_own() -> None:
    node = WriteList(items=[], before="Errors:\n", when_empty="None.")
    assert (await node.run(FakeContext())).text == "None."


async def test_a_text_that_would_be_huge_is_refused() -> None:
    node = WriteList(items=["x" * 10_000] * 100, line="{}" * 1000)
    with pytest.raises(UserError, match="more than 16 million signs"):
        await node.run(FakeContext())


async def test_values_are_never_worked_out_and_other_braces_stay() -> None:
    rows = [{"a": "{b} {{ c }}", "b": "secret"}]
    node = WriteList(items=rows, line="{a} { b } {b!r} {__class__}")
    assert (await node.run(FakeContext())).text == "{b} {{ c }} { b } {b!r} "
