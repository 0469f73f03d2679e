"""Graphs of names, walked without recursion, so that no flow is too deep for them."""

from collections.abc import Iterable, Mapping, Sequence

Successors = Mapping[str, Sequence[str]]
"""Node -> nodes that come after it; a node without any may be left out."""


def in_order(nodes: Iterable[str], successors: Successors) -> list[str]:
    """Return the nodes in an order in which each comes after those it waits for.

    Nodes in circles, and nodes after them, are left out. Among nodes that are free at the same
    time the given order counts, so the answer is always the same.
    """
    names = list(nodes)
    waits = dict.fromkeys(names, 0)
    for name in names:
        for follower in successors.get(name, ()):
            waits[follower] += 1
    ready = [name for name in names if not waits[name]]
    for name in ready:
        for follower in successors.get(name, ()):
            waits[follower] -= 1
            if not waits[follower]:
                ready.append(follower)
    return ready


def path(start: str, goal: str, successors: Successors) -> list[str] | None:
    """Return the nodes of a shortest way from `start` to `goal`, both included; None if none."""
    came: dict[str, str] = {start: start}
    todo = [start]
    for name in todo:
        if name == goal:
            return _back(came, goal)
        for follower in successors.get(name, ()):
            if follower not in came:
                came[follower] = name
                todo.append(follower)
    return None


def _back(came: Mapping[str, str], goal: str) -> list[str]:
    way = [goal]
    while came[way[-1]] != way[-1]:
        way.append(came[way[-1]])
    return way[::-1]


def circles(nodes: Iterable[str], successors: Successors) -> list[list[str]]:
    """Return one circle for every knot of nodes that wait for each other, as a way through it."""
    names = list(nodes)
    found: list[list[str]] = []
    for knot in knots(names, successors):
        inside = set(knot)
        inner = {
            name: [after for after in successors.get(name, ()) if after in inside] for name in knot
        }
        start = min(knot)
        ways = (path(after, start, inner) for after in inner[start])
        way = next((way for way in ways if way), None)
        if way:
            found.append([start, *way])
    return found


def knots(nodes: Iterable[str], successors: Successors) -> list[list[str]]:
    """Return the sets of nodes that wait for each other, directly or not."""
    names = list(nodes)
    free = set(in_order(names, successors))
    tangled = [name for name in names if name not in free]
    return [
        knot
        for knot in _connected(tangled, successors)
        if len(knot) > 1 or knot[0] in successors.get(knot[0], ())
    ]


def _connected(names: list[str], successors: Successors) -> list[list[str]]:
    """Return the strongly connected parts (Tarjan, with an explicit stack), single nodes too."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    parts: list[list[str]] = []
    for root in names:
        if root in number:
            continue
        work: list[tuple[str, int]] = [(root, 0)]
        while work:
            name, position = work.pop()
            if not position:
                number[name] = low[name] = len(number)
                stack.append(name)
                on_stack.add(name)
            followers = successors.get(name, ())
            if position and followers[position - 1] in on_stack:
                low[name] = min(low[name], low[followers[position - 1]])
            while position < len(followers):
                follower = followers[position]
                position += 1
                if follower not in number:
                    work += [(name, position), (follower, 0)]
                    break
                if follower in on_stack:
                    low[name] = min(low[name], number[follower])
            else:
                if low[name] == number[name]:
                    parts.append(_cut(stack, on_stack, name))
    return parts


def _cut(stack: list[str], on_stack: set[str], name: str) -> list[str]:
    start = len(stack) - 1
    while stack[start] != name:
        start -= 1
    knot = stack[start:]
    del stack[start:]
    on_stack.difference_update(knot)
    return knot
