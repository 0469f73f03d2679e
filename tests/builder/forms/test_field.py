from typing import Any

import pytest

import nodes.llm
import nodes.logic
from builder.forms.field import FormField, parse
from nodes.sdk import NodeSpec
from runtime.flow.model import InputSpec


def field_of(spec: NodeSpec, name: str) -> FormField:
    return FormField.of_spec(next(field for field in spec.fields if field.name == name))


@pytest.mark.parametrize(
    ("cls", "name", "control"),
    [
        (nodes.llm.AskModel, "model", "model"),
        (nodes.llm.AskModel, "prompt", "long_text"),
        (nodes.llm.AskModel, "temperature", "number"),
        (nodes.llm.ExtractData, "answer_schema", "schema"),
        (nodes.logic.ForEach, "on_item_error", "choice"),
        (nodes.logic.ForEach, "concurrency", "number"),
    ],
)
def test_a_field_of_a_node_gets_the_control_that_fits(cls: Any, name: str, control: str) -> None:
    assert field_of(cls.spec, name).control == control


def test_limits_of_a_number_that_may_be_left_out_are_kept() -> None:
    field = field_of(nodes.llm.AskModel.spec, "temperature")
    assert (field.minimum, field.maximum) == (0, 2)
    assert parse(field, 3).error == "At most 2."
    assert parse(field, None).value is None


@pytest.mark.parametrize(
    "raw", [True, "ten", float("nan"), float("inf"), {"__proto__": 1}, "1e999"]
)
def test_a_number_field_refuses_what_is_no_number(raw: object) -> None:
    assert parse(field_of(nodes.logic.ForEach.spec, "concurrency"), raw).error


def test_a_whole_number_stays_whole() -> None:
    field = field_of(nodes.logic.ForEach.spec, "concurrency")
    assert parse(field, 7.0).value == 7
    assert isinstance(parse(field, 7.0).value, int)
    assert parse(field, 7.5).error


def test_any_field_takes_an_expression() -> None:
    field = field_of(nodes.logic.ForEach.spec, "concurrency")
    assert parse(field, "{{ start_a2bc.many }}").value == "{{ start_a2bc.many }}"


def test_a_text_field_refuses_an_object_from_a_browser() -> None:
    field = FormField("a", "A", "text")
    assert parse(field, {"__proto__": {}}).error


@pytest.mark.parametrize("raw", ["{", "[" * 100_000, "nope"])
def test_json_that_is_none_is_refused_in_words(raw: str) -> None:
    assert parse(FormField("a", "A", "json"), raw).error.startswith("This is not JSON")


def test_a_schema_has_to_be_an_object() -> None:
    assert parse(FormField("a", "A", "schema"), "[]").error == "This has to be an object."


def test_inputs_of_a_flow_become_fields() -> None:
    folder = FormField.of_input("docs", InputSpec(format="folder"))
    assert (folder.control, folder.title, folder.required) == ("folder", "Docs", True)
    size = FormField.of_input("n", InputSpec(type="integer", default=3, minimum=1))
    assert (size.control, size.required, size.minimum) == ("number", False, 1)
