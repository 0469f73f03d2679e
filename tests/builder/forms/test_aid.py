import pytest

from builder.forms.aid import Offer, complete, typed_reference

TEXT = Offer("read_b3cd", "text", "Read document", "Text", "text")


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Hello {{ re", "re"),
        ("{{", ""),
        ("{{ read_b3cd.te", "read_b3cd.te"),
        ("done {{ a.b }} and", None),
        ("plain", None),
        ("{{ a\nb", None),
    ],
)
def test_what_is_being_typed_is_found_between_open_braces(text: str, typed: str | None) -> None:
    assert typed_reference(text, len(text)) == typed


def test_an_offer_replaces_what_was_begun() -> None:
    made, caret = complete("Say: {{ re please", len("Say: {{ re"), TEXT)
    assert made == "Say: {{ read_b3cd.text }} please"
    assert made[:caret] == "Say: {{ read_b3cd.text }}"


def test_an_offer_does_not_double_the_closing_braces() -> None:
    made, _ = complete("{{ re }} end", len("{{ re"), TEXT)
    assert made == "{{ read_b3cd.text }} end"


def test_an_offer_outside_of_braces_is_put_in_at_the_caret() -> None:
    assert complete("ab", 1, TEXT)[0] == "a{{ read_b3cd.text }}b"


def test_offers_are_found_by_the_words_on_the_screen() -> None:
    assert TEXT.matches("document")
    assert TEXT.matches("read_b3cd.te")
    assert not TEXT.matches("mail")
