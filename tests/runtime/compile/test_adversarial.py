"""Graphs nobody draws by hand (catalogue H-04): answered with a sentence, fast, no recursion."""

import itertools
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runtime.compile.check import check
from runtime.compile.compiler import CompileError, compile_flow
from runtime.compile.problem import Problem
from runtime.flow.autolayout import arranged
from runtime.flow.model import Edge, Flow
from runtime.registry import Registry
from tests.fakes.small_nodes import ALL, flow_node

REGISTRY = Registry.of(*ALL)
COUNT = 10_000
NAMES = [f"n_{number:05d}" for number in range(COUNT)]


def edge(source: str, target: str, port: str = "out") -> Edge:
    return Edge(source=source, source_port=port, target=target, target_port="in")


def flow(kind: str, edges: Iterator[Edge], *, count: int = COUNT, **settings: Any) -> Flow:
    nodes = {name: flow_node(type=kind, inputs=settings) for name in NAMES[:count]}
    return Flow(id="flw_abcd", name="large", nodes=nodes, edges=frozenset(edges))


def chain(port: str = "out") -> Iterator[Edge]:
    return (edge(a, b, port) for a, b in itertools.pairwise(NAMES))


def deep() -> Flow:
    nodes = {
        name: flow_node(
            type="small.each@1",
            parent=NAMES[number - 1] if number else None,
            inputs={"items": "{{ n_00000.item }}"},
        )
        for number, name in enumerate(NAMES)
    }
    return Flow(id="flw_abcd", name="large", nodes=nodes)


LARGE: dict[str, tuple[Callable[[], Flow], str]] = {
    "a chain": (lambda: flow("small.write@1", chain(), text="x"), ""),
    "a ring": (lambda: flow("small.write@1", iter([*chain(), edge(NAMES[-1], NAMES[0])]), text="x"),
               "wait for each other in a circle"),
    "five thousand rings": (lambda: flow("small.write@1", (
        edge(NAMES[i], NAMES[i ^ 1]) for i in range(COUNT)), text="x"), "in a circle"),
    "islands": (lambda: flow("small.write@1", iter(()), text="x"), "not connected to anything"),
    "a wide fan-in": (lambda: flow("small.write@1", (
        edge(name, NAMES[-1]) for name in NAMES[:-1]), text="x"), ""),
    "a chain of forks": (lambda: flow("small.fork@1", chain("yes")), ""),
    "forks joined wrongly": (lambda: flow("small.fork@1", iter([*chain("yes"), *chain("no")])),
                             "of which only one is taken"),
    "unknown types": (lambda: flow("small.nothing@1", chain()), "is not installed"),
    "unknown references": (lambda: flow("small.write@1", chain(), text="{{ gone.x }}"),
                           "no node 'gone'"),
    "too many wires": (lambda: flow("small.write@1", (
        edge(NAMES[i], NAMES[j]) for i in range(400) for j in range(i + 1, 400)), text="x"),
        "79800 wires; 50000 is the most"),
    "a knot": (lambda: flow("small.write@1", (
        edge(a, b) for a in NAMES[:200] for b in NAMES[:200] if a != b), text="x", count=200),
        "in a circle"),
    "containers without end": (deep, "in more than 16 containers"),
}  # fmt: skip


@pytest.mark.parametrize("name", LARGE)
def test_a_huge_graph_is_answered_fast(name: str) -> None:
    make, message = LARGE[name]
    graph = make()
    start = time.process_time()
    found = check(graph, REGISTRY)
    assert time.process_time() - start < 8, "about 2 s on an idle machine"
    assert [p for p in found if message in p.message] if message else not found


def test_a_chain_of_ten_thousand_compiles_and_is_laid_out() -> None:
    graph = flow("small.write@1", chain(), text="{{ n_00000.text | default('') }}")
    inputs = {"text": "x"}
    nodes = {**graph.nodes, NAMES[0]: flow_node(type="small.write@1", inputs=inputs)}
    graph = graph.model_copy(update={"nodes": nodes})
    plan = compile_flow(graph, REGISTRY)
    assert plan.root.nodes == tuple(NAMES)
    assert len(arranged(graph).nodes) == COUNT


PORTS = st.sampled_from(["out", "text", "yes", "no", "item", "results", "error", "words"])
TARGETS = st.sampled_from(["in", "text", "value", "values", "items", "result", "words"])
FEW = [f"n_{number}" for number in range(7)]
KINDS = st.sampled_from([*(cls.spec.id for cls in ALL), "no.such@1"])


@st.composite
def graphs(draw: st.DrawFn) -> Flow:
    nodes = {
        name: flow_node(
            type=draw(KINDS),
            parent=draw(st.none() | st.sampled_from(FEW)),
            disabled=draw(st.booleans()),
            inputs=draw(
                st.sampled_from([{}, {"text": "{{ n_1.text }}"}, {"items": "{{ n_2.item }}"}])
            ),
        )
        for name in draw(st.lists(st.sampled_from(FEW), unique=True))
    }
    ends = st.tuples(st.sampled_from([*FEW, "gone"]), PORTS, st.sampled_from(FEW), TARGETS)
    edges = frozenset(
        Edge(source=a, source_port=b, target=c, target_port=d)
        for a, b, c, d in draw(st.lists(ends, max_size=10))
    )
    return Flow(id="flw_abcd", name="any", nodes=nodes, edges=edges)


@settings(max_examples=250, deadline=None)
@given(graphs())
def test_any_graph_compiles_or_is_refused_with_sentences(graph: Flow) -> None:
    found: list[Problem] = check(graph, REGISTRY)
    for problem in found:
        assert problem.message.endswith(".")
        assert problem.node in (*graph.nodes, "")
    if any(problem.severity == "error" for problem in found):
        with pytest.raises(CompileError):
            compile_flow(graph, REGISTRY)
        return
    plan = compile_flow(graph, REGISTRY)
    assert set(plan.nodes) == set(graph.nodes)
    for scope in (plan.root, *plan.inside.values()):
        seen: set[str] = set()
        for name in scope.nodes:
            assert plan.nodes[name].reads & set(scope.nodes) <= seen
            seen.add(name)
    assert len(arranged(graph).nodes) == len(graph.nodes)
