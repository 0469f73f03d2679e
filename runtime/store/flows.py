"""The list of flows and the edits made to them."""

from datetime import UTC, datetime
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session, col, func, select, update

from nodes.sdk import UserError
from runtime.store.database import Database
from runtime.store.payload import decode, encode
from runtime.store.tables import EditRow, FlowRow
from runtime.store.times import now, when

_KEPT_EDITS = 1000


class FlowRecord(BaseModel):
    """A flow in the data directory."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    title: str = ""
    revision: int = 0
    """The revision that the file on disk holds; edits may be further."""
    hash: str = ""
    """Hash of that file's text."""
    created_at: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    updated_at: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    deleted_at: datetime | None = None


class EditRecord(BaseModel):
    """One edit of a flow: what was done and how to take it back."""

    model_config = ConfigDict(frozen=True)

    flow_id: str
    revision: int
    """The revision it made."""
    tx: str = ""
    """Id the client gave, the same when it sends the edit again; empty for none."""
    client: str = ""
    actor: str = ""
    label: str = ""
    ops: list[dict[str, Any]]
    inverse: list[dict[str, Any]]
    at: float = 0.0
    state: str = "done"


class EditMark(NamedTuple):
    """A new state for an earlier edit."""

    revision: int
    state: str


class FlowStore:
    """Where flows and their edits are kept; everything is on disk when a method returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def list(self, *, deleted: bool = False) -> list[FlowRecord]:
        """Return the flows, the one changed last first."""

        def work(session: Session) -> list[FlowRecord]:
            gone = col(FlowRow.deleted_at)
            rows = session.exec(
                select(FlowRow)
                .where(gone.is_not(None) if deleted else gone.is_(None))
                .order_by(col(FlowRow.updated_at).desc(), col(FlowRow.id))
            )
            return [_record(row) for row in rows]

        return await self._database.read(work)

    async def get(self, flow_id: str) -> FlowRecord | None:
        """Return a flow, also a deleted one."""

        def work(session: Session) -> FlowRecord | None:
            row = session.get(FlowRow, flow_id)
            return _record(row) if row else None

        return await self._database.read(work)

    async def by_name(self, name: str) -> FlowRecord | None:
        """Return the flow of this name, also a deleted one."""

        def work(session: Session) -> FlowRecord | None:
            row = session.exec(select(FlowRow).where(FlowRow.name == name)).first()
            return _record(row) if row else None

        return await self._database.read(work)

    async def create(self, record: FlowRecord) -> None:
        """Add a flow; the times are set to now."""

        def work(session: Session) -> None:
            taken = session.exec(
                select(FlowRow).where((FlowRow.name == record.name) | (FlowRow.id == record.id))
            ).first()
            if taken:
                raise UserError(
                    f"There is a flow {record.name!r} already.", hint="Choose another name."
                )
            row = FlowRow(created_at=now(), updated_at=now(), **record.model_dump(include=_NEW))
            session.add(row)

        await self._database.write(work)

    async def delete(self, flow_id: str) -> None:
        """Take a flow off the list; nothing of it is lost."""
        await self._database.write(lambda session: _set(session, flow_id, deleted_at=now()))

    async def restore(self, flow_id: str) -> None:
        """Put a deleted flow back on the list."""
        await self._database.write(lambda session: _set(session, flow_id, deleted_at=None))

    async def written(self, flow_id: str, *, revision: int, hash: str, title: str) -> None:
        """Note which revision the file on disk holds now."""
        await self._database.write(
            lambda session: _set(session, flow_id, revision=revision, hash=hash, title=title)
        )

    async def append_edit(
        self, record: EditRecord, *, expected: int, marks: "list[EditMark] | None" = None
    ) -> int:
        """Add an edit to a flow that is at revision `expected`, and return its revision.

        A transaction that is known already changes nothing and returns the revision it made.
        """

        def work(session: Session) -> int:
            if record.tx and (known := _revision_of(session, record.flow_id, record.tx)):
                return known
            if _latest(session, record.flow_id) != expected:
                raise UserError(
                    "The flow was changed by someone else in the meantime.",
                    hint="Reload it and do the change again.",
                )
            for mark in marks or ():
                edit = session.get(EditRow, (record.flow_id, mark.revision))
                if edit:
                    edit.state = mark.state
            values = record.model_dump(exclude={"ops", "inverse", "tx", "at"})
            ops, inverse = encode(record.ops).decode(), encode(record.inverse).decode()
            at = now()
            session.add(EditRow(**values, tx=record.tx or None, ops=ops, inverse=inverse, at=at))
            _set(session, record.flow_id, updated_at=at)
            return record.revision

        return await self._database.write(work)

    async def edits(self, flow_id: str, *, since: int | None = None) -> "list[EditRecord]":
        """Return the edits after revision `since`, or the latest thousand, oldest first.

        Edits that are not in the file yet are always among them.
        """

        def work(session: Session) -> list[EditRecord]:
            flow = session.get(FlowRow, flow_id)
            first = since
            if first is None:
                first = _latest(session, flow_id) - _KEPT_EDITS
                first = min(first, flow.revision) if flow else first
            rows = session.exec(
                select(EditRow)
                .where(EditRow.flow_id == flow_id, EditRow.revision > first)
                .order_by(col(EditRow.revision))
            )
            return [_edit(row) for row in rows]

        return await self._database.read(work)


_NEW = {"id", "name", "title", "revision", "hash"}


def _set(session: Session, flow_id: str, **values: object) -> None:
    session.exec(update(FlowRow).where(col(FlowRow.id) == flow_id).values(**values))


def _latest(session: Session, flow_id: str) -> int:
    edits = session.exec(select(func.max(EditRow.revision)).where(EditRow.flow_id == flow_id)).one()
    flow = session.get(FlowRow, flow_id)
    return max(edits or 0, flow.revision if flow else 0)


def _revision_of(session: Session, flow_id: str, tx: str) -> int | None:
    query = select(EditRow.revision).where(EditRow.flow_id == flow_id, EditRow.tx == tx)
    return session.exec(query).first()


def _record(row: FlowRow) -> FlowRecord:
    return FlowRecord(
        id=row.id,
        name=row.name,
        title=row.title,
        revision=row.revision,
        hash=row.hash,
        created_at=when(row.created_at),
        updated_at=when(row.updated_at),
        deleted_at=None if row.deleted_at is None else when(row.deleted_at),
    )


def _edit(row: EditRow) -> EditRecord:
    return EditRecord(
        flow_id=row.flow_id,
        revision=row.revision,
        tx=row.tx or "",
        client=row.client,
        actor=row.actor,
        label=row.label,
        ops=decode(row.ops),
        inverse=decode(row.inverse),
        at=row.at,
        state=row.state,
    )
