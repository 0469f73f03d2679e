"""The statements of the journal; each takes any number of rows at once."""

from collections.abc import Iterable
from typing import Final

from runtime.store.writer import Bulk

STEP_COLUMNS: Final = (
    "run_id", "node", "item", "epoch", "status", "settled", "attempt", "started_at",
    "finished_at", "output", "output_blob", "error", "model", "cost_usd", "input_tokens",
    "output_tokens", "calls", "unpriced_calls", "cached", "total",
)  # fmt: skip
"""What a row for `Journal.record` holds, in this order."""
_RUN_COLUMNS: Final = (
    "id", "flow_id", "flow_name", "flow_title", "flow_hash", "document", "status", "epoch",
    "retry_epoch", "priority", "inputs", "inputs_blob", "options", "budget_usd", "cost_usd",
    "unpriced_calls", "input_tokens", "output_tokens", "created_at",
)  # fmt: skip
_CALL_COLUMNS: Final = (
    "run_id", "node", "item", "attempt", "at", "model", "status", "cached", "input_tokens",
    "output_tokens", "cost_usd", "ms", "error", "request_hash",
)  # fmt: skip


def _list(columns: Iterable[str], form: str = "{}") -> str:
    return ", ".join(form.format(name) for name in columns)


def marks(count: int) -> str:
    """Return that many question marks."""
    return _list("?" * count)


# The join is the fence: an executor whose epoch was taken over writes nothing any more. A step
# that is settled is never written again, whoever tries.
STEP: Final = Bulk(
    "".join(("WITH new(", _list(STEP_COLUMNS), ") AS (VALUES ")),
    len(STEP_COLUMNS),
    "".join(
        (
            ") INSERT INTO step (", _list(STEP_COLUMNS), ") SELECT ",
            _list(STEP_COLUMNS, "new.{}"),
            " FROM new JOIN run ON run.id = new.run_id AND run.epoch = new.epoch WHERE true",
            " ON CONFLICT (run_id, node, item) DO UPDATE SET ",
            _list(STEP_COLUMNS[3:], "{0} = excluded.{0}"),
            " WHERE step.settled = 0",
        )
    ),
    guarded=True,
)  # fmt: skip
STEPS_DROPPED: Final = "".join(
    ("INSERT OR IGNORE INTO step (", _list(STEP_COLUMNS), ") VALUES (", marks(20), ")")
)
SUBMIT: Final = Bulk(
    "".join(("INSERT INTO run (", _list(_RUN_COLUMNS), ") VALUES ")),
    len(_RUN_COLUMNS),
    "",
    guarded=True,
)
CLAIM: Final = Bulk(
    "WITH new(id, epoch, at) AS (VALUES ",
    3,
    ") UPDATE run SET epoch = run.epoch + 1, status = 'running', finished_at = NULL, error = NULL, "
    "started_at = coalesce(started_at, new.at) FROM new WHERE run.id = new.id "
    "AND run.epoch = new.epoch AND run.status IN ('queued', 'running')",
    guarded=True,
)
FINISH: Final = Bulk(
    "WITH new(id, epoch, status, outputs, outputs_blob, error, at) AS (VALUES ",
    7,
    ") UPDATE run SET status = new.status, outputs = new.outputs, "
    "outputs_blob = new.outputs_blob, error = new.error, finished_at = new.at FROM new "
    "WHERE run.id = new.id AND run.epoch = new.epoch AND run.status = 'running'",
    guarded=True,
)
CALL: Final = Bulk(
    "".join(("INSERT INTO call (", _list(_CALL_COLUMNS), ") VALUES ")), len(_CALL_COLUMNS), ""
)
RECORDED: Final = (
    "SELECT item, status, settled, epoch, attempt, output, output_blob, error FROM step "
    "WHERE run_id = ? AND node = ? AND item IN "
)
