import asyncio
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import Session, select

from nodes.sdk import UserError
from runtime.store.connection import Link
from runtime.store.database import FILE, Database
from runtime.store.tables import TABLES, AuditRow, SettingRow
from runtime.store.writer import Bulk, StorageError
from tests.runtime.store.fresh import fresh

_SETTING = Bulk("INSERT INTO setting (key, value) VALUES ", 2, "")


def _modes(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mode & 0o077 for path in folder.iterdir()}


def _keys(session: Session) -> list[str]:
    return [*session.exec(select(SettingRow.key).order_by(SettingRow.key))]


async def test_what_is_written_is_there_after_opening_again(tmp_path: Path) -> None:
    database = Database.open(tmp_path)
    await database.write(lambda session: session.add(SettingRow(key="a", value=1)))
    await database.append(_SETTING, ("b", "2"))
    await database.close()
    database = Database.open(tmp_path, readonly=True)
    assert await database.read(_keys) == ["a", "b"]
    await database.close()


async def test_work_that_fails_changes_nothing_and_hurts_no_other(database: Database) -> None:
    def fail(session: Session) -> None:
        session.add(SettingRow(key="lost"))
        session.flush()
        raise UserError("No.")

    results = await asyncio.gather(
        database.append(_SETTING, ("a", "1")),
        database.write(fail),
        database.append(_SETTING, ("b", "1")),
        database.append(_SETTING, ("a", "1")),
        database.write(lambda session: session.add(SettingRow(key="c"))),
        return_exceptions=True,
    )
    assert isinstance(results[1], UserError)
    assert isinstance(results[3], sqlite3.IntegrityError)
    assert [results[0], results[2], results[4]] == [None, None, None]
    assert await database.read(_keys) == ["a", "b", "c"]


async def test_many_rows_share_few_commits(database: Database) -> None:
    await asyncio.gather(*(database.append(_SETTING, (f"{i:04}", "1")) for i in range(1000)))
    assert database.commits < 20
    assert len(await database.read(_keys)) == 1000


async def test_rows_from_several_event_loops_are_answered_in_their_own(database: Database) -> None:
    done: list[str] = []

    def elsewhere(name: str) -> None:
        async def main() -> None:
            for i in range(20):
                await database.append(_SETTING, (f"{name}{i}", "1"))
            done.append(name)

        asyncio.run(main())

    threads = [threading.Thread(target=elsewhere, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        await asyncio.to_thread(thread.join)
    assert sorted(done) == ["a", "b", "c"]


async def test_reading_cannot_write(database: Database) -> None:
    with pytest.raises(StorageError, match="readonly"):
        await database.fetch(lambda link: link.raw.execute("DELETE FROM setting"))


async def test_a_reader_works_beside_the_writer(database: Database, tmp_path: Path) -> None:
    await database.append(_SETTING, ("a", "1"))
    reader = Database.open(tmp_path, readonly=True)
    assert await reader.read(_keys) == ["a"]
    await database.append(_SETTING, ("b", "1"))
    assert await reader.read(_keys) == ["a", "b"]
    with pytest.raises(UserError, match="reading only"):
        await reader.append(_SETTING, ("c", "1"))
    await reader.close()


async def test_a_missing_database_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no Loomline data in"):
        Database.open(tmp_path, readonly=True)
    assert _modes(tmp_path) == {}


async def test_a_file_that_is_no_database_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"binary rubbish" * 100)
    for readonly in (True, False):
        with pytest.raises(UserError, match="cannot be opened"):
            Database.open(tmp_path, readonly=readonly)


async def test_the_migrations_lead_to_the_tables_of_the_code(database: Database) -> None:
    def differences(session: Session) -> list[object]:
        return compare_metadata(MigrationContext.configure(session.connection()), TABLES)

    assert await database.read(differences) == []


async def test_a_newer_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    await Database.open(tmp_path).close()
    raw = sqlite3.connect(tmp_path / FILE)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.close()
    before = (tmp_path / FILE).read_bytes()
    for readonly in (True, False):
        with pytest.raises(UserError, match="newer Loomline"):
            Database.open(tmp_path, readonly=readonly)
    assert (tmp_path / FILE).read_bytes() == before


async def test_a_locked_database_delays_writes_and_loses_none(
    database: Database, tmp_path: Path
) -> None:
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    write = asyncio.ensure_future(database.append(_SETTING, ("a", "1")))
    assert await database.read(_keys) == []
    assert not write.done()
    other.execute("ROLLBACK")
    other.close()
    await write
    assert await database.read(_keys) == ["a"]


async def test_the_writer_commits_safely_and_keeps_the_file_small(database: Database) -> None:
    def pragmas(link: Link) -> list[object]:
        names = ("journal_mode", "synchronous", "auto_vacuum", "mmap_size", "journal_size_limit")
        return [link.raw.execute(f"PRAGMA {name}").fetchone()[0] for name in names]

    assert await database.apply(pragmas) == ["wal", 2, 2, 0, 64 << 20]


async def test_the_files_are_for_their_owner_only(database: Database, tmp_path: Path) -> None:
    await database.append(_SETTING, ("a", "1"))
    assert _modes(tmp_path) == {
        "loomline.db": 0,
        "loomline.db-wal": 0,
        "loomline.db-shm": 0,
    }


async def test_broken_text_never_reaches_the_tables(database: Database) -> None:
    with pytest.raises(UnicodeEncodeError):
        await database.append(_SETTING, ("\ud800", "1"))
    await database.write(
        lambda session: session.add(
            AuditRow(at=1.0, actor="a", action="b", object="c", decision="d")
        )
    )


def test_looking_at_runs_loads_neither_sqlalchemy_nor_alembic(tmp_path: Path) -> None:
    program = (
        "import asyncio, sys, pathlib\n"
        "from runtime.store.blobs import Blobs\n"
        "from runtime.store.database import Database\n"
        "from runtime.store.journal import Journal\n"
        "from runtime.store.runs import RunStore\n"
        "folder = pathlib.Path(sys.argv[1])\n"
        "database = Database.open(folder, readonly=True)\n"
        "print(asyncio.run(RunStore(database, Blobs(folder)).list()))\n"
        "database.close_now()\n"
        "print([name for name in ('sqlalchemy', 'sqlmodel', 'alembic') if name in sys.modules])\n"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program, str(fresh(tmp_path))],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n[]\n"
