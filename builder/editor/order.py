"""The order in which one reads a flow: along its wires, what lies in a container below it. Pure."""

from collections.abc import Iterable

from runtime.flow.model import Document, Place
from runtime.flow.wires import side


def reading_order(document: Document) -> list[str]:
    """Return all nodes, each after those it waits for; one way is followed before the next."""
    nodes, places = document.flow.nodes, document.layout.nodes
    waits = dict.fromkeys(nodes, 0)
    after: dict[str, list[str]] = {}
    for edge in document.flow.edges:
        if side(edge, nodes) == "beside":
            waits[edge.target] += 1
            after.setdefault(edge.source, []).append(edge.target)
    members: dict[str | None, list[str]] = {}
    for name, node in nodes.items():
        members.setdefault(node.parent if node.parent in nodes else None, []).append(name)

    def rank(name: str) -> tuple[int, int, str]:
        place = places.get(name, Place())
        return place.y, place.x, name

    def lowest_first(names: Iterable[str]) -> list[str]:
        return sorted((name for name in names if not waits[name]), key=rank, reverse=True)

    order: list[str] = []
    seen: set[str] = set()
    # The last one is taken first, so that the upper of two ways is read to its end first.
    ready = lowest_first(members.get(None, ()))
    while ready:
        name = ready.pop()
        if name in seen:
            continue
        seen.add(name)
        order.append(name)
        for follower in after.get(name, ()):
            waits[follower] -= 1
        ready += lowest_first(set(after.get(name, ())))
        ready += lowest_first(members.get(name, ()))
    return order + sorted(set(nodes) - seen, key=rank)
