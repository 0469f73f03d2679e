"""How a step came out, as far as the steps after it are concerned."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from nodes.sdk import ERROR_OUT, ORDER_OUT
from runtime.compile.plan import PlanNode
from runtime.run.model import Fault
from runtime.store.journal import Recorded


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a step sent."""

    sent: Mapping[str, Any] = field(default_factory=dict[str, Any])
    out: bool = True
    """Whether the order port `out` sends."""

    def sends(self, port: str) -> bool:
        """Return whether a wire from this port may be followed."""
        return self.out if port == ORDER_OUT else port in self.sent


SKIPPED: Final = Outcome(out=False)
"""A step that was not taken."""


class StepFailed(Exception):  # noqa: N818 - it says what happened to a step
    """A step failed, and nothing in its scope goes on."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class Halted(Exception):  # noqa: N818 - nothing is wrong with the step
    """The run starts no more steps; this one was not executed."""


def outcome_of(node: PlanNode, recorded: Recorded) -> Outcome:
    """Return the outcome of a settled step; raises StepFailed when its item had failed."""
    if recorded.status == "skipped":
        return SKIPPED
    if recorded.status == "failed":
        if recorded.output is None:
            raise StepFailed(fault_of(recorded))
        return Outcome(recorded.output, out=node.policy.on_error == "default")
    return Outcome(recorded.output or {})


def failed_outcome(node: PlanNode, fault: Fault) -> Outcome | None:
    """Return what a step sends although it failed, or None when its failure stands."""
    if node.policy.on_error == "default":
        return Outcome(node.policy.default or {})
    if node.policy.on_error == "branch":
        error = {"message": fault.message, "hint": fault.hint, "kind": fault.kind, "node": node.id}
        return Outcome({ERROR_OUT: error}, out=False)
    return None


def fault_of(recorded: Recorded) -> Fault:
    """Return why a recorded step failed."""
    if recorded.error is None:
        return Fault(message="The step failed.", kind="bug")
    return Fault.model_validate_json(recorded.error)
