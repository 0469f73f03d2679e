from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from runtime.flow.autolayout import GRID, arranged
from runtime.flow.model import Edge, Flow, FlowNode, Layout, Note, Place
from tests.fakes.small_nodes import flow_node

FLOW = Flow(
    id="flw_abcd",
    name="x",
    nodes={
        name: flow_node(type="small.write@1", parent=parent)
        for name, parent in {
            "start": None, "yes": None, "no": None, "join": None, "each": None, "in_a": "each",
            "in_b": "each", "deep": "each", "leaf": "deep",
        }.items()
    },
    edges=frozenset(
        map(Edge.parse, ("start.out -> yes.in", "start.out -> no.in", "yes.out -> join.in",
                         "no.out -> join.in", "join.out -> each.in", "in_a.out -> in_b.in"))
    ),
)  # fmt: skip


def small(name: str, node: FlowNode) -> tuple[int, int]:
    del name, node
    return 240, 100


def test_nodes_stand_in_columns_from_left_to_right() -> None:
    places = arranged(FLOW).nodes
    columns = [places[name].x for name in ("start", "yes", "join", "each")]
    assert columns == sorted(set(columns))
    assert places["yes"].x == places["no"].x
    assert places["start"].y == places["join"].y
    assert abs(places["yes"].y - places["no"].y) >= 100
    assert all(place.x % GRID == place.y % GRID == 0 for place in places.values())


def test_a_container_is_large_enough_for_its_inside() -> None:
    places = arranged(FLOW, size=small).nodes
    outer, inner = places["each"], places["deep"]
    assert outer.w
    assert outer.h
    assert inner.w
    assert inner.x + inner.w < outer.w
    assert max(places[name].y for name in ("in_a", "in_b", "deep")) + 100 < outer.h
    assert places["in_a"].x < places["in_b"].x


def test_notes_and_colours_stay() -> None:
    old = Layout(nodes={"start": Place(x=9, color="red")}, notes={"note_1": Note(text="Hi", x=3)})
    fresh = arranged(FLOW, old)
    assert fresh.notes == old.notes
    assert fresh.nodes["start"].color == "red"


EDGES = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=20)


@settings(max_examples=100, deadline=None)
@given(EDGES, st.integers(0, 12))
def test_no_two_nodes_lie_on_each_other(pairs: list[tuple[int, int]], count: int) -> None:
    nodes = {f"n_{i}": flow_node(type="small.write@1") for i in range(count)}
    edges = frozenset(
        Edge(source=f"n_{a}", source_port="out", target=f"n_{b}", target_port="in")
        for a, b in pairs
    )
    flow = Flow(id="flw_abcd", name="x", nodes=nodes, edges=edges)
    places = arranged(flow, size=small).nodes
    assert set(places) == set(nodes)
    for one, two in combinations(places.values(), 2):
        assert abs(one.x - two.x) >= 240 or abs(one.y - two.y) >= 100
