from builder.panels.aiding import ancestors
from runtime.flow.model import Edge, Flow, FlowNode

NODES = {
    "start_a2bc": FlowNode(type="flow.start@1"),
    "list_b2cd": FlowNode(type="files.list@1"),
    "each_c2de": FlowNode(type="logic.for_each@1"),
    "read_d2ef": FlowNode(type="files.read@1", parent="each_c2de"),
    "ask_e2fg": FlowNode(type="llm.chat@1", parent="each_c2de"),
    "other_f2gh": FlowNode(type="text.template@1"),
}
EDGES = (
    "start_a2bc.out -> list_b2cd.in",
    "list_b2cd.files -> each_c2de.items",
    "each_c2de.item -> read_d2ef.in",
    "read_d2ef.text -> ask_e2fg.in",
    "each_c2de.results -> other_f2gh.in",
)
FLOW = Flow(
    id="flw_abcd", name="demo", nodes=NODES, edges=frozenset(Edge.parse(line) for line in EDGES)
)


def test_ancestors_are_found_through_wires_nearest_first() -> None:
    found = ancestors(FLOW, "ask_e2fg")
    assert found[0] == "read_d2ef"
    assert set(found) == {"read_d2ef", "each_c2de", "list_b2cd", "start_a2bc"}


def test_what_comes_later_or_lies_aside_is_no_ancestor() -> None:
    assert "ask_e2fg" not in ancestors(FLOW, "read_d2ef")
    assert "read_d2ef" not in ancestors(FLOW, "other_f2gh")
    assert ancestors(FLOW, "start_a2bc") == []
