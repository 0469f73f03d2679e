"""Guess the value of one field of a form from its name, its description and a text."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from runtime.llm.demo.extract import (
    best_sentences,
    clip,
    keywords,
    list_items,
    sentences_of,
    shorten,
    words_of,
)
from runtime.llm.demo.prompt import Assignment
from runtime.llm.demo.prose import summary_of, title_of


def guess_text(label: str, schema: Mapping[str, Any], assignment: Assignment) -> str:
    """Return a text for the field that `label` names and describes."""
    name, _, description = label.partition("\n")
    text = assignment.text
    if (said := _stated(name, text)) is not None:
        return said
    form = str(schema.get("format"))
    if pattern := _PATTERNS.get(form) or _by_name(name):
        found = pattern.search(text)
        return found[0].strip() if found else _EMPTY.get(form, "")
    plain = name.lower()
    for wanted, maker in _TEXTS:
        if wanted.search(plain) and (made := maker(assignment)):
            return _limited(made, description)
    return _limited(_passage(name, description, assignment), description)


def guess_list(label: str, assignment: Assignment, most: int) -> list[str]:
    """Return texts for a list: keywords, people, items of a list, or sentences."""
    name = label.partition("\n")[0].lower()
    text = assignment.text
    if re.search(r"keyword|tag|topic|label", name):
        return keywords(text, most)
    if re.search(r"person|people|name|author|customer|compan", name):
        return list(dict.fromkeys(match[0] for match in _NAME.finditer(text)))[:most]
    if pattern := _by_name(name.rstrip("s")):
        return list(dict.fromkeys(match[0] for match in pattern.finditer(text)))[:most]
    items = list_items(text)
    if len(items) >= 2:
        return [clip(item, 300) for item in items[:most]]
    return best_sentences(text, most, about=label)


def guess_number(label: str, assignment: Assignment) -> float:
    """Return the number the text gives for a field, or how many sentences speak of it."""
    name, _, description = label.partition("\n")
    said = _stated(name, assignment.text)
    if said and (found := _NUMBER.search(said)):
        return _number(found[0])
    if re.search(r"\bwords?\b", name.lower()):
        return len(assignment.text.split())
    if (near := _near(name, assignment.text)) is not None:
        return near
    wanted = set(words_of(f"{name} {description}"))
    if re.search(r"count|total|number|how many", label.lower()):
        return sum(1 for s in sentences_of(assignment.text) if s.words & wanted)
    if re.search(r"confiden|score|probab|rating", name.lower()):
        return 0.5
    return 0


def guess_flag(label: str, assignment: Assignment) -> bool:
    """Say whether the text speaks of the field without denying it."""
    name, _, description = label.partition("\n")
    said = _stated(name, assignment.text)
    if said is not None:
        return said.lower().startswith(("yes", "true", "on", "1", "y"))
    wanted = set(words_of(f"{name} {description}")) - {"whether", "true", "false", "text", "says"}
    for sentence in sentences_of(assignment.text):
        if sentence.words & wanted:
            return not _DENIAL.search(sentence.text)
    return False


_NUMBER: Final = re.compile(r"(?<![\w-])-?\d{1,12}(?:[,']\d{3})*(?:\.\d{1,6})?")
_NAME: Final = re.compile(
    r"\b(?!Dear|Hello|The|This|Best|Kind|Good)"
    r"[A-ZÀ-Þ][a-zà-ÿ]+(?: (?:van|de|von|di))?(?: [A-ZÀ-Þ][a-zà-ÿ'-]+){1,2}\b"
)
_DENIAL: Final = re.compile(r"\b(?:no|not|never|without|kein|nicht|none)\b|n't\b", re.IGNORECASE)
_DATE: Final = re.compile(
    r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|"
    r"\b(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)(?: \d{1,2},)? \d{4}\b"
)
_PATTERNS: Final[Mapping[str, re.Pattern[str]]] = {
    "date": re.compile(r"\b\d{4}-\d{2}-\d{2}\b"),
    "date-time": re.compile(r"\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?"),
    "time": re.compile(r"\b\d{1,2}:\d{2}(?::\d{2})?\b"),
    "email": re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\b"),
    "uri": re.compile(r"\bhttps?://[^\s<>\"')]{3,500}"),
}
_EMPTY: Final = {
    "date": "1970-01-01",
    "date-time": "1970-01-01T00:00:00Z",
    "time": "00:00:00",
    "email": "nobody@example.org",
    "uri": "https://example.org/",
}
_NAMED: Final = (
    (re.compile(r"e-?mail"), _PATTERNS["email"]),
    (re.compile(r"\b(?:url|link|website|address of the page)"), _PATTERNS["uri"]),
    (re.compile(r"\b(?:date|day|deadline|due)\b"), _DATE),
    (re.compile(r"\bphone"), re.compile(r"\+?\d[\d ()/-]{6,18}\d")),
    (
        re.compile(r"\b(?:amount|price|cost|total)\b"),
        re.compile(r"[$€£]\s?\d[\d,.]*|\d[\d,.]*\s?(?:EUR|USD|€)"),
    ),
)


def _slug(assignment: Assignment) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", title_of(assignment).lower())[:8])


def _language(assignment: Assignment) -> str:
    german = len(re.findall(r"\b(?:und|nicht|eine|der|ist)\b", assignment.text[:5000]))
    return "German" if german > 5 else "English"


def _person(assignment: Assignment) -> str:
    found = _NAME.search(assignment.text)
    return found[0] if found else ""


_TEXTS: Final[tuple[tuple[re.Pattern[str], Callable[[Assignment], str]], ...]] = (
    (re.compile(r"\bslug\b"), _slug),
    (re.compile(r"person|author|contact|customer|\bwho\b"), _person),
    (re.compile(r"title|headline|subject|\bname\b"), title_of),
    (re.compile(r"keyword|\btags?\b"), lambda a: ", ".join(keywords(a.material, 5))),
    (re.compile(r"language"), _language),
)


def _by_name(name: str) -> re.Pattern[str] | None:
    plain = name.lower()
    return next((pattern for wanted, pattern in _NAMED if wanted.search(plain)), None)


def _stated(name: str, text: str) -> str | None:
    """Return what the text says after `Name:`, if it has such a line."""
    words = [re.escape(word) for word in name.split()]
    if not words:
        return None
    label = r"[ _-]?".join(words)
    pattern = rf"^[ \t>*#-]{{0,8}}{label}\**[ \t]*:\**[ \t]*(\S.{{0,300}})$"
    found = re.search(pattern, text, re.IGNORECASE | re.MULTILINE)
    return found[1].strip(" *") if found else None


def _near(name: str, text: str) -> float | None:
    """Return the number beside one of the words of a name: `total is 12`, or `12 chairs`."""
    number = _NUMBER.pattern
    for word in sorted(words_of(name), key=len, reverse=True):
        stem = re.escape(word.rstrip("s"))
        after = rf"\b{stem}s?\b[^\d\n.]{{0,30}}?({number})"
        before = rf"({number})\s+(?:[a-z]+\s+)?{stem}s?\b"
        if found := re.search(f"{before}|{after}", text, re.IGNORECASE):
            return _number(found[1] or found[2])
    return None


def _passage(name: str, description: str, assignment: Assignment) -> str:
    plain = name.lower()
    if re.search(r"summary|description|abstract|overview|gist|text|content", plain):
        count = re.search(r"(\d|one|two|three) sentences?", description.lower())
        number = {"one": 1, "two": 2, "three": 3}.get(count[1], 0) if count else 2
        return summary_of(assignment.text, number or int(count[1] if count else 2))
    chosen = best_sentences(assignment.text, 1, about=f"{name} {description}")
    return chosen[0] if chosen else clip(" ".join(assignment.text.split()), 200)


def _limited(text: str, description: str) -> str:
    """Keep to a length that the description names in words."""
    found = re.search(
        r"(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)\s+(words?|char)", description
    )
    if not found:
        return text
    number = _WORDS.get(found[1]) or int(found[1])
    if found[2] == "char":
        return clip(text, number)
    return shorten(text, number).rstrip(".") if number < 15 else shorten(text, number)


_NUMBER_WORDS: Final = "one two three four five six seven eight nine ten"
_WORDS: Final = {word: number for number, word in enumerate(_NUMBER_WORDS.split(), start=1)}


def _number(text: str) -> float:
    plain = text.replace(",", "").replace("'", "")
    return float(plain) if "." in plain else int(plain)
