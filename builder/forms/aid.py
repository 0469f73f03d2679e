"""What helps to fill in a field: values of earlier steps to choose from, and a preview."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that an expression may read: a port of a node that runs before."""

    node: str
    port: str
    node_label: str
    port_title: str
    type: str
    icon: str = "output"
    category: str = ""
    sample: str = ""
    """What it was in the last run, shortened; empty when it never ran."""

    @property
    def expression(self) -> str:
        """Return the text that reads it."""
        return "{{ " + self.reference + " }}"

    @property
    def reference(self) -> str:
        """Return its name as expressions write it."""
        return f"{self.node}.{self.port}"

    def matches(self, typed: str) -> bool:
        """Say whether it fits what was typed after the braces."""
        wanted = typed.strip().lower()
        words = f"{self.reference} {self.node_label} {self.port_title}".lower()
        return all(part in words for part in wanted.replace(".", " ").split())


@dataclass(frozen=True, slots=True)
class Preview:
    """What a value comes to with the data of the last run."""

    text: str = ""
    reason: str = ""
    """Why it comes to nothing, empty when it does not fail."""


class Aid(Protocol):
    """Helps with the fields of one node."""

    def offers(self) -> Sequence[Offer]:
        """Return what expressions here may read, nearest first."""
        ...

    def preview(self, value: Any) -> Preview | None:
        """Work a value out with the data of the last run; None when there is nothing to say."""
        ...


def typed_reference(text: str, caret: int) -> str | None:
    """Return what stands between the last open `{{` and the caret, None outside of braces."""
    before = text[: max(0, caret)]
    start = before.rfind("{{")
    if start < 0 or "}}" in before[start:]:
        return None
    inside = before[start + 2 :]
    return inside.lstrip() if len(inside) <= 120 and "\n" not in inside else None


def complete(text: str, caret: int, offer: Offer) -> tuple[str, int]:
    """Put an offer in at the caret; return the new text and where the caret goes."""
    caret = max(0, min(caret, len(text)))
    before, after = text[:caret], text[caret:]
    start = before.rfind("{{")
    if start >= 0 and "}}" not in before[start:]:
        head = before[:start]
        rest = after.lstrip()
        after = rest[2:] if rest.startswith("}}") else after
    else:
        head = before
    made = head + offer.expression
    return made + after, len(made)
