"""Runs, steps and model calls as people look at them."""

import builtins
import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, ValidationError

from nodes.sdk import UserError
from runtime.run.model import Fault, RunOptions, RunStatus, RunView, StepStatus, StepView
from runtime.store.blobs import Blobs
from runtime.store.connection import Link
from runtime.store.database import Database, one
from runtime.store.payload import decode
from runtime.store.times import when, when_or_none

log = logging.getLogger(__name__)


class NodeSummary(BaseModel):
    """What a node did in a run, the steps of all items added up."""

    model_config = ConfigDict(frozen=True)

    status: StepStatus
    done: int = 0
    """Steps that are over; items of a container."""
    total: int = 0
    """Steps known; items of a container."""
    failed: int = 0
    ms: float = 0.0
    """From the first start to the last end."""
    cost_usd: float = 0.0
    input_tokens: int = 0
    output_tokens: int = 0
    calls: int = 0
    cached: int = 0
    """Calls that were answered from the cache."""
    error: str = ""
    """What the first step that failed says."""


class CallView(BaseModel):
    """A call of a language model."""

    model_config = ConfigDict(frozen=True)

    seq: int
    run_id: str
    node: str
    item: str
    attempt: int
    at: datetime
    model: str
    status: str
    """succeeded, failed or cancelled."""
    cached: bool
    input_tokens: int
    output_tokens: int
    cost_usd: float | None
    """None when the price of the model is not known."""
    ms: float
    error: str
    request_hash: str


class RunStore:
    """Where runs are looked up; the journal is what writes them."""

    def __init__(self, database: Database, blobs: Blobs) -> None:
        self._database = database
        self._blobs = blobs

    async def list(
        self,
        *,
        flow_id: str | None = None,
        status: RunStatus | None = None,
        limit: int = 50,
        before: str | None = None,
    ) -> "builtins.list[RunView]":
        """Return runs, the newest first; `before` is the id of the last one seen.

        Large inputs and outputs are left out; `get` has them.
        """
        where: list[str] = []
        values: list[Any] = []
        if flow_id is not None:
            where.append("flow_id = ?")
            values.append(flow_id)
        if status is not None:
            where.append("status = ?")
            values.append(status.value)
        if before is not None:
            where.append("(created_at, id) < (SELECT created_at, id FROM run WHERE id = ?)")
            values.append(before)
        query = f"{_RUN} {'WHERE ' if where else ''}{' AND '.join(where)} " + (
            "ORDER BY created_at DESC, id DESC LIMIT ?"
        )
        return await self._database.fetch(
            lambda link: [
                self._view(row, whole=False)
                for row in link.raw.execute(query, (*values, limit)).fetchall()
            ]
        )

    async def get(self, run_id: str) -> RunView | None:
        """Return a run as it stands."""

        def work(link: Link) -> RunView | None:
            row = one(link, f"{_RUN} WHERE id = ?", run_id)
            return self._view(row, whole=True) if row else None

        return await self._database.fetch(work)

    async def flow_texts(self, run_id: str) -> tuple[str, str]:
        """Return the flow and the layout of a run as it was started."""
        row = await self._database.fetch(
            lambda link: one(link, "SELECT document FROM run WHERE id = ?", run_id)
        )
        if row is None:
            raise UserError(
                f"There is no run {run_id!r}.", hint="`loomline runs list` shows the runs."
            )
        flow_text, layout_text = decode(await self._blobs.get(row[0]))
        return flow_text, layout_text

    async def steps(
        self, run_id: str, *, node: str | None = None, limit: int = 200, offset: int = 0
    ) -> "builtins.list[StepView]":
        """Return steps in the order they started, without what they sent."""
        only = "AND node = ?" if node is not None else ""
        values = (run_id, *([node] if node is not None else []), limit, offset)
        query = f"{_STEP} WHERE run_id = ? {only} ORDER BY started_at, node, item LIMIT ? OFFSET ?"
        return await self._database.fetch(
            lambda link: [_step(row) for row in link.raw.execute(query, values).fetchall()]
        )

    async def step(self, run_id: str, node: str, item: str = "") -> StepView | None:
        """Return one step with what it sent."""

        def work(link: Link) -> StepView | None:
            row = one(
                link, f"{_STEP} WHERE run_id = ? AND node = ? AND item = ?", run_id, node, item
            )
            sent = one(
                link,
                "SELECT output, output_blob FROM step WHERE run_id = ? AND node = ? AND item = ?",
                run_id,
                node,
                item,
            )
            if row is None or sent is None:
                return None
            return _step(row).model_copy(update={"output": self._value(*sent)})

        return await self._database.fetch(work)

    async def summary(self, run_id: str) -> dict[str, NodeSummary]:
        """Return what each node did."""
        rows = await self._database.fetch(
            lambda link: link.raw.execute(_SUMMARY, (run_id,)).fetchall()
        )
        return {row[0]: _summary(row[1:]) for row in rows}

    async def calls(
        self, run_id: str, *, node: str | None = None, limit: int = 200
    ) -> "builtins.list[CallView]":
        """Return the model calls of a run in their order."""
        only = "AND node = ?" if node is not None else ""
        query = f"{_CALLS} WHERE run_id = ? {only} ORDER BY seq LIMIT ?"
        values = (run_id, *([node] if node is not None else []), limit)
        rows = await self._database.fetch(lambda link: link.raw.execute(query, values).fetchall())
        return [
            CallView.model_validate({**dict(zip(_CALL, row, strict=True)), "at": when(row[5])})
            for row in rows
        ]

    def _view(self, row: Sequence[Any], *, whole: bool) -> RunView:
        return RunView(
            id=row[0],
            flow_id=row[1],
            flow_name=row[2],
            flow_title=row[3],
            flow_hash=row[4],
            status=RunStatus(row[5]),
            inputs=self._shown(row[6], row[7] if whole else None),
            outputs=self._shown(row[8], row[9] if whole else None),
            error=_fault(row[10]),
            options=RunOptions.model_validate_json(row[11]),
            budget_usd=row[12],
            cost_usd=row[13],
            unpriced_calls=row[14],
            input_tokens=row[15],
            output_tokens=row[16],
            created_at=when(row[17]),
            started_at=when_or_none(row[18]),
            finished_at=when_or_none(row[19]),
            steps=row[20],
        )

    def _shown(self, text: str | None, blob: str | None) -> dict[str, Any]:
        """Return a value for a view: one damaged value must not hide all runs."""
        try:
            return self._value(text, blob) or {}
        except UserError as error:
            log.warning("Of a run something cannot be shown: %s", error.message)
            return {}

    def _value(self, text: str | None, blob: str | None) -> dict[str, Any] | None:
        if blob:
            return decode(self._blobs.get_now(blob))
        return None if text is None else decode(text)


_RUN: Final = (
    "SELECT id, flow_id, flow_name, flow_title, flow_hash, status, inputs, inputs_blob, outputs, "
    "outputs_blob, error, options, budget_usd, cost_usd, unpriced_calls, input_tokens, "
    "output_tokens, created_at, started_at, finished_at, "
    "(SELECT count(*) FROM step WHERE run_id = run.id AND settled = 1 AND status <> 'skipped') "
    "FROM run"
)
_STEP: Final = (
    "SELECT run_id, node, item, status, attempt, started_at, finished_at, error, model, cost_usd, "
    "input_tokens, output_tokens, calls, cached FROM step"
)
_CALL: Final = (
    "seq", "run_id", "node", "item", "attempt", "at", "model", "status", "cached",
    "input_tokens", "output_tokens", "cost_usd", "ms", "error", "request_hash",
)  # fmt: skip
_CALLS: Final = " ".join(("SELECT", ", ".join(_CALL), "FROM call"))
_SUMMARY: Final = """
SELECT node,
  sum(status = 'failed'), sum(status = 'unknown'), sum(status = 'running'),
  sum(status = 'cancelled'), sum(status = 'succeeded'), sum(status = 'skipped'),
  count(*), sum(total), min(started_at), max(finished_at), sum(cost_usd), sum(input_tokens),
  sum(output_tokens), sum(calls), sum(cached), min(error), sum(settled = 0 AND status = 'failed')
FROM step WHERE run_id = ? GROUP BY node
"""


def _summary(row: Sequence[Any]) -> NodeSummary:
    failed, unknown, running, cancelled, succeeded, skipped, count, total, start, end = row[:10]
    fault = _fault(row[15])
    status = (
        StepStatus.FAILED if row[16] or failed == count
        else StepStatus.UNKNOWN if unknown
        else StepStatus.RUNNING if running
        else StepStatus.CANCELLED if cancelled
        else StepStatus.SUCCEEDED if succeeded
        else StepStatus.SKIPPED
    )  # fmt: skip
    over = failed + cancelled + succeeded + skipped
    return NodeSummary(
        status=status,
        done=over if total is None or running else total,
        total=count if total is None else total,
        failed=failed,
        ms=0.0 if end is None else max(0.0, (end - start) * 1000),
        cost_usd=row[10],
        input_tokens=row[11],
        output_tokens=row[12],
        calls=row[13],
        cached=row[14],
        error=fault.message if fault else "",
    )


def _fault(text: str | None) -> Fault | None:
    if text is None:
        return None
    try:
        return Fault.model_validate_json(text)
    except ValidationError:
        return Fault(message="What went wrong here was recorded, but is damaged.", kind="bug")


def _step(row: Sequence[Any]) -> StepView:
    start, end = row[5], row[6]
    return StepView(
        run_id=row[0],
        node=row[1],
        item=row[2],
        status=StepStatus(row[3]),
        attempt=row[4],
        started_at=when(start),
        finished_at=when_or_none(end),
        ms=0.0 if end is None else max(0.0, (end - start) * 1000),
        error=_fault(row[7]),
        model=row[8],
        cost_usd=row[9],
        input_tokens=row[10],
        output_tokens=row[11],
        calls=row[12],
        cached=bool(row[13]),
    )
