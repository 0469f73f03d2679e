"""Filtering lists."""

from typing import Any

import pytest

from nodes.data import FilterList
from nodes.sdk import Condition
from nodes.sdk.testing import FakeContext

ROWS: list[dict[str, Any]] = [
    {"name": "Ann", "age": 31, "city": "Bern"},
    {"name": "Bob", "age": 17, "city": "Bern"},
    {"name": "Cid", "age": 45, "city": "Graz"},
]
ADULT = Condition(field="age", operator="at_least", value=18)
IN_BERN = Condition(field="city", value="bern")


async def _names(node: FilterList) -> list[str]:
    output = await node.run(FakeContext())
    assert output.count == len(output.kept)
    assert len(output.kept) + len(output.dropped) == len(node.items)
    return [row["name"] for row in output.kept]


async def test_all_conditions_or_any_of_them() -> None:
    assert await _names(FilterList(items=ROWS, conditions=[ADULT, IN_BERN])) == ["Ann"]
    either = FilterList(items=ROWS, conditions=[ADULT, IN_BERN], match="any")
    assert await _names(either) == ["Ann", "Bob", "Cid"]


@pytest.mark.parametrize("match", ["all", "any"])
async def test_without_conditions_everything_is_kept(match: Any) -> None:
    assert await _names(FilterList(items=ROWS, match=match)) == ["Ann", "Bob", "Cid"]


async def test_items_that_are_no_objects_are_compared_themselves() -> None:
    node = FilterList(
        items=["a.md", "b.txt"], conditions=[Condition(operator="ends_with", value=".md")]
    )
    assert (await node.run(FakeContext())).kept == ["a.md"]


def test_conditions_are_read_from_plain_json() -> None:
    node = FilterList.model_validate(
        {"items": [], "conditions": [{"field": "age", "operator": "less_than", "value": 18}]}
    )
    assert node.conditions[0].operator == "less_than"
    assert FilterList.subtitle(node.model_dump()) == "age less than 18"
