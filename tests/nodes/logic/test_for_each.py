"""Doing the same with each item."""

import pytest

from nodes.logic import ForEach
from nodes.sdk.testing import FakeContext


def test_it_is_a_container_with_ports_inside() -> None:
    spec = ForEach.spec
    assert spec.container
    assert [port.name for port in spec.inner_outputs] == ["item", "index"]
    assert [port.name for port in spec.inner_inputs] == ["result"]
    assert [port.name for port in spec.outputs] == ["results", "errors", "count"]


async def test_it_has_no_work_of_its_own() -> None:
    with pytest.raises(RuntimeError, match="The engine runs the inside"):
        await ForEach(items=[]).run(FakeContext())
