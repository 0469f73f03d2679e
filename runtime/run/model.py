"""Runs and steps as people and programs see them."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class RunStatus(StrEnum):
    """Where a run stands; the last three never change again."""

    QUEUED = "queued"
    RUNNING = "running"
    PAUSED = "paused"
    """Stopped by its budget, or because a step may have happened and a person must decide."""
    WAITING = "waiting"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def final(self) -> bool:
        """True when the run is over for good (a failed run may still be resumed)."""
        return self in (RunStatus.SUCCEEDED, RunStatus.FAILED, RunStatus.CANCELLED)


class StepStatus(StrEnum):
    """Where a step stands."""

    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"
    """It was under way when the process died and must not simply be repeated."""


class Fault(BaseModel):
    """What went wrong, in words."""

    model_config = ConfigDict(frozen=True)

    message: str
    hint: str = ""
    kind: str = ""
    """Class of the error: user, budget, timeout, rate_limit, server, truncated, bug, ..."""
    place: tuple[str, ...] = ()
    """From the outside in: flow, node, item."""


class RunOptions(BaseModel):
    """How a run is started."""

    model_config = ConfigDict(frozen=True)

    model: str = ""
    """The model for nodes that name none."""
    budget_usd: float | None = Field(default=None, gt=0)
    """Overrides the budget of the flow."""
    workdir: str = ""
    """The folder that relative paths start from; empty means the files folder of the data."""
    origin: str = "web"
    """Which door started it: web, cli, api, schedule."""
    priority: int = 0


class RunView(BaseModel):
    """A run as it stands."""

    model_config = ConfigDict(frozen=True)

    id: str
    flow_id: str
    flow_name: str
    flow_title: str = ""
    flow_hash: str
    status: RunStatus
    inputs: dict[str, Any] = Field(default_factory=dict[str, Any])
    outputs: dict[str, Any] = Field(default_factory=dict[str, Any])
    error: Fault | None = None
    options: RunOptions = RunOptions()
    budget_usd: float | None = None
    cost_usd: float = 0.0
    unpriced_calls: int = 0
    """Calls whose price is not known."""
    input_tokens: int = 0
    output_tokens: int = 0
    steps: int = 0
    """Steps recorded so far."""
    created_at: datetime
    started_at: datetime | None = None
    finished_at: datetime | None = None


class StepView(BaseModel):
    """One step of a run: one execution of a node, or of a node for one item."""

    model_config = ConfigDict(frozen=True)

    run_id: str
    node: str
    item: str = ""
    """Which item of which container: empty, `3`, or `3/0` in a nested one."""
    label: str = ""
    status: StepStatus
    attempt: int = 1
    started_at: datetime | None = None
    finished_at: datetime | None = None
    ms: float = 0.0
    output: dict[str, Any] | None = None
    """What the ports sent; None when it was not asked for or there is none."""
    inputs: dict[str, Any] | None = None
    error: Fault | None = None
    model: str = ""
    cost_usd: float = 0.0
    input_tokens: int = 0
    output_tokens: int = 0
    calls: int = 0
    cached: bool = False
