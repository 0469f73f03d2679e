"""Help for the fields of one node: what runs before it, and what that sent in the last run."""

from collections.abc import Mapping, Sequence
from typing import Any

from builder.forms.aid import Offer, Preview
from builder.panels.bench import Bench
from builder.panels.value import sample_of
from nodes.sdk import LoomlineError, PortSpec
from runtime.flow.expression import compile_value
from runtime.flow.model import Flow


def ancestors(flow: Flow, node_id: str) -> list[str]:
    """Return the nodes that run before a node, nearest first, those around its containers too."""
    before: dict[str, list[str]] = {}
    for edge in sorted(flow.edges):
        before.setdefault(edge.target, []).append(edge.source)
    found: dict[str, None] = {}
    todo = [node_id]
    while todo:
        current = todo.pop(0)
        node = flow.nodes.get(current)
        above = [node.parent] if node and node.parent and node.parent in flow.nodes else []
        for name in [*before.get(current, ()), *above]:
            if name not in found and name != node_id and name in flow.nodes:
                found[name] = None
                todo.append(name)
    return list(found)


class NodeAid:
    """Knows the ancestors of a node and what they sent; made anew when another is selected."""

    def __init__(self, bench: Bench, node_id: str) -> None:
        self._bench = bench
        self._node_id = node_id
        self._sent: dict[str, Mapping[str, Any]] = {}

    async def load(self) -> None:
        """Fetch what the ancestors sent in the run that is shown."""
        flow = self._bench.document.flow
        inside = _around(flow, self._node_id)
        for name in ancestors(flow, self._node_id)[:60]:
            if name in inside:
                sample = await self._first_item(name)
            else:
                item = "0" if flow.nodes[name].parent else ""
                step = await self._bench.output_of(name, item)
                sample = step.output if step else None
            if sample:
                self._sent[name] = sample

    def offers(self) -> Sequence[Offer]:
        """Return what expressions here may read, nearest first."""
        document = self._bench.document
        flow = document.flow
        around = _around(flow, self._node_id)
        found: list[Offer] = []
        for name in ancestors(flow, self._node_id):
            node = flow.nodes[name]
            spec = self._bench.desk.spec(node.type)
            sent = self._sent.get(name, {})
            for port in self._ports(name, inside=name in around):
                sample = sample_of(sent[port.name]) if port.name in sent else ""
                found.append(
                    Offer(
                        node=name,
                        port=port.name,
                        node_label=self._bench.label(name),
                        port_title=port.title or port.name,
                        type=port.type,
                        icon=spec.icon if spec else "output",
                        category=spec.category if spec else "",
                        sample=sample,
                    )
                )
        return found

    def preview(self, value: Any) -> Preview | None:
        """Work a value out with the data of the last run."""
        if not self._sent:
            return Preview(reason="Run the flow once to see the value here.") if value else None
        try:
            result = compile_value(value).evaluate(self._sent)
        except LoomlineError as error:
            return Preview(reason=error.message)
        return Preview(text=sample_of(result) or "(empty text)")

    def _ports(self, name: str, *, inside: bool) -> Sequence[PortSpec]:
        if inside:
            spec = self._bench.desk.spec(self._bench.document.flow.nodes[name].type)
            return spec.inner_outputs if spec else ()
        return self._bench.desk.workspace.catalog.ports(self._bench.document.flow, name)[1]

    async def _first_item(self, container: str) -> Mapping[str, Any] | None:
        """Return what the inner ports of a container gave for its first item."""
        step = await self._bench.output_of(container)
        items = (step.inputs or {}).get("items") if step else None
        if isinstance(items, list) and items:
            return {"item": items[0], "index": 0}
        return None


def _around(flow: Flow, node_id: str) -> set[str]:
    """Return the containers a node lies in."""
    found: set[str] = set()
    node = flow.nodes.get(node_id)
    while node and node.parent and node.parent in flow.nodes and node.parent not in found:
        found.add(node.parent)
        node = flow.nodes[node.parent]
    return found
