"""A plan made ready for the engine: what is the same for every step is worked out once."""

from dataclasses import dataclass
from typing import Any, get_args

from nodes.sdk import Credential, Node
from runtime.compile.plan import Outputs, Plan, PlanNode, Wire
from runtime.engine.retry import retry_of
from runtime.flow.model import Retry, duration


@dataclass(frozen=True, slots=True)
class Prepared:
    """A node of a plan, ready to become steps."""

    node: PlanNode
    cls: type[Node]
    timeout: float | None
    retry: Retry
    once: bool
    container: bool
    single: tuple[tuple[str, Wire], ...]
    """Wired ports that take one value."""
    many: tuple[tuple[str, tuple[Wire, ...]], ...]
    """Wired ports that take any number of values."""
    credentials: tuple[tuple[str, type[Credential]], ...]
    """Fields that name a credential, and the kind they need."""

    def values(self, outputs: Outputs) -> dict[str, Any]:
        """Return what is filled in and wired, for what was sent so far."""
        values = self.node.resolve(outputs)
        for port, wire in self.single:
            sent = outputs.get(wire.node)
            if sent is not None and wire.port in sent:
                values[port] = sent[wire.port]
        for port, wires in self.many:
            values[port] = [
                outputs[wire.node][wire.port]
                for wire in wires
                if wire.node in outputs and wire.port in outputs[wire.node]
            ]
        return values

    def needs(self) -> set[str]:
        """Return the nodes whose values it takes in."""
        wires = (wire for wires in self.node.wires.values() for wire in wires)
        return {wire.node for wire in wires} | self.node.reads


def prepare(plan: Plan) -> dict[str, Prepared]:
    """Make the nodes of a plan ready."""
    return {node.id: _prepare(node) for node in plan.nodes.values()}


def _prepare(node: PlanNode) -> Prepared:
    container = node.spec.container
    return Prepared(
        node=node,
        cls=node.spec.cls,
        timeout=duration(node.policy.timeout) if node.policy.timeout else None,
        retry=retry_of(node),
        once=node.effect == "once" and not container,
        container=container,
        single=tuple((p, w[0]) for p, w in node.wires.items() if p not in node.many and w),
        many=tuple((p, w) for p, w in node.wires.items() if p in node.many),
        credentials=tuple(
            (field.name, _credential(node.spec.cls.model_fields[field.name].annotation))
            for field in node.spec.fields
            if field.credential
        ),
    )


def _credential(annotation: Any) -> type[Credential]:
    for part in (annotation, *get_args(annotation)):
        if isinstance(part, type) and issubclass(part, Credential):
            return part
    raise TypeError(f"{annotation!r} names no credential.")
