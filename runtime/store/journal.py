"""The journal: what the engine writes down before it goes on, and reads after a crash."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from runtime.run.model import RunStatus
from runtime.store import statements, transitions
from runtime.store.blobs import INLINE, Blobs
from runtime.store.connection import Link
from runtime.store.database import Database
from runtime.store.payload import decode, encode
from runtime.store.writer import Row


@dataclass(frozen=True, slots=True)
class NewRun:
    """A run to be written down."""

    id: str
    flow_id: str
    flow_name: str
    flow_title: str
    flow_hash: str
    document: str
    """Name of the blob that holds the flow as it is run."""
    inputs: dict[str, Any]
    options: str
    budget_usd: float | None
    priority: int


@dataclass(frozen=True, slots=True)
class OpenRun:
    """A run as its executor needs to know it."""

    id: str
    status: RunStatus
    epoch: int
    retry_epoch: int
    document: str
    inputs: dict[str, Any]
    options: str
    budget_usd: float | None
    cost_usd: float
    priority: int
    input_tokens: int = 0
    output_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Recorded:
    """A step as the journal knows it."""

    status: str
    settled: bool
    epoch: int
    attempt: int
    output: dict[str, Any] | None
    error: str | None


class Journal:
    """Runs and steps, written in group commits.

    Futures are done when the row is on disk. They fail with `Refused` when another executor
    has taken the run over meanwhile or the run is over.
    """

    def __init__(self, database: Database, blobs: Blobs) -> None:
        self._database = database
        self._blobs = blobs

    async def submit(self, run: NewRun, at: float) -> None:
        """Write a new run down; it is durable when this returns."""
        text, blob = await self.pack(run.inputs)
        row = (
            run.id, run.flow_id, run.flow_name, run.flow_title, run.flow_hash, run.document,
            "queued", 0, 0, run.priority, text or "{}", blob, run.options, run.budget_usd, 0.0,
            0, 0, 0, at,
        )  # fmt: skip
        await self._database.append(statements.SUBMIT, row)

    def claim(self, run_id: str, epoch: int, at: float) -> asyncio.Future[None]:
        """Take a run that is at `epoch`; it is at `epoch + 1` then, and ours."""
        return self._database.append(statements.CLAIM, (run_id, epoch, at))

    def record(self, row: Row) -> asyncio.Future[None]:
        """Write a step down, as a row of `statements.STEP_COLUMNS`."""
        return self._database.append(statements.STEP, row)

    def note(self, row: Row) -> None:
        """Write a step down that can be worked out again if it should be lost."""
        self._database.note(statements.STEP, row)

    def call(self, row: Row) -> asyncio.Future[None]:
        """Add a model call to the ledger and to the totals of its run."""
        return self._database.append(statements.CALL, row)

    async def finish(
        self,
        run_id: str,
        epoch: int,
        status: RunStatus,
        *,
        outputs: dict[str, Any] | None,
        error: str | None,
        at: float | None,
    ) -> None:
        """End or pause a run."""
        text, blob = (None, None) if outputs is None else await self.pack(outputs)
        row = (run_id, epoch, status.value, text, blob, error, at)
        await self._database.append(statements.FINISH, row)

    async def pack(self, value: dict[str, Any]) -> tuple[str | None, str | None]:
        """Return the value as JSON for its row, or the name of the blob that holds it."""
        return await self.keep(encode(value))

    async def keep(self, data: bytes) -> tuple[str | None, str | None]:
        """Return JSON as a text for its row, or the name of the blob that holds it."""
        if len(data) <= INLINE:
            return data.decode(), None
        return None, await self._blobs.put(data)

    async def put_document(self, flow_text: str, layout_text: str) -> str:
        """Keep the document of a run and return its blob."""
        return await self._blobs.put(encode([flow_text, layout_text]))

    async def document(self, blob: str) -> tuple[str, str]:
        """Return flow and layout of a run as it was started."""
        flow_text, layout_text = decode(await self._blobs.get(blob))
        return flow_text, layout_text

    async def flush(self) -> None:
        """Wait until everything handed over so far is on disk."""
        await self._database.apply(lambda _: None)

    async def run(self, run_id: str) -> OpenRun | None:
        """Return a run."""
        return await self._database.fetch(lambda link: self._run(link, run_id))

    async def open_runs(self) -> list[tuple[str, int]]:
        """Return id and priority of all runs that are neither over nor paused, oldest first."""
        query = (
            "SELECT id, priority FROM run WHERE status IN ('queued', 'running') "
            "ORDER BY created_at, id"
        )
        return await self._database.fetch(lambda link: link.raw.execute(query).fetchall())

    async def recorded(
        self, run_id: str, nodes: Iterable[str], items: Iterable[str]
    ) -> dict[tuple[str, str], Recorded]:
        """Return what is known of steps, by node and item."""
        nodes, items = [*nodes], [*items]
        if not nodes or not items:
            return {}
        return await self._database.fetch(lambda link: self._recorded(link, run_id, nodes, items))

    async def spent(self, run_id: str) -> dict[str, float]:
        """Return what each node of a run has spent so far, in US dollars."""
        query = "SELECT node, sum(cost_usd) FROM call WHERE run_id = ? GROUP BY node"
        rows = await self._database.fetch(
            lambda link: link.raw.execute(query, (run_id,)).fetchall()
        )
        return {node: spent or 0.0 for node, spent in rows}

    async def in_doubt(self, run_id: str) -> list[tuple[str, str]]:
        """Return node and item of steps that were under way and must not simply be repeated."""
        query = (
            "SELECT node, item FROM step WHERE run_id = ? AND status IN ('running', 'unknown') "
            "AND total IS NULL ORDER BY node, item"
        )
        return await self._database.fetch(
            lambda link: link.raw.execute(query, (run_id,)).fetchall()
        )

    async def doubt(self, run_id: str, epoch: int, *, error: str) -> None:
        """Mark the steps that were under way as unknown."""
        await self._database.apply(
            lambda link: link.raw.execute(
                "UPDATE step SET status = 'unknown', epoch = ?1, error = ?2 WHERE run_id = ?3 "
                "AND status = 'running' AND total IS NULL "
                "AND EXISTS (SELECT 1 FROM run WHERE id = ?3 AND epoch = ?1)",
                (epoch, error, run_id),
            )
        )

    async def cancel(self, run_id: str, at: float) -> None:
        """End a run for good and fence off whoever executes it."""
        await self._database.apply(lambda link: transitions.cancel(link, run_id, at))

    async def drop_steps_under_way(self, rows: list[Row]) -> None:
        """Write down that steps were cancelled together with their run."""
        if rows:
            await self._database.apply(
                lambda link: link.raw.executemany(statements.STEPS_DROPPED, rows)
            )

    async def reopen(
        self, run_id: str, *, budget_usd: float | None, unknown: str | None
    ) -> OpenRun:
        """Let a paused or failed run go on: what failed may run again, what is recorded stays."""

        def work(link: Link) -> OpenRun:
            transitions.reopen(link, run_id, budget_usd=budget_usd, unknown=unknown)
            run = self._run(link, run_id)
            assert run is not None  # noqa: S101 - reopen has just changed it
            return run

        return await self._database.apply(work)

    def _run(self, link: Link, run_id: str) -> OpenRun | None:
        row = link.raw.execute(
            "SELECT id, status, epoch, retry_epoch, document, inputs, inputs_blob, options, "
            "budget_usd, cost_usd, priority, input_tokens, output_tokens FROM run WHERE id = ?",
            (run_id,),
        ).fetchone()
        if row is None:
            return None
        inputs = self._unpack(row[5], row[6]) or {}
        return OpenRun(
            id=row[0],
            status=RunStatus(row[1]),
            epoch=row[2],
            retry_epoch=row[3],
            document=row[4],
            inputs=inputs,
            options=row[7],
            budget_usd=row[8],
            cost_usd=row[9],
            priority=row[10],
            input_tokens=row[11],
            output_tokens=row[12],
        )

    def _recorded(
        self, link: Link, run_id: str, nodes: list[str], items: list[str]
    ) -> dict[tuple[str, str], Recorded]:
        found: dict[tuple[str, str], Recorded] = {}
        query = "".join((statements.RECORDED, "(", statements.marks(len(items)), ")"))
        for node in nodes:
            for item, status, settled, epoch, attempt, output, blob, error in link.raw.execute(
                query, (run_id, node, *items)
            ):
                found[node, item] = Recorded(
                    status, bool(settled), epoch, attempt, self._unpack(output, blob), error
                )
        return found

    def _unpack(self, text: str | None, blob: str | None) -> dict[str, Any] | None:
        if blob:
            return decode(self._blobs.get_now(blob))
        return None if text is None else decode(text)
