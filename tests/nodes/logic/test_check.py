"""Going on only when a condition holds."""

import pytest

from nodes.logic import Check
from nodes.sdk import UserError
from nodes.sdk.testing import FakeContext


async def test_what_holds_goes_on_with_the_value() -> None:
    node = Check(value=3, operator="at_least", other=1)
    assert (await node.run(FakeContext())).value == 3


async def test_what_does_not_hold_stops_with_the_words_given() -> None:
    node = Check(value=False, message="Nothing was found.", hint="Choose another folder.")
    with pytest.raises(UserError, match=r"^Nothing was found\.$") as caught:
        await node.run(FakeContext())
    assert caught.value.hint == "Choose another folder."


async def test_there_are_words_when_none_were_given() -> None:
    with pytest.raises(UserError, match="The check did not hold"):
        await Check(value=0, message=" ").run(FakeContext())


def test_the_canvas_shows_the_condition() -> None:
    assert Check.subtitle(
        {"value": "{{ each_t9wz.count }}", "operator": "at_least", "other": 1}
    ) == ("count ≥ 1")
