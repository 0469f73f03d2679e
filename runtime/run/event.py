"""Facts the engine tells while a run goes on; clients watch them, nothing depends on them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

EventKind = Literal[
    "run.queued",
    "run.started",
    "run.finished",  # data: status, outputs, error, cost_usd, tokens
    "run.paused",  # data: error (why and what to do)
    "run.cost",  # data: cost_usd, input_tokens, output_tokens
    "step.started",  # data: attempt
    "step.token",  # data: text (a piece of an answer as it arrives)
    "step.progress",  # data: done, total
    "step.log",  # data: level, text
    "step.retry",  # data: attempt, wait (seconds), error
    "step.finished",  # data: status, ms, cost_usd, tokens, cached, sent (ports), counts, error
]


@dataclass(frozen=True, slots=True)
class Event:
    """One fact about a run."""

    run_id: str
    kind: EventKind
    at: float
    """Seconds since 1970."""
    node: str = ""
    item: str = ""
    data: Mapping[str, Any] = field(default_factory=dict[str, Any])
