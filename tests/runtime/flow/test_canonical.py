"""Reading and writing flow files, good ones and bad ones. Catalogue: L04, U10, U11."""

import json

import pytest

from nodes.sdk import UserError
from runtime.flow.canonical import dumps_flow, dumps_layout, loads_flow, loads_layout
from runtime.flow.complaint import DocumentError
from runtime.flow.model import Edge, Flow, Layout, Note, Place
from tests.fakes.small_nodes import flow_node

SAVED = """\
{
  "$schema": "https://example.org/flow.json",
  "format": 1,
  "id": "flw_7q2m9x4k",
  "name": "support-triage",
  "title": "Support triage — with 'quotes' & Ümläute",
  "inputs": {
    "message": {"type": "string"}
  },
  "budget": {"usd": 0.25},
  "nodes": {
    "approve_8hxw": {
      "type": "human.approval@1",
      "label": "Approve reply",
      "in": {
        "editable": "{{ draft_k7m2.reply }}"
      },
      "policy": {"timeout": "3d"}
    },
    "draft_k7m2": {
      "type": "llm.chat@1",
      "in": {
        "model": "anthropic/claude-sonnet",
        "prompt": {"$lines": [
          "You answer support tickets.",
          "Ticket: {{ start_3f9q.message }}"
        ]},
        "schema": {
          "type": "object",
          "properties": {"reply": {"type": "string", "description": "What is sent"}}
        },
        "separator": "\\n\\n"
      },
      "policy": {
        "retry": {"max": 2},
        "fallback_models": ["openai/gpt-mini", "ollama/qwen3", "openrouter/some-model"]
      },
      "x-team": "blue"
    }
  },
  "edges": [
    "draft_k7m2.out -> approve_8hxw.in",
    "draft_k7m2.reply -> approve_8hxw.text"
  ],
  "x-anything": {"$kept": ["as", "it", "is"]}
}
"""


def test_a_saved_flow_is_read_and_written_to_the_same_bytes() -> None:
    flow = loads_flow(SAVED)
    assert dumps_flow(flow) == SAVED
    assert loads_flow(dumps_flow(flow)) == flow
    assert flow.nodes["draft_k7m2"].inputs["prompt"] == (
        "You answer support tickets.\nTicket: {{ start_3f9q.message }}"
    )


def test_the_order_of_the_file_does_not_matter() -> None:
    data = json.loads(SAVED)
    turned = {key: data[key] for key in reversed(data)}
    turned["nodes"] = {key: data["nodes"][key] for key in reversed(data["nodes"])}
    turned["edges"] = [*reversed(data["edges"]), data["edges"][0]]
    assert dumps_flow(loads_flow(json.dumps(turned))) == SAVED


def test_places_take_three_lines_each() -> None:
    layout = Layout(
        nodes={"b_1": Place(x=20, y=-40, w=400, h=200, color="#ff0000"), "a_1": Place()},
        notes={"note_1": Note(text="Hello\nworld", x=1, y=2, w=240, h=80)},
    )
    text = dumps_layout(layout)
    assert text.splitlines()[2:9] == [
        '  "nodes": {',
        '    "a_1": {',
        '      "x": 0, "y": 0',
        "    },",
        '    "b_1": {',
        '      "x": 20, "y": -40, "w": 400, "h": 200, "color": "#ff0000"',
        "    }",
    ]
    assert loads_layout(text) == layout


def test_texts_that_look_like_marks_come_back_as_they_were() -> None:
    inputs = {
        "literal": {"$text": "{{ not an expression }}\nsecond line"},
        "file": {"$file": "prompts/a.md"},
        "schema": {"$schema": "x", "$ref": "#/$defs/a", "$defs": {"a": {"type": "string"}}},
        "ends": "one\n",
        "carriage": "a\r\nb",
        "nested": [{"deep": "x\ny"}, None, True, 1.5, -0.0, 10**30, "\u2028\x7f\t"],
    }
    flow = Flow(id="flw_abcd", name="x", nodes={"a_1": flow_node(type="a.b@1", inputs=inputs)})
    again = loads_flow(dumps_flow(flow))
    assert again.nodes["a_1"].inputs == inputs
    assert dumps_flow(again) == dumps_flow(flow)


def minimal(**more: object) -> str:
    return json.dumps({"format": 1, "id": "flw_abcd", "name": "x", "nodes": {}, **more})


def node(**more: object) -> str:
    return minimal(nodes={"draft_k7m2": {"type": "llm.chat@1", **more}})


BAD: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "The file is empty"),
    "a comma too many": ('{"format": 1,\n "id": "flw_abcd",}', "Line 2, column 1"),
    "not closed": ('{"format": 1', "is not JSON"),
    "a list": ("[1]", "holds no JSON object"),
    "a merge conflict": ('{\n<<<<<<< ours\n"a": 1\n}', "git merge that was not finished"),
    "twice the same key": ('{"format": 1, "format": 1}', "'format' appears twice"),
    "NaN": ('{"format": NaN}', "NaN is no number"),
    "infinity": ('{"format": 1e999}', "is too large"),
    "five thousand digits": ('{"format": %s}' % ("9" * 5000), "is too large"),
    "too deep": ("[" * 200_000, "nested more than 64 deep"),
    "deep but balanced": (minimal().replace("{}", "[" * 80 + "]" * 80, 1), "64 deep"),
    "a byte order mark": ("\ufeff{}", "byte order mark"),
    "a byte order mark in bytes": (b"\xef\xbb\xbf{}", "byte order mark"),
    "UTF-16": ("{}".encode("utf-16"), "UTF-16"),
    "not UTF-8": (b'{\n"a": "\xff\xfe"}', "Line 2 holds bytes that are not UTF-8"),
    "half a character": (node(**{"in": {"a": "\ud800"}}), "half a character"),
    "NUL": (node(label="a\0b"), "character NUL"),
    "too large": (" " * 16_000_001, "larger than 16 MB"),
    "no format": ("{}", "'format' is missing"),
    "a wrong format": ('{"format": true}', "'format' must be a whole number"),
    "a newer format": ('{"format": 2}', "format 2, this version of Loomline reads up to 1"),
    "no id": ('{"format": 1, "name": "x"}', "'id' is missing"),
    "an unknown key": (minimal(lable="x"), "'lable' is not known here"),
    "an unknown key of a node": (node(lable="x"), "'lable' is not known here"),
    "an unknown mark": (node(**{"in": {"a": {"$line": ["x"]}}}), "'$line' is not known"),
    "a mark with company": (
        node(**{"in": {"a": {"$lines": ["x"], "b": 1}}}),
        "must be the only key",
    ),
    "lines that are none": (node(**{"in": {"a": {"$lines": [1]}}}), "list of texts"),
    "a wrong type": (node(disabled="perhaps"), "must be true or false, not 'perhaps'"),
    "a wrong id": (minimal(nodes={"Draft!": {"type": "a.b@1"}}), "'Draft!' is no id"),
    "a wrong node type": (node(type="chat"), "nodes.draft_k7m2.type"),
    "a wrong duration": (node(policy={"timeout": "3 weeks"}), "'3 weeks' is no duration"),
    "a wire without arrow": (minimal(edges=["a.b c.d"]), "is no wire: 'a.b c.d'"),
    "a wire that is a number": (minimal(edges=[7]), "is no wire: 7"),
    "wires that are no list": (minimal(edges="a.b -> c.d"), "'edges'"),
    "nodes that are a list": (minimal(nodes=[]), "'nodes' must be an object"),
    "a negative budget": (minimal(budget={"usd": -1}), "must be more than 0, not -1"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_gives_one_clear_sentence(case: str) -> None:
    text, sentence = BAD[case]
    with pytest.raises(UserError) as caught:
        loads_flow(text, name="mine.flow.json")
    error = caught.value
    assert sentence in error.message
    assert error.place[0] == "mine.flow.json"
    assert "pydantic" not in error.message + error.hint
    assert "\n" not in error.message


def test_every_fault_of_a_document_is_listed_with_its_place() -> None:
    text = node(lable="x", policy={"retry": {"max": 9}}, **{"in": {"a": {"$b": 1}}})
    with pytest.raises(DocumentError) as caught:
        loads_flow(text)
    places = [fault.place for fault in caught.value.faults]
    assert ("nodes", "draft_k7m2", "in", "a") in places
    assert ("nodes", "draft_k7m2", "policy", "retry", "max") in places


def test_an_unknown_key_is_answered_with_the_nearest_one() -> None:
    with pytest.raises(UserError) as caught:
        loads_flow(node(lable="x"))
    assert "Did you mean 'label'?" in caught.value.hint


def test_wires_are_one_line_each_sorted_by_where_they_end() -> None:
    lines = ("a_1.out -> c_1.in", "b_1.out -> c_1.in", "c_1.out -> b_1.in")
    edges = frozenset(map(Edge.parse, lines))
    nodes = {name: flow_node(type="a.b@1") for name in ("c_1", "a_1", "b_1")}
    text = dumps_flow(Flow(id="flw_abcd", name="x", nodes=nodes, edges=edges))
    assert [line.strip(' ",') for line in text.splitlines()[-5:-2]] == [
        "c_1.out -> b_1.in",
        "a_1.out -> c_1.in",
        "b_1.out -> c_1.in",
    ]
