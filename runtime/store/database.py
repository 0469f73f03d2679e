"""The database of a data directory: one writer with group commit, readers beside it."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

from nodes.sdk import UserError
from runtime.store.connection import Link
from runtime.store.schema import check_version, migrate, refuse_newer
from runtime.store.writer import Bulk, Row, StorageError, Writer

if TYPE_CHECKING:
    from sqlmodel import Session

T = TypeVar("T")

FILE: Final = "loomline.db"
"""Name of the database in the data directory."""
_READERS: Final = 4


class Database:
    """Everything Loomline keeps in tables.

    What `write`, `apply` and `append` do is on disk when they return. Work is done in the
    writer's thread, in the order it was handed over; work that fails changes nothing and
    does not touch what others do in the same commit.
    """

    def __init__(self, path: Path, writer: Writer | None) -> None:
        self.path = path
        self._writer = writer
        self._own = threading.local()
        self._links: list[Link] = []
        self._pool = ThreadPoolExecutor(_READERS, thread_name_prefix="loomline-read")

    @classmethod
    def open(cls, folder: Path, *, readonly: bool = False) -> Self:
        """Open the database of a data directory, making or upgrading it unless `readonly`.

        A read-only database works beside the process that writes it.
        """
        path = folder / FILE
        if readonly and not path.exists():
            raise UserError(
                f"There is no Loomline data in '{folder}' yet.",
                hint="Run a flow or start 'loomline serve' with this data directory first.",
            )
        try:
            if readonly:
                _look(path, check_version)
                return cls(path, None)
            if path.exists() and path.stat().st_size:
                _look(path, refuse_newer)  # before anything can touch the file
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.touch(mode=0o600)
            link = Link(path, readonly=False)
            try:
                migrate(link, path)
            except BaseException:
                link.close()
                raise
        except (sqlite3.Error, OSError) as error:
            raise UserError(
                f"The database '{path}' cannot be opened: {error}.",
                hint="Check that the file is a Loomline database, readable, and the disk not full.",
            ) from error
        return cls(path, Writer(link))

    @property
    def readonly(self) -> bool:
        """Whether nothing can be written."""
        return self._writer is None

    @property
    def commits(self) -> int:
        """How many commits there were since it was opened."""
        return self._writer.commits if self._writer else 0

    async def write(self, work: "Callable[[Session], T]") -> T:
        """Do work in a SQLModel session; it is committed when this returns."""
        return await self.apply(lambda link: link.session(work))

    async def read(self, work: "Callable[[Session], T]") -> T:
        """Do work in a SQLModel session that sees one unchanging state and cannot write."""
        return await self.fetch(lambda link: link.session(work))

    async def apply(self, work: Callable[[Link], T]) -> T:
        """Do work on the writing connection; it is committed when this returns."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._writing().put(work, (), future)
        return await future

    async def fetch(self, work: Callable[[Link], T]) -> T:
        """Do work on a reading connection, which sees one unchanging state."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, self._snapshot, work)

    def append(self, bulk: Bulk, row: Row) -> "asyncio.Future[None]":
        """Queue a row; the future is done when it is committed."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._writing().put(bulk, row, future)
        return future

    def note(self, bulk: Bulk, row: Row) -> None:
        """Queue a row that nobody waits for; it is committed before whatever is queued later."""
        self._writing().put(bulk, row, None)

    async def close(self) -> None:
        """Write what is queued and let go of the files."""
        await asyncio.to_thread(self.close_now)

    def close_now(self) -> None:
        """Close without an event loop."""
        self._pool.shutdown()
        for link in self._links:
            link.close()
        self._links.clear()
        if self._writer:
            self._writer.close()

    def _writing(self) -> Writer:
        if self._writer is None:
            raise UserError(
                "The data directory is opened for reading only.",
                hint="Another Loomline process writes it; ask that one, or stop it first.",
            )
        return self._writer

    def _snapshot(self, work: Callable[[Link], T]) -> T:
        link: Link | None = getattr(self._own, "link", None)
        if link is None:
            link = self._own.link = Link(self.path, readonly=True)
            self._links.append(link)
        try:
            link.raw.execute("BEGIN")
            try:
                return work(link)
            finally:
                link.raw.execute("ROLLBACK")
        except sqlite3.OperationalError as error:
            raise StorageError(
                f"The database could not be read: {error}.",
                hint="Run 'loomline doctor' to check the data directory.",
            ) from error


def _look(path: Path, check: Callable[[Link, Path], object]) -> None:
    link = Link(path, readonly=True)
    try:
        check(link, path)
    finally:
        link.close()


def one(link: Link, sql: str, *values: Any) -> tuple[Any, ...] | None:
    """Return the first row of a query, or None."""
    return link.raw.execute(sql, values).fetchone()
