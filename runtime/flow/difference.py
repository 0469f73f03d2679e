"""The operations that turn one document into another, for changes made outside the editor."""

from typing import Any

from runtime.flow.edit import Op, parse_ops
from runtime.flow.model import Document, FlowNode, Layout, Note, Place

_FLOW_FIELDS = ("title", "description", "inputs", "budget", "name")
_NODE_FIELDS = ("type", "label", "disabled", "parent", "policy")


def difference(before: Document, after: Document) -> tuple[Op, ...]:
    """Return the operations that make `after` out of `before`."""
    return parse_ops(
        [
            *_removed(before, after),
            *_flow_fields(before, after),
            *_nodes(before, after),
            *_edges(before, after),
            *_layout(before, after),
        ]
    )


def _removed(before: Document, after: Document) -> list[dict[str, Any]]:
    kept = after.flow.edges
    nodes = after.flow.nodes
    ops: list[dict[str, Any]] = [
        {"op": "remove_edge", "edge": str(edge)}
        for edge in sorted(before.flow.edges)
        if edge not in kept and edge.source in nodes and edge.target in nodes
    ]
    ops += [{"op": "remove_node", "id": node} for node in before.flow.nodes if node not in nodes]
    ops += [
        {"op": "remove_note", "id": note}
        for note in before.layout.notes
        if note not in after.layout.notes
    ]
    return ops


def _flow_fields(before: Document, after: Document) -> list[dict[str, Any]]:
    old, new = _dump(before.flow), _dump(after.flow)
    names = (*_FLOW_FIELDS, *(key for key in {*old, *new} if key.startswith("x-")))
    fields = {name: new.get(name) for name in names if old.get(name) != new.get(name)}
    return [{"op": "set_flow", "fields": fields}] if fields else []


def _nodes(before: Document, after: Document) -> list[dict[str, Any]]:
    ops: list[dict[str, Any]] = []
    for node_id in _parents_first(after.flow.nodes):
        node, old = after.flow.nodes[node_id], before.flow.nodes.get(node_id)
        if old is None:
            place = after.layout.nodes.get(node_id, Place())
            ops.append(
                {"op": "add_node", "id": node_id, "node": _dump(node), "place": _dump(place)}
            )
        elif old != node:
            ops += _changed_node(node_id, old, node)
    return ops


def _changed_node(node_id: str, old: FlowNode, new: FlowNode) -> list[dict[str, Any]]:
    was, now = _dump(old), _dump(new)
    names = (*_NODE_FIELDS, *(key for key in {*was, *now} if key.startswith("x-")))
    fields = {name: now.get(name) for name in names if was.get(name) != now.get(name)}
    ops: list[dict[str, Any]] = []
    if fields:
        ops.append({"op": "set_node", "id": node_id, "fields": fields})
    for name in sorted({*old.inputs, *new.inputs}):
        if name not in new.inputs:
            ops.append({"op": "unset_input", "id": node_id, "name": name})
        elif name not in old.inputs or old.inputs[name] != new.inputs[name]:
            ops.append({"op": "set_input", "id": node_id, "name": name, "value": new.inputs[name]})
    return ops


def _edges(before: Document, after: Document) -> list[dict[str, Any]]:
    return [
        {"op": "add_edge", "edge": str(edge)}
        for edge in sorted(after.flow.edges)
        if edge not in before.flow.edges
    ]


def _layout(before: Document, after: Document) -> list[dict[str, Any]]:
    moved = {
        key: place
        for key, place in _places(after.layout).items()
        if (old := _places(before.layout).get(key)) and _box(old) != _box(place)
    }
    ops: list[dict[str, Any]] = []
    if moved:
        ops.append({"op": "move", "places": {key: _box(place) for key, place in moved.items()}})
    for key, place in after.layout.nodes.items():
        old = before.layout.nodes.get(key)
        if old and (old.color, old.collapsed) != (place.color, place.collapsed):
            fields = {"color": place.color, "collapsed": place.collapsed}
            ops.append({"op": "style", "id": key, "fields": fields})
    for key, note in after.layout.notes.items():
        old_note = before.layout.notes.get(key)
        if old_note is None:
            ops.append({"op": "add_note", "id": key, "note": _dump(note)})
        elif (old_note.text, old_note.color) != (note.text, note.color):
            fields = {"text": note.text, "color": note.color}
            ops.append({"op": "set_note", "id": key, "fields": fields})
    return ops


def _places(layout: Layout) -> dict[str, Place | Note]:
    return {**layout.nodes, **layout.notes}


def _box(place: Place) -> dict[str, int | None]:
    return {"x": place.x, "y": place.y, "w": place.w, "h": place.h}


def _parents_first(nodes: dict[str, FlowNode]) -> list[str]:
    ordered: dict[str, None] = {}
    for start in sorted(nodes):
        chain: list[str] = []
        current: str | None = start
        while current in nodes and current not in ordered and current not in chain:
            chain.append(current)
            current = nodes[current].parent
        ordered.update(dict.fromkeys(reversed(chain)))
    return list(ordered)


def _dump(part: Any) -> dict[str, Any]:
    return part.model_dump(mode="json", by_alias=True, exclude_defaults=True)
