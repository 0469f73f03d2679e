from itertools import pairwise
from xml.etree import ElementTree as ET

from builder.theme.thumbnail import Look, draw
from runtime.flow.model import Document, Edge, Flow, FlowNode, Layout, Place


def look(type_id: str) -> Look:
    return Look(type_id, type_id.partition(".")[0], "bolt")


def read(drawing: str) -> ET.Element:
    return ET.fromstring(drawing)  # noqa: S314 - our own drawing is read back


def document(label: str = "Start") -> Document:
    nodes = {
        "start_a2bc": FlowNode(type="flow.start@1", label=label),
        "each_b2cd": FlowNode(type="logic.for_each@1"),
        "ask_c2de": FlowNode(type="llm.chat@1", parent="each_b2cd"),
    }
    edges = frozenset([Edge.parse("start_a2bc.items -> each_b2cd.items")])
    flow = Flow(id="flw_abcd", name="demo", nodes=nodes, edges=edges)
    places = {name: Place(x=300 * at, y=0) for at, name in enumerate(nodes)}
    return Document(flow=flow, layout=Layout(nodes=places))


def test_a_drawing_is_well_formed_whatever_people_call_their_nodes() -> None:
    drawing = draw(document("<script>&\"'"), look, labels=True)
    root = read(drawing)
    assert root.tag.endswith("svg")
    assert "<script>" not in drawing


def test_a_container_is_drawn_around_what_it_holds() -> None:
    root = read(draw(document(), look))
    frame = next(r for r in root.iter() if r.get("stroke-dasharray"))
    tiles = [r for r in root.iter() if r.get("rx") == "14"]
    inner = tiles[-1]
    assert float(frame.get("x", 0)) < float(inner.get("x", 0))
    right = float(frame.get("x", 0)) + float(frame.get("width", 0))
    assert float(inner.get("x", 0)) + float(inner.get("width", 0)) < right


def test_an_empty_flow_is_an_empty_picture() -> None:
    empty = Document(flow=Flow(id="flw_abcd", name="demo"))
    assert read(draw(empty, look)).tag.endswith("svg")


def test_a_flow_in_rows_is_drawn_from_left_to_right() -> None:
    names = [f"step_{letter}2bc" for letter in "abcd"]
    nodes = {name: FlowNode(type="text.template@1") for name in names}
    wires = [f"{one}.out -> {other}.in" for one, other in pairwise(names)]
    flow = Flow(id="flw_abcd", name="demo", nodes=nodes, edges=frozenset(map(Edge.parse, wires)))
    rows = {name: Place(x=300 * (at % 2), y=400 * (at // 2)) for at, name in enumerate(names)}
    root = read(draw(Document(flow=flow, layout=Layout(nodes=rows)), look, labels=True))
    tiles = [r for r in root.iter() if r.get("rx") == "14"]
    assert len({tile.get("y") for tile in tiles}) == 1
    assert len({tile.get("x") for tile in tiles}) == 4
