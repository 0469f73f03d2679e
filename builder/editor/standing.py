"""The sums of a run that stands still, paused or stopped in the middle of a container. Pure."""

from collections.abc import Mapping

from runtime.flow.model import Flow
from runtime.run.model import StepStatus
from runtime.services.runs import NodeSummary


def standing(flow: Flow, summary: Mapping[str, NodeSummary]) -> dict[str, NodeSummary]:
    """Count what was done against all there was to do: the rest is still to come.

    Only the engine knows how many items a container has done, and only while it runs; afterwards
    what the nodes inside have done tells it. Those that were not done with all items stay marked
    as running.
    """
    found = dict(summary)
    for name, sums in summary.items():
        inside = [key for key, node in flow.nodes.items() if node.parent == name and key in found]
        if sums.status is not StepStatus.RUNNING or not inside or not sums.total:
            continue
        done = max(sums.done, min(found[key].done for key in inside))
        found[name] = sums.model_copy(update={"done": done})
        for key in inside:
            if found[key].done < sums.total and found[key].status is StepStatus.SUCCEEDED:
                change = {"status": StepStatus.RUNNING, "total": sums.total}
                found[key] = found[key].model_copy(update=change)
    return found
