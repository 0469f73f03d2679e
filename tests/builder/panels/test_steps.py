from builder.panels.steps import around, flow_depth
from runtime.flow.model import Flow, FlowNode

NODES = {
    "each_a2bc": FlowNode(type="logic.for_each@1"),
    "inner_b2cd": FlowNode(type="logic.for_each@1", parent="each_a2bc"),
    "ask_c2de": FlowNode(type="llm.chat@1", parent="inner_b2cd"),
}
FLOW = Flow(id="flw_abcd", name="demo", nodes=NODES)


def test_a_container_spans_what_lies_in_it_even_when_it_began_anew() -> None:
    found = around(FLOW, {"each_a2bc": (50.0, 60.0), "ask_c2de": (10.0, 40.0)})
    assert found["each_a2bc"] == (10.0, 60.0)
    assert found["inner_b2cd"] == (10.0, 40.0)


def test_the_depth_of_a_node_counts_the_containers_around_it() -> None:
    assert [flow_depth(FLOW, node) for node in NODES] == [0, 1, 2]
