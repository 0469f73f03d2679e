"""Beginning a flow."""

from nodes.flow import Start
from nodes.sdk import FlowFacts
from nodes.sdk.testing import FakeContext


def test_it_has_a_port_for_each_input_of_the_flow() -> None:
    facts = FlowFacts(
        inputs={
            "folder": {"type": "string", "title": "Your folder", "description": "Which one."},
            "count": {"type": "integer"},
            "rest": {},
        }
    )
    folder, count, rest = Start.output_ports({}, facts)
    assert (folder.name, folder.type, folder.title, folder.help) == (
        "folder",
        "text",
        "Your folder",
        "Which one.",
    )
    assert (count.type, count.title) == ("number", "Count")
    assert rest.type == "any"
    assert Start.spec.start


async def test_it_sends_the_inputs_of_the_run() -> None:
    inputs = {"folder": "docs", "copy": None, "self": [1]}
    output = await Start().run(FakeContext(inputs=inputs))
    assert output.sent() == inputs
