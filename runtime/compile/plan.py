"""A plan: a flow compiled once, with every name resolved, ready to run many times."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from nodes.sdk import NodeSpec
from runtime.flow.model import Budget, InputSpec, Policy

Outputs = Mapping[str, Mapping[str, Any]]
"""What the steps of a run have sent so far: node id -> output port -> value."""


@dataclass(frozen=True, slots=True)
class Wire:
    """One end of a wire: the node and the port a value comes from."""

    node: str
    port: str


@dataclass(frozen=True, slots=True)
class PlanNode:
    """A node ready to run."""

    id: str
    label: str
    spec: NodeSpec
    policy: Policy
    resolve: Callable[[Outputs], dict[str, Any]]
    """Return the values filled in, expressions worked out; wired ports are not in it."""
    wires: Mapping[str, tuple[Wire, ...]] = field(default_factory=dict[str, tuple[Wire, ...]])
    """Data ports that are wired: port -> where its values come from."""
    after: tuple[Wire, ...] = ()
    """Wires into the order port `in`; all of them must have sent."""
    reads: frozenset[str] = frozenset()
    """Nodes that expressions read (always ancestors); they must be done before."""
    parent: str | None = None
    """The container it lies in."""
    many: frozenset[str] = frozenset()
    """Wired ports that take any number of values."""
    optional: frozenset[str] = frozenset()
    """Wired ports that may stay empty without skipping the node."""
    disabled: bool = False
    effect: str = "pure"
    """Effect class after policy: pure, idempotent or once."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The nodes that start and end together: the whole flow, or the inside of a container."""

    container: str | None
    nodes: tuple[str, ...]
    """In an order in which they could run one after the other."""
    followers: Mapping[str, tuple[str, ...]]
    """Node -> nodes of the same scope that wait for it, by wire or by expression."""
    waits: Mapping[str, int]
    """Node -> how many nodes of the same scope it waits for."""
    collects: Mapping[str, tuple[Wire, ...]] = field(default_factory=dict[str, tuple[Wire, ...]])
    """In a container: its inner input port -> where in the scope the value comes from."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A compiled flow."""

    flow_id: str
    name: str
    hash: str
    """Hash of the canonical logic: the version a run cites."""
    nodes: Mapping[str, PlanNode]
    root: Scope
    inside: Mapping[str, Scope]
    """Container id -> its scope."""
    budget: Budget | None = None
    defaults: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Defaults of the flow's inputs."""
    inputs: Mapping[str, InputSpec] = field(default_factory=dict[str, InputSpec])
    """What a run must be given, by name."""
