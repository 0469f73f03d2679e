"""What accounts, sessions and setup tokens look like, and what their store must promise."""

from collections.abc import Sequence
from typing import Protocol


class AccountRow(Protocol):
    """A person who may sign in."""

    @property
    def id(self) -> str:
        """Never changes."""
        ...

    @property
    def name(self) -> str:
        """What they are called, and what they sign in with."""
        ...

    @property
    def email(self) -> str:
        """Another name to sign in with; may be empty."""
        ...

    @property
    def password_hash(self) -> str:
        """Argon2id, with its parameters."""
        ...

    @property
    def disabled_at(self) -> float | None:
        """Since when they may not sign in."""
        ...

    @property
    def version(self) -> int:
        """Raised by every change that must end the sessions made before it."""
        ...


class SessionRow(Protocol):
    """A browser in which somebody signed in."""

    @property
    def id_hash(self) -> str:
        """SHA-256 of what the cookie holds."""
        ...

    @property
    def account_id(self) -> str:
        """Whose it is."""
        ...

    @property
    def created_at(self) -> float:
        """When they signed in."""
        ...

    @property
    def expires_at(self) -> float:
        """From when on it counts no more."""
        ...

    @property
    def seen_at(self) -> float:
        """When it was last used, give or take a day."""
        ...

    @property
    def version(self) -> int:
        """The version of the account when they signed in."""
        ...


class AccountStore(Protocol):
    """Where accounts, sessions, setup tokens and the audit trail are kept.

    Every method that changes something has committed when it returns.
    """

    async def count(self) -> int:
        """Return how many accounts there are."""
        ...

    async def all(self) -> Sequence[AccountRow]:
        """Return every account, the oldest first."""
        ...

    async def account(self, account_id: str) -> AccountRow | None:
        """Return the account with this id."""
        ...

    async def by_login(self, login: str) -> AccountRow | None:
        """Return the account with this name or e-mail address, whatever its letter case."""
        ...

    async def add_first(
        self, *, account_id: str, name: str, email: str, password_hash: str, now: float
    ) -> bool:
        """Add an account if there is none yet; False when somebody was faster."""
        ...

    async def set_password(self, account_id: str, password_hash: str) -> int:
        """Change the password and return the account's new version."""
        ...

    async def disable(self, account_id: str, *, now: float) -> None:
        """Forbid this account to sign in and raise its version."""
        ...

    async def add_session(
        self,
        *,
        id_hash: str,
        account_id: str,
        created_at: float,
        expires_at: float,
        agent: str,
        version: int,
    ) -> None:
        """Add a session."""
        ...

    async def session(self, id_hash: str) -> SessionRow | None:
        """Return the session with this hash."""
        ...

    async def touch_session(
        self, id_hash: str, *, seen_at: float, expires_at: float, version: int
    ) -> None:
        """Say that a session was used, until when it counts and for which account version."""
        ...

    async def drop_session(self, id_hash: str) -> None:
        """Delete a session; nothing happens when it is gone already."""
        ...

    async def drop_sessions(self, account_id: str, *, but: str = "") -> None:
        """Delete the sessions of an account, except the one with the hash `but`."""
        ...

    async def drop_expired(self, *, now: float) -> None:
        """Delete sessions and setup tokens that count no more."""
        ...

    async def add_setup_token(
        self, *, token_hash: str, created_at: float, expires_at: float
    ) -> None:
        """Keep the hash of a setup token; those made before count no more."""
        ...

    async def use_setup_token(self, token_hash: str, *, now: float) -> bool:
        """Mark a token as used; False when it is unknown, used or expired."""
        ...

    async def audit(
        self,
        *,
        at: float,
        actor: str,
        action: str,
        target: str,
        decision: str,
        detail: str = "",
    ) -> None:
        """Append a row to the audit trail."""
        ...
