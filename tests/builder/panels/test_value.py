from typing import Any

import pytest

from builder.panels.value import sample_of, views_of


@pytest.mark.parametrize(
    ("value", "views"),
    [
        ("# Title\n\ntext", ["Markdown", "Text"]),
        ("short", ["Text"]),
        ([{"a": 1}, {"a": 2}], ["Table", "JSON"]),
        ([1, 2], ["JSON"]),
        ({"a": 1}, ["JSON"]),
        (None, ["JSON"]),
    ],
)
def test_a_value_is_shown_the_way_it_is_read_best(value: Any, views: list[str]) -> None:
    assert views_of(value) == views


def test_a_sample_is_one_short_line() -> None:
    assert sample_of("a\n\nb") == "a b"
    assert len(sample_of("x" * 1000)) == 90
    assert sample_of({"k": [1]}) == '{"k": [1]}'
