"""Checks against JSON Schemas people wrote."""

from typing import Any

import pytest

from nodes.sdk import UserError, schema_check

PERSON: dict[str, Any] = {
    "type": "object",
    "properties": {"name": {"type": "string", "pattern": "^[A-Z]"}, "age": {"type": "integer"}},
    "required": ["name"],
}


def test_says_in_words_what_does_not_fit() -> None:
    problems_of = schema_check(PERSON)
    assert problems_of({"name": "Ann", "age": 3}) == ""
    assert problems_of({}) == "$: 'name' is a required property"
    assert problems_of({"name": "Ann", "age": "3"}) == "$.age: '3' is not of type 'integer'"
    assert problems_of({"name": "ann"}) == "$.name: 'ann' does not match '^[A-Z]'"


def test_a_schema_that_is_none_is_refused() -> None:
    with pytest.raises(UserError, match="The JSON Schema is wrong at"):
        schema_check({"type": "thing"})


@pytest.mark.parametrize(
    "schema",
    [{"$ref": "http://127.0.0.1:9/schema.json"}, {"$ref": "#/$defs/none"}, {"$ref": "#"}],
)
def test_references_to_the_outside_or_in_a_circle_are_refused(schema: dict[str, Any]) -> None:
    with pytest.raises(UserError, match=r"leads nowhere or in a circle"):
        schema_check(schema)({"a": 1})


def test_patterns_for_names_are_refused() -> None:
    with pytest.raises(UserError, match="patternProperties"):
        schema_check({"type": "object", "patternProperties": {"(a+)+$": {}}})
