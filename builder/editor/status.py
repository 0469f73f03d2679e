"""States of a run, folded from its events into what the canvas lays over the cards.

Thousands of events become a few states: `take` returns only what has changed since the last time,
so that a page can send it about fifteen times a second, whatever the engine does.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol, cast

from builder.editor.view import Json
from nodes.sdk import ORDER_IN, ORDER_OUT
from runtime.flow.model import Document
from runtime.run.event import Event

_STREAM: Final = 160
"""How many of the last characters of an answer are shown while it is written."""
_RAN: Final = ("succeeded", "failed", "running", "cancelled", "unknown")
_UNKNOWN: Final = -1
"""A wire that has sent, nobody remembers how many items."""
_ENDED: Final = ("succeeded", "failed", "skipped", "cancelled")


class Digest(Protocol):
    """What a node did in a run that is over or was watched by nobody (`NodeSummary`)."""

    status: Any
    done: int
    total: int
    failed: int
    ms: float
    cost_usd: float
    input_tokens: int
    output_tokens: int
    calls: int
    cached: int
    error: str


@dataclass(frozen=True, slots=True)
class StatusBatch:
    """What to tell the canvas; None takes a state away."""

    nodes: Mapping[str, Json | None]
    wires: Mapping[str, Json | None]

    def __bool__(self) -> bool:
        return bool(self.nodes or self.wires)


@dataclass(slots=True)
class _NodeState:
    """What is known of one node; items of a container are added up."""

    running: int = 0
    ended: dict[str, int] = field(default_factory=lambda: defaultdict[str, int](int))
    cached: int = 0
    items: int = 0
    done: int = 0
    total: int = 0
    ms: float = 0.0
    usd: float = 0.0
    tokens: int = 0
    text: str = ""
    error: str = ""
    queued: bool = False
    paused: bool = False
    unknown: bool = False
    own: str = ""
    """For a node outside of containers: how its one step ended."""


class StatusBoard:
    """The states of one run, kept up to date event by event."""

    def __init__(self, document: Document) -> None:
        flow = document.flow
        self._parents = {key: node.parent for key, node in flow.nodes.items()}
        self._containers = {parent for parent in self._parents.values() if parent}
        self._out: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._into: defaultdict[str, list[str]] = defaultdict(list)
        self._from_container: defaultdict[str, list[str]] = defaultdict(list)
        for edge in flow.edges:
            self._out[edge.source, edge.source_port].append(str(edge))
            self._into[edge.target].append(str(edge))
            if self._parents.get(edge.target) == edge.source:
                self._from_container[edge.target].append(str(edge))
        self._targets = {str(edge): edge.target for edge in flow.edges}
        self._edges = tuple(flow.edges)
        self._nodes: dict[str, _NodeState] = {}
        self._sent: dict[str, int] = {}
        self._dirty_nodes: set[str] = set()
        self._dirty_wires: set[str] = set()
        self._over = False

    def begin(self) -> None:
        """Show everything as waiting: a run has been asked for."""
        for node in self._parents:
            self._state(node).queued = True

    def apply(self, event: Event) -> None:
        """Take in one event; events of nodes that are not in the flow are passed over."""
        kind = event.kind
        if kind in ("run.finished", "run.paused"):
            self._finish(event, paused=kind == "run.paused")
            return
        if not event.node or event.node not in self._parents:
            return
        state = self._state(event.node)
        match kind:
            case "step.started":
                self._started(event, state)
            case "step.token":
                state.text = (state.text + _text(event.data.get("text")))[-_STREAM:]
            case "step.progress":
                state.done = _count(event.data.get("done"))
                state.total = _count(event.data.get("total"))
            case "step.retry":
                state.text = ""
            case "step.finished":
                self._finished(event, state)
            case _:
                pass

    def summarise(self, summary: Mapping[str, Digest], *, over: bool = True) -> None:
        """Take in what each node did, for a run that is looked at later."""
        for node, digest in summary.items():
            if node not in self._parents:
                continue
            state = self._state(node)
            status = _word(digest)
            state.queued = False
            state.running = 0 if status != "running" else 1
            state.own = "" if status == "running" else status
            state.unknown = status == "unknown"
            state.done, state.total = digest.done, digest.total
            state.ended["failed"] = digest.failed
            state.ms, state.usd = digest.ms, digest.cost_usd
            state.tokens = digest.input_tokens + digest.output_tokens
            state.cached = digest.cached if digest.calls and digest.cached >= digest.calls else 0
            state.error = digest.error
        self._recall(summary)
        self._over = over

    def take(self) -> StatusBatch:
        """Return what has changed since the last time, ready to be sent."""
        nodes = {node: self._shown(node) for node in self._dirty_nodes}
        wires = {wire: self._wire(wire) for wire in self._dirty_wires}
        self._dirty_nodes = set()
        self._dirty_wires = set()
        return StatusBatch(nodes, wires)

    # ------------------------------------------------------------------ events

    def _started(self, event: Event, state: _NodeState) -> None:
        again = _count(event.data.get("attempt")) > 1
        state.queued = False
        state.text = ""
        if not again:
            state.running += 1
            state.items += 1
            for wire in self._from_container[event.node]:
                self._sent[wire] = max(0, self._sent.get(wire, 0)) + 1
        elif not state.running:
            state.running = 1
        self._dirty_wires.update(self._into[event.node])

    def _finished(self, event: Event, state: _NodeState) -> None:
        data = event.data
        status = _text(data.get("status"))
        state.queued = False
        state.running = max(0, state.running - 1)
        state.ended[status] += 1
        state.own = status
        state.ms = max(state.ms, _number(data.get("ms"))) if event.item else _number(data.get("ms"))
        state.usd += _number(data.get("cost_usd"))
        state.tokens += _tokens(data)
        state.cached += bool(data.get("cached"))
        state.unknown = status == "unknown"
        if status == "failed" and not state.error:
            state.error = _sentence(data.get("error"))
        if not state.running:
            state.text = ""
        if status == "succeeded":
            sent = [port for port in _names(data.get("sent")) if port != ORDER_OUT]
            counts = data.get("counts")
            self._count_sent(event.node, (*sent, ORDER_OUT), _mapping(counts), times=1)
        self._dirty_wires.update(self._into[event.node])

    def _finish(self, event: Event, *, paused: bool) -> None:
        self._over = True
        reason = _sentence(event.data.get("error"))
        for node, state in self._nodes.items():
            if state.queued or state.running:
                self._dirty_nodes.add(node)
                self._dirty_wires.update(self._into[node])
            if paused and state.running:
                state.paused, state.error = True, state.error or reason
            elif state.running and not state.own:
                state.own = "cancelled"
            state.running, state.queued = 0, False

    def _count_sent(
        self, node: str, ports: Iterable[str], counts: Mapping[str, Any], *, times: int
    ) -> None:
        inside = self._parents.get(node) is not None
        for port in ports:
            for wire in self._out[node, port]:
                number = _count(counts.get(port)) if port in counts else 1
                before = max(0, self._sent.get(wire, 0))
                self._sent[wire] = before + times if inside else number
                self._dirty_wires.add(wire)

    def _recall(self, summary: Mapping[str, Digest]) -> None:
        """Work out which wires have sent: a node only ran when all of its wires had."""
        for edge in self._edges:
            source, target = summary.get(edge.source), summary.get(edge.target)
            if source is None or target is None or _word(target) not in _RAN:
                continue
            wire = str(edge)
            into = self._parents.get(edge.target) == edge.source
            out_of = self._parents.get(edge.source) == edge.target
            if into or out_of or self._parents.get(edge.target):
                number = (target if into else source).done
            elif edge.target in self._containers and edge.target_port != ORDER_IN:
                number = target.total
            else:
                number = _UNKNOWN
            if _word(source) in ("succeeded", "running") and number:
                known = self._sent.get(wire, _UNKNOWN)
                self._sent[wire] = number if number != _UNKNOWN else known
                self._dirty_wires.add(wire)

    # ------------------------------------------------------------------ what is shown

    def _shown(self, node: str) -> Json | None:
        state = self._nodes[node]
        status = self._status(state)
        if not status:
            return None
        shown: Json = {"s": status}
        done, total = self._progress(node, state)
        if total > 1 or node in self._containers:
            shown |= {"done": done, "total": total}
        if state.ms and status != "running":
            shown["ms"] = round(state.ms, 1)
        if state.usd:
            shown["usd"] = round(state.usd, 6)
        if state.tokens:
            shown["tokens"] = state.tokens
        if state.text and status == "running":
            shown["text"] = state.text
        if state.error and status in ("failed", "paused"):
            shown["error"] = state.error[:600]
        return shown

    def _status(self, state: _NodeState) -> str:
        if state.running:
            return "running"
        if state.paused or state.unknown:
            return "paused"
        if state.ended.get("failed") and state.own != "succeeded":
            return "failed"
        if state.ended.get("succeeded") or state.own == "succeeded":
            whole = state.cached and state.cached >= max(1, state.items)
            return "cached" if whole else "succeeded"
        if state.own in _ENDED:
            return state.own
        return "queued" if state.queued else ""

    def _progress(self, node: str, state: _NodeState) -> tuple[int, int]:
        if state.total:
            return state.done, state.total
        parent = self._parents.get(node)
        if parent is None:
            return 0, 0
        total = max(self._nodes[parent].total if parent in self._nodes else 0, state.items)
        return sum(state.ended.values()), total

    def _wire(self, wire: str) -> Json | None:
        state = self._nodes.get(self._targets[wire])
        flowing = bool(state and state.running and not self._over)
        if wire not in self._sent:
            return {"on": True} if flowing else None
        number = self._sent[wire]
        return {"on": flowing, "sent": True} | ({} if number == _UNKNOWN else {"n": number})

    def _state(self, node: str) -> _NodeState:
        self._dirty_nodes.add(node)
        if node not in self._nodes:
            self._nodes[node] = _NodeState()
        return self._nodes[node]


def _word(digest: Digest) -> str:
    return str(getattr(digest.status, "value", digest.status))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _count(value: object) -> int:
    return int(value) if isinstance(value, int | float) else 0


def _mapping(value: object) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", value) if isinstance(value, Mapping) else {}


def _names(value: object) -> list[str]:
    if isinstance(value, Mapping | list | tuple | set | frozenset):
        return [name for name in cast("Iterable[object]", value) if isinstance(name, str)]
    return []


def _tokens(data: Mapping[str, Any]) -> int:
    tokens = data.get("tokens")
    if isinstance(tokens, Mapping):
        return sum(_count(part) for part in cast("Mapping[str, object]", tokens).values())
    return _count(tokens) or _count(data.get("input_tokens")) + _count(data.get("output_tokens"))


def _sentence(error: object) -> str:
    if isinstance(error, str):
        return error
    fault = _mapping(error)
    message = _text(fault.get("message")) or _text(getattr(error, "message", ""))
    hint = _text(fault.get("hint")) or _text(getattr(error, "hint", ""))
    return f"{message} {hint}".strip()
