"""Who may do what: nothing, unless a line here says so."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Protocol

from nodes.sdk import UserError


class Role(StrEnum):
    """What somebody is to this installation; there is one role so far."""

    OWNER = "owner"


class Whoever(Protocol):
    """Somebody on whose behalf something is done."""

    @property
    def id(self) -> str:
        """The account, or `local` for the command line."""
        ...


ACTIONS: Final[Mapping[str, frozenset[Role]]] = MappingProxyType(
    {
        action: frozenset({Role.OWNER})
        for action in (
            "account.read", "account.write",
            "flow.read", "flow.write", "flow.delete",
            "run.read", "run.start", "run.cancel", "run.resume",
            "template.read", "template.use",
            "model.read", "key.read", "key.write",
            "file.read", "file.write",
        )
    }
)  # fmt: skip
"""Every action there is, and the roles that may do it."""


def role_of(actor: Whoever) -> Role | None:
    """Return the role of an actor; nobody has none."""
    return Role.OWNER if actor.id else None


def check(actor: Whoever, action: str, resource: str = "") -> None:
    """Let the actor pass or raise; an action that is not listed is nobody's."""
    role = role_of(actor)
    if role is None or role not in ACTIONS.get(action, frozenset()):
        raise UserError(
            f"You may not do {action!r} here." if not resource else
            f"You may not do {action!r} on {resource!r}.",
            hint="Ask the owner of this installation.",
        )  # fmt: skip
