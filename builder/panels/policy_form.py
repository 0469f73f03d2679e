"""How a node is run: what happens when it fails, how long it may take, what it may spend."""

from typing import Any, Final

from builder.forms.field import FormField
from builder.forms.form import UNSET, FieldRow
from builder.forms.toolbox import Toolbox
from builder.panels.bench import Bench
from runtime.flow.model import FlowNode

_ON_ERROR: Final = ("stop", "default", "branch")
_FIELDS: Final = (
    FormField(
        "on_error", "When it fails", "choice", choices=_ON_ERROR, default="stop",
        help="stop ends the run, default sends a value you give, branch sends the error from a "
        "port of its own.",
    ),
    FormField(
        "default", "Sent instead", "json", schema={"type": "object"},
        help="What the ports send when the node failed, by name of the port.",
    ),
    FormField(
        "retry", "Tries after the first", "number", whole=True, minimum=0, maximum=5,
        help="How often a step that failed is tried again, with growing pauses.",
    ),
    FormField(
        "timeout", "Longest try", "text",
        help="For example 30s, 5m or 2h. A try that takes longer counts as failed.",
    ),
)  # fmt: skip
_PAID: Final = (
    FormField(
        "budget_usd", "Budget in dollars", "number", minimum=0.0001,
        help="The most one run may spend in this node.",
    ),
    FormField(
        "fallback_models", "Models to fall back on", "list",
        help="Tried in this order when the first model fails.",
    ),
    FormField(
        "cache", "Take answers from the cache", "switch", default=True,
        help="The same question to the same model costs nothing the second time.",
    ),
)  # fmt: skip


def policy_form(bench: Bench, node: FlowNode, node_id: str, toolbox: Toolbox) -> None:
    """Draw the fields; each change is one edit."""
    spec = bench.desk.spec(node.type)
    fields = [*_FIELDS, *(_PAID if spec and spec.paid else ())]
    for field in fields:
        if field.name == "default" and node.policy.on_error != "default":
            continue
        FieldRow(field, _value(node, field.name), _committer(bench, node_id), toolbox)


def _value(node: FlowNode, name: str) -> Any:
    policy = node.policy
    if name == "retry":
        return policy.retry.max if policy.retry else None
    if name == "fallback_models":
        return list(policy.fallback_models) or None
    return getattr(policy, name)


def _committer(bench: Bench, node_id: str) -> Any:
    async def commit(name: str, value: Any) -> None:
        node = bench.document.flow.nodes.get(node_id)
        if node is None:
            return
        policy = node.policy.model_dump(mode="json", exclude_defaults=True)
        if value is UNSET:
            policy.pop(name, None)
        elif name == "retry":
            policy["retry"] = {**(policy.get("retry") or {}), "max": value}
        else:
            policy[name] = value
        label = f"Change how {bench.label(node_id)} is run"[:200]
        fields = {"policy": policy or None}
        await bench.edit(label, {"op": "set_node", "id": node_id, "fields": fields})

    return commit
