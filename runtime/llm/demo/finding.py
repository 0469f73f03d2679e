"""Fill forms for findings in source code: lists of objects with a line and a problem."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

from runtime.llm.demo.prompt import Assignment
from runtime.llm.demo.review import Finding, findings_in, looks_like_code


def finding_items(item: Mapping[str, Any], assignment: Assignment) -> list[dict[str, Any]] | None:
    """Return one object for each finding; None when the form or the material is not for that."""
    properties = cast("Mapping[str, Mapping[str, Any]]", item.get("properties") or {})
    if not _is_for_findings(properties) or not looks_like_code(assignment.text):
        return None
    wanted = assignment.instruction.lower()
    areas = [area for area in ("security", "performance", "style") if area in wanted]
    path = assignment.facts.get("file") or assignment.facts.get("path") or ""
    return [
        {name: _value(name, schema, finding, path) for name, schema in properties.items()}
        for finding in findings_in(assignment.text)
        if not areas or finding.area in areas
    ]


def _is_for_findings(properties: Mapping[str, Any]) -> bool:
    names = " ".join(properties)
    return bool(_LINE.search(names) and (_PROBLEM.search(names) or _SEVERITY.search(names)))


_LINE: Final = re.compile(r"\bline", re.IGNORECASE)
_PROBLEM: Final = re.compile(
    r"message|problem|issue|finding|title|description|text|detail|what", re.IGNORECASE
)
_SEVERITY: Final = re.compile(r"severity|level|priority|impact|risk", re.IGNORECASE)
_AREA: Final = re.compile(r"categ|kind|type|area|check|topic|aspect", re.IGNORECASE)
_ADVICE: Final = re.compile(r"fix|advice|recommend|suggest|remed|how|solution", re.IGNORECASE)
_CODE: Final = re.compile(r"code|snippet|evidence|quote|excerpt", re.IGNORECASE)
_PATH: Final = re.compile(r"file|path", re.IGNORECASE)
_RULE: Final = re.compile(r"\b(?:rule|id|name)\b", re.IGNORECASE)
_LADDER: Final = {
    "high": ("high", "critical", "error", "severe", "major", "blocker", "danger"),
    "medium": ("medium", "moderate", "warning", "warn", "normal", "minor"),
    "low": ("low", "info", "note", "hint", "minor", "trivial", "style"),
}


def _value(name: str, schema: Mapping[str, Any], finding: Finding, path: str) -> Any:
    kinds = schema.get("type")
    if kinds in ("integer", "number") or (isinstance(kinds, list) and "integer" in kinds):
        return finding.line if _LINE.search(name) else 1
    if kinds == "boolean":
        return True
    if kinds == "array":
        return []
    options = cast("Sequence[Any]", schema.get("enum") or ())
    if options:
        return _option(options, name, finding)
    return _text(name, finding, path)


def _option(options: Sequence[Any], name: str, finding: Finding) -> Any:
    names = _LADDER[finding.severity] if _SEVERITY.search(name) else (finding.area,)
    for wanted in names:
        for option in options:
            if wanted in str(option).lower():
                return option
    if _SEVERITY.search(name):
        place = {"high": 0, "medium": len(options) // 2, "low": -1}[finding.severity]
        return options[place]
    return options[-1]


def _text(name: str, finding: Finding, path: str) -> str:
    for pattern, text in (
        (_SEVERITY, finding.severity),
        (_ADVICE, finding.advice),
        (_CODE, finding.code),
        (_LINE, str(finding.line)),
        (_PROBLEM, finding.problem),
        (_AREA, finding.area),
        (_PATH, path),
        (_RULE, finding.rule),
    ):
        if pattern.search(name):
            return text
    return finding.problem
