"""The one thread that writes, committing whatever has gathered since the last commit."""

import asyncio
import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, Final, TypeAlias

from nodes.sdk import OutsideError
from runtime.store.connection import Link

Row: TypeAlias = tuple[Any, ...]
Work: TypeAlias = Callable[[Link], Any]
_Entry: TypeAlias = "tuple[Bulk | Work, Row, asyncio.Future[Any] | None]"
_Outcome: TypeAlias = tuple["asyncio.Future[Any]", Any, BaseException | None]

_BATCH: Final = 4000
_CHUNKS: Final = (128, 32, 8, 1)
log = logging.getLogger(__name__)


class Refused(Exception):  # noqa: N818 - an answer of the database, not a mistake
    """A guarded row was not written, because its guard no longer holds."""


class StorageError(OutsideError):
    """The database could not keep something; nothing of that commit was written."""

    def __init__(self, message: str, *, hint: str) -> None:
        super().__init__(message, hint=hint, kind="storage")


class Bulk:
    """A statement that writes any number of rows at once.

    Many rows go into one statement: SQLite's module gives up Python's lock for each statement,
    and getting it back from a busy event loop can take milliseconds.
    """

    def __init__(self, head: str, columns: int, tail: str, *, guarded: bool = False) -> None:
        self._head, self._tail = head, tail
        self._row = f"({','.join('?' * columns)})"
        self._texts: dict[int, str] = {}
        self.guarded = guarded
        """Whether each row must be written; one that is not makes its future fail."""

    def text(self, rows: int) -> str:
        """Return the statement for that many rows."""
        if rows not in self._texts:
            self._texts[rows] = f"{self._head}{','.join([self._row] * rows)}{self._tail}"
        return self._texts[rows]


class Writer:
    """Takes rows and work from any thread and event loop; answers after the commit."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._wakeup = threading.Condition()
        self._waiting: list[_Entry] = []
        self._closing = False
        self.commits = 0
        """How many commits there were."""
        self._thread = threading.Thread(target=self._work, name="loomline-writer", daemon=True)
        self._thread.start()

    def put(self, what: Bulk | Work, row: Row, future: "asyncio.Future[Any] | None") -> None:
        """Queue a row or work; `future` is answered after the commit."""
        with self._wakeup:
            if self._closing:
                raise StorageError("The database is closed.", hint="Start Loomline again.")
            self._waiting.append((what, row, future))
            if len(self._waiting) == 1:
                self._wakeup.notify()

    def close(self) -> None:
        """Write what is queued, then end."""
        with self._wakeup:
            self._closing = True
            self._wakeup.notify()
        self._thread.join()

    def _work(self) -> None:
        while True:
            with self._wakeup:
                while not self._waiting and not self._closing:
                    self._wakeup.wait()
                batch, self._waiting = self._waiting[:_BATCH], self._waiting[_BATCH:]
            if not batch:
                break
            try:
                outcomes = self._commit(batch)
            except Exception as error:  # noqa: BLE001 - the writer outlives every trouble
                log.warning("A commit of %d entries failed: %s", len(batch), error)
                failure = _storage_error(error)
                outcomes = [(future, None, failure) for _, _, future in batch if future]
            _answer(outcomes)
        self._link.close()

    def _commit(self, batch: list[_Entry]) -> list[_Outcome]:
        raw = self._link.raw
        outcomes: list[_Outcome] = []
        if raw.in_transaction:  # left over from a rollback that failed
            raw.execute("ROLLBACK")
        raw.execute("BEGIN IMMEDIATE")
        try:
            for what, entries in _in_groups(batch):
                if isinstance(what, Bulk):
                    self._rows(what, entries, outcomes)
                else:
                    self._closure(what, entries[0][2], outcomes)
            raw.execute("COMMIT")
        except BaseException:
            if raw.in_transaction:
                raw.execute("ROLLBACK")
            raise
        self.commits += 1
        return outcomes

    def _rows(self, bulk: Bulk, entries: list[_Entry], outcomes: list[_Outcome]) -> None:
        raw = self._link.raw
        raw.execute("SAVEPOINT rows")
        try:
            before = raw.total_changes
            for chunk in _chunks([row for _, row, _ in entries]):
                raw.execute(bulk.text(len(chunk)), [value for row in chunk for value in row])
            written = raw.total_changes - before
        except (sqlite3.Error, OverflowError, ValueError) as error:
            if not raw.in_transaction:
                raise  # SQLite gave up the whole transaction, for example on a full disk
            log.debug("Rows are written one by one: %s", error)
            written = -1
        if written == len(entries) or (written >= 0 and not bulk.guarded):
            raw.execute("RELEASE rows")
            outcomes.extend((future, None, None) for _, _, future in entries if future)
            return
        raw.execute("ROLLBACK TO rows")
        raw.execute("RELEASE rows")
        for _, row, future in entries:
            self._closure(partial(_one, bulk, row), future, outcomes)

    def _closure(
        self, work: Work, future: "asyncio.Future[Any] | None", outcomes: list[_Outcome]
    ) -> None:
        raw = self._link.raw
        raw.execute("SAVEPOINT work")
        result, failure = None, None
        try:
            result = work(self._link)
        except Exception as error:
            if not raw.in_transaction:
                raise sqlite3.OperationalError(str(error)) from error
            raw.execute("ROLLBACK TO work")
            failure = _storage_error(error) if _is_trouble(error) else error
        raw.execute("RELEASE work")
        if future:
            outcomes.append((future, result, failure))
        elif failure:
            log.error("A row that nobody waits for was not written: %s", failure)


def _in_groups(batch: list[_Entry]) -> Iterator[tuple[Bulk | Work, list[_Entry]]]:
    """Put the rows of the same statement together, as far as no other work lies between them.

    Rows of different statements that wait at the same time never depend on each other.
    """
    groups: dict[Bulk, list[_Entry]] = {}
    for entry in batch:
        what = entry[0]
        if isinstance(what, Bulk):
            groups.setdefault(what, []).append(entry)
        else:
            yield from groups.items()
            groups = {}
            yield what, [entry]
    yield from groups.items()


def _one(bulk: Bulk, row: Row, link: Link) -> None:
    before = link.raw.total_changes
    link.raw.execute(bulk.text(1), row)
    if bulk.guarded and link.raw.total_changes == before:
        raise Refused


def _chunks(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Cut rows into pieces of few different lengths, so that statements stay prepared."""
    start = 0
    for size in _CHUNKS:
        while len(rows) - start >= size:
            yield rows[start : start + size]
            start += size


def _answer(outcomes: Sequence[_Outcome]) -> None:
    """Wake those who wait, each event loop once."""
    by_loop: dict[asyncio.AbstractEventLoop, list[_Outcome]] = {}
    for outcome in outcomes:
        by_loop.setdefault(outcome[0].get_loop(), []).append(outcome)
    for loop, group in by_loop.items():
        try:
            loop.call_soon_threadsafe(_settle, group)
        except RuntimeError:
            log.debug("An event loop ended before its rows were written.")


def _settle(outcomes: list[_Outcome]) -> None:
    for future, result, failure in outcomes:
        if future.done():
            continue
        if failure is None:
            future.set_result(result)
        else:
            future.set_exception(failure)


_TROUBLE: Final = frozenset(
    {
        sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN,
    }
)  # fmt: skip


def _code(error: BaseException) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _is_trouble(error: BaseException) -> bool:
    """Return whether the machine is to blame, and not the work that was asked for."""
    return isinstance(error, sqlite3.Error) and _code(error) in _TROUBLE


def _storage_error(error: BaseException) -> StorageError:
    code = _code(error)
    if code == sqlite3.SQLITE_FULL:
        return StorageError(
            "The disk is full: the database could not be written.",
            hint="Free some space; Loomline goes on by itself.",
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StorageError(
            "Another program holds the database.", hint="Close programs that have it open."
        )
    return StorageError(
        f"The database could not be written: {error}.",
        hint="Run 'loomline doctor' to check the data directory.",
    )
