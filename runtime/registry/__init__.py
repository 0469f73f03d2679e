"""Which node types there are, and which ports a node of a flow has."""

from runtime.registry.registry import Registry

__all__ = ["Registry"]
