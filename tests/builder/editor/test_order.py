from builder.editor.order import reading_order
from runtime.flow.model import Document, Edge, Flow, FlowNode, Layout, Place


def document(nodes: dict[str, str | None], wires: list[str], rows: dict[str, int]) -> Document:
    flow = Flow(
        id="flw_abcd",
        name="demo",
        nodes={name: FlowNode(type="text.template@1", parent=up) for name, up in nodes.items()},
        edges=frozenset(Edge.parse(wire) for wire in wires),
    )
    places = {name: Place(x=0, y=row) for name, row in rows.items()}
    return Document(flow=flow, layout=Layout(nodes=places))


def test_a_flow_in_two_rows_is_read_along_its_wires() -> None:
    found = document(
        {"note_a2bc": None, "find_b2cd": None, "start_c2de": None},
        ["start_c2de.out -> find_b2cd.in", "find_b2cd.out -> note_a2bc.in"],
        {"note_a2bc": -200},
    )
    assert reading_order(found) == ["start_c2de", "find_b2cd", "note_a2bc"]


def test_what_lies_in_a_container_comes_right_below_it() -> None:
    found = document(
        {"after_a2bc": None, "each_b2cd": None, "ask_c2de": "each_b2cd", "read_d2ef": "each_b2cd"},
        ["each_b2cd.results -> after_a2bc.in", "read_d2ef.out -> ask_c2de.in"],
        {},
    )
    assert reading_order(found) == ["each_b2cd", "read_d2ef", "ask_c2de", "after_a2bc"]


def test_the_upper_of_two_ways_is_read_to_its_end_first() -> None:
    found = document(
        {"start_a2bc": None, "low_b2cd": None, "high_c2de": None, "next_d2ef": None},
        [
            "start_a2bc.out -> low_b2cd.in",
            "start_a2bc.out -> high_c2de.in",
            "high_c2de.out -> next_d2ef.in",
        ],
        {"low_b2cd": 300, "high_c2de": 0, "next_d2ef": 500},
    )
    assert reading_order(found) == ["start_a2bc", "high_c2de", "next_d2ef", "low_b2cd"]


def test_nodes_that_wait_for_each_other_are_not_lost() -> None:
    found = document(
        {"one_a2bc": None, "two_b2cd": None},
        ["one_a2bc.out -> two_b2cd.in", "two_b2cd.out -> one_a2bc.in"],
        {},
    )
    assert sorted(reading_order(found)) == ["one_a2bc", "two_b2cd"]
