"""Where encrypted credentials are kept; what is in them only the vault knows."""

import builtins
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from runtime.store.database import Database
from runtime.store.tables import SecretRow
from runtime.store.times import now


@dataclass(frozen=True, slots=True)
class SecretRecord:
    """A credential as it lies on disk."""

    slug: str
    kind: str
    ciphertext: bytes = field(repr=False)
    key_id: str
    """Which key it was encrypted with."""
    hosts: tuple[str, ...] = ()
    """The hosts it may be sent to; empty for any."""
    created_at: float = 0.0
    updated_at: float = 0.0


class SecretStore:
    """Where encrypted credentials are kept; everything is on disk when a method returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def list(self) -> "builtins.list[SecretRecord]":
        """Return all credentials by slug."""
        query = select(SecretRow).order_by(col(SecretRow.slug))
        return await self._database.read(
            lambda session: [_record(row) for row in session.exec(query)]
        )

    async def get(self, slug: str) -> SecretRecord | None:
        """Return one credential."""
        return await self._database.read(
            lambda session: _record(row) if (row := session.get(SecretRow, slug)) else None
        )

    async def put(
        self, slug: str, *, kind: str, ciphertext: bytes, key_id: str, hosts: Sequence[str] = ()
    ) -> None:
        """Add a credential, or replace the one of the same slug."""
        at = now()
        await self._database.write(
            lambda session: session.merge(
                SecretRow(
                    slug=slug,
                    kind=kind,
                    ciphertext=ciphertext,
                    key_id=key_id,
                    hosts=[*hosts],
                    created_at=old.created_at if (old := session.get(SecretRow, slug)) else at,
                    updated_at=at,
                )
            )
        )

    async def delete(self, slug: str) -> bool:
        """Delete a credential and return whether there was one."""

        def work(session: Session) -> bool:
            row = session.get(SecretRow, slug)
            if row:
                session.delete(row)
            return row is not None

        return await self._database.write(work)


def _record(row: SecretRow) -> SecretRecord:
    return SecretRecord(
        slug=row.slug,
        kind=row.kind,
        ciphertext=row.ciphertext,
        key_id=row.key_id,
        hosts=tuple(row.hosts),
        created_at=row.created_at,
        updated_at=row.updated_at,
    )
