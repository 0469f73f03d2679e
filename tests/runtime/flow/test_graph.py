from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from runtime.flow import graph

PAIRS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=15)


def successors(pairs: list[tuple[int, int]]) -> dict[str, list[str]]:
    after: dict[str, list[str]] = {}
    for a, b in pairs:
        after.setdefault(str(a), []).append(str(b))
    return after


@settings(max_examples=200, deadline=None)
@given(PAIRS)
def test_a_node_is_in_a_knot_when_it_leads_back_to_itself(pairs: list[tuple[int, int]]) -> None:
    after, names = successors(pairs), [str(i) for i in range(7)]
    knotted = {name for knot in graph.knots(names, after) for name in knot}
    back = {n for n in names if any(graph.path(f, n, after) for f in after.get(n, ()))}
    assert knotted == back
    order = graph.in_order(names, after)
    assert not knotted & set(order)
    for a, b in pairs:
        if str(b) in order:
            assert order.index(str(a)) < order.index(str(b))
    for way in graph.circles(names, after):
        assert way[0] == way[-1]
        assert all(b in after[a] for a, b in pairwise(way))


def test_a_way_is_a_shortest_one() -> None:
    after = successors([(0, 1), (1, 2), (0, 2), (2, 3)])
    assert graph.path("0", "3", after) == ["0", "2", "3"]
    assert graph.path("3", "0", after) is None
