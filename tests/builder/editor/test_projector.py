from typing import Any, Literal

import pytest
from pydantic import BaseModel

from builder.editor.projector import Projector
from builder.editor.view import CanvasView, patch_between
from nodes.sdk import NodeSpec, PortSpec
from runtime.flow.edit import AddEdge, Move, Op, SetNode, Spot, apply
from runtime.flow.model import Document, Edge, Flow, FlowNode, Layout, Note, Place
from tests.builder.canvas.world import Types

TYPES = Types()


class Found(BaseModel):
    message: str
    hint: str = ""
    node: str = ""
    severity: Literal["error", "warning"] = "error"


def node(type_id: str, **more: Any) -> FlowNode:
    return FlowNode.model_validate({"type": type_id, **more})


def flow(**nodes: FlowNode) -> Document:
    return Document(flow=Flow(id="flw_test", name="test", nodes=nodes))


@pytest.fixture
def document() -> Document:
    plain = flow(
        ask_aaaa=node("llm.chat@1", label="Ask", **{"in": {"model": "demo/writer"}}),
        save_bbbb=FlowNode(type="files.write@1"),
    )
    return changed(plain, AddEdge(edge=Edge.parse("ask_aaaa.text -> save_bbbb.text")))


def changed(document: Document, *ops: Op) -> Document:
    return apply(document, list(ops), ports=TYPES.lookup).document


def test_a_card_has_the_words_and_ports_of_its_type(document: Document) -> None:
    view = Projector(TYPES).view(document)
    card = view.nodes["ask_aaaa"]
    assert (card.label, card.category, card.missing) == ("Ask", "llm", False)
    assert "demo/writer" in card.sub
    assert {port.name: port.type for port in card.outputs}["text"] == "text"
    save = view.nodes["save_bbbb"]
    assert save.label == "Write file"
    assert {port.name: port.wired for port in save.inputs}["text"] is True
    assert view.edges["ask_aaaa.text -> save_bbbb.text"].type == "text"


def test_a_wire_into_the_head_carries_only_the_order(document: Document) -> None:
    wired = changed(document, AddEdge(edge=Edge.parse("ask_aaaa.text -> save_bbbb.in")))
    view = Projector(TYPES).view(wired)
    assert view.edges["ask_aaaa.text -> save_bbbb.in"].type == "order"


def test_a_node_that_branches_on_errors_has_an_error_port(document: Document) -> None:
    op = SetNode(id="ask_aaaa", fields={"policy": {"on_error": "branch"}})
    view = Projector(TYPES).view(changed(document, op))
    assert view.nodes["ask_aaaa"].outputs[-1].type == "error"


def test_a_type_that_is_not_installed_keeps_its_wires_on_ports_of_their_names() -> None:
    nodes = {"a_aaaa": FlowNode(type="weather.today@2"), "b_bbbb": FlowNode(type="data.set@1")}
    edges = frozenset([Edge.parse("a_aaaa.celsius -> b_bbbb.in")])
    document = Document(flow=Flow(id="flw_test", name="test", nodes=nodes, edges=edges))
    card = Projector(TYPES).view(document).nodes["a_aaaa"]
    assert card.missing
    assert [port.name for port in card.outputs] == ["celsius"]


def test_a_problem_is_shown_as_a_sentence_on_its_node(document: Document) -> None:
    problems = [
        Found(message="It is slow.", node="ask_aaaa", severity="warning"),
        Found(message="The prompt is empty.", hint="Write one.", node="ask_aaaa"),
    ]
    card = Projector(TYPES).view(document, problems).nodes["ask_aaaa"]
    assert (card.problem, card.severity) == ("The prompt is empty. Write one.", "error")


def test_only_what_changed_is_made_anew_and_sent(document: Document) -> None:
    projector = Projector(TYPES)
    before = projector.view(document)
    moved = changed(document, Move(places={"ask_aaaa": Spot(x=40, y=60)}))
    after = projector.view(moved)
    assert after.nodes["save_bbbb"] is before.nodes["save_bbbb"]
    patch = patch_between(before, after)
    assert set(patch.nodes) == {"ask_aaaa"}
    assert patch.to_json()["nodes"]["ask_aaaa"]["x"] == 40
    assert not patch_between(after, projector.view(moved))


def test_what_is_gone_is_patched_away(document: Document) -> None:
    before = Projector(TYPES).view(document)
    patch = patch_between(before, CanvasView())
    assert patch.to_json() == {
        "nodes": {"ask_aaaa": None, "save_bbbb": None},
        "edges": {"ask_aaaa.text -> save_bbbb.text": None},
    }


def test_notes_and_containers_keep_their_sizes() -> None:
    document = Document(
        flow=Flow(
            id="flw_test", name="test", nodes={"each_aaaa": FlowNode(type="logic.for_each@1")}
        ),
        layout=Layout(
            nodes={"each_aaaa": Place(x=10, y=20, w=700, h=300, collapsed=True)},
            notes={"note_bbbb": Note(text="Hi", x=1, y=2)},
        ),
    )
    shown = Projector(TYPES).view(document).to_json()
    (frame,) = shown["nodes"]
    assert (frame["w"], frame["h"], frame["container"], frame["collapsed"]) == (
        700,
        300,
        True,
        True,
    )
    assert [port["name"] for port in frame["inner_outputs"]] == ["item", "index"]
    assert shown["notes"][0]["color"] == "yellow"


def test_a_subtitle_that_stumbles_over_half_typed_settings_stays_empty() -> None:
    spec = TYPES.found["llm.chat@1"]
    view = Projector(TYPES).view(flow(a_aaaa=node(spec.id, **{"in": {"model": [1, {}]}})))
    assert isinstance(view.nodes["a_aaaa"].sub, str)


def test_very_long_names_are_cut_before_they_travel() -> None:
    class Endless(Types):
        def ports(
            self, flow: Flow, node_id: str
        ) -> tuple[tuple[PortSpec, ...], tuple[PortSpec, ...]]:
            return (PortSpec(name="a", title="x" * 1_000_000),), ()

        def get(self, type_id: str) -> NodeSpec | None:
            return self.found.get("data.set@1")

    view = Projector(Endless()).view(flow(a_aaaa=FlowNode(type="data.set@1")))
    assert len(view.nodes["a_aaaa"].inputs[0].title) <= 300
