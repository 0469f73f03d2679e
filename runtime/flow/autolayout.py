"""Places for nodes without: columns from left to right, containers around their inside."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from runtime.flow import graph
from runtime.flow.model import Flow, FlowNode, Layout, Place
from runtime.flow.wires import side

Size = tuple[int, int]
"""Width and height on the canvas."""
SizeOf = Callable[[str, FlowNode], Size]
"""Tells how large a node that is no container is drawn."""

GRID: Final = 20
_GAP_X: Final = 80
_GAP_Y: Final = 40
_SIDE: Final = 140
"""Room for the ports of a container at its left and right."""
_HEAD: Final = 100
_FOOT: Final = 40
_EMPTY: Final[Size] = (480, 200)
"""Size of a container with nothing in it."""
_SWEEPS: Final = 4


def arranged(flow: Flow, layout: Layout | None = None, *, size: SizeOf | None = None) -> Layout:
    """Return the layout with new places for all nodes; notes and colours stay as they are."""
    old = layout or Layout()
    measure = size or _usual_size(flow)
    children: dict[str | None, list[str]] = {}
    for name in sorted(flow.nodes):
        parent = flow.nodes[name].parent
        children.setdefault(parent if parent in flow.nodes else None, []).append(name)
    sizes: dict[str, Size] = {}
    spots: dict[str, tuple[int, int]] = {}
    after = _successors(flow)
    for container in _inner_first(children):
        inside = children[container]
        for name in inside:
            if name not in sizes:
                sizes[name] = measure(name, flow.nodes[name])
        scope = _Scope(inside, after, sizes)
        left, top = (0, 0) if container is None else (_SIDE, _HEAD)
        for name, (x, y) in scope.spots().items():
            spots[name] = (_snapped(x + left), _snapped(y + top))
        if container is not None:
            sizes[container] = _around([(*spots[name], *sizes[name]) for name in inside])
    places = {
        name: _place(old.nodes.get(name), spots[name], sizes[name] if name in children else None)
        for name in flow.nodes
        if name in spots
    }
    return old.model_copy(update={"nodes": places})


def _usual_size(flow: Flow) -> SizeOf:
    """Return how large nodes are when nobody knows better: by the ports that are wired."""
    inputs: dict[str, set[str]] = {}
    outputs: dict[str, set[str]] = {}
    for edge in flow.edges:
        inputs.setdefault(edge.target, set()).add(edge.target_port)
        outputs.setdefault(edge.source, set()).add(edge.source_port)

    def size(name: str, node: FlowNode) -> Size:
        if node.type.startswith("logic.for_each@"):
            return _EMPTY
        rows = max(len(inputs.get(name, ())), len(outputs.get(name, ())), 2)
        return 240, 70 + 24 * rows

    return size


def _successors(flow: Flow) -> Mapping[str, Sequence[str]]:
    after: dict[str, list[str]] = {}
    for edge in sorted(flow.edges, key=str):
        if side(edge, flow.nodes) == "beside":
            after.setdefault(edge.source, []).append(edge.target)
    return after


def _inner_first(children: Mapping[str | None, list[str]]) -> list[str | None]:
    """Return the containers so that each comes after those inside of it; circles are left out."""
    order: list[str | None] = [None]
    for container in order:
        order.extend(name for name in children.get(container, ()) if name in children)
    return [container for container in reversed(order) if container in children]


def _around(boxes: list[tuple[int, int, int, int]]) -> Size:
    right = max(x + w for x, _, w, _ in boxes) + _SIDE
    bottom = max(y + h for _, y, _, h in boxes) + _FOOT
    return max(_snapped(right), _EMPTY[0]), max(_snapped(bottom), _EMPTY[1])


def _place(old: Place | None, spot: tuple[int, int], size: Size | None) -> Place:
    box = {"x": spot[0], "y": spot[1]} | ({"w": size[0], "h": size[1]} if size else {})
    return (old or Place()).model_copy(update=box)


def _snapped(value: float) -> int:
    return round(value / GRID) * GRID


@dataclass(slots=True)
class _Scope:
    """Nodes that are laid out together."""

    names: list[str]
    after: Mapping[str, Sequence[str]]
    sizes: Mapping[str, Size]

    def spots(self) -> dict[str, tuple[float, float]]:
        """Return the upper left corner of every node; the first column begins at 0, 0."""
        before: dict[str, list[str]] = {}
        for name in self.names:
            for follower in self.after.get(name, ()):
                before.setdefault(follower, []).append(name)
        columns = self._columns(before)
        for sweep in range(_SWEEPS):
            self._untangle(
                columns, before if sweep % 2 == 0 else self.after, forward=sweep % 2 == 0
            )
        centers = self._centers(columns, before)
        top = min(centers[name] - self.sizes[name][1] / 2 for name in self.names)
        spots: dict[str, tuple[float, float]] = {}
        x = 0.0
        for column in columns:
            for name in column:
                spots[name] = (x, centers[name] - self.sizes[name][1] / 2 - top)
            x += max(self.sizes[name][0] for name in column) + _GAP_X
        return spots

    def _columns(self, before: Mapping[str, list[str]]) -> list[list[str]]:
        order = graph.in_order(self.names, self.after)
        rank = dict.fromkeys(self.names, 0)
        for name in order:
            for follower in self.after.get(name, ()):
                rank[follower] = max(rank[follower], rank[name] + 1)
        for name in reversed(order):
            later = [rank[follower] for follower in self.after.get(name, ())]
            if later and not before.get(name):
                rank[name] = max(0, min(later) - 1)
        lowest = min(rank.values())
        columns: list[list[str]] = [[] for _ in range(max(rank.values()) - lowest + 1)]
        for name in self.names:
            columns[rank[name] - lowest].append(name)
        return [column for column in columns if column]

    def _untangle(
        self, columns: list[list[str]], beside: Mapping[str, Sequence[str]], *, forward: bool
    ) -> None:
        """Sort every column by the middle of its neighbours in the column before."""
        row = {name: float(i) for column in columns for i, name in enumerate(column)}
        for column in columns if forward else reversed(columns):
            middle = {
                name: _mean([row[n] for n in beside.get(name, ()) if n in row], row[name])
                for name in column
            }
            column.sort(key=lambda name: (middle[name], row[name]))
            row.update((name, float(i)) for i, name in enumerate(column))

    def _centers(
        self, columns: list[list[str]], before: Mapping[str, list[str]]
    ) -> dict[str, float]:
        """Return the middle of every node: near what leads to it, and clear of its neighbours."""
        centers: dict[str, float] = {}
        for column in columns:
            wanted = [
                _mean([centers[n] for n in before.get(name, ()) if n in centers], 0.0)
                for name in column
            ]
            end = float("-inf")
            got: list[float] = []
            for name, center in zip(column, wanted, strict=True):
                height = self.sizes[name][1]
                middle = max(center, end + height / 2)
                got.append(middle)
                end = middle + height / 2 + _GAP_Y
            shift = _mean([w - g for w, g in zip(wanted, got, strict=True)], 0.0)
            centers.update((name, m + shift) for name, m in zip(column, got, strict=True))
        return centers


def _mean(values: list[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise
