"""Take the sentences and words out of a text that say most about it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

LONGEST_TEXT: Final = 200_000
"""The demo model reads this much of a text; what comes after is left out."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and where it stands."""

    text: str
    position: int
    words: frozenset[str]


def words_of(text: str) -> list[str]:
    """Return the words that carry meaning, in lower case."""
    return [word for word in _WORD.findall(text.lower()) if word not in _COMMON]


def sentences_of(text: str) -> list[Sentence]:
    """Return the sentences of running text; headings, tables and code are left out."""
    found: list[Sentence] = []
    seen: set[str] = set()
    for paragraph in _paragraphs(text[:LONGEST_TEXT]):
        for piece in _SENTENCE_END.split(paragraph.replace("**", "")):
            sentence = piece.strip(" \t*_>")
            if sentence in seen or not _is_sentence(sentence):
                continue
            seen.add(sentence)
            found.append(Sentence(sentence, len(found), frozenset(words_of(sentence))))
    return found


def best_sentences(text: str, number: int, *, about: str = "") -> list[str]:
    """Return the `number` sentences that say most, in the order of the text."""
    sentences = sentences_of(text)
    if len(sentences) <= number:
        return [sentence.text for sentence in sentences]
    weights = Counter(word for sentence in sentences for word in sentence.words)
    wanted = frozenset(words_of(about))
    scores = {s.position: _score(s, weights, wanted, len(sentences)) for s in sentences}
    chosen: list[Sentence] = []
    rest = sorted(sentences, key=lambda s: -scores[s.position])[:_CANDIDATES]
    while rest and len(chosen) < number:
        # The best one that does not repeat what is already there.
        best = max(rest, key=lambda s: scores[s.position] * (1 - _overlap(s, chosen)))
        rest.remove(best)
        chosen.append(best)
    return [sentence.text for sentence in sorted(chosen, key=lambda s: s.position)]


def keywords(text: str, number: int) -> list[str]:
    """Return the words a text uses most, the most frequent first."""
    counts = Counter(word for word in words_of(text[:LONGEST_TEXT]) if len(word) > 3)
    return [word for word, _ in counts.most_common(number)]


def headings(text: str) -> list[str]:
    """Return the headings of a Markdown text, or the first line if it looks like a title."""
    found = [match[1].strip(" #*") for match in _HEADING.finditer(text[:LONGEST_TEXT])]
    if not found:
        first = next((line.strip() for line in text.splitlines() if line.strip()), "")
        if 0 < len(first) < 90 and not first.endswith((".", ":", ";", ",", "{")):
            found = [first]
    return found


def list_items(text: str) -> list[str]:
    """Return the items of bullet and numbered lists."""
    return [match[1].strip() for match in _ITEM.finditer(text[:LONGEST_TEXT])]


def shorten(text: str, words: int) -> str:
    """Cut a text to so many words, at the end of a sentence if one is near."""
    parts = text.split()
    if len(parts) <= words:
        return text
    cut = " ".join(parts[:words])
    end = max(cut.rfind(mark) for mark in ".!?")
    return cut[: end + 1] if end > len(cut) // 2 else cut.rstrip(" ,;:-") + "."


def clip(text: str, characters: int) -> str:
    """Cut a text to so many characters, between words."""
    if len(text) <= characters:
        return text
    cut = (
        text[: characters + 1].rsplit(" ", 1)[0] if " " in text[:characters] else text[:characters]
    )
    return cut[:characters].rstrip(" ,;:-")


def best_match(options: Iterable[str], text: str) -> str | None:
    """Return the option whose words a text uses most; None when it uses none of them."""
    counts = Counter(_WORD.findall(text[:LONGEST_TEXT].lower()))
    scored = [
        (sum(counts[word] for word in _WORD.findall(option.lower().replace("_", " "))), option)
        for option in options
    ]
    score, option = max(scored, key=lambda pair: pair[0], default=(0, ""))
    return option if score else None


_CANDIDATES: Final = 60
_WORD: Final = re.compile(r"[^\W\d_][\w'-]+")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])[\"')\]]?\s+(?=[\"'(\[]?[A-ZÀ-Þ0-9])")
_BEGINNING: Final = re.compile(r"[\"'(\[\u201c\u201e\u00ab]?(?:[^\W\d_]|\d+ [a-z])")
_HEADING: Final = re.compile(r"^#{1,6}[ \t]+(.{1,200})$", re.MULTILINE)
_ITEM: Final = re.compile(r"^[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+(.{1,500})$", re.MULTILINE)
_COMMON_WORDS: Final = """
a about above after again all also although always am an and another any are as at be because
been before being below between both but by can cannot could did do does done down during each
either else etc even ever every for from further get gets had has have having he her here hers
him his how however i if in into is it its itself just let like made make makes many may me
might more most much must my neither no nor not now of off on once one only onto or other our
out over own per rather same she should since so some such than that the their them then there
therefore these they this those through thus to too under until up upon us use used uses using
very via was we were what when where whether which while who whom whose why will with within
without would yet you your yours
aber als auf aus bei bis da dann das dass dem den der des die dies diese dieser doch ein eine
einem einen einer es für hat ich ihr im ist kann mit nach nicht noch nur oder sich sie sind und
uns vom von vor war wenn wer werden wie wir wird zu zum zur über
"""
_COMMON: Final = frozenset(_COMMON_WORDS.split())


def _paragraphs(text: str) -> Iterable[str]:
    fenced = False
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        plain = line.strip()
        if plain.startswith("```"):
            fenced = not fenced
            plain = ""
        if plain and not fenced and not plain.startswith(("#", "|", "<", "---", "===")):
            if lines and _ITEM.match(line):
                yield " ".join(lines)
                lines = []
            lines.append(re.sub(r"^(?:[-*+•>]|\d{1,3}[.)])\s+", "", plain)[:2000])
        elif lines:
            yield " ".join(lines)
            lines = []


def _is_sentence(text: str) -> bool:
    """Say whether a piece reads like a sentence and not like a row of figures."""
    if not 3 < text.count(" ") + 1 < 80 or not _BEGINNING.match(text):
        return False
    return sum(char.isalpha() or char == " " for char in text) > 0.75 * len(text)


def _score(sentence: Sentence, weights: Counter[str], wanted: frozenset[str], total: int) -> float:
    if not sentence.words:
        return 0.0
    content = sum(weights[word] for word in sentence.words) / (len(sentence.words) + 3)
    early = 1.0 + 0.6 * (1 - sentence.position / total) + (0.3 if sentence.position == 0 else 0)
    asked = 1.0 + 1.5 * len(sentence.words & wanted) / (len(wanted) or 1)
    number = 1.1 if any(char.isdigit() for char in sentence.text) else 1.0
    question = 0.6 if sentence.text.endswith("?") else 1.0
    return content * early * asked * number * question


def _overlap(sentence: Sentence, chosen: Sequence[Sentence]) -> float:
    return max(
        (len(sentence.words & other.words) / (len(sentence.words) or 1) for other in chosen),
        default=0.0,
    )
