"""One SQLite connection, used raw where speed counts and through SQLModel everywhere else."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

T = TypeVar("T")

SQLITE_VERSION = sqlite3.sqlite_version_info
"""Which SQLite this Python brings."""
BUSY_SECONDS = 10.0
"""How long we wait for another process that holds the database."""


class _Shared(sqlite3.Connection):
    """A connection whose transactions belong to us: what SQLAlchemy commits is a savepoint."""

    def commit(self) -> None:
        """Do nothing; the owner commits."""

    def rollback(self) -> None:
        """Do nothing; the owner rolls back."""


class Link:
    """A connection that one thread uses at a time."""

    def __init__(self, path: Path, *, readonly: bool) -> None:
        mode = "ro" if readonly else "rwc"
        self.raw = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=512,
            factory=_Shared,
        )
        self._engine: Engine | None = None
        for pragma in _READ if readonly else _WRITE:
            self.raw.execute(pragma)

    def session(self, work: "Callable[[Session], T]") -> T:
        """Do work in a SQLModel session inside the transaction that is open now."""
        # Importing SQLModel takes 0.5 to 1 s of CPU: commands that only read runs, and runs
        # started from the command line, do without it.
        from sqlmodel import Session

        with Session(self.engine(), expire_on_commit=False) as session:
            result = work(session)
            session.commit()
            return result

    def engine(self) -> "Engine":
        """Return the SQLAlchemy engine that speaks through this one connection."""
        if self._engine is None:
            from sqlalchemy import create_engine  # lazy for the reason given above
            from sqlalchemy.pool import StaticPool

            self._engine = create_engine(
                "sqlite://", creator=lambda: self.raw, poolclass=StaticPool
            )
        return self._engine

    def close(self) -> None:
        """Close the connection."""
        self.raw.close()


_READ = ("PRAGMA query_only=1",)
# FULL, because NORMAL loses acknowledged commits at a power failure. No mmap: a failing disk
# would then kill the process instead of raising an error.
_WRITE = (
    "PRAGMA auto_vacuum=INCREMENTAL",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=1",
    "PRAGMA journal_size_limit=67108864",
    "PRAGMA mmap_size=0",
    "PRAGMA temp_store=MEMORY",
)
