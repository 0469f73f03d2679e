"""Accounts, the browsers they are signed in with, setup tokens and the audit trail."""

from dataclasses import dataclass

from sqlmodel import Session, col, delete, func, select, update

from nodes.sdk import UserError
from runtime.store.database import Database
from runtime.store.tables import AccountRow, AuditRow, SessionRow, SetupTokenRow
from runtime.store.text import clean


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """A person who may sign in."""

    id: str
    name: str
    email: str
    password_hash: str
    created_at: float
    disabled_at: float | None
    version: int
    """Raised by every change that must end the sessions made before it."""


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """A browser in which somebody signed in."""

    id_hash: str
    account_id: str
    created_at: float
    expires_at: float
    seen_at: float
    agent: str
    version: int


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """Who did what, and whether it was allowed."""

    seq: int
    at: float
    actor: str
    action: str
    target: str
    decision: str
    detail: str


class AccountStore:
    """Where accounts and sessions are kept; everything is on disk when a method returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def count(self) -> int:
        """Return how many accounts there are."""
        return await self._database.read(_count)

    async def all(self) -> list[AccountRecord]:
        """Return every account, the oldest first."""

        def work(session: Session) -> list[AccountRecord]:
            rows = session.exec(select(AccountRow).order_by(col(AccountRow.created_at))).all()
            return [found for row in rows if (found := _account(row))]

        return await self._database.read(work)

    async def account(self, account_id: str) -> AccountRecord | None:
        """Return the account with this id."""
        return await self._database.read(
            lambda session: _account(session.get(AccountRow, account_id))
        )

    async def by_login(self, login: str) -> AccountRecord | None:
        """Return the account with this name or e-mail address, whatever its letter case."""
        wanted = login.strip().casefold()

        def work(session: Session) -> AccountRecord | None:
            # Compared in Python: SQLite's lower() knows the letters of English only. An
            # account's name goes before another one's address, so that nobody can take it over.
            rows = session.exec(select(AccountRow).order_by(col(AccountRow.created_at))).all()
            by_name = (row for row in rows if row.name.casefold() == wanted)
            by_email = (row for row in rows if row.email and row.email.casefold() == wanted)
            return _account(next(by_name, None) or next(by_email, None))

        return await self._database.read(work)

    async def add_first(
        self, *, account_id: str, name: str, email: str, password_hash: str, now: float
    ) -> bool:
        """Add an account if there is none yet; False when somebody was faster."""

        def work(session: Session) -> bool:
            if _count(session):
                return False
            session.add(
                AccountRow(
                    id=account_id,
                    name=clean(name),
                    email=clean(email),
                    password_hash=password_hash,
                    created_at=now,
                )
            )
            return True

        return await self._database.write(work)

    async def set_password(self, account_id: str, password_hash: str) -> int:
        """Change the password and return the account's new version."""

        def work(session: Session) -> int:
            row = _needed(session, account_id)
            row.password_hash = password_hash
            row.version += 1
            return row.version

        return await self._database.write(work)

    async def disable(self, account_id: str, *, now: float) -> None:
        """Forbid this account to sign in and raise its version."""

        def work(session: Session) -> None:
            row = _needed(session, account_id)
            row.disabled_at = now
            row.version += 1

        await self._database.write(work)

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
        row = SessionRow(
            id_hash=id_hash,
            account_id=account_id,
            created_at=created_at,
            expires_at=expires_at,
            seen_at=created_at,
            agent=clean(agent)[:400],
            version=version,
        )
        await self._database.write(lambda session: session.add(row))

    async def session(self, id_hash: str) -> SessionRecord | None:
        """Return the session with this hash."""
        return await self._database.read(lambda session: _session(session.get(SessionRow, id_hash)))

    async def touch_session(
        self, id_hash: str, *, seen_at: float, expires_at: float, version: int
    ) -> None:
        """Say that a session was used, until when it counts and for which account version."""
        values = {"seen_at": seen_at, "expires_at": expires_at, "version": version}
        change = update(SessionRow).where(col(SessionRow.id_hash) == id_hash).values(**values)
        await self._database.write(lambda session: _run(session, change))

    async def drop_session(self, id_hash: str) -> None:
        """Delete a session; nothing happens when it is gone already."""
        change = delete(SessionRow).where(col(SessionRow.id_hash) == id_hash)
        await self._database.write(lambda session: _run(session, change))

    async def drop_sessions(self, account_id: str, *, but: str = "") -> None:
        """Delete the sessions of an account, except the one with the hash `but`."""
        change = delete(SessionRow).where(
            col(SessionRow.account_id) == account_id, col(SessionRow.id_hash) != but
        )
        await self._database.write(lambda session: _run(session, change))

    async def drop_expired(self, *, now: float) -> None:
        """Delete sessions and setup tokens that count no more."""
        changes = (
            delete(SessionRow).where(col(SessionRow.expires_at) <= now),
            delete(SetupTokenRow).where(col(SetupTokenRow.expires_at) <= now),
        )
        await self._database.write(lambda session: _run(session, *changes))

    async def add_setup_token(
        self, *, token_hash: str, created_at: float, expires_at: float
    ) -> None:
        """Keep the hash of a setup token; those made before count no more."""

        def work(session: Session) -> None:
            _run(session, delete(SetupTokenRow))
            row = SetupTokenRow(hash=token_hash, created_at=created_at, expires_at=expires_at)
            session.add(row)

        await self._database.write(work)

    async def use_setup_token(self, token_hash: str, *, now: float) -> bool:
        """Mark a token as used; False when it is unknown, used or expired."""

        def work(session: Session) -> bool:
            row = session.get(SetupTokenRow, token_hash)
            if row is None or row.used_at is not None or row.expires_at <= now:
                return False
            row.used_at = now
            return True

        return await self._database.write(work)

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
        row = AuditRow(
            at=at,
            actor=clean(actor),
            action=clean(action),
            object=clean(target),
            decision=clean(decision),
            detail=clean(detail),
        )
        await self._database.write(lambda session: session.add(row))

    async def trail(self, *, before: int | None = None, limit: int = 100) -> list[AuditRecord]:
        """Return rows of the audit trail, newest first, older than row `before`."""

        def work(session: Session) -> list[AuditRecord]:
            query = select(AuditRow).order_by(col(AuditRow.seq).desc()).limit(limit)
            if before is not None:
                query = query.where(col(AuditRow.seq) < before)
            return [
                AuditRecord(
                    row.seq or 0,
                    row.at,
                    row.actor,
                    row.action,
                    row.object,
                    row.decision,
                    row.detail,
                )
                for row in session.exec(query)
            ]

        return await self._database.read(work)


def _run(session: Session, *changes: object) -> None:
    for change in changes:
        session.exec(change)  # pyright: ignore[reportCallIssue, reportArgumentType] - any statement


def _count(session: Session) -> int:
    return session.exec(select(func.count()).select_from(AccountRow)).one()


def _needed(session: Session, account_id: str) -> AccountRow:
    row = session.get(AccountRow, account_id)
    if row is None:
        raise UserError("This account does not exist any more.", hint="Sign in again.")
    return row


def _account(row: AccountRow | None) -> AccountRecord | None:
    return AccountRecord(**row.model_dump()) if row else None


def _session(row: SessionRow | None) -> SessionRecord | None:
    return SessionRecord(**row.model_dump()) if row else None
