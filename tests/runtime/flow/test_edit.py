from typing import Any

import pytest

from nodes.sdk import UserError
from runtime.flow.canonical import dumps_flow, dumps_layout
from runtime.flow.edit import apply, dump_ops, parse_ops
from runtime.flow.model import Document, Flow
from runtime.registry import Registry
from tests.fakes.small_nodes import ALL

PORTS = Registry.of(*ALL).port_lookup
EMPTY = Document(flow=Flow(id="flw_abcd", name="digest"))


def add(name: str, kind: str = "small.write@1", **more: Any) -> dict[str, Any]:
    place = {"x": 0, "y": 0, "w": None, "h": None}
    return {"op": "add_node", "id": name, "node": {"type": kind, **more}, "place": place}


def wire(edge: str) -> dict[str, Any]:
    return {"op": "add_edge", "edge": edge}


def built(*ops: dict[str, Any], start: Document = EMPTY) -> Document:
    return apply(start, parse_ops(ops), ports=PORTS).document


def text(document: Document) -> str:
    return dumps_flow(document.flow) + dumps_layout(document.layout)


BASE = built(
    add("a_1", label="First"),
    add("b_1", parent=None),
    add("each_1", "small.each@1"),
    add("in_1", parent="each_1"),
    {"op": "set_input", "id": "in_1", "name": "text", "value": "{{ each_1.item }}"},
    add("in_2", parent="each_1"),
    wire("a_1.text -> b_1.text"),
    wire("each_1.item -> in_1.in"),
    wire("in_1.text -> in_2.text"),
    wire("in_2.text -> each_1.result"),
    {"op": "add_note", "id": "note_1", "note": {"text": "Hello", "x": 0, "y": 0}},
)

CHANGES: dict[str, list[dict[str, Any]]] = {
    "a node": [add("new_1"), wire("new_1.text -> each_1.in")],
    "a wire": [wire("b_1.out -> each_1.in")],
    "a setting": [{"op": "set_input", "id": "a_1", "name": "text", "value": "one\ntwo"}],
    "a setting again": [{"op": "set_input", "id": "in_1", "name": "text", "value": {"$text": "x"}}],
    "no setting": [{"op": "unset_input", "id": "in_1", "name": "text"}],
    "a node's fields": [
        {"op": "set_node", "id": "a_1", "fields": {
            "label": None, "disabled": True, "x-team": "blue",
            "policy": {"retry": {"max": 1}, "on_error": "branch"}}},
    ],
    "the flow": [
        {"op": "set_flow", "fields": {
            "title": "Digest", "inputs": {"b": {"type": "string"}, "a": {"type": "integer"}},
            "budget": {"usd": 1.5}, "x-owner": {"name": "me"}}},
    ],
    "a place": [{"op": "move", "places": {"a_1": {"x": 20.4, "y": -40}, "note_1": {"x": 9, "y": 9},
                                          "gone_1": {"x": 1, "y": 1}}}],
    "a size": [{"op": "move", "places": {"each_1": {"x": 0, "y": 0, "w": 400, "h": 300}}}],
    "no place": [{"op": "move", "places": {"a_1": None}}],
    "a look": [{"op": "style", "id": "each_1", "fields": {"color": "red", "collapsed": True}}],
    "the look of a note": [{"op": "style", "id": "note_1", "fields": {"color": "#00ff00"}}],
    "a note": [{"op": "set_note", "id": "note_1", "fields": {"text": "Changed", "color": "blue"}}],
    "a new note": [{"op": "add_note", "id": "note_2", "note": {"text": "x", "x": 1, "y": 2}}],
    "no note": [{"op": "remove_note", "id": "note_1"}],
    "a container gone": [{"op": "remove_node", "id": "each_1"}],
    "a node out of its container": [
        {"op": "set_node", "id": "in_2", "fields": {"parent": None}},
        {"op": "remove_edge", "edge": "in_1.text -> in_2.text"},
        {"op": "remove_edge", "edge": "in_2.text -> each_1.result"},
    ],
    "a wire replaced": [
        wire("each_1.count -> b_1.in"),
        {"op": "add_node", "id": "c_1", "node": {"type": "small.write@1"}, "place": None},
        wire("c_1.text -> b_1.text"),
        {"op": "remove_edge", "edge": "a_1.text -> b_1.text"},
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_can_be_taken_back_and_done_again_to_the_same_bytes(name: str) -> None:
    changed = apply(BASE, parse_ops(CHANGES[name]), ports=PORTS)
    assert text(changed.document) != text(BASE)
    inverse = parse_ops(dump_ops(changed.inverse))
    back = apply(changed.document, inverse, ports=PORTS)
    assert text(back.document) == text(BASE)
    again = apply(back.document, parse_ops(dump_ops(back.inverse)), ports=PORTS)
    assert text(again.document) == text(changed.document)


REFUSED: dict[str, tuple[list[dict[str, Any]], str]] = {
    "a circle": ([wire("b_1.out -> a_1.in")], "in a circle: 'b_1' → 'First' → 'b_1'"),
    "itself": ([wire("a_1.out -> a_1.in")], "connected to itself"),
    "a missing node": ([wire("a_1.out -> gone_1.in")], "no node 'gone_1'"),
    "an occupied port": ([add("c_1"), wire("c_1.text -> b_1.text")], "is connected twice"),
    "a type": ([add("c_1"), wire("a_1.text -> each_1.items")], "'First' sends text at 'text'"),
    "order into data": ([add("c_1"), wire("a_1.out -> c_1.text")], "only says when"),
    "no such output": ([add("c_1"), wire("a_1.words -> c_1.text")], "no output 'words'"),
    "no such input": ([add("c_1"), wire("a_1.text -> c_1.body")], "no input 'body'"),
    "no error way": ([add("c_1"), wire("a_1.error -> c_1.text")], "no output 'error'"),
    "into a container": ([wire("a_1.text -> in_1.text")], "goes into the container 'each_1'"),
    "out of a container": ([wire("in_1.out -> b_1.in")], "leaves the container 'each_1'"),
    "the way out inside": ([wire("each_1.out -> in_1.in")], "cannot lead into it"),
    "a parent that is none": ([{"op": "set_node", "id": "b_1", "fields": {"parent": "a_1"}}],
                              "'a_1' is no container"),
    "a missing parent": ([add("c_1", parent="gone_1")], "no container 'gone_1'"),
    "into itself": ([{"op": "set_node", "id": "each_1", "fields": {"parent": "each_1"}}],
                    "cannot lie inside itself"),
    "wires left behind": ([{"op": "set_node", "id": "in_2", "fields": {"parent": None}}],
                          "the container 'each_1'"),
    "an id twice": ([add("a_1")], "The id 'a_1' is taken"),
    "a note's id": ([add("note_1")], "The id 'note_1' is taken"),
    "a huge value": ([{"op": "set_input", "id": "a_1", "name": "text", "value": "x" * 2_000_000}],
                     "larger than 2 MB"),
    "an unknown mark": ([{"op": "set_input", "id": "a_1", "name": "text", "value": {"$x": 1}}],
                        "'$x' is not known"),
    "half a character": ([{"op": "set_node", "id": "a_1", "fields": {"label": "\ud800"}}],
                         "half a character"),
    "NUL in a note": ([{"op": "set_note", "id": "note_1", "fields": {"text": "\0"}}], "NUL"),
    "a wrong field": ([{"op": "set_node", "id": "a_1", "fields": {"in": {}}}], "cannot be set"),
    "a wrong value": ([{"op": "set_flow", "fields": {"budget": {"usd": 0}}}], "more than 0"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_can_never_be_right_is_refused_with_the_reason(case: str) -> None:
    ops, sentence = REFUSED[case]
    before = text(BASE)
    with pytest.raises(UserError) as caught:
        apply(BASE, parse_ops([CHANGES["a place"][0], *ops]), ports=PORTS)
    assert sentence in caught.value.message
    assert caught.value.hint or "circle" not in caught.value.message
    assert text(BASE) == before


def test_unknown_node_types_may_be_wired_like_any() -> None:
    document = built(add("p_1", "plugin.gone@2"), add("c_1"), wire("p_1.x -> c_1.text"))
    assert len(document.flow.edges) == 1


def test_what_somebody_else_deleted_is_skipped_in_silence() -> None:
    ops = parse_ops(
        [
            {"op": "move", "places": {"gone_1": {"x": 1, "y": 1}}},
            {"op": "style", "id": "gone_1", "fields": {"color": "red"}},
            {"op": "set_input", "id": "gone_1", "name": "a", "value": 1},
            {"op": "unset_input", "id": "gone_1", "name": "a"},
            {"op": "set_node", "id": "gone_1", "fields": {"label": "x"}},
            {"op": "set_note", "id": "gone_1", "fields": {"text": "x"}},
            {"op": "remove_node", "id": "gone_1"},
            {"op": "remove_note", "id": "gone_1"},
            {"op": "remove_edge", "edge": "gone_1.out -> a_1.in"},
        ]
    )
    edited = apply(BASE, ops, ports=PORTS)
    assert text(edited.document) == text(BASE)
    assert edited.inverse == ()


def test_restoring_brings_back_even_a_circle_and_leaves_loose_wires_out() -> None:
    ops = parse_ops([wire("b_1.out -> a_1.in"), wire("gone_1.out -> a_1.in")])
    restored = apply(BASE, ops, ports=PORTS, restore=True).document
    assert {str(edge) for edge in restored.flow.edges - BASE.flow.edges} == {"b_1.out -> a_1.in"}


def test_many_wires_at_once_are_searched_for_circles_together() -> None:
    nodes = [add(f"n_{i}") for i in range(30)]
    chain = [wire(f"n_{i}.out -> n_{i + 1}.in") for i in range(29)]
    assert len(built(*nodes, *chain).flow.edges) == 29
    with pytest.raises(UserError, match="in a circle"):
        built(*nodes, *chain, wire("n_29.out -> n_0.in"))


def test_operations_that_are_none_are_named() -> None:
    with pytest.raises(UserError, match="op"):
        parse_ops([{"op": "explode"}])
    with pytest.raises(UserError, match="is no wire"):
        parse_ops([{"op": "add_edge", "edge": "a -> b"}])
    with pytest.raises(UserError, match="at most 20000 entries"):
        parse_ops([{"op": "remove_node", "id": "a_1"}] * 20_001)
