"""Sessions: a random number in a cookie, its hash in the database."""

import asyncio
import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from runtime.auth.rows import AccountRow, AccountStore, SessionRow

COOKIE: Final = "loomline_session"
IDLE: Final = 30 * 86400.0
"""A session not used for so long ends."""
LONGEST: Final = 90 * 86400.0
"""And none lives longer than this, however often it is used."""
FRESH: Final = 1.0
"""For so many seconds an answer of the database is believed."""
_CACHED: Final = 4096


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who is signed in, in one browser."""

    id: str
    """The hash of the cookie: names the session and opens nothing."""
    account_id: str
    name: str
    expires_at: float
    rolled: bool = False
    """True when the end was just moved and the browser should get its cookie again."""


class Sessions:
    """Makes, finds and ends sessions.

    A session counts as long as its row is there, its end has not come, and the account is neither
    disabled nor changed since (`version`). Whoever ends one here sees it gone at once; what another
    process does is seen after at most `FRESH` seconds.
    """

    def __init__(self, store: AccountStore, *, clock: Callable[[], float]) -> None:
        self._store = store
        self._clock = clock
        self._known: OrderedDict[str, tuple[float, Session | None]] = OrderedDict()
        self._asking: dict[str, asyncio.Task[Session | None]] = {}
        self._enders: list[Callable[[str], None]] = []

    async def start(self, account: AccountRow, *, agent: str) -> tuple[str, Session]:
        """Return what goes into the cookie, and the session."""
        token = secrets.token_urlsafe(32)
        now = self._clock()
        session = Session(
            id=hash_token(token),
            account_id=account.id,
            name=account.name,
            expires_at=now + IDLE,
        )
        await self._store.add_session(
            id_hash=session.id,
            account_id=account.id,
            created_at=now,
            expires_at=session.expires_at,
            agent=agent[:200],
            version=account.version,
        )
        return token, session

    async def find(self, token: str) -> Session | None:
        """Return the session of a cookie, if it still counts."""
        if not 32 <= len(token) <= 64:
            return None
        return await self.check(hash_token(token))

    async def check(self, session_id: str) -> Session | None:
        """Return the session with this id, if it still counts."""
        known = self._known.get(session_id)
        if known and 0 <= self._clock() - known[0] < FRESH:
            return known[1]
        asking = self._asking.get(session_id)
        if asking is None:
            asking = asyncio.create_task(self._ask(session_id))
            self._asking[session_id] = asking
            asking.add_done_callback(lambda _: self._asking.pop(session_id, None))
        return await asyncio.shield(asking)

    async def end(self, session_id: str) -> None:
        """End one session."""
        await self._store.drop_session(session_id)
        self._forget(session_id)

    async def end_others(self, account_id: str, *, keep: str = "") -> None:
        """End the sessions of an account, except `keep`."""
        await self._store.drop_sessions(account_id, but=keep)
        for session_id, (_, session) in list(self._known.items()):
            if session and session.account_id == account_id and session_id != keep:
                self._forget(session_id)

    async def carry(self, session_id: str, *, version: int) -> None:
        """Let a session go on although its account was just changed in it."""
        row = await self._store.session(session_id)
        if row is not None:
            await self._store.touch_session(
                session_id, seen_at=self._clock(), expires_at=row.expires_at, version=version
            )
            self._known.pop(session_id, None)

    def on_end(self, tell: Callable[[str], None]) -> None:
        """Call `tell` with the id of every session that ends, so that its sockets close."""
        self._enders.append(tell)

    async def _ask(self, session_id: str) -> Session | None:
        session = await self._read(session_id)
        self._known[session_id] = (self._clock(), session)
        self._known.move_to_end(session_id)
        while len(self._known) > _CACHED:
            self._known.popitem(last=False)
        return session

    async def _read(self, session_id: str) -> Session | None:
        row = await self._store.session(session_id)
        if row is None:
            return None
        now = self._clock()
        # A clock set back must not bring expired sessions to life: what lies ahead of now by more
        # than a session can live was written by a wrong clock.
        if not now < row.expires_at <= now + IDLE + 86400 or row.created_at > now + 86400:
            return None
        account = await self._store.account(row.account_id)
        if account is None or account.disabled_at is not None or account.version != row.version:
            return None
        return await self._roll(row, account, now)

    async def _roll(self, row: SessionRow, account: AccountRow, now: float) -> Session:
        ends = min(now + IDLE, row.created_at + LONGEST)
        rolled = ends - row.expires_at > 86400
        if rolled:
            await self._store.touch_session(
                row.id_hash, seen_at=now, expires_at=ends, version=row.version
            )
        return Session(
            id=row.id_hash,
            account_id=account.id,
            name=account.name,
            expires_at=ends if rolled else row.expires_at,
            rolled=rolled,
        )

    def _forget(self, session_id: str) -> None:
        self._known[session_id] = (self._clock(), None)
        for tell in self._enders:
            tell(session_id)


def hash_token(token: str) -> str:
    """Return what is stored of a random token; being random, it needs no salt."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
