"""Who is behind the request or page event that is being handled right now.

The gate and the socket guard say it, each for its own task; tasks and timers that are started
meanwhile inherit it. Outside of them there is nobody.
"""

from contextvars import ContextVar
from typing import Final

from nodes.sdk import UserError
from runtime.auth.policy import Role
from runtime.auth.session import Session
from runtime.services.actor import Actor

_SESSION: Final[ContextVar[Session | None]] = ContextVar("loomline_session", default=None)


def enter(session: Session | None) -> None:
    """Say who is behind what this task handles from now on."""
    _SESSION.set(session)


def current_actor() -> Actor:
    """Return who is here; raises UserError when nobody is signed in."""
    session = current_session()
    # Accounts are made by the first start alone, so whoever has one is an owner.
    return Actor(id=session.account_id, name=session.name, role=Role.OWNER)


def current_session() -> Session:
    """Return the session of who is here; raises UserError when nobody is signed in."""
    session = _SESSION.get()
    if session is None:
        raise UserError("You are not signed in.", hint="Sign in and try again.")
    return session
