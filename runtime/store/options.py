"""Settings that are changed on the screen: a value for each key."""

from pydantic import JsonValue

from runtime.store.connection import Link
from runtime.store.database import Database, one
from runtime.store.payload import decode, encode


class OptionStore:
    """Where settings are kept; everything is on disk when a method returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, key: str, default: JsonValue = None) -> JsonValue:
        """Return the value of a key."""
        row = await self._database.fetch(
            lambda link: one(link, "SELECT value FROM setting WHERE key=?", key)
        )
        return default if row is None else decode(row[0])

    async def all(self) -> dict[str, JsonValue]:
        """Return everything that is set."""
        rows = await self._database.fetch(
            lambda link: link.raw.execute("SELECT key, value FROM setting ORDER BY key").fetchall()
        )
        return {key: decode(value) for key, value in rows}

    async def set(self, key: str, value: JsonValue) -> None:
        """Set a key; None removes it."""
        text = encode(value).decode()

        def work(link: Link) -> None:
            if value is None:
                link.raw.execute("DELETE FROM setting WHERE key=?", (key,))
            else:
                link.raw.execute("INSERT OR REPLACE INTO setting VALUES (?,?)", (key, text))

        await self._database.apply(work)
