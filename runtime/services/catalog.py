"""The node types one can use, and the ports each node of a flow has."""

from nodes.sdk import NodeSpec, PortSpec
from runtime.flow.model import Flow
from runtime.registry import Registry


class Catalog:
    """Everything one can put on a canvas."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def types(self) -> list[NodeSpec]:
        """Return every node type, sorted by category and title."""
        return sorted(self._registry.types(), key=lambda spec: (spec.category, spec.title))

    def get(self, type_id: str) -> NodeSpec | None:
        """Return a node type by what flows store, for example `llm.chat@1`; None if unknown."""
        return self._registry.find(type_id)

    def ports(self, flow: Flow, node_id: str) -> tuple[tuple[PortSpec, ...], tuple[PortSpec, ...]]:
        """Return the input and output ports of a node with its present settings."""
        found = self._registry.ports(flow, node_id)
        return found.inputs, found.outputs

    @property
    def broken(self) -> dict[str, str]:
        """Return the plugins that could not be loaded, with the reason."""
        return dict(self._registry.broken)
