"""The slips in source code that the demo model knows."""

import re
from dataclasses import dataclass
from typing import Final, Literal

Area = Literal["security", "performance", "style"]
Severity = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One slip: how a line with it looks, why it is one, and what to do."""

    name: str
    area: Area
    severity: Severity
    problem: str
    advice: str
    pattern: re.Pattern[str]
    in_comments: bool = False


def _rule(
    name: str,
    area: Area,
    severity: Severity,
    problem: str,
    advice: str,
    *patterns: str,
    in_comments: bool = False,
) -> Rule:
    return Rule(name, area, severity, problem, advice, re.compile("|".join(patterns)), in_comments)


_SQL: Final = r"\b(?:select|insert into|update|delete from|SELECT|INSERT INTO|UPDATE|DELETE FROM)\b"

RULES: Final = (
    _rule(
        "eval", "security", "high",
        "It runs a string as code.",
        "Parse the value, or choose from a fixed table, instead of running it.",
        r"(?<![\w.])(?:eval|exec)\s*\(",
    ),
    _rule(
        "shell", "security", "high",
        "A command goes through the shell, so that input can add commands of its own.",
        "Pass a list of arguments to subprocess.run and leave the shell out.",
        r"shell\s*=\s*True", r"\bos\.(?:system|popen)\s*\(",
    ),
    _rule(
        "secret", "security", "high",
        "A secret stands in the source.",
        "Read it from the environment or a secret store, and change it: it is known now.",
        r"""\b\w{0,40}(?i:password|passwd|secret|api_?key|token)\w{0,40}["']?\s*[:=]\s*"""
        r"""["'][^"'\s]{4,}["']""",
    ),
    _rule(
        "sql", "security", "high",
        "An SQL statement is put together from strings.",
        "Use parameters of the database driver.",
        rf"""\bf"[^"]*{_SQL}[^"]*\{{|\bf'[^']*{_SQL}[^']*\{{""",
        rf"""["'][^"]*{_SQL}[^"]*["']\s*(?:\+|%|\.format)""",
    ),
    _rule(
        "unsafe-load", "security", "high",
        "It loads data in a form that can run code.",
        "Use JSON, or yaml.safe_load.",
        r"\b(?:pickle|marshal|shelve)\.loads?\s*\(", r"\byaml\.load\s*\((?!.*SafeLoader)",
    ),
    _rule(
        "inner-html", "security", "high",
        "Text is put into the page as HTML, so that it can run as a script.",
        "Use textContent, or sanitise the HTML first.",
        r"\.innerHTML\s*\+?=", r"dangerouslySetInnerHTML", r"document\.write\s*\(",
    ),
    _rule(
        "tls", "security", "high",
        "The certificate of the other side is not checked.",
        "Leave certificate checks on.",
        r"\bverify\s*=\s*False", r"rejectUnauthorized\s*:\s*false", r"\bCERT_NONE\b",
    ),
    _rule(
        "weak-hash", "security", "medium",
        "It uses a hash that is broken for security.",
        "Use SHA-256, or argon2 for passwords.",
        r"\b(?:md5|sha1)\s*\(",
    ),
    _rule(
        "random", "security", "medium",
        "A secret is drawn from a predictable generator.",
        "Use the module secrets, or crypto.getRandomValues.",
        r"(?:token|password|secret|key)\w*\s*=.*\brandom\.(?:random|randint|choice)",
        r"(?:token|password|secret|key)\w*\s*=.*Math\.random\(",
    ),
    _rule(
        "bind-all", "security", "low",
        "The service listens on all networks.",
        "Listen on 127.0.0.1 unless others must reach it.",
        r"""["']0\.0\.0\.0["']""",
    ),
    _rule(
        "bare-except", "style", "medium",
        "It catches every error, also those nobody expects.",
        "Catch the narrowest class, and let the rest fly.",
        r"^\s*except\s*:", r"^\s*except\s+(?:Base)?Exception\s*:\s*(?:pass|\.\.\.)?\s*$",
        r"catch\s*(?:\([^)]*\))?\s*\{\s*\}",
    ),
    _rule(
        "mutable-default", "style", "medium",
        "A default value is shared between all calls.",
        "Use None as the default and make the object inside.",
        r"^\s*(?:async\s+)?def\s+\w+\(.*=\s*(?:\[\]|\{\}|list\(\)|dict\(\)|set\(\))",
    ),
    _rule(
        "star-import", "style", "medium",
        "A star import hides where names come from.",
        "Import the names that are used.",
        r"^\s*from\s+\S+\s+import\s+\*",
    ),
    _rule(
        "global", "style", "medium",
        "A function changes a global variable.",
        "Pass the value in and return the new one.",
        r"^\s+global\s+\w",
    ),
    _rule(
        "none-equality", "style", "low",
        "None is compared with ==.",
        "Use `is None`.",
        r"[=!]=\s*None\b",
    ),
    _rule(
        "print", "style", "low",
        "Output for debugging is left in the code.",
        "Use a logger, or remove it.",
        r"^\s*(?:print|console\.log)\s*\(",
    ),
    _rule(
        "long-line", "style", "low",
        "The line is longer than 120 characters.",
        "Break it where the thought breaks.",
        r"^.{121}",
    ),
    _rule(
        "todo", "style", "low",
        "A note says that something is unfinished.",
        "Do it, or open an issue and name it here.",
        r"\b(?:TODO|FIXME|XXX|HACK)\b", in_comments=True,
    ),
    _rule(
        "sleep", "performance", "medium",
        "The thread sleeps; in asynchronous code everything stands still.",
        "Wait for the event itself, or use asyncio.sleep.",
        r"\btime\.sleep\s*\(",
    ),
    _rule(
        "no-timeout", "performance", "medium",
        "A request without a timeout can wait for ever.",
        "Give it a timeout.",
        r"\brequests\.(?:get|post|put|patch|delete)\((?!.*timeout)",
    ),
    _rule(
        "range-len", "performance", "low",
        "The loop counts indexes to reach elements.",
        "Loop over the elements, or use enumerate.",
        r"\bfor\s+\w+\s+in\s+range\(\s*len\(",
    ),
    _rule(
        "select-star", "performance", "low",
        "The query reads every column.",
        "Name the columns that are needed.",
        r"\b(?:select|SELECT)\s+\*\s+(?:from|FROM)\b",
    ),
    _rule(
        "read-all", "performance", "low",
        "The whole file is held in memory.",
        "Loop over the lines of the file.",
        r"\.readlines\(\)", r"\.read\(\)\.split",
    ),
    _rule(
        "string-sum", "performance", "low",
        "A string grows piece by piece and is copied each time.",
        "Collect the pieces and join them.",
        r"""^\s+\w+\s*\+=\s*(?:f?["']|str\()""",
    ),
)  # fmt: skip
"""In the order of a checklist: security, style, performance."""
