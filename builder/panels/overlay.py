"""What a run looks like on the canvas: only what changed since the last time is sent."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from builder.panels.feed import RunFeed
from runtime.flow.model import Flow
from runtime.run.event import Event
from runtime.services.runs import NodeSummary

_WORDS: Final = 280
"""Characters of a streamed answer that a card shows."""
_SENT: Final = frozenset({"succeeded", "cached"})


class Overlay:
    """Remembers what is on the canvas. Pure but for that."""

    def __init__(self) -> None:
        self.run = ""
        self.hidden = False
        self._nodes: dict[str, dict[str, Any]] = {}
        self._wires: dict[str, dict[str, Any]] = {}

    def forget(self) -> None:
        """Take it that nothing is on the canvas."""
        self._nodes.clear()
        self._wires.clear()

    def sums(self, flow: Flow, feed: RunFeed) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
        """Return what changed, from the sums of the run."""
        nodes: dict[str, Any] = {}
        for node_id, summary in feed.summary.items():
            if node_id in flow.nodes:
                found = node_status(summary, feed.streams.get(node_id, ""))
                if self._nodes.get(node_id) != found:
                    self._nodes[node_id] = nodes[node_id] = found
        wires: dict[str, Any] = {}
        for edge in flow.edges:
            source, target = feed.summary.get(edge.source), feed.summary.get(edge.target)
            on = _sent(source, inside=_inside(flow, edge.source, edge.target)) and bool(
                target and target.status != "skipped"
            )
            found = _flowing(target) if on else None
            line = str(edge)
            if found is None:
                if self._wires.pop(line, None) is not None:
                    wires[line] = None
            elif self._wires.get(line) != found:
                self._wires[line] = wires[line] = found
        return nodes, wires

    def events(
        self, batch: Iterable[Event], feed: RunFeed
    ) -> tuple[Mapping[str, Any], Mapping[str, Any] | None]:
        """Return what a batch of events changed at once, before the sums are known."""
        changed: dict[str, Any] = {}
        for event in batch:
            if not event.node:
                continue
            known = self._nodes.get(event.node, {})
            if event.kind == "step.started" and known.get("s") != "running":
                changed[event.node] = {**known, "s": "running"}
            elif event.kind == "step.token":
                text = feed.streams.get(event.node, "")[-_WORDS:]
                changed[event.node] = {**known, "s": "running", "text": text}
            elif event.kind == "step.progress":
                done, total = event.data.get("done"), event.data.get("total")
                changed[event.node] = {**known, "s": "running", "done": done, "total": total}
        self._nodes.update(changed)
        return changed, None


def node_status(summary: NodeSummary, text: str) -> dict[str, Any]:
    """Return the state of a node in the canvas's words."""
    state = "cached" if summary.status == "succeeded" and summary.cached else summary.status
    found: dict[str, Any] = {"s": "paused" if state == "unknown" else state}
    if summary.total > 1:
        found |= {"done": summary.done, "total": summary.total}
    if summary.ms and state != "running":
        found["ms"] = round(summary.ms)
    tokens = summary.input_tokens + summary.output_tokens
    if tokens:
        found |= {"tokens": tokens, "usd": summary.cost_usd}
    if summary.error:
        found["error"] = summary.error.message
    if text and state == "running":
        found["text"] = text[-_WORDS:]
    return found


def _sent(summary: NodeSummary | None, *, inside: bool) -> bool:
    if summary is None:
        return False
    return summary.status in _SENT or inside or summary.done > summary.failed


def _inside(flow: Flow, source: str, target: str) -> bool:
    """Say whether a wire goes from a container to what it holds."""
    return flow.nodes[target].parent == source if target in flow.nodes else False


def _flowing(target: NodeSummary | None) -> dict[str, Any]:
    many = {"n": target.total} if target and target.total > 1 else {}
    return {"on": True, **many}
