"""The form of the tables: which version the file has, and the way to ours."""

import sqlite3
from pathlib import Path
from typing import Final

from nodes.sdk import UserError
from runtime.store.connection import Link

VERSIONS: Final = ("0001",)
"""All migrations, oldest first; the last one is the form this program works with."""


def version(link: Link) -> str:
    """Return the version of the tables, empty for a new file."""
    try:
        row = link.raw.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):
            return ""
        raise
    return str(row[0]) if row else ""


def refuse_newer(link: Link, path: Path) -> str:
    """Refuse tables that a newer program wrote; return the version of the others."""
    found = version(link)
    if found and found not in VERSIONS:
        raise UserError(
            f"The database '{path}' was written by a newer Loomline (its form is {found!r}).",
            hint="Install that version or a later one; nothing was changed.",
        )
    return found


def check_version(link: Link, path: Path) -> None:
    """Refuse tables of another version than ours, with the reason."""
    found = refuse_newer(link, path)
    if not found:
        raise UserError(
            f"There is no Loomline data in '{path.parent}' yet.",
            hint="Run a flow or start 'loomline serve' with this data directory first.",
        )
    if found != VERSIONS[-1]:
        raise UserError(
            f"The database '{path}' was written by an older Loomline.",
            hint="Start 'loomline serve' once; it upgrades the database and keeps a copy.",
        )


def migrate(link: Link, path: Path) -> None:
    """Bring the tables to our version: all the way, or not at all."""
    found = refuse_newer(link, path)
    if found == VERSIONS[-1]:
        return
    if found:
        _copy(link, path, found)
    link.raw.execute("BEGIN IMMEDIATE")
    try:
        _upgrade(link)
    except BaseException:
        link.raw.execute("ROLLBACK")
        raise
    link.raw.execute("COMMIT")


def _copy(link: Link, path: Path, found: str) -> None:
    """Keep the file as it is, so that an upgrade can be taken back."""
    target = path.with_name(f"{path.name}.before-{VERSIONS[-1]}-from-{found}")
    partial = target.with_name(f"{target.name}.partial")
    partial.unlink(missing_ok=True)
    partial.touch(mode=0o600)
    copy = sqlite3.connect(partial)
    try:
        link.raw.backup(copy)
    finally:
        copy.close()
    partial.replace(target)


def _upgrade(link: Link) -> None:
    # Alembic takes about a second of CPU to import; it is needed once in the life of a file.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option(
        "script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%")
    )
    config.attributes["engine"] = link.engine()
    command.upgrade(config, VERSIONS[-1])
