"""Find well-known slips in source code, line by line."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from runtime.llm.demo.rules import RULES, Area, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One slip and where it is."""

    rule: str
    line: int
    area: Area
    severity: Severity
    problem: str
    advice: str
    code: str


def looks_like_code(text: str) -> bool:
    """Say whether a text is source code rather than prose."""
    lines = [line for line in text[:40_000].splitlines()[:400] if line.strip()]
    if len(lines) < 2:
        return False
    if all(_LISTING.match(line) for line in lines):
        return True
    marks = sum(1 for _, line in _numbered("\n".join(lines)) if _CODE_LINE.search(line))
    return marks / len(lines) > 0.3


@lru_cache(maxsize=4)
def findings_in(source: str) -> tuple[Finding, ...]:
    """Return what is wrong in a source, by line; lines may carry their number in front.

    The last ones are kept: a form asks for the findings and for a summary of them.
    """
    lines = _numbered(source)
    found: list[Finding] = []
    for index, (number, line) in enumerate(lines[:_MOST_LINES]):
        comment = line.lstrip().startswith(("#", "//", "*", "/*"))
        for rule in RULES:
            if (rule.in_comments or not comment) and rule.pattern.search(line):
                found.append(
                    Finding(
                        rule.name,
                        number,
                        rule.area,
                        rule.severity,
                        rule.problem,
                        rule.advice,
                        line.strip()[:160],
                    )
                )
        if missing := _without_docstring(lines, index):
            found.append(missing)
    return tuple(_thinned(found))


_MOST_LINES: Final = 5000
_MOST_OF_A_KIND: Final = 5
_NUMBER: Final = re.compile(r"^\s{0,6}(\d{1,6})(?:[:|│]|\s*\|)\s?(.*)$")
_LISTING: Final = re.compile(r"\s{0,6}\d{1,6}\|(?:\s|$)")
"""A line with its number in front: nobody does that to prose."""
_CODE_LINE: Final = re.compile(
    r"[;{}]\s*$|^\s*(?:import|from)\s+[\w.{\"']+|^\s*(?:return|pass|break|continue|else:|try:)|"
    r"^\s*(?:def|class|if|for|while|function|const|let|var|public|private|func|fn|package|using|"
    r"elif|except|with|async|await|export|static)\b.*[:({;=)]|"
    r"^\s*[\w.\[\]\"']+\s*[-+*/|&]?=\s*\S|^\s*[\w.]+\(.*\)\s*$|^\s*(?:@\w|//|#include|#!)"
)
_DEFINITION: Final = re.compile(r"^\s*(?:async\s+)?(?:def|class)\s+([A-Za-z]\w*)")


def _numbered(source: str) -> list[tuple[int, str]]:
    lines = [line[:2000] for line in source.splitlines()]
    matches = [_NUMBER.match(line) for line in lines]
    known = sum(1 for match in matches if match)
    if lines and known >= 0.8 * len(lines):
        return [(int(m[1]), m[2]) for m in matches if m]
    return list(enumerate(lines, start=1))


def _without_docstring(lines: list[tuple[int, str]], index: int) -> Finding | None:
    number, line = lines[index]
    match = _DEFINITION.match(line)
    if not match or match[1].startswith("_"):
        return None
    end = index
    while end < min(index + 20, len(lines) - 1) and not lines[end][1].rstrip().endswith(":"):
        end += 1
    if not lines[end][1].rstrip().endswith(":"):
        return None
    first = next((text.strip() for _, text in lines[end + 1 : end + 4] if text.strip()), "")
    if first.startswith(('"""', "'''", 'r"""', '"')):
        return None
    return Finding(
        "docstring", number, "style", "low", f"{match[1]!r} has no docstring.",
        "Say in one sentence what it is for.", line.strip()[:160],
    )  # fmt: skip


def _thinned(found: list[Finding]) -> list[Finding]:
    """Keep a report readable: at most a few findings of each kind."""
    kept: list[Finding] = []
    counts: dict[str, int] = {}
    for finding in found:
        counts[finding.rule] = counts.get(finding.rule, 0) + 1
        if counts[finding.rule] <= _MOST_OF_A_KIND:
            kept.append(finding)
    return kept
