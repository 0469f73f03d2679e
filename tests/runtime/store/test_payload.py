import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from nodes.sdk import UserError
from runtime.store.payload import decode, encode

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


class _Point(BaseModel):
    x: int


@given(_JSON)
def test_what_is_json_comes_back_as_it_was_but_for_nul(value: Any) -> None:
    once = decode(encode(value))
    assert decode(encode(once)) == once
    if "\\u0000" not in encode(once).decode() and "\0" not in repr(value):
        assert "\ufffd" in repr(once) or once == value


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ("a\0b", "a\ufffdb"),
        ("a\ud800b", "a\ufffdb"),
        ({"k\0": ["\udfff"]}, {"k\ufffd": ["\ufffd"]}),
        (2**70, float(2**70)),
        (10**400, None),
        (math.nan, None),
        ([math.inf, -math.inf], [None, None]),
        ((1, 2), [1, 2]),
        ({3, 1, 2}, [1, 2, 3]),
        (b"abc\xff", "abc\ufffd"),
        (_Point(x=1), {"x": 1}),
        ({"a": _Point(x=1), "b": 2**70}, {"a": {"x": 1}, "b": float(2**70)}),
        ({1: "a"}, {"1": "a"}),
    ],
)
def test_what_json_cannot_hold_is_replaced_by_the_nearest(value: object, stored: object) -> None:
    assert decode(encode(value)) == stored


def _nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


def test_too_deep_values_are_refused() -> None:
    assert decode(encode(_nested(64))) == _nested(64)
    assert decode(encode([[1]] * 1000)) == [[1]] * 1000
    for depth in (65, 200, 100_000):
        with pytest.raises(UserError, match="64 levels"):
            encode(_nested(depth))


def test_what_is_no_value_is_refused() -> None:
    with pytest.raises(UserError, match="no JSON"):
        encode({"a": object()})
