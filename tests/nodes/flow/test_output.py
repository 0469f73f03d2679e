"""Giving back results."""

from nodes.flow import Output
from nodes.sdk import FlowFacts
from nodes.sdk.testing import FakeContext


async def test_it_sends_its_values_as_results_of_the_run() -> None:
    output = await Output(values={"report": "a.md", "count": 3}).run(FakeContext())
    assert output.sent() == {"report": "a.md", "count": 3}
    assert Output.spec.result


def test_it_has_no_ports_and_shows_the_names() -> None:
    assert Output.output_ports({}, FlowFacts()) == ()
    assert Output.subtitle({"values": {"report": "x", "count": 1}}) == "report, count"
