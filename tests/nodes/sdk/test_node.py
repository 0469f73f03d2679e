"""What is read off a node class."""

from collections.abc import Mapping
from typing import Any, Literal

import pytest
from pydantic import BaseModel, Field, SecretStr

from nodes.sdk import (
    Credential,
    FlowFacts,
    In,
    LongText,
    ManyIn,
    ModelName,
    Node,
    Ports,
    PortSpec,
    Text,
    brief,
    fits,
    port_type,
    title_of,
)


class Key(Credential, kind="test_key"):
    """A key."""

    value: SecretStr
    """The key."""


class Row(BaseModel):
    """A row of a table."""

    name: str
    """The name."""


class ReadHTMLPage(
    Node, name="test.read_html_page", icon="public", version=2, effect="once", aliases=("web",)
):
    """Read a page.

    More about it.
    """

    url: In[Text]
    """Address of the page."""
    parts: ManyIn[Any] = Field(default_factory=list[Any])
    """Parts."""
    prompt: LongText = ""
    """What to look for."""
    model: ModelName = ""
    """The model."""
    max_tokens: int = Field(default=5, ge=1, title="Longest")
    """A limit."""
    rows: list[Row] = Field(default_factory=list[Row])
    """A table."""
    key: Key | None = None
    """The key to send."""
    mode: Literal["a", "b"] = "a"
    """How."""

    class Output(Ports):
        text: str
        """The text."""
        table: list[str] = Field(default_factory=list[str])
        """The rows."""

    @classmethod
    def output_ports(cls, settings: Mapping[str, Any], flow: FlowFacts) -> tuple[PortSpec, ...]:
        del flow
        extra = (PortSpec(name=str(settings["mode"])),) if "mode" in settings else ()
        return (*cls.spec.outputs, *extra)


SPEC = ReadHTMLPage.spec
FIELDS = {field.name: field for field in SPEC.fields}


def test_names_title_and_summary_come_from_the_class() -> None:
    assert SPEC.id == "test.read_html_page@2"
    assert SPEC.category == "test"
    assert SPEC.title == "Read HTML page"
    assert (SPEC.summary, SPEC.description) == ("Read a page.", "More about it.")
    assert (SPEC.effect, SPEC.aliases) == ("once", ("web",))


def test_fields_carry_title_help_widget_and_limits() -> None:
    assert FIELDS["url"].required
    assert FIELDS["url"].port
    assert FIELDS["url"].help == "Address of the page."
    assert FIELDS["prompt"].widget == "long_text"
    assert FIELDS["model"].widget == "model"
    assert FIELDS["max_tokens"].title == "Longest"
    assert FIELDS["max_tokens"].schema["minimum"] == 1
    assert FIELDS["max_tokens"].default == 5
    assert FIELDS["mode"].schema["enum"] == ["a", "b"]


def test_a_credential_field_is_filled_with_the_name_of_a_secret() -> None:
    assert FIELDS["key"].credential == "test_key"
    assert FIELDS["key"].widget == "credential"
    assert FIELDS["key"].schema == {"type": "string"}


def test_schemas_of_fields_stand_alone() -> None:
    items = FIELDS["rows"].schema["items"]
    assert items["properties"]["name"]["type"] == "string"
    assert "$ref" not in str(FIELDS["rows"].schema)


def test_in_marks_ports_and_many_takes_any_number_of_wires() -> None:
    ports = {port.name: port for port in SPEC.inputs}
    assert list(ports) == ["url", "parts"]
    assert ports["url"].required
    assert ports["url"].type == "text"
    assert ports["parts"].many


def test_settings_may_decide_on_ports() -> None:
    names = [port.name for port in ReadHTMLPage.output_ports({"mode": "b"}, FlowFacts())]
    assert names == ["text", "table", "b"]


def test_a_text_field_takes_what_a_lonely_expression_gives() -> None:
    node = ReadHTMLPage.model_validate({"url": 42, "prompt": [1, {"a": "ä"}], "model": None})
    assert node.url == "42"
    assert node.prompt == '[\n  1,\n  {\n    "a": "ä"\n  }\n]'
    assert node.model == ""


def test_a_node_is_frozen_and_copies_are_checked() -> None:
    node = ReadHTMLPage(url="x")
    assert node.with_values(max_tokens=7).max_tokens == 7
    with pytest.raises(ValueError, match="greater than or equal to 1"):
        node.with_values(max_tokens=0)
    with pytest.raises(ValueError, match="frozen"):
        node.url = "y"  # pyright: ignore[reportAttributeAccessIssue] - that it fails is the test


def test_a_node_without_a_name_is_refused_at_once() -> None:
    with pytest.raises(TypeError, match="Nameless needs name= and icon="):

        class Nameless(Node):  # pyright: ignore[reportUnusedClass] - only defining it matters
            """Nothing."""


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        (str, "text"),
        (int | None, "number"),
        (float, "number"),
        (bool, "boolean"),
        (list[str], "list"),
        (dict[str, int], "object"),
        (Row, "object"),
        (Literal["a"], "text"),
        (str | int, "any"),
        (LongText, "text"),
        (Any, "any"),
    ],
)
def test_types_become_the_few_things_a_wire_carries(annotation: object, expected: str) -> None:
    assert port_type(annotation) == expected


def test_which_wires_fit() -> None:
    assert fits("text", "text")
    assert fits("text", "any")
    assert fits("any", "list")
    assert fits("object", "order")
    assert not fits("text", "number")
    assert not fits("order", "text")


def test_titles_are_words() -> None:
    assert title_of("max_tokens") == "Max tokens"


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("{{ start.model }}", "start.model"),
        ("{{ start_f4kd.model or edit_w4bf.item.name }}", "model or item.name"),
        ("in {{ start_f4kd.n }} of start_f4kd.n", "in n of start_f4kd.n"),
        ("two\nlines", "two lines"),
        ({"$lines": ["two", "lines"]}, "two lines"),
        ({"$text": "{x}"}, "{x}"),
        (7, "7"),
        (None, ""),
        ({"other": 1}, ""),
        ("x" * 60, "x" * 47 + "…"),
    ],
)
def test_a_setting_in_brief_is_one_short_line(value: object, line: str) -> None:
    assert brief(value) == line
