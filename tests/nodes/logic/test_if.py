"""Going one of two ways."""

import pytest

from nodes.logic import If
from nodes.sdk import UserError
from nodes.sdk.testing import FakeContext


async def test_a_whole_condition_needs_no_comparison() -> None:
    assert (await If(value=True).run(FakeContext())).sent() == {"yes": True}
    assert (await If(value=False).run(FakeContext())).sent() == {"no": False}


async def test_a_comparison_can_be_filled_in_without_expressions() -> None:
    node = If(value="Switzerland", operator="is_one_of", other="austria, switzerland")
    assert (await node.run(FakeContext())).sent() == {"yes": "Switzerland"}


async def test_a_value_that_is_neither_is_refused() -> None:
    with pytest.raises(UserError, match="neither true nor false"):
        await If(value="hm").run(FakeContext())


def test_the_canvas_shows_the_condition() -> None:
    assert If.subtitle({"value": "{{ start.n }}", "operator": "at_least", "other": 3}) == (
        "start.n ≥ 3"
    )
    assert If.subtitle({"value": "{{ a.n > 3 }}"}) == "a.n > 3"
