import pytest

from nodes.sdk import UserError
from runtime.flow.clip import copied, is_clip, pasted
from runtime.flow.edit import apply
from runtime.flow.model import Document, Edge, Flow, Layout, Note, Place
from runtime.flow.references import Reading, readers_of, readings, renamed_text
from runtime.registry import Registry
from tests.fakes.small_nodes import ALL, flow_node

PORTS = Registry.of(*ALL).port_lookup
NODES = {
    "start_1": flow_node(type="small.write@1", inputs={"text": "x"}),
    "each_1": flow_node(type="small.each@1", inputs={"items": [1]}),
    "in_1": flow_node(
        type="small.write@1",
        parent="each_1",
        inputs={"text": "{{ each_1.item }} of {{ start_1.text }} and {{ broken"},
    ),
    "in_2": flow_node(
        type="small.write@1",
        parent="each_1",
        inputs={"text": ["{{ in_1.text | upper ~ start_1.text }}", {"$text": "{{ in_1.text }}"}]},
    ),
}
EDGES = ("start_1.out -> each_1.in", "each_1.item -> in_1.in", "in_1.text -> in_2.in")
DOCUMENT = Document(
    flow=Flow(id="flw_abcd", name="x", nodes=NODES, edges=frozenset(map(Edge.parse, EDGES))),
    layout=Layout(
        nodes={"each_1": Place(x=100, y=100, w=500), "in_1": Place(x=20, y=60), "in_2": Place()},
        notes={"note_1": Note(text="Hi", x=140, y=60)},
    ),
)


def test_a_container_is_copied_with_its_inside_and_pasted_under_fresh_ids() -> None:
    text = copied(DOCUMENT, ["each_1", "note_1"])
    assert is_clip(text)
    paste = pasted(text, DOCUMENT, at=(0, 0))
    document = apply(DOCUMENT, paste.ops, ports=PORTS).document
    ids = paste.ids
    assert set(ids) == {"each_1", "in_1", "in_2", "note_1"}
    assert not set(ids.values()) & {*NODES, "note_1"}
    nodes, places = document.flow.nodes, document.layout.nodes
    assert nodes[ids["in_1"]].parent == ids["each_1"]
    assert nodes[ids["in_2"]].inputs["text"] == [
        f"{{{{ {ids['in_1']}.text | upper ~ start_1.text }}}}", {"$text": "{{ in_1.text }}"},
    ]  # fmt: skip
    added = {str(edge) for edge in document.flow.edges - DOCUMENT.flow.edges}
    assert added == {
        f"{ids['each_1']}.item -> {ids['in_1']}.in", f"{ids['in_1']}.text -> {ids['in_2']}.in",
    }  # fmt: skip
    place, note = places[ids["each_1"]], document.layout.notes[ids["note_1"]]
    assert (place.x, place.y, place.w) == (0, 40, 500)
    assert (note.x, note.y) == (40, 0)
    assert places[ids["in_1"]] == Place(x=20, y=60)


def test_nodes_without_their_container_come_where_one_pastes_them() -> None:
    text = copied(DOCUMENT, ["in_2"])
    outside = pasted(text, DOCUMENT)
    assert apply(DOCUMENT, outside.ops, ports=PORTS).document.flow.nodes[
        outside.ids["in_2"]
    ].parent is None  # fmt: skip
    inside = pasted(text, DOCUMENT, parent="each_1")
    assert apply(DOCUMENT, inside.ops, ports=PORTS).document.flow.nodes[
        inside.ids["in_2"]
    ].parent == "each_1"  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "hello", "[]", '{"loomline": "clip", "nodes": 3}', "{" * 9000, '{"nodes": {}}']
)
def test_a_clipboard_with_something_else_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        pasted(text, DOCUMENT)


def test_nothing_chosen_and_secrets_are_not_copied() -> None:
    with pytest.raises(UserError, match="Nothing was copied"):
        copied(DOCUMENT, ["gone_1"])
    key = "sk-" + "proj-Ab3dEf6hIj9lMn2pQr5tUv8x"
    node = flow_node(type="small.write@1", inputs={"text": key})
    document = Document(flow=Flow(id="flw_abcd", name="x", nodes={"a_1": node}))
    with pytest.raises(UserError, match="an OpenAI key"):
        copied(document, ["a_1"])


def test_readings_tell_who_reads_whom() -> None:
    assert Reading("in_2", "text", "in_1", "text") in readings(DOCUMENT.flow)
    assert {one.reader for one in readers_of(DOCUMENT.flow, "start_1")} == {"in_2"}


def test_only_names_of_nodes_are_renamed() -> None:
    text = "in_1 {{ in_1.in_1 ~ 'in_1' ~ other.in_1 ~ x[in_1.a] | default(in_1) }} in_1"
    assert renamed_text(text, {"in_1": "new_9"}) == (
        "in_1 {{ new_9.in_1 ~ 'in_1' ~ other.in_1 ~ x[new_9.a] | default(new_9) }} in_1"
    )
    assert renamed_text("{{ in_1. }}", {"in_1": "new_9"}) == "{{ in_1. }}"
