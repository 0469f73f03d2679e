"""Finds what looks like a secret in a flow, before it is saved, exported or shared.

It looks for the shapes that providers give their keys, for private keys, for passwords in
addresses, and for random-looking values of settings whose name says that they are secret. Prose,
hashes, UUIDs and paths are left alone: a check that cries wolf is switched off.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pydantic import JsonValue

from nodes.sdk import UserError
from runtime.flow.model import Document, Flow


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that looks like a secret."""

    node: str
    """Id of the node or note, empty when it is in the flow itself."""
    field: str
    what: str
    """What it looks like, for example `an OpenAI key`."""


_SHAPES: Final[tuple[tuple[str, str, re.Pattern[str]], ...]] = tuple(
    (what, needle, re.compile(pattern))
    for what, needle, pattern in (
        ("a private key", "PRIVATE KEY", r"-----BEGIN (?:[A-Z]{2,12} ){0,3}PRIVATE KEY-----"),
        ("an Anthropic key", "sk-ant-", r"\bsk-ant-[A-Za-z0-9_-]{20,}"),
        ("an OpenRouter key", "sk-or-", r"\bsk-or-v1-[A-Za-z0-9]{32,}"),
        ("an OpenAI key", "sk-", r"\bsk-(?=[A-Za-z_-]*\d)[A-Za-z0-9_-]{20,}"),
        ("a Google key", "AIza", r"\bAIza[A-Za-z0-9_-]{35}"),
        ("a Google OAuth secret", "GOCSPX-", r"\bGOCSPX-[A-Za-z0-9_-]{20,}"),
        ("a GitHub token", "gh", r"\bgh[pousr]_[A-Za-z0-9]{36}"),
        ("a GitHub token", "github_pat_", r"\bgithub_pat_[A-Za-z0-9_]{40,}"),
        ("a GitLab token", "glpat-", r"\bglpat-[A-Za-z0-9_-]{20,}"),
        ("a Hugging Face token", "hf_", r"\bhf_[A-Za-z0-9]{30,}"),
        ("a Groq key", "gsk_", r"\bgsk_[A-Za-z0-9]{40,}"),
        ("an xAI key", "xai-", r"\bxai-[A-Za-z0-9]{40,}"),
        ("a Perplexity key", "pplx-", r"\bpplx-[A-Za-z0-9]{40,}"),
        ("a Slack token", "xox", r"\bxox[abeoprs]-[A-Za-z0-9-]{10,}"),
        ("a Slack webhook", "hooks.slack", r"hooks\.slack\.com/services/T\w+/B\w+/\w{16,}"),
        ("an AWS access key", "IA", r"\b(?:AKIA|ASIA)[A-Z2-7]{16}\b"),
        ("a Stripe key", "k_", r"\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}"),
        ("a SendGrid key", "SG.", r"\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}"),
        ("an npm token", "npm_", r"\bnpm_[A-Za-z0-9]{36}\b"),
        ("a PyPI token", "pypi-", r"\bpypi-[A-Za-z0-9_-]{50,}"),
        ("a Telegram bot token", ":AA", r"\b[0-9]{8,10}:AA[A-Za-z0-9_-]{33}\b"),
        ("a JSON web token", "eyJ", r"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{16,}"),
        (
            "a password in an address",
            "://",
            r"\b[a-z][a-z0-9+.-]{1,20}://[^\s/:@{}<>]{1,80}:(?!pass|secret|\*|x+@)[^\s/@{}<>]{3,80}@",
        ),
        ("a bearer token", "earer ", r"[Bb]earer (?=\S*\d)[A-Za-z0-9_.~+/-]{24,}"),
    )
)  # fmt: skip
"""What it is, a piece of text it always holds (a quick look first), and its shape."""
_SECRET_NAME: Final = re.compile(
    r"(?i)(?:^|[_\-. ])(?:api[_\-. ]?key|secret|passw(?:or)?d|passphrase|token|private[_\-. ]?key"
    r"|access[_\-. ]?key|authorization|auth|x-api-key)$"
)
_ORDINARY: Final = re.compile(
    r"(?i)^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[./~\\].*|[a-z]+://.*)$"
)
_PLACEHOLDER: Final = re.compile(
    r"(?i)^(?:[<\[({].*[>\])}]|\$.*|(.)\1*|x+|\*+|\.+|your[-_ ].*|my[-_ ].*|changeme|example.*)$"
)
_MIN_LENGTH: Final = 12
_MIN_BITS: Final = 2.8
"""Random characters carry more bits each; words of a language carry fewer."""


def find_secrets(flow: Flow) -> list[Hit]:
    """Return everything in the literals of a flow that looks like a secret, by node and field."""
    hits: list[Hit] = []
    texts = [("title", flow.title), ("description", flow.description)]
    texts += [(f"inputs.{name}", spec.default) for name, spec in flow.inputs.items()]
    hits += _hits("", texts)
    for node_id, node in flow.nodes.items():
        literals = [("label", node.label), *node.inputs.items()]
        if node.policy.default:
            literals.append(("policy.default", node.policy.default))
        hits += _hits(node_id, literals)
    return hits


def refuse_secrets(document: Document) -> None:
    """Raise UserError naming the first thing in a document that looks like a secret."""
    notes = [
        hit for name, note in document.layout.notes.items() for hit in _in_note(name, note.text)
    ]
    for hit in [*find_secrets(document.flow), *notes]:
        raise UserError(
            f"{hit.field!r} holds what looks like {hit.what}.",
            hint="Flows are shared and kept in git: put it into a credential and choose that here.",
        ).at(*([hit.node] if hit.node else []))


def _in_note(name: str, text: str) -> list[Hit]:
    return _hits(name, [("text", text)])


def _hits(node: str, values: list[tuple[str, JsonValue]]) -> list[Hit]:
    return [
        Hit(node, field, what)
        for name, value in values
        for field, text in _texts(name, value)
        if (what := _looks_like(field, text))
    ]


def _texts(field: str, value: JsonValue) -> Iterator[tuple[str, str]]:
    todo: list[tuple[str, JsonValue]] = [(field, value)]
    while todo:
        place, part = todo.pop()
        if isinstance(part, str):
            yield place, part
        elif isinstance(part, dict):
            todo.extend((f"{place}.{key}", inner) for key, inner in part.items())
        elif isinstance(part, list):
            todo.extend((place, inner) for inner in part)


def _looks_like(field: str, text: str) -> str:
    if len(text) < _MIN_LENGTH:
        return ""
    for what, needle, shape in _SHAPES:
        if needle in text and shape.search(text):
            return what
    if _SECRET_NAME.search(field) and _is_random(text.strip()):
        return "a secret"
    return ""


def _is_random(text: str) -> bool:
    """Say whether a text could be a generated secret: one long word of mixed characters."""
    if len(text) < _MIN_LENGTH or re.search(r"\s|\{\{", text):
        return False
    if _ORDINARY.match(text) or _PLACEHOLDER.match(text):
        return False
    kinds = sum(bool(re.search(kind, text)) for kind in ("[a-z]", "[A-Z]", "[0-9]"))
    counts = Counter(text).values()
    bits = -sum(n / len(text) * math.log2(n / len(text)) for n in counts)
    return kinds > 1 and bits > _MIN_BITS
