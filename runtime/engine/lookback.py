"""What a step was given: worked out again from what was recorded, so it need not be kept."""

from collections.abc import Mapping
from typing import Any

from nodes.sdk import LoomlineError
from runtime.compile.plan import Plan
from runtime.engine.prepared import Prepared
from runtime.store.journal import Journal


async def inputs_of(
    journal: Journal,
    plan: Plan,
    prepared: Mapping[str, Prepared],
    *,
    run_id: str,
    node: str,
    item: str,
) -> dict[str, Any] | None:
    """Return the values of a step; None when they cannot be known (any more)."""
    if node not in prepared:
        return None
    around = _around(plan, node)
    indexes = [int(part) for part in item.split("/")] if item else []
    if len(indexes) != len(around):
        return None
    needed = set[str]().union(*(prepared[name].needs() for name in (*around, node)))
    outputs: dict[str, Mapping[str, Any]] = {}
    key = ""
    try:
        for container, index in zip(around, indexes, strict=True):
            outputs |= await _sent(journal, plan, run_id, needed, container, key)
            items = prepared[container].values(outputs).get("items")
            if not isinstance(items, list) or not 0 <= index < len(items):  # pyright: ignore[reportUnknownArgumentType] - any JSON
                return None
            outputs[container] = {"item": items[index], "index": index}
            key = f"{key}/{index}" if key else str(index)
        outputs |= await _sent(journal, plan, run_id, needed, node, key)
        return prepared[node].values(outputs)
    except LoomlineError:
        return None  # the step failed for the same reason


async def _sent(
    journal: Journal, plan: Plan, run_id: str, needed: set[str], beside: str, key: str
) -> dict[str, Mapping[str, Any]]:
    """Return what the nodes needed have sent that lie in the same scope as `beside`."""
    parent = plan.nodes[beside].parent
    nodes = [name for name in needed if name in plan.nodes and plan.nodes[name].parent == parent]
    found = await journal.recorded(run_id, nodes, [key])
    return {name: step.output for (name, _), step in found.items() if step.output is not None}


def _around(plan: Plan, node: str) -> list[str]:
    """Return the containers a node lies in, the outermost first."""
    around: list[str] = []
    parent = plan.nodes[node].parent
    while parent is not None:
        around.insert(0, parent)
        parent = plan.nodes[parent].parent
    return around
