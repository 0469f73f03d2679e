"""The registry: node types by the names that flows store."""

import difflib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from nodes.sdk import ERROR_OUT, FlowFacts, Node, NodeSpec, PortSpec, UserError
from runtime.flow.model import Flow, FlowNode
from runtime.flow.wires import NodePorts
from runtime.registry.loading import load_node_types

ERROR_PORT = PortSpec(
    name=ERROR_OUT,
    type="object",
    title="Error",
    help="Sends what went wrong, with `message`, when the node fails.",
)
"""The output of a node whose policy sends errors their own way."""


class Registry:
    """The node types one can use; what comes first under a name keeps it."""

    def __init__(
        self, specs: Iterable[NodeSpec] = (), *, broken: Mapping[str, str] | None = None
    ) -> None:
        self._specs: dict[str, NodeSpec] = {}
        self.broken = dict(broken or {})
        """Plugins and node types that could not be taken in, with the reason."""
        for spec in specs:
            if spec.id in self._specs:
                self.broken[f"{spec.cls.__module__}.{spec.cls.__name__}"] = (
                    f"The node type {spec.id!r} is there already."
                )
            else:
                self._specs[spec.id] = spec

    @classmethod
    def load(cls) -> "Registry":
        """Return the registry of everything installed, built-in and from plugins alike."""
        specs, broken = load_node_types()
        return cls(specs, broken=broken)

    @classmethod
    def of(cls, *types: type[Node]) -> "Registry":
        """Return a registry of these node classes."""
        return cls(node_type.spec for node_type in types)

    def types(self) -> tuple[NodeSpec, ...]:
        """Return all node types."""
        return tuple(self._specs.values())

    def find(self, type_id: str) -> NodeSpec | None:
        """Return a node type by what flows store, for example `llm.chat@1`; None if unknown."""
        return self._specs.get(type_id)

    def get(self, type_id: str) -> NodeSpec:
        """Return a node type; raises UserError with the nearest name when there is none."""
        spec = self._specs.get(type_id)
        if spec is None:
            raise UserError(
                f"The node type {type_id!r} is not installed.", hint=self.remedy(type_id)
            )
        return spec

    def remedy(self, type_id: str) -> str:
        """Return what to do about a node type that is not there."""
        name, _, version = type_id.partition("@")
        others = [spec.id for spec in self._specs.values() if spec.name == name]
        if others:
            return f"This version of it is {others[-1]!r}, not @{version}; update the plugin."
        near = difflib.get_close_matches(type_id, self._specs, n=1, cutoff=0.7)
        if near:
            return f"Did you mean {near[0]!r}?"
        return "Install the plugin that brings it, or remove the node."

    def ports(self, flow: Flow, node_id: str) -> NodePorts:
        """Return the ports of a node with its present settings; none when its type is unknown."""
        return self.port_lookup(flow, node_id) or NodePorts()

    def port_lookup(self, flow: Flow, node_id: str) -> NodePorts | None:
        """Return the ports of a node, or None when its type is unknown: then nothing is refused."""
        node = flow.nodes.get(node_id)
        return self.node_ports(node, facts_of(flow)) if node else None

    def node_ports(self, node: FlowNode, facts: FlowFacts) -> NodePorts | None:
        """Return the ports of a node for what it may know of its flow."""
        spec = self._specs.get(node.type)
        if spec is None:
            return None
        outputs = _asked(spec.cls.output_ports, node, facts, spec.outputs)
        if node.policy.on_error == "branch":
            outputs = (*outputs, ERROR_PORT)
        return NodePorts(
            inputs=_asked(spec.cls.input_ports, node, facts, spec.inputs),
            outputs=outputs,
            inner_inputs=spec.inner_inputs,
            inner_outputs=spec.inner_outputs,
        )


def facts_of(flow: Flow) -> FlowFacts:
    """Return what node types may know of a flow to decide on their ports."""
    return FlowFacts(
        inputs={
            name: {"type": spec.type, "title": spec.title, "description": spec.description}
            for name, spec in flow.inputs.items()
        }
    )


def _asked(
    ask: Callable[[Mapping[str, Any], FlowFacts], tuple[PortSpec, ...]],
    node: FlowNode,
    facts: FlowFacts,
    otherwise: tuple[PortSpec, ...],
) -> tuple[PortSpec, ...]:
    """Ask a node type for its ports; settings it trips over leave it with the usual ones."""
    try:
        return tuple(ask(node.inputs, facts))
    except Exception:  # noqa: BLE001 - code of a plugin, fed with settings that may be half done
        return otherwise
