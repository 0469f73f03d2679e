from runtime.flow.difference import difference
from runtime.flow.edit import apply, parse_ops
from runtime.flow.files import document_text
from runtime.flow.model import Document, Flow

START = Document(flow=Flow(id="flw_aaaa1111", name="digest", title="Digest"))
BUILD = parse_ops(
    [
        {"op": "add_node", "id": "each_aa11", "node": {"type": "logic.for_each@1"},
         "place": {"x": 300, "y": 0, "w": 400, "h": 240}},
        {"op": "add_node", "id": "read_bb22", "place": {"x": 20, "y": 60},
         "node": {"type": "files.read@1", "parent": "each_aa11", "in": {"path": "a.md"}}},
        {"op": "add_node", "id": "list_cc33", "node": {"type": "files.list@1", "label": "Files"},
         "place": {"x": 0, "y": 0}},
        {"op": "add_edge", "edge": "list_cc33.files -> each_aa11.items"},
        {"op": "add_note", "id": "note_dd44", "note": {"text": "Hello", "x": 0, "y": 200}},
    ]
)  # fmt: skip
CHANGE = parse_ops(
    [
        {"op": "set_flow", "fields": {"title": "Daily digest", "budget": {"usd": 0.5},
                                      "inputs": {"folder": {"type": "string"}}, "x-team": "blue"}},
        {"op": "set_input", "id": "read_bb22", "name": "path",
         "value": "{{ each_aa11.item.path }}"},
        {"op": "set_node", "id": "list_cc33", "fields": {"label": "All files", "disabled": True,
                                                         "policy": {"timeout": "30s"}}},
        {"op": "move", "places": {"list_cc33": {"x": 40, "y": 80},
                                  "note_dd44": {"x": 0, "y": 300}}},
        {"op": "style", "id": "list_cc33", "fields": {"color": "#ff0000"}},
        {"op": "set_note", "id": "note_dd44", "fields": {"text": "Changed"}},
        {"op": "remove_edge", "edge": "list_cc33.files -> each_aa11.items"},
        {"op": "add_edge", "edge": "list_cc33.out -> each_aa11.in"},
    ]
)  # fmt: skip


def turned(before: Document, after: Document) -> str:
    return document_text(apply(before, difference(before, after)).document)


def test_the_difference_turns_one_document_into_the_other() -> None:
    built = apply(START, BUILD).document
    changed = apply(built, CHANGE).document
    for before, after in ((START, built), (built, changed), (changed, built), (changed, START)):
        assert turned(before, after) == document_text(after)


def test_equal_documents_differ_in_nothing() -> None:
    built = apply(START, BUILD).document
    assert difference(built, built) == ()
