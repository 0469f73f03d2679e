import pytest
from pydantic import JsonValue

from nodes.sdk import UserError
from runtime.flow.migrate import migrate

Json = dict[str, JsonValue]


def titled(document: Json) -> Json:
    return {**document, "title": document["name"]}


def shouted(document: Json) -> Json:
    return {**document, "title": str(document["title"]).upper()}


def test_a_document_goes_through_every_migration_between() -> None:
    old: Json = {"format": 1, "name": "x"}
    assert migrate(old, {1: titled, 2: shouted}, to=3) == {"format": 3, "name": "x", "title": "X"}
    assert old == {"format": 1, "name": "x"}


def test_the_present_format_stays_as_it_is() -> None:
    document: Json = {"format": 3}
    assert migrate(document, {}, to=3) is document


def test_a_newer_format_is_refused_with_the_remedy() -> None:
    with pytest.raises(
        UserError, match="format 4, this version of Loomline reads up to 3"
    ) as caught:
        migrate({"format": 4}, {}, to=3)
    assert caught.value.hint.startswith("Update Loomline")
