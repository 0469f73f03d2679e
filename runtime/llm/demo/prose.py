"""Texts of the demo model: made from the sentences and words of the prompt."""

import re
from collections import Counter
from typing import Final

from runtime.llm.demo.extract import (
    best_sentences,
    clip,
    headings,
    keywords,
    list_items,
    sentences_of,
    shorten,
)
from runtime.llm.demo.prompt import Assignment
from runtime.llm.demo.review import findings_in, looks_like_code


def write(assignment: Assignment) -> str:
    """Return the text an assignment asks for, without the signature."""
    text = _WRITERS.get(assignment.task, _answer)(assignment)
    return shorten(text, assignment.words) if assignment.words and "\n" not in text else text


def summary_of(text: str, sentences: int) -> str:
    """Return the sentences that say most; the beginning when there are none."""
    if looks_like_code(text):
        return _code_summary(text)
    chosen = best_sentences(text, sentences)
    return " ".join(chosen) if chosen else clip(" ".join(text.split()), 300)


def _code_summary(source: str) -> str:
    areas = Counter(finding.area for finding in findings_in(source))
    lines = len(source.splitlines())
    if not areas:
        return f"{lines} lines of code without a finding."
    counts = _listed([f"{count} of {area}" for area, count in areas.most_common()])
    return f"{lines} lines of code with {areas.total()} findings: {counts}."


def title_of(assignment: Assignment) -> str:
    """Return a title from the topic, the first heading or the most frequent words."""
    found = headings(assignment.text)
    title = assignment.topic or (found[0] if found else "")
    if not title:
        title = " ".join(keywords(assignment.text, 4)) or "Untitled"
    return clip(title[:1].upper() + title[1:], 70)


def _summary(assignment: Assignment) -> str:
    if assignment.bullets is not None:
        return _bullets(best_sentences(assignment.text, assignment.bullets))
    documents = headings(assignment.text)
    if assignment.sentences is None and len(documents) > 3:
        return _by_heading(assignment.text)
    return summary_of(assignment.text, assignment.sentences or 3)


def _by_heading(text: str) -> str:
    parts = re.split(r"^(#{1,6}[ \t]+.+)$", text, flags=re.MULTILINE)
    lines = [f"{summary_of(text, 2)}\n"]
    for heading, body in zip(parts[1::2], parts[2::2], strict=False):
        chosen = best_sentences(body, 1)
        if chosen:
            lines.append(f"- **{heading.strip('# ')}**: {chosen[0]}")
    return "\n".join(lines[:40])


def _outline(assignment: Assignment) -> str:
    topic = title_of(assignment)
    lines = [f"# {topic}", ""]
    for title, points in _plan(assignment):
        lines += [f"## {title}", *(f"- {point}" for point in points), ""]
    return "\n".join(lines).rstrip()


def _plan(assignment: Assignment) -> list[tuple[str, list[str]]]:
    """Return sections with their points, taken from the notes where there are any."""
    number = assignment.sections or 5
    topic = title_of(assignment)
    about = _inside(topic)
    titles = [title.format(topic=about) for title in _SECTIONS]
    points = list_items(assignment.material) or best_sentences(assignment.material, number * 2)
    points = [point for point in points if point.lower() != topic.lower()]
    plan: list[tuple[str, list[str]]] = []
    for index, title in enumerate(titles[: max(1, number)]):
        own = points[index::number][:3]
        plan.append((title, own or [_POINTS[index % len(_POINTS)].format(topic=about)]))
    return plan


def _draft(assignment: Assignment) -> str:
    topic = title_of(assignment)
    about = _inside(topic)
    outline = assignment.parts.get("outline", assignment.material)
    sections = _sections(outline) or _plan(assignment)
    audience = assignment.facts.get("audience") or assignment.facts.get("readers") or "readers"
    lines = [f"# {topic}", "", _opening(topic, audience, [title for title, _ in sections])]
    for index, (title, points) in enumerate(sections[:8]):
        body = [_as_sentence(point) for point in points]
        if len(body) < 2:
            body.append(_FILLERS[index % len(_FILLERS)].format(topic=about, audience=audience))
        lines += ["", f"## {title}", "", " ".join(body)]
    lines += [
        "",
        f"Start small: pick one of the {len(sections[:8])} parts above and try it this week.",
    ]
    return "\n".join(lines)


def _sections(outline: str) -> list[tuple[str, list[str]]]:
    """Read the sections of an outline, if the material is one."""
    sections: list[tuple[str, list[str]]] = []
    for line in outline.splitlines():
        plain = line.strip()
        if plain.startswith("##"):
            sections.append((plain.strip("# "), []))
        elif plain and sections and not plain.startswith("#"):
            sections[-1][1].append(re.sub(r"^(?:[-*+•]|\d{1,3}[.)])\s+", "", plain))
    return sections if len(sections) > 1 else []


def _edit(assignment: Assignment) -> str:
    """Tighten a text: filler words go, spaces and doubled words are put right."""
    edited: list[str] = []
    fenced = False
    for line in assignment.parts.get("draft", assignment.text).strip().splitlines():
        fenced ^= line.lstrip().startswith("```")
        edited.append(line if fenced else _tighten(line))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(edited)).strip()


def _tighten(line: str) -> str:
    for wordy, plain in _WORDY:
        line = wordy.sub(plain, line)
    line = re.sub(r"\b(\w+) \1\b", r"\1", line)
    line = re.sub(r"(?<=\S) {2,}", " ", line)
    line = re.sub(r" +([,.;:!?])", r"\1", line)
    return (
        re.sub(r"(^|[.!?] )([a-z])", lambda m: m[1] + m[2].upper(), line)
        if line[:1].isalpha()
        else line
    )


def _seo(assignment: Assignment) -> str:
    title = clip(title_of(assignment), 60)
    description = clip(summary_of(assignment.text, 1), 155)
    words = ", ".join(keywords(assignment.text, 5))
    return f"Title: {title}\nDescription: {description}\nKeywords: {words}"


def _notes(assignment: Assignment) -> str:
    number = assignment.bullets or 6
    known = sentences_of(assignment.material)
    if len(known) > 2:
        return _bullets(best_sentences(assignment.material, number, about=assignment.topic))
    about = _inside(assignment.topic or title_of(assignment))
    return _bullets([point.format(topic=about) for point in _POINTS[:number]])


def _review(assignment: Assignment) -> str:
    found = findings_in(assignment.text)
    if not found:
        return "No findings: none of the patterns the demo model knows is in this code."
    return _bullets(
        [f"Line {f.line} ({f.area}, {f.severity}): {f.problem} {f.advice}" for f in found]
    )


def _answer(assignment: Assignment) -> str:
    if looks_like_code(assignment.text):
        return _review(assignment)
    about = assignment.instruction
    if assignment.bullets is not None:
        return _bullets(best_sentences(assignment.text, assignment.bullets, about=about))
    chosen = best_sentences(assignment.text, assignment.sentences or 3, about=about)
    return " ".join(chosen) or f"The prompt asks: {clip(' '.join(about.split()), 300)}"


def _bullets(points: list[str]) -> str:
    return "\n".join(f"- {point}" for point in points)


def _inside(topic: str) -> str:
    """Return a topic as it can stand inside a sentence; a long one becomes `it`."""
    plain = re.split(r"[:?!\u2013\u2014]", topic)[0].strip() or topic
    if len(plain.split()) > _LONGEST_INSIDE:
        return "it"
    first = plain.split(" ", 1)[0]
    keep = first.isupper() or any(char.isupper() for char in first[1:])
    return plain if keep else plain[:1].lower() + plain[1:]


def _opening(topic: str, audience: str, titles: list[str]) -> str:
    steps = _listed([title[:1].lower() + title[1:] for title in titles[:3]])
    return f"{topic.rstrip('.?!')}: what do {audience} need to know? This post covers {steps}."


def _as_sentence(point: str) -> str:
    plain = point.strip().rstrip(";,")
    plain = plain[:1].upper() + plain[1:]
    return plain if plain.endswith((".", "!", "?")) else f"{plain}."


def _listed(words: list[str]) -> str:
    return (
        words[0]
        if len(words) == 1
        else ", ".join(words[:-1]) + " and " + words[-1]
        if words
        else ""
    )


_LONGEST_INSIDE: Final = 4
_WRITERS: Final = {
    "summary": _summary,
    "outline": _outline,
    "draft": _draft,
    "edit": _edit,
    "seo": _seo,
    "title": title_of,
    "notes": _notes,
    "review": _review,
    "answer": _answer,
}
_SECTIONS: Final = (
    "What {topic} is about",
    "Why it matters now",
    "How to begin",
    "Mistakes that cost time",
    "How to tell that it works",
    "An example from practice",
    "What others have learned",
    "What to do next",
)
_POINTS: Final = (
    "What people mean when they say {topic}, in one plain sentence",
    "Who gains most from {topic}, and who can wait",
    "The first step, small enough for one afternoon",
    "The usual mistake: starting with tools instead of the question",
    "Two numbers that show whether {topic} pays off",
    "What changes when the first attempt has worked",
)
_FILLERS: Final = (
    "That is where {topic} starts for most {audience}.",
    "For {audience} this is the part that decides.",
    "One afternoon is enough for a first try, and its result tells more than a plan.",
    "Whoever has done it once knows to ask what the result is for.",
    "Write the number down before and after; a feeling is no measure.",
)
_WORDY: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), plain)
    for pattern, plain in (
        (r"\bin order to\b", "to"),
        (r"\bdue to the fact that\b", "because"),
        (r"\bat this point in time\b", "now"),
        (r"\bin the event that\b", "if"),
        (r"\ba large number of\b", "many"),
        (r"\bit is important to note that ", ""),
        (r"\b(?:very|really|quite|basically|actually|simply|just) ", ""),
        (r"\butili[sz]e", "use"),
    )
)
