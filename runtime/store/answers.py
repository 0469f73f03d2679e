"""The response cache: what models answered to questions they were asked before."""

from typing import Final

from runtime.store.connection import Link
from runtime.store.database import Database, one
from runtime.store.text import clean
from runtime.store.times import now

_CAP: Final = 256 << 20
_STALE: Final = 24 * 3600.0


class AnswerStore:
    """Where answers are kept; those unused for longest go when it is full."""

    def __init__(self, database: Database, *, cap: int = _CAP) -> None:
        self._database = database
        self._cap = cap
        self._size: int | None = None

    async def get(self, key: str) -> str | None:
        """Return what was kept under a key."""
        found = await self._database.fetch(
            lambda link: one(link, "SELECT value, used_at FROM answer WHERE key=?", key)
        )
        if found is None:
            return None
        if now() - found[1] > _STALE and not self._database.readonly:
            await self._database.apply(lambda link: _used(link, key))
        return found[0]

    async def put(self, key: str, value: str) -> None:
        """Keep a value under a key; one that is larger than a tenth of the cap is not kept."""
        value = clean(value)
        size = len(value.encode())
        if size <= self._cap // 10:
            await self._database.apply(lambda link: self._put(link, key, value, size))

    def _put(self, link: Link, key: str, value: str, size: int) -> None:
        if self._size is None:
            row = one(link, "SELECT coalesce(sum(size), 0) FROM answer")
            self._size = int(row[0]) if row else 0
        old = one(link, "SELECT size FROM answer WHERE key=?", key)
        link.raw.execute(
            "INSERT OR REPLACE INTO answer (key, value, size, used_at) VALUES (?,?,?,?)",
            (key, value, size, now()),
        )
        self._size += size - (int(old[0]) if old else 0)
        if self._size > self._cap:
            self._size -= _drop_oldest(link, self._size - self._cap * 9 // 10, but=key)


def _used(link: Link, key: str) -> None:
    link.raw.execute("UPDATE answer SET used_at=? WHERE key=?", (now(), key))


def _drop_oldest(link: Link, wanted: int, *, but: str) -> int:
    freed = 0
    rows = link.raw.execute("SELECT key, size FROM answer WHERE key<>? ORDER BY used_at", (but,))
    gone: list[tuple[str]] = []
    for key, size in rows:
        if freed >= wanted:
            break
        freed += int(size)
        gone.append((key,))
    rows.close()
    link.raw.executemany("DELETE FROM answer WHERE key=?", gone)
    return freed
