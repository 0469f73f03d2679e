"""Cutting text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nodes.sdk import UserError
from nodes.sdk.testing import FakeContext
from nodes.text import SplitText


async def _parts(node: SplitText) -> list[str]:
    output = await node.run(FakeContext())
    assert output.count == len(output.parts)
    return output.parts


async def test_paragraphs_stay_whole_and_are_packed_together() -> None:
    text = "one one\n\ntwo two\n\n\nthree three 3"
    assert await _parts(SplitText(text=text, size=16)) == [
        "one one\n\ntwo two",
        "three three 3",
    ]


async def test_paragraphs_overlap_by_whole_paragraphs() -> None:
    assert await _parts(SplitText(text="aa\n\nbb\n\ncc", size=6, overlap=2)) == [
        "aa\n\nbb",
        "bb\n\ncc",
    ]


async def test_words_keep_the_space_between_them() -> None:
    parts = await _parts(SplitText(text="a b  c d e", by="words", size=3, overlap=1))
    assert parts == ["a b  c", "c d e"]


async def test_characters() -> None:
    assert await _parts(SplitText(text="abcdefg", by="characters", size=3, overlap=1)) == [
        "abc",
        "cde",
        "efg",
    ]


async def test_a_separator_of_your_own() -> None:
    parts = await _parts(SplitText(text="a;b;;c", by="separator", separator=";", size=1))
    assert parts == ["a", "b", "c"]
    lines = await _parts(SplitText(text="a\nb\nc", by="separator", separator="\\n", size=3))
    assert lines == ["a\nb", "c"]


async def test_no_text_gives_no_parts() -> None:
    assert await _parts(SplitText(text=" \n ")) == []


async def test_an_overlap_of_more_than_half_is_refused() -> None:
    with pytest.raises(UserError, match="overlap of 6 is more than half of the size of 10"):
        await SplitText(text="x", size=10, overlap=6).run(FakeContext())


async def test_a_million_small_pieces_take_no_time() -> None:
    parts = await _parts(
        SplitText(text="a;" * 500_000, by="separator", separator=";", size=900_000)
    )
    assert [len(part) for part in parts] == [899_999, 100_000]


@given(st.text(max_size=300), st.integers(1, 50), st.integers(0, 20))
async def test_characters_lose_nothing(text: str, size: int, overlap: int) -> None:
    if 2 * overlap > size:
        return
    node = SplitText(text=f"x{text}x", by="characters", size=size, overlap=overlap)
    output = await node.run(FakeContext())
    assert all(len(part) <= size for part in output.parts)
    if not overlap and "".join(output.parts) != node.text:
        assert not "".join(set(node.text) - set("".join(output.parts))).strip()
