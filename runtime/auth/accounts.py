"""Accounts: the first start, signing in and out, changing a password."""

import secrets
from collections.abc import Callable, Sequence
from typing import Final

from nodes.sdk import UserError
from runtime.auth.backoff import Backoff
from runtime.auth.password import Passwords, check_password
from runtime.auth.policy import Whoever, check
from runtime.auth.rows import AccountStore
from runtime.auth.session import Session, Sessions, hash_token

SETUP_MINUTES: Final = 30
_WRONG: Final = "That name and password do not belong together."


class TooSoonError(UserError):
    """Too many wrong passwords; `seconds` says how long to wait."""

    def __init__(self, seconds: float) -> None:
        self.seconds = max(1, round(seconds))
        unit = "second" if self.seconds == 1 else "seconds"
        super().__init__(f"Too many wrong passwords. Try again in {self.seconds} {unit}.")


class Accounts:
    """The people of this installation."""

    def __init__(
        self, store: AccountStore, *, clock: Callable[[], float], steady: Callable[[], float]
    ) -> None:
        self.sessions = Sessions(store, clock=clock)
        self._store = store
        self._clock = clock
        self._passwords = Passwords()
        self._by_account = Backoff(steady, cap=60)
        self._by_address = Backoff(steady, cap=900, free=20)
        self._exist = False

    async def exist(self) -> bool:
        """Tell whether anybody has an account yet."""
        if not self._exist:  # accounts are disabled, never deleted: once true, always true
            self._exist = await self._store.count() > 0
        return self._exist

    async def setup_token(self) -> str:
        """Return a fresh one-time token for the first start; earlier ones count no more."""
        token = secrets.token_urlsafe(24)
        now = self._clock()
        await self._store.add_setup_token(
            token_hash=hash_token(token), created_at=now, expires_at=now + SETUP_MINUTES * 60
        )
        return token

    async def set_up(self, token: str, *, name: str, password: str) -> str:
        """Make the first account and return its id; the token is used up."""
        name = clean_name(name)
        check_password(password, name=name)
        hashed = await self._passwords.hash(password)
        if not token or not await self._store.use_setup_token(hash_token(token), now=self._clock()):
            await self._audit("", "account.setup", name, "denied", "token")
            raise UserError(
                "This setup link is used up or too old.",
                hint="Start Loomline again: it prints a new one while there is no account.",
            )
        return await self._add_first(name, hashed)

    async def add_admin(self, password: str) -> str:
        """Make the account `admin` for a start without a screen; returns its id."""
        check_password(password, name="admin")
        return await self._add_first("admin", await self._passwords.hash(password))

    async def sign_in(
        self, login: str, password: str, *, address: str, agent: str
    ) -> tuple[str, Session]:
        """Return the value of the cookie and the session of whoever knows the password."""
        login = " ".join(login.split())[:200]
        key = login.casefold()
        wait = max(self._by_account.wait(key), self._by_address.wait(address))
        if wait > 0:
            raise TooSoonError(wait)
        account = await self._store.by_login(login) if login else None
        usable = account if account and account.disabled_at is None else None
        right = await self._passwords.verify(
            usable.password_hash if usable else None, password[:1024]
        )
        if usable is None or not right:
            self._by_account.wrong(key)
            self._by_address.wrong(address)
            await self._audit(usable.id if usable else "", "session.start", "", "denied", address)
            raise UserError(_WRONG, hint="Check both and try again.")
        self._by_account.right(key)
        token, session = await self.sessions.start(usable, agent=agent)
        await self._audit(usable.id, "session.start", session.id[:12], "allowed", address)
        return token, session

    async def sign_out(self, session: Session) -> None:
        """End a session: its cookie is worth nothing from now on."""
        await self.sessions.end(session.id)
        await self._audit(session.account_id, "session.end", session.id[:12], "allowed")

    async def change_password(self, session: Session, *, old: str, new: str) -> None:
        """Change the password and end every other session of the account."""
        account = await self._store.account(session.account_id)
        wait = self._by_account.wait(session.account_id)
        if wait > 0:
            raise TooSoonError(wait)
        if account is None or not await self._passwords.verify(account.password_hash, old[:1024]):
            self._by_account.wrong(session.account_id)
            await self._audit(session.account_id, "account.password", "", "denied")
            raise UserError("The old password is not right.")
        check_password(new, name=account.name)
        version = await self._store.set_password(account.id, await self._passwords.hash(new))
        await self.sessions.carry(session.id, version=version)
        await self.sessions.end_others(account.id, keep=session.id)
        await self._audit(account.id, "account.password", account.id, "allowed")

    async def names(self, actor: Whoever) -> Sequence[str]:
        """Return the names of all accounts, the oldest first."""
        check(actor, "account.read")
        return [account.name for account in await self._store.all()]

    async def reset_password(self, actor: Whoever, name: str, new: str) -> None:
        """Give an account a new password without asking for the old one; ends its sessions."""
        check(actor, "account.reset", name)
        account = await self._store.by_login(name)
        if account is None:
            known = ", ".join(repr(one.name) for one in await self._store.all())
            raise UserError(
                f"There is no account {name!r}.",
                hint=f"There are: {known}." if known else "'loomline serve' makes the first one.",
            )
        check_password(new, name=account.name)
        await self._store.set_password(account.id, await self._passwords.hash(new))
        await self.sessions.end_others(account.id)
        self._by_account.right(account.name.casefold())
        await self._audit(actor.id, "account.reset", account.id, "allowed")

    async def disable(self, account_id: str, *, actor: str) -> None:
        """Forbid an account to sign in and end its sessions."""
        await self._store.disable(account_id, now=self._clock())
        await self.sessions.end_others(account_id)
        await self._audit(actor, "account.disable", account_id, "allowed")

    async def tidy(self) -> None:
        """Delete what has expired."""
        await self._store.drop_expired(now=self._clock())

    async def _add_first(self, name: str, password_hash: str) -> str:
        account_id = f"acc_{secrets.token_hex(12)}"
        if not await self._store.add_first(
            account_id=account_id,
            name=name,
            email="",
            password_hash=password_hash,
            now=self._clock(),
        ):
            raise UserError("Loomline is set up already.", hint="Sign in instead.")
        await self._audit(account_id, "account.setup", account_id, "allowed")
        return account_id

    async def _audit(
        self, actor: str, action: str, target: str, decision: str, detail: str = ""
    ) -> None:
        await self._store.audit(
            at=self._clock(),
            actor=actor,
            action=action,
            target=target[:200],
            decision=decision,
            detail=detail[:200],
        )


def clean_name(name: str) -> str:
    """Return a name as it is stored; refuses what cannot be one."""
    name = " ".join(name.split())
    if not name:
        raise UserError("Tell a name to sign in with.")
    if len(name) > 80 or not name.isprintable():
        raise UserError("The name may have up to 80 visible characters.")
    return name
