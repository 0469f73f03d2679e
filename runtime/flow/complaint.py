"""Everything that is wrong with the shape of a document, in sentences."""

import difflib
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from nodes.sdk import UserError
from runtime.flow.wording import predicate


class DocumentError(UserError):
    """A document is not well formed: the first fault is the message, `faults` are all of them."""

    def __init__(self, faults: Sequence[UserError]) -> None:
        first, *rest = faults
        more = f" ({len(rest)} more of this kind.)" if rest else ""
        super().__init__(f"{first.message}{more}", hint=first.hint)
        self.place = first.place
        self.faults = tuple(faults)


def complaints(error: ValidationError) -> list[UserError]:
    """Return what pydantic found as errors with their places."""
    return [_complaint(found) for found in error.errors(include_url=False)]


def _complaint(found: ErrorDetails) -> UserError:
    place = [str(part) for part in found["loc"]]
    if found["type"] == "unknown_key":
        return _unknown_key(found.get("ctx", {})).at(*place)
    if place and place[-1] == "[key]":
        name = place[-2]
        return UserError(
            f"{name!r} is no id.",
            hint="An id is small letters, digits and '_', and begins with a letter: 'draft_k7m2'.",
        ).at(*place[:-1])
    where = ".".join(place) or "The file"
    subject = repr(where) if place else where
    return UserError(f"{subject} {predicate(found)}.", hint=_hint(place)).at(*place)


def _unknown_key(context: dict[str, Any]) -> UserError:
    keys, known = context["keys"], context["known"]
    near = difflib.get_close_matches(keys[0], known, n=1)
    hint = f"Did you mean {near[0]!r}?" if near else f"Known keys: {', '.join(known)}."
    also = f" Nor are {', '.join(map(repr, keys[1:4]))}." if len(keys) > 1 else ""
    return UserError(
        f"The key {keys[0]!r} is not known here.{also}",
        hint=f"{hint} Keys of your own begin with 'x-'.",
    )


_HINTS = {
    "type": "A node type is written as name@version, such as 'llm.chat@1'.",
    "timeout": "Write a number and a unit, such as '30s', '5m' or '3d'.",
    "id": "The id of a flow looks like 'flw_7q2m9x4k'.",
    "name": "A name is small letters, digits and '-', such as 'support-triage'.",
}


def _hint(place: Sequence[str]) -> str:
    return _HINTS.get(place[-1], "") if place else ""
