"""Read a prompt the way the demo model does: what to do, how long, and with which material."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from nodes.sdk import Message
from runtime.llm.demo.extract import LONGEST_TEXT

Task = Literal["summary", "outline", "draft", "edit", "seo", "title", "notes", "review", "answer"]

SIGNATURE: Final = (
    "*Demo model: made by picking and ordering what the prompt says. "
    "Choose a real model for real answers.*"
)
"""The last line of a text of the demo model."""
SHORT_SIGNATURE: Final = "*(demo model)*"
"""The end of a short one, such as the summary of one document among many."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a prompt asks for."""

    task: Task
    instruction: str
    material: str
    parts: Mapping[str, str] = field(default_factory=dict[str, str])
    """The pieces of the material, when the prompt marks them: `<outline>...</outline>`."""
    facts: Mapping[str, str] = field(default_factory=dict[str, str])
    """Short lines such as `Topic: ...`, by their label in lower case."""
    sentences: int | None = None
    bullets: int | None = None
    words: int | None = None
    sections: int | None = None

    @property
    def text(self) -> str:
        """The material, or the instruction when there is nothing else to read."""
        return self.material or self.instruction

    @property
    def topic(self) -> str:
        """What it is about, as far as the prompt says so."""
        for label in ("topic", "subject", "title", "theme", "question", "about"):
            if self.facts.get(label):
                return self.facts[label].rstrip(".")
        if found := _ABOUT.search(self.instruction):
            return (found[1] or found[2]).strip(" \"'*.")
        return ""


def read_prompt(messages: Sequence[Message]) -> Assignment:
    """Return what a conversation asks for; its last message from the user counts."""
    system = "\n".join(m.content for m in messages if m.role == "system")
    user = next((m.content for m in reversed(messages) if m.role == "user"), "")
    plain = user[:LONGEST_TEXT].replace(SIGNATURE, "").replace(SHORT_SIGNATURE, "")
    plain = plain.replace("\r\n", "\n")
    parts = {name: content.strip() for name, content in _TAG.findall(plain)}
    instruction, material = _split(plain)
    order = f"{instruction}\n{system[:4000]}"
    return Assignment(
        task=_task(instruction) or _task(system[:4000]) or "answer",
        instruction=instruction,
        material=material.strip(),
        parts=parts,
        facts={**_facts(plain), **_facts(instruction)},
        sentences=_count(order, r"sentences?"),
        bullets=_count(order, r"(?:bullet(?:s|[ -]points?)|points|items|findings|key points)"),
        words=_count(order, r"words?"),
        sections=_count(order, r"(?:sections?|headings?|parts|chapters)"),
    )


_ABOUT: Final = re.compile(
    r"\b(?:about|on the topic of|on|titled|called)\s+"
    r"(?:[\"\u201c*]{1,2}([^\n\"\u201d*]{3,160})[\"\u201d*]|"
    r"([^\n.:;]{3,160}?)(?:\s(?:for|with|in|that|which|as)\b|[.\n:;]|$))"
)
_LONGEST_ORDER: Final = 1500
_TAG: Final = re.compile(
    r"^<([a-zA-Z_][\w-]{0,40})>[ \t]*\n(.*?)\n?^</\1>[ \t]*$", re.DOTALL | re.MULTILINE
)
_FENCE: Final = re.compile(r"^(```|\"\"\")[^\n]*\n(.*?)^\1", re.DOTALL | re.MULTILINE)
_LABELLED: Final = re.compile(
    r"^(?:#+ *)?(?:text|document|article|content|material|draft|outline|notes|research|source|"
    r"input|code|file content|transcript|summaries|findings)\b[^\n]{0,80}:[ \t]*\n",
    re.IGNORECASE | re.MULTILINE,
)
_ORDER: Final = re.compile(
    r"\s*(?:give|use|answer|begin|start|write|keep|return|list|include|mark|do not|don't|avoid|"
    r"make|open|end|respond|reply|format|focus|limit)\b",
    re.IGNORECASE,
)
_RULE: Final = re.compile(r"^(?:-{3,}|={3,}|\*{3,})[ \t]*$", re.MULTILINE)
_FACT: Final = re.compile(
    r"^[ \t*-]*([A-Za-z][A-Za-z _/-]{1,30})\**:\**[ \t]+(\S.{0,300})$", re.MULTILINE
)

_OBJECTS: Final[Mapping[str, Task]] = {
    "outline": "outline",
    "structure": "outline",
    "meta description": "seo",
    "seo": "seo",
    "search engine": "seo",
    "title": "title",
    "headline": "title",
    "summary": "summary",
    "abstract": "summary",
    "overview": "summary",
    "digest": "summary",
    "report": "summary",
    "blog post": "draft",
    "post": "draft",
    "article": "draft",
    "draft": "draft",
    "essay": "draft",
    "section": "draft",
    "notes": "notes",
    "facts": "notes",
    "key points": "notes",
    "review": "review",
    "findings": "review",
}
_MAKE: Final = re.compile(
    r"\b(?:write|create|make|draft|produce|prepare|give|develop|plan|compose|draw up|suggest|"
    r"propose|return|list|build|turn)\b[^.\n]{0,80}?\b("
    + "|".join(sorted(_OBJECTS, key=len, reverse=True))
    + r")s?\b",
    re.IGNORECASE,
)
_VERBS: Final[tuple[tuple[str, Task], ...]] = (
    (r"\b(?:summari[sz]e|sum up|condense|shorten|tl;?dr)", "summary"),
    (r"\b(?:edit|improve|revise|polish|proofread|rewrite|copy-?edit|tighten)\b", "edit"),
    (r"\b(?:research|collect|gather|brainstorm|find out)\b", "notes"),
    (r"\b(?:outline)\s+(?:a|an|the)\b", "outline"),
    (r"\b(?:review|inspect|audit)\b[^.\n]{0,60}\b(?:code|file|source|program)", "review"),
    (r"\bseo\b|\bsearch engines?\b", "seo"),
)
_NUMBER_WORDS: Final = "one two three four five six seven eight nine ten eleven twelve"
_NUMBERS: Final = {
    **{name: number for number, name in enumerate(_NUMBER_WORDS.split(), start=1)},
    "a single": 1,
    "a couple of": 2,
    "a few": 3,
}


def _split(prompt: str) -> tuple[str, str]:
    """Return the instruction and the material of a prompt."""
    if framed := [content.strip() for _, content in _TAG.findall(prompt)]:
        return _TAG.sub(" ", prompt).strip(), "\n\n".join(framed)
    fenced = [str(found[1]).strip() for found in _FENCE.findall(prompt)]
    # A fence or two inside a long text are part of the text, not a frame around it.
    if sum(map(len, fenced)) > 0.4 * len(prompt):
        return _FENCE.sub(" ", prompt).strip(), "\n\n".join(fenced)
    for pattern in (_LABELLED, _RULE):
        if (found := pattern.search(prompt)) and 0 < found.start() < _LONGEST_ORDER:
            return prompt[: found.start()].strip(), prompt[found.end() :]
    return _split_paragraphs(prompt)


def _split_paragraphs(prompt: str) -> tuple[str, str]:
    paragraphs = prompt.split("\n\n")
    for index, paragraph in enumerate(paragraphs):
        last = index == len(paragraphs) - 1
        if index > 5 and not last:
            continue
        if len(paragraph) < _LONGEST_ORDER and _task(paragraph):
            if last:
                return paragraph.strip(), "\n\n".join(paragraphs[:-1])
            rest = paragraphs[index + 1 :]
            orders = [*paragraphs[: index + 1], *(p for p in rest if _is_order(p))]
            return "\n\n".join(orders).strip(), "\n\n".join(p for p in rest if not _is_order(p))
    head, _, rest = prompt.partition(":")
    if len(head) < 200 and len(rest) > 3 * len(head):
        return head.strip(), rest
    if len(paragraphs) > 1 and len(paragraphs[0]) < _LONGEST_ORDER:
        return paragraphs[0].strip(), "\n\n".join(paragraphs[1:])
    return prompt[:_LONGEST_ORDER].strip(), "" if len(prompt) < _LONGEST_ORDER else prompt


def _is_order(paragraph: str) -> bool:
    """Say whether a paragraph tells what to do, or states facts such as `Topic: ...`."""
    if len(paragraph) > _LONGEST_ORDER:
        return False
    return bool(_ORDER.match(paragraph)) or all(
        _FACT.match(line) for line in paragraph.splitlines() if line.strip()
    )


def _task(order: str) -> Task | None:
    """Return what is asked for first."""
    found: list[tuple[int, Task]] = []
    if match := _MAKE.search(order):
        found.append((match.start(), _OBJECTS[match[1].lower()]))
    for pattern, task in _VERBS:
        if match := re.search(pattern, order, re.IGNORECASE):
            found.append((match.start(), task))
    return min(found)[1] if found else None


def _facts(prompt: str) -> dict[str, str]:
    return {
        match[1].strip().lower(): match[2].strip() for match in reversed([*_FACT.finditer(prompt)])
    }


def _count(order: str, what: str) -> int | None:
    number = r"(\d{1,4}|" + "|".join(_NUMBERS) + r")"
    upper = r"(?:\s*(?:-|\u2013|to|or)\s*(\d{1,4}|" + "|".join(_NUMBERS) + r"))?"
    pattern = (
        rf"\b{number}{upper}[ -](?:(?:short|key|main|clear|concise|important|plain) )?{what}\b"
    )
    match = re.search(pattern, order, re.IGNORECASE)
    if match is None:
        return None
    word = (match[2] or match[1]).lower()
    return max(1, int(word) if word.isdigit() else _NUMBERS[word])
