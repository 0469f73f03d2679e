"""Going one of many ways."""

import pytest

from nodes.logic import Switch
from nodes.logic.switch import Case
from nodes.sdk import FlowFacts
from nodes.sdk.testing import FakeContext

CASES = [
    Case(name="invoice", value="invoice"),
    Case(name="large", operator="greater_than", value=100),
]


async def test_the_first_case_that_fits_is_the_way() -> None:
    switch = Switch(value="Invoice", cases=CASES)
    assert (await switch.run(FakeContext())).sent() == {"invoice": "Invoice"}
    large = Switch(value=200, cases=CASES)
    assert (await large.run(FakeContext())).sent() == {"large": 200}


async def test_what_fits_no_case_goes_otherwise() -> None:
    switch = Switch(value=3, cases=CASES)
    assert (await switch.run(FakeContext())).sent() == {"otherwise": 3}


async def test_a_case_may_be_a_condition_of_its_own() -> None:
    cases = [
        Case(name="no", operator="is_true", value=False),
        Case(name="yes", operator="is_true", value=True),
    ]
    assert (await Switch(value=1, cases=cases).run(FakeContext())).sent() == {"yes": 1}


def test_each_case_is_a_port() -> None:
    settings = {"cases": [{"name": "a"}, {"name": "b"}, {"name": "a"}, {}, "junk"]}
    names = [port.name for port in Switch.output_ports(settings, FlowFacts())]
    assert names == ["a", "b", "otherwise"]


@pytest.mark.parametrize("name", ["otherwise", "in", "out", "error"])
def test_names_that_are_taken_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match=f"The name '{name}' is taken"):
        Switch(value=1, cases=[Case(name=name)])


def test_two_cases_with_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="Two cases are called 'a'"):
        Switch(value=1, cases=[Case(name="a"), Case(name="a")])
