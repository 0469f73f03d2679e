"""Comparisons a person can fill in."""

from typing import Any

import pytest

from nodes.sdk import Condition, Operator, UserError, field_of, holds


@pytest.mark.parametrize(
    ("left", "operator", "right", "expected"),
    [
        (True, "is_true", None, True),
        ("Yes.", "is_true", None, True),
        ("no", "is_true", None, False),
        ("", "is_false", None, True),
        (0, "is_true", None, False),
        ("10", "equals", 10, True),
        ("10.0", "equals", 10, True),
        ("007", "equals", 7, False),
        ("Invoice ", "equals", "invoice", True),
        ("true", "equals", True, True),
        (["A"], "equals", ["a"], True),
        ("a", "not_equals", "b", True),
        (None, "equals", "", False),
        ("Good morning", "contains", "MORNING", True),
        ("Version 10", "contains", 10, True),
        (["Red", "Blue"], "contains", "red", True),
        ({"a": 1}, "contains", "a", True),
        ("abc", "not_contains", "x", True),
        ("report.PDF", "ends_with", ".pdf", True),
        ("1.50", "starts_with", "1.5", True),
        ("order 4711", "matches", r"\d{4}$", True),
        ("9", "less_than", "10", True),
        ("2026-01-31", "greater_than", "2025-12-01", True),
        (3, "at_least", 3, True),
        (3, "at_most", 2, False),
        ("de", "is_one_of", "DE, CH, AT", True),
        ("fr", "is_one_of", ["de", "ch"], False),
        ("  ", "is_empty", None, True),
        (0, "is_empty", None, False),
        ([], "is_not_empty", None, False),
    ],
)
def test_comparisons(left: Any, operator: Operator, right: Any, expected: bool) -> None:
    assert holds(left, operator, right) is expected


def test_case_counts_only_when_asked_for() -> None:
    assert not holds("A", "equals", "a", match_case=True)
    assert not holds("A", "matches", "a", match_case=True)
    assert holds("A", "matches", "a")


def test_text_that_is_neither_true_nor_false_is_refused() -> None:
    with pytest.raises(UserError, match="'perhaps' is neither true nor false"):
        holds("perhaps", "is_true")


def test_things_without_an_order_are_refused() -> None:
    with pytest.raises(UserError, match="have no order"):
        holds([1], "less_than", 3)


def test_a_wrong_pattern_is_refused_with_its_reason() -> None:
    with pytest.raises(UserError, match="'\\(' is no regular expression"):
        holds("x", "matches", "(")


def test_a_hostile_pattern_cannot_hang_the_server() -> None:
    assert not holds("a" * 5000 + "!", "matches", "(a+)+$")


def test_fields_in_fields_are_reached_with_dots() -> None:
    item = {"author": {"name": "Ann"}, "tags": ["x", "y"]}
    assert field_of(item, "author.name") == "Ann"
    assert field_of(item, "tags.1") == "y"
    assert field_of(item, "tags.7") is None
    assert field_of(item, "author.name.more") is None
    assert Condition(field="author.name", operator="equals", value="ann").holds(item)
    assert Condition(field="missing", operator="is_empty").holds(item)
