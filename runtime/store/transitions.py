"""How the state of a run changes at the wish of a person: guarded, in one transaction."""

from typing import Final

from nodes.sdk import UserError
from runtime.run.model import RunStatus
from runtime.store.connection import Link
from runtime.store.times import now


def _status(link: Link, run_id: str) -> str:
    row = link.raw.execute("SELECT status FROM run WHERE id = ?", (run_id,)).fetchone()
    if row is None:
        raise UserError(f"There is no run {run_id!r}.", hint="`loomline runs list` shows the runs.")
    return row[0]


def cancel(link: Link, run_id: str, at: float) -> None:
    """End a run for good and fence off whoever executes it."""
    status = _status(link, run_id)
    if RunStatus(status).final:
        raise UserError(
            f"Run {run_id!r} is over already: it {_ENDED[status]}.",
            hint="Only runs that are queued, running or paused can be cancelled.",
        )
    link.raw.execute(
        "UPDATE run SET status = 'cancelled', epoch = epoch + 1, finished_at = ? WHERE id = ?",
        (at, run_id),
    )
    link.raw.execute(
        "UPDATE step SET status = 'cancelled', finished_at = ? WHERE run_id = ? "
        "AND status = 'running'",
        (at, run_id),
    )


_ENDED: Final = {"succeeded": "succeeded", "failed": "failed", "cancelled": "was cancelled"}


def reopen(link: Link, run_id: str, *, budget_usd: float | None, unknown: str | None) -> None:
    """Queue a paused or failed run again; what failed may run again, what is recorded stays."""
    status = _status(link, run_id)
    if status not in ("paused", "failed"):
        raise UserError(
            f"Run {run_id!r} cannot be resumed: it is {status}.",
            hint="Only paused and failed runs can be resumed.",
        )
    doubtful = link.raw.execute(
        "SELECT node, item FROM step WHERE run_id = ? AND status = 'unknown'", (run_id,)
    ).fetchall()
    if doubtful and unknown not in ("repeat", "skip"):
        raise UserError(
            f"It is not known whether step {doubtful[0][0]!r} did its work before the crash.",
            hint="Choose 'repeat' to do it again or 'skip' to go on without it.",
        ).at(doubtful[0][0])
    change = (
        "UPDATE step SET status = 'skipped', settled = 1, finished_at = ? "
        if unknown == "skip"
        else "UPDATE step SET status = 'cancelled', finished_at = ? "
    )
    link.raw.execute(change + "WHERE run_id = ? AND status = 'unknown'", (now(), run_id))
    link.raw.execute(
        "UPDATE run SET status = 'queued', retry_epoch = epoch, finished_at = NULL, error = NULL, "
        "budget_usd = coalesce(?, budget_usd) WHERE id = ?",
        (budget_usd, run_id),
    )
