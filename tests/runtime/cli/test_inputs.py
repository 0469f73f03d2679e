"""Inputs as typed on the command line."""

import contextlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nodes.sdk import UserError
from runtime.cli.inputs import read_inputs
from runtime.flow.model import InputSpec

SPECS = {
    "folder": InputSpec(type="string", format="folder"),
    "count": InputSpec(type="integer"),
    "ratio": InputSpec(type="number"),
    "fast": InputSpec(type="boolean"),
    "tags": InputSpec(type="array"),
    "extra": InputSpec(type="object"),
}


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("folder=./docs", "folder", "./docs"),
        ("folder=", "folder", ""),
        ("folder=a=b=c", "folder", "a=b=c"),
        ("folder=42", "folder", "42"),
        ("count=42", "count", 42),
        ("count=-1", "count", -1),
        ("ratio=0.5", "ratio", 0.5),
        ("ratio=3", "ratio", 3.0),
        ("fast=true", "fast", True),
        ("fast=No", "fast", False),
        ('tags=["a", "b"]', "tags", ["a", "b"]),
        ('extra={"a": 1}', "extra", {"a": 1}),
        ("count:=7", "count", 7),
        ('folder:="@x"', "folder", "@x"),
        ("folder:=null", "folder", None),
    ],
)
def test_a_value_is_read_by_the_type_of_its_input(text: str, name: str, value: Any) -> None:
    found = read_inputs([text], SPECS)[name]
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("folder", "'folder' is no input"),
        ("foldr=x", "The flow has no input 'foldr'"),
        ("=x", "The flow has no input ''"),
        ("count=many", "The input 'count' cannot be 'many': it is no whole number"),
        ("count=1.5", "no whole number"),
        ("ratio=half", "no number"),
        ("ratio=nan", "no number"),
        ("ratio=-inf", "no number"),
        ("ratio=1e999", "no number"),
        ("fast=perhaps", "write true or false"),
        ("tags=a,b", "it is no JSON"),
        ('tags={"a": 1}', "this JSON is no array"),
        ("extra=[]", "this JSON is no object"),
        ("extra:=" + "[" * 100_000, "it is no JSON"),
        ("extra:=NaN", "NaN is no number JSON knows"),
        ('extra:={"a": 1e999}', "is too large"),
        ('extra:={"a": 1, "a": 2}', "appears twice"),
        ('extra:="\\ud800"', "half a character"),
        ("count=" + "9" * 5000, "no whole number"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_in_a_sentence(text: str, message: str) -> None:
    with pytest.raises(UserError, match=message) as refused:
        read_inputs([text], SPECS)
    assert refused.value.hint
    assert len(refused.value.message) < 300


def test_a_name_that_was_mistyped_is_answered_with_the_right_one() -> None:
    with pytest.raises(UserError) as refused:
        read_inputs(["foldr=x"], SPECS)
    assert refused.value.hint == "Do you mean 'folder'?"


def test_an_input_given_twice_is_refused() -> None:
    with pytest.raises(UserError, match="given twice"):
        read_inputs(["count=1", "count:=2"], SPECS)


def test_a_file_gives_its_text_to_an_input(tmp_path: Path) -> None:
    path = tmp_path / "topic.txt"
    path.write_text("Grüße\n", encoding="utf-8")
    assert read_inputs([f"folder=@{path}"], SPECS) == {"folder": "Grüße\n"}


def test_a_file_gives_its_json_to_a_list(tmp_path: Path) -> None:
    path = tmp_path / "tags.json"
    path.write_text('["a"]', encoding="utf-8")
    assert read_inputs([f"tags=@{path}"], SPECS) == {"tags": ["a"]}


def test_a_file_that_is_missing_or_no_text_is_refused(tmp_path: Path) -> None:
    binary = tmp_path / "rubbish.bin"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError, match="is not text in UTF-8"):
        read_inputs([f"folder=@{binary}"], SPECS)
    with pytest.raises(UserError, match="cannot be read: No such file"):
        read_inputs([f"folder=@{tmp_path / 'none.txt'}"], SPECS)


@given(st.text(max_size=200))
def test_no_text_at_all_makes_it_stumble(text: str) -> None:
    values: dict[str, Any] = {}
    with contextlib.suppress(UserError):
        values = read_inputs([text.replace("=@", "=")], SPECS)
    assert set(values) <= set(SPECS)
