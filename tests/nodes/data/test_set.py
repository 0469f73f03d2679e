"""Putting values together."""

from nodes.data import SetValues
from nodes.sdk.testing import FakeContext


async def test_it_sends_the_values_as_one_object() -> None:
    values = {"name": "Ann", "tags": ["a", "b"], "deep": {"n": 1}}
    assert (await SetValues(values=values).run(FakeContext())).data == values


def test_the_canvas_shows_the_names() -> None:
    assert SetValues.subtitle({"values": {"name": 1, "tags": 2}}) == "name, tags"
