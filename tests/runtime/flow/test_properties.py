"""Whatever a document holds and whatever is done to it: what is promised of it stays true."""

import random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nodes.sdk import UserError
from runtime.flow.canonical import dumps_flow, dumps_layout, loads_flow, loads_layout
from runtime.flow.edit import Op, apply, dump_ops, parse_ops
from runtime.flow.model import (
    Budget,
    Document,
    Edge,
    Flow,
    FlowNode,
    InputSpec,
    Layout,
    Note,
    Place,
    Policy,
    Retry,
)
from runtime.registry import Registry
from tests.fakes.small_nodes import ALL

PORTS = Registry.of(*ALL).port_lookup

TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30
) | st.lists(st.sampled_from(["a line", "", "{{ x_1.y }}", "é\r"]), max_size=4).map("\n".join)
IDS = st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True)
KEYS = TEXTS.filter(lambda key: not key.startswith("$"))
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
    | TEXTS.map(lambda text: {"$text": text}),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
EXTRA = st.dictionaries(TEXTS.map("x-{}".format), VALUES, max_size=2)
POLICIES = st.builds(
    Policy,
    retry=st.none() | st.builds(Retry, max=st.integers(0, 5), delay=st.floats(0, 100)),
    timeout=st.sampled_from([None, "30s", "1.5h"]),
    on_error=st.sampled_from(["stop", "default", "branch"]),
    default=st.none() | st.dictionaries(IDS, VALUES, max_size=2),
    cache=st.none() | st.booleans(),
    fallback_models=st.lists(TEXTS, max_size=3).map(tuple),
)


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    names = draw(st.lists(IDS, max_size=6, unique=True))
    nodes: dict[str, FlowNode] = {}
    for name in names:
        fields: dict[str, Any] = {
            "type": draw(st.sampled_from(["small.write@1", "a.b_c.d@12"])),
            "label": draw(TEXTS),
            "parent": draw(st.none() | IDS),
            "disabled": draw(st.booleans()),
            "in": draw(st.dictionaries(TEXTS, VALUES, max_size=4)),
            "policy": draw(POLICIES),
            **draw(EXTRA),
        }
        nodes[name] = FlowNode.model_validate(fields)
    ends = st.tuples(IDS, IDS, IDS, IDS)
    edges = frozenset(
        Edge(source=a, source_port=b, target=c, target_port=d)
        for a, b, c, d in draw(st.lists(ends, max_size=6))
    )
    inputs = draw(
        st.dictionaries(
            IDS,
            st.builds(
                InputSpec,
                type=st.sampled_from(["string", "number"]),
                title=TEXTS,
                description=TEXTS,
                default=VALUES.filter(lambda v: not isinstance(v, dict)),
            ),
            max_size=3,
        )
    )
    return Flow.model_validate(
        {
            "id": "flw_abcd1234",
            "name": "some-flow",
            "title": draw(TEXTS),
            "description": draw(TEXTS),
            "inputs": inputs,
            "budget": draw(st.none() | st.builds(Budget, usd=st.floats(0.01, 100))),
            "nodes": nodes,
            "edges": edges,
            **draw(EXTRA),
        }
    )


PLACES = st.builds(
    Place,
    x=st.integers(-(10**6), 10**6),
    y=st.integers(-(10**6), 10**6),
    w=st.none() | st.integers(0, 999),
    color=st.sampled_from([None, "red", "#00ff00"]),
    collapsed=st.booleans(),
)
NOTES = st.builds(Note, text=TEXTS, x=st.integers(0, 99), h=st.none() | st.integers(0, 99))
LAYOUTS = st.builds(
    Layout,
    nodes=st.dictionaries(IDS, PLACES, max_size=5),
    notes=st.dictionaries(IDS, NOTES, max_size=3),
)


@settings(max_examples=120, deadline=None)
@given(flows())
def test_what_is_written_is_read_back_as_it_was(flow: Flow) -> None:
    text = dumps_flow(flow)
    assert loads_flow(text) == flow
    assert dumps_flow(loads_flow(text)) == text


@settings(max_examples=80, deadline=None)
@given(LAYOUTS)
def test_a_layout_is_read_back_as_it_was(layout: Layout) -> None:
    text = dumps_layout(layout)
    assert loads_layout(text) == layout
    assert dumps_layout(loads_layout(text)) == text


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300) | st.text(max_size=300) | VALUES.map(repr))
def test_rubbish_is_refused_and_never_crashes(rubbish: bytes | str) -> None:
    for read in (loads_flow, loads_layout):
        try:
            read(rubbish)
        except UserError as error:
            assert error.message  # noqa: PT017 - most rubbish is refused, some of it is a layout


class Editor:
    """Makes random operations that fit a document most of the time."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311 - a test
        self.made = 0

    def ops(self, document: Document) -> tuple[Op, ...]:
        makers = [self.node, self.gone, self.wire, self.cut, self.fill, self.look, self.fields]
        count = self.dice.choice([1, 1, 1, 2, 3])
        return parse_ops([self.dice.choice(makers)(document) for _ in range(count)])

    def one(self, document: Document) -> str:
        return self.dice.choice([*document.flow.nodes, *document.layout.notes, "gone_1"])

    def node(self, document: Document) -> dict[str, Any]:
        self.made += 1
        if self.dice.random() < 0.2:
            note = {"text": "a\nb", "x": self.made, "y": 0}
            return {"op": "add_note", "id": f"note_{self.made}", "note": note}
        holders = [n for n, node in document.flow.nodes.items() if node.type == "small.each@1"]
        node = {
            "type": self.dice.choice(
                ["small.write@1", "small.fork@1", "small.each@1", "no.type@1"]
            ),
            "parent": self.dice.choice([None, None, *holders]),
            "in": {"text": self.dice.choice(["one", "two\nlines", "{{ a.b }}"])},
        }
        place = self.dice.choice([None, {"x": self.made, "y": 2}])
        return {"op": "add_node", "id": f"n_{self.made}", "node": node, "place": place}

    def gone(self, document: Document) -> dict[str, Any]:
        return {"op": self.dice.choice(["remove_node", "remove_note"]), "id": self.one(document)}

    def wire(self, document: Document) -> dict[str, Any]:
        ports = self.dice.choice(["out {} in", "text {} text", "yes {} in", "item {} in"]).split(
            " {} "
        )
        edge = f"{self.one(document)}.{ports[0]} -> {self.one(document)}.{ports[1]}"
        return {"op": "add_edge", "edge": edge}

    def cut(self, document: Document) -> dict[str, Any]:
        edges = sorted(map(str, document.flow.edges)) or ["a.out -> b.in"]
        return {"op": "remove_edge", "edge": self.dice.choice(edges)}

    def fill(self, document: Document) -> dict[str, Any]:
        name = self.dice.choice(["text", "times", "more"])
        if self.dice.random() < 0.3:
            return {"op": "unset_input", "id": self.one(document), "name": name}
        value = self.dice.choice([1, None, "x\ny", {"$text": "{{"}, ["a", {"b": 1}]])
        return {"op": "set_input", "id": self.one(document), "name": name, "value": value}

    def look(self, document: Document) -> dict[str, Any]:
        name = self.one(document)
        if self.dice.random() < 0.3:
            return {"op": "style", "id": name, "fields": {"color": "red", "collapsed": True}}
        if self.dice.random() < 0.3:
            return {"op": "set_note", "id": name, "fields": {"text": str(self.dice.random())}}
        spot = self.dice.choice([{"x": 1, "y": 2}, {"x": 3, "y": 4, "w": 5, "h": None}])
        return {"op": "move", "places": {name: spot, self.one(document): {"x": 7, "y": 7}}}

    def fields(self, document: Document) -> dict[str, Any]:
        if self.dice.random() < 0.3:
            title = self.dice.choice([None, "New", "Other"])
            return {
                "op": "set_flow",
                "fields": {"title": title, "x-a": self.dice.choice([None, 1])},
            }
        holders = [n for n, node in document.flow.nodes.items() if node.type == "small.each@1"]
        fields = self.dice.choice(
            [
                {"label": self.dice.choice([None, "Some label"])},
                {"disabled": True, "x-b": [1]},
                {"policy": self.dice.choice([None, {"on_error": "branch", "x-c": 1}])},
                {"parent": self.dice.choice([None, *holders])},
                {"type": "small.join@1"},
            ]
        )
        return {"op": "set_node", "id": self.one(document), "fields": fields}


def text(document: Document) -> str:
    return dumps_flow(document.flow) + dumps_layout(document.layout)


@settings(max_examples=4, deadline=None)
@given(st.integers(0, 2**32))
def test_two_hundred_operations_are_undone_to_the_same_bytes_and_done_again(seed: int) -> None:
    editor = Editor(seed)
    document = Document(flow=Flow(id="flw_abcd", name="digest"))
    texts, undos = [text(document)], list[tuple[Op, ...]]()
    while len(undos) < 200:
        try:
            edited = apply(document, editor.ops(document), ports=PORTS)
        except UserError:
            assert text(document) == texts[-1]
            continue
        document = edited.document
        texts.append(text(document))
        undos.append(parse_ops(dump_ops(edited.inverse)))
    redos: list[tuple[Op, ...]] = []
    for expected, inverse in zip(reversed(texts[:-1]), reversed(undos), strict=True):
        edited = apply(document, inverse, ports=PORTS, restore=True)
        document = edited.document
        assert text(document) == expected
        redos.append(parse_ops(dump_ops(edited.inverse)))
    for expected, redo in zip(texts[1:], reversed(redos), strict=True):
        document = apply(document, redo, ports=PORTS, restore=True).document
        assert text(document) == expected
