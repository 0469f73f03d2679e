import asyncio
import json
from typing import Any

import jsonschema
import pytest

from nodes.sdk import Message
from runtime.llm.call import Partial, Request
from runtime.llm.demo.prompt import SHORT_SIGNATURE, SIGNATURE
from runtime.llm.demo.writer import DemoDoor, demo_answer
from runtime.llm.errors import ModelError

ARTICLE = """# Bees on the roof

Bees have lived on the roof of the city library since 2014. The librarians look after six hives
with about 200,000 bees. Each hive gives some twenty kilos of honey in a good summer.

The honey is sold in the library shop, and the money pays for new books. In 2019 the bees had a
bad year because of a cold spring. Visitors can watch the hives through a window on the fourth
floor. The city now plans hives on three more public buildings.

Some neighbours were afraid of stings at first. Nobody has been stung on the street so far.
"""
CODE = '''import os

API_KEY = "sk-live-123456"


def find(name, seen=[]):
    query = "SELECT * FROM users WHERE name = '" + name + "'"
    try:
        return eval(query)
    except:
        pass


def run(cmd):
    """Run it."""
    os.system(cmd)  # TODO check it
'''
FINDINGS = {
    "type": "object",
    "properties": {
        "summary": {"type": "string"},
        "findings": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "line": {"type": "integer"},
                    "severity": {"enum": ["critical", "warning", "info"]},
                    "category": {"enum": ["security", "performance", "style"]},
                    "problem": {"type": "string"},
                    "fix": {"type": "string"},
                },
                "required": ["line", "severity", "category", "problem", "fix"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["summary", "findings"],
    "additionalProperties": False,
}


def ask(prompt: str, *, system: str = "", schema: dict[str, Any] | None = None) -> str:
    messages = [Message("system", system)] if system else []
    return demo_answer(Request("demo/writer", (*messages, Message("user", prompt)), schema=schema))


def body(answer: str) -> str:
    return answer.replace(SIGNATURE, "").replace(SHORT_SIGNATURE, "").strip()


@pytest.mark.parametrize("number", [1, 2, 4])
def test_a_summary_has_as_many_sentences_as_asked_for(number: int) -> None:
    text = body(ask(f"Summarise the document in {number} sentences.\n\n{ARTICLE}"))
    assert sum(text.count(mark) for mark in ".!?") == number
    assert all(part.strip(" .") in " ".join(ARTICLE.split()) for part in text.split(". "))


def test_bullet_points_are_counted_too() -> None:
    text = body(ask(f"Give the key points in three bullet points.\n\n<text>\n{ARTICLE}\n</text>"))
    assert [line[:2] for line in text.splitlines()] == ["- "] * 3


def test_every_text_says_once_that_it_is_a_demonstration() -> None:
    outline = ask("Write an outline with 4 sections for a blog post.\n\nTopic: Roof bees")
    draft = ask(f"Write the blog post along the outline.\n\n<outline>\n{outline}\n</outline>")
    for text in (outline, draft, ask(f"Summarise in one sentence:\n\n{ARTICLE}")):
        assert text.lower().count("demo model") == 1


def test_steps_of_a_pipeline_build_on_each_other() -> None:
    outline = ask(
        "Write an outline with 3 sections for a blog post.\n\nTopic: Bees on the roof\n\n"
        f"<notes>\n{ARTICLE}\n</notes>"
    )
    assert outline.startswith("# Bees on the roof")
    titles = [line for line in outline.splitlines() if line.startswith("## ")]
    assert len(titles) == 3
    draft = ask(f"Write the blog post.\n\n<outline>\n{outline}\n</outline>")
    assert all(title in draft for title in titles)
    assert "200,000 bees" in draft or "2014" in draft
    edited = ask(
        "Edit the draft below.\n\n<draft>\nIt is is really good , in order to win.\n</draft>"
    )
    assert body(edited) == "It is good, to win."


def test_code_is_reviewed_with_its_lines() -> None:
    content = json.loads(ask(f"Review this file.\n\n<code>\n{CODE}\n</code>", schema=FINDINGS))
    jsonschema.validate(content, FINDINGS)
    found = {(entry["line"], entry["category"]) for entry in content["findings"]}
    for line in (3, 7, 9, 16):
        assert (line, "security") in found
    assert {(6, "style"), (10, "style"), (16, "style")} <= found
    assert "findings" in content["summary"]


def test_numbers_in_front_of_lines_are_the_line_numbers() -> None:
    listing = "\n".join(f"{n}| {line}" for n, line in enumerate(CODE.splitlines(), 100))
    content = json.loads(ask(f"Review it.\n\n<code>\n{listing}\n</code>", schema=FINDINGS))
    assert min(entry["line"] for entry in content["findings"]) == 102


def test_a_form_is_filled_from_lines_and_numbers_of_the_text() -> None:
    schema = {
        "type": "object",
        "properties": {
            "invoice_number": {"type": "string"},
            "date": {"type": "string", "format": "date"},
            "customer": {"type": "string"},
            "total": {"type": "number", "minimum": 0},
            "chairs": {"type": "integer"},
            "priority": {"enum": ["low", "normal", "urgent"]},
        },
        "required": ["invoice_number", "date", "customer", "total", "chairs", "priority"],
        "additionalProperties": False,
    }
    text = (
        "Invoice number: INV-0042\nDate: 2026-03-02\n"
        "Dear Ann Miller, the total is $1,250.50 for 12 chairs. Please pay, it is urgent."
    )
    content = json.loads(ask(f"Read it.\n\n<text>\n{text}\n</text>", schema=schema))
    assert content == {
        "invoice_number": "INV-0042",
        "date": "2026-03-02",
        "customer": "Ann Miller",
        "total": 1250.5,
        "chairs": 12,
        "priority": "urgent",
    }


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "object", "properties": {"a": {"type": "array", "items": {"type": "number"},
                                                "minItems": 3, "maxItems": 3}}},
        {"type": "object", "properties": {"a": {"$ref": "#/$defs/b"}},
         "$defs": {"b": {"type": "object", "properties": {"c": {"type": "boolean"}}}}},
        {"type": "object", "properties": {"a": {"anyOf": [{"type": "null"}, {"const": 7}]}}},
        {"type": "object", "properties": {"a": {"type": ["string", "null"], "maxLength": 12}}},
        {"type": "object", "properties": {"a": {"type": "integer", "exclusiveMinimum": 4,
                                                "maximum": 9, "multipleOf": 1}}},
        {"type": "object", "properties": {"a": {"type": "string", "minLength": 500}}},
        {"type": "array", "items": {"enum": ["bees", "birds"]}, "minItems": 1},
    ],
)  # fmt: skip
def test_the_form_of_the_answer_is_always_kept(schema: dict[str, Any]) -> None:
    jsonschema.validate(json.loads(ask(f"Fill it in.\n\n{ARTICLE}", schema=schema)), schema)


def test_a_form_that_contains_itself_comes_to_an_end() -> None:
    schema = {
        "$ref": "#/$defs/tree",
        "$defs": {"tree": {"type": "object", "properties": {
            "name": {"type": "string"}, "child": {"$ref": "#/$defs/tree"}}}},
    }  # fmt: skip
    assert json.loads(ask(f"Fill it in.\n\n{ARTICLE}", schema=schema))["name"]


@pytest.mark.parametrize("prompt", ["", " ", "?", "\x00", "a" * 300_000, "<" * 5000, "(" * 5000])
def test_no_prompt_breaks_it(prompt: str) -> None:
    assert ask(prompt)


async def test_it_streams_and_answers_the_same_every_time() -> None:
    pieces: list[str] = []
    request = Request("demo/writer", (Message("user", f"Summarise:\n\n{ARTICLE}"),))
    partial = Partial(pieces.append, asyncio.get_running_loop())
    reply = await DemoDoor().ask(request, partial)
    partial.flush()
    assert "".join(pieces) == reply.text == demo_answer(request)
    assert len(pieces) > 3


async def test_there_is_only_one_demo_model() -> None:
    request = Request("demo/other", (Message("user", "Hi"),))
    with pytest.raises(ModelError, match="no model 'other'"):
        await DemoDoor().ask(request, Partial(None, asyncio.get_running_loop()))
