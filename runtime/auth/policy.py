"""Who may do what: nothing, unless a line here says so."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Protocol

from nodes.sdk import UserError


class Role(StrEnum):
    """What somebody is to this installation."""

    OWNER = "owner"
    """Somebody with an account: it is theirs, seen through a browser."""
    LOCAL = "local"
    """Whoever works on the command line: the files of the machine are theirs already."""


class Whoever(Protocol):
    """Somebody on whose behalf something is done."""

    @property
    def id(self) -> str:
        """The account, or `local` for the command line."""
        ...

    @property
    def role(self) -> Role | None:
        """What they are here; None for strangers."""
        ...


ACTIONS: Final[Mapping[str, frozenset[Role]]] = MappingProxyType(
    {
        action: frozenset(Role)
        for action in (
            "account.read", "account.write",
            "flow.read", "flow.write", "flow.delete",
            "run.read", "run.start", "run.cancel", "run.resume",
            "template.read", "template.use",
            "model.read", "key.read", "key.write",
            "file.read", "file.write",
        )
    }
    # To choose the folder a run works in is to open that folder to it.
    # And whoever may set a password without knowing the old one may be anybody.
    | {"run.anywhere": frozenset({Role.LOCAL}), "account.reset": frozenset({Role.LOCAL})}
)  # fmt: skip
"""Every action there is, and the roles that may do it."""


def check(actor: Whoever, action: str, resource: str = "") -> None:
    """Let the actor pass or raise; an action that is not listed is nobody's."""
    if not actor.id or actor.role not in ACTIONS.get(action, frozenset()):
        raise UserError(
            f"You may not do {action!r} here." if not resource else
            f"You may not do {action!r} on {resource!r}.",
            hint="Ask the owner of this installation.",
        )  # fmt: skip
