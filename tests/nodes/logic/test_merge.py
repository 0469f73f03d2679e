"""Bringing ways together."""

from nodes.logic import Merge
from nodes.sdk.testing import FakeContext


async def test_it_sends_the_first_value_and_all_of_them() -> None:
    output = await Merge(values=["b", "a"]).run(FakeContext())
    assert (output.first, output.all) == ("b", ["b", "a"])


def test_its_port_takes_any_number_of_wires() -> None:
    (port,) = Merge.spec.inputs
    assert (port.name, port.many, port.required) == ("values", True, False)
