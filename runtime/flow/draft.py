"""A document while operations are done on it: the only form of it that changes."""

from typing import Any, TypeVar, cast

from pydantic import JsonValue, ValidationError

from nodes.sdk import UserError
from runtime.flow.canonical import part_values
from runtime.flow.complaint import DocumentError, complaints
from runtime.flow.jsontext import check_json
from runtime.flow.model import Document, Edge, Flow, FlowNode, Part, Place
from runtime.flow.ops import (
    AddEdge,
    AddNode,
    AddNote,
    Move,
    Op,
    RemoveEdge,
    RemoveNode,
    RemoveNote,
    SetFlow,
    SetInput,
    SetNode,
    SetNote,
    Spot,
    Style,
    UnsetInput,
)
from runtime.flow.value import setting_value

P = TypeVar("P", bound=Part)

_BARE = (AddEdge, RemoveEdge, Move)
"""Operations that carry no text a file could not hold."""
_LARGEST = 2_000_000
"""The most bytes one operation may bring, so that a flow stays a file that can be read."""

_FLOW_FIELDS = ("title", "description", "inputs", "budget", "name")
_NODE_FIELDS = ("label", "disabled", "parent", "policy", "type")
_LOOKS = ("color", "collapsed")
_NOTE_FIELDS = ("text", "color", "x", "y", "w", "h")


class Draft:
    """A document that operations change one after the other; each returns what takes it back."""

    def __init__(self, document: Document) -> None:
        self.flow = document.flow
        self.layout = document.layout
        self.nodes = dict(document.flow.nodes)
        self.edges = set(document.flow.edges)
        self.places = dict(document.layout.nodes)
        self.notes = dict(document.layout.notes)
        self.wired: dict[Edge, None] = {}
        """Wires that were added, in their order."""
        self.moved_in: dict[str, None] = {}
        """Nodes whose container changed, or that are new in one."""

    def document(self) -> Document:
        """Return the document as it is now."""
        flow = self.flow.model_copy(update={"nodes": self.nodes, "edges": frozenset(self.edges)})
        layout = self.layout.model_copy(update={"nodes": self.places, "notes": self.notes})
        return Document.model_construct(flow=flow, layout=layout)

    def do(self, op: Op) -> list[Op]:
        """Do one operation and return those that take it back, in their order."""
        if not isinstance(op, _BARE):
            check_json(op.model_dump())
            if len(op.model_dump_json()) > _LARGEST:
                raise UserError(
                    f"A value is larger than {_LARGEST // 1_000_000} MB.",
                    hint="Keep it in a file and read it with a node, or name it with $file.",
                )
        match op:
            case AddNode() | RemoveNode() | AddEdge() | RemoveEdge():
                return self._structure(op)
            case SetInput():
                return self._set_input(op)
            case UnsetInput():
                return self._unset_input(op)
            case SetNode():
                return self._set_node(op)
            case SetFlow():
                return self._set_flow(op)
            case Move() | Style() | AddNote() | RemoveNote() | SetNote():
                return self._look(op)

    def _structure(self, op: AddNode | RemoveNode | AddEdge | RemoveEdge) -> list[Op]:
        match op:
            case AddNode():
                return self._add_node(op)
            case RemoveNode():
                return self._remove_node(op.id)
            case AddEdge():
                if op.edge in self.edges:
                    return []
                self.edges.add(op.edge)
                self.wired[op.edge] = None
                return [RemoveEdge(edge=op.edge)]
            case RemoveEdge():
                if op.edge not in self.edges:
                    return []
                self.edges.remove(op.edge)
                self.wired.pop(op.edge, None)
                return [AddEdge(edge=op.edge)]

    def _add_node(self, op: AddNode) -> list[Op]:
        self._refuse_taken(op.id)
        inputs = {name: _setting(op.id, name, value) for name, value in op.node.inputs.items()}
        self.nodes[op.id] = op.node.model_copy(update={"inputs": inputs})
        if op.place:
            self.places[op.id] = op.place
        else:
            self.places.pop(op.id, None)
        if op.node.parent is not None:
            self.moved_in[op.id] = None
        return [RemoveNode(id=op.id)]

    def _remove_node(self, node_id: str) -> list[Op]:
        if node_id not in self.nodes:
            return []
        gone = self._with_inside(node_id)
        back: list[Op] = [
            AddNode(id=name, node=self.nodes[name], place=self.places.get(name)) for name in gone
        ]
        loose = [e for e in self.edges if e.source in gone or e.target in gone]
        back += [AddEdge(edge=edge) for edge in sorted(loose)]
        self.edges.difference_update(loose)
        for edge in loose:
            self.wired.pop(edge, None)
        for name in gone:
            del self.nodes[name]
            self.places.pop(name, None)
            self.moved_in.pop(name, None)
        return back

    def _with_inside(self, node_id: str) -> dict[str, None]:
        children: dict[str, list[str]] = {}
        for name, node in self.nodes.items():
            if node.parent is not None:
                children.setdefault(node.parent, []).append(name)
        todo = [node_id]
        found: dict[str, None] = {}
        while todo:
            name = todo.pop()
            if name not in found:
                found[name] = None
                todo.extend(sorted(children.get(name, ()), reverse=True))
        return found

    def _set_input(self, op: SetInput) -> list[Op]:
        node = self.nodes.get(op.id)
        if node is None:
            return []
        value = _setting(op.id, op.name, op.value)
        self.nodes[op.id] = node.model_copy(update={"inputs": {**node.inputs, op.name: value}})
        if op.name in node.inputs:
            return [SetInput(id=op.id, name=op.name, value=node.inputs[op.name])]
        return [UnsetInput(id=op.id, name=op.name)]

    def _unset_input(self, op: UnsetInput) -> list[Op]:
        node = self.nodes.get(op.id)
        if node is None or op.name not in node.inputs:
            return []
        inputs = {name: value for name, value in node.inputs.items() if name != op.name}
        self.nodes[op.id] = node.model_copy(update={"inputs": inputs})
        return [SetInput(id=op.id, name=op.name, value=node.inputs[op.name])]

    def _set_node(self, op: SetNode) -> list[Op]:
        node = self.nodes.get(op.id)
        if node is None:
            return []
        stub = {"type": node.type}
        try:
            changed, old = _changed(node, op.fields, allowed=_NODE_FIELDS, stub=stub)
        except UserError as error:
            raise error.at(op.id) from error.__cause__
        if changed.parent != node.parent:
            self.moved_in[op.id] = None
        self.nodes[op.id] = changed
        return [SetNode(id=op.id, fields=old)]

    def _set_flow(self, op: SetFlow) -> list[Op]:
        stub = {"id": self.flow.id, "name": self.flow.name}
        self.flow, old = _changed(self.flow, op.fields, allowed=_FLOW_FIELDS, stub=stub)
        return [SetFlow(fields=old)]

    def _look(self, op: Move | Style | AddNote | RemoveNote | SetNote) -> list[Op]:
        match op:
            case Move():
                return self._move_all(op)
            case Style():
                return self._style(op)
            case AddNote():
                self._refuse_taken(op.id)
                self.notes[op.id] = op.note
                return [RemoveNote(id=op.id)]
            case RemoveNote():
                note = self.notes.pop(op.id, None)
                return [AddNote(id=op.id, note=note)] if note else []
            case SetNote():
                note = self.notes.get(op.id)
                if note is None:
                    return []
                self.notes[op.id], old = _changed(note, op.fields, allowed=_NOTE_FIELDS, stub={})
                return [SetNote(id=op.id, fields=old)]

    def _move_all(self, op: Move) -> list[Op]:
        looks = {
            name: place
            for name, spot in op.places.items()
            if spot is None and (place := self.places.get(name))
        }
        back = {name: self._move(name, spot) for name, spot in op.places.items()}
        known = {name: old[0] for name, old in back.items() if old}
        undone: list[Op] = [Move(places=known)] if known else []
        for name, place in looks.items():
            # A place that comes back gets its colour back, too.
            look = {key: value for key, value in part_values(place).items() if key in _LOOKS}
            if look:
                undone.append(Style(id=name, fields=look))
        return undone

    def _move(self, name: str, spot: Spot | None) -> tuple[Spot | None] | None:
        """Put one thing somewhere and return where it was; None when there is no such thing."""
        note = self.notes.get(name)
        if note:
            self.notes[name] = note.model_copy(update=spot.given() if spot else {"x": 0, "y": 0})
            return (_spot(note),)
        if name not in self.nodes:
            return None
        old = self.places.get(name)
        if spot is None:
            self.places.pop(name, None)
        else:
            self.places[name] = (old or Place()).model_copy(update=spot.given())
        return (_spot(old) if old else None,)

    def _style(self, op: Style) -> list[Op]:
        if op.id in self.notes:
            changed, old = _changed(self.notes[op.id], op.fields, allowed=_LOOKS, stub={})
            self.notes[op.id] = changed
            return [Style(id=op.id, fields=old)]
        if op.id not in self.nodes:
            return []
        before = self.places.get(op.id)
        place, old = _changed(before or Place(), op.fields, allowed=_LOOKS, stub={})
        self.places[op.id] = place
        if before is None:
            return [Move(places={op.id: None})]
        return [Style(id=op.id, fields=old)]

    def _refuse_taken(self, name: str) -> None:
        if name in self.nodes or name in self.notes:
            raise UserError(f"The id {name!r} is taken.", hint="Choose another id.").at(name)


def _setting(node_id: str, name: str, value: JsonValue) -> JsonValue:
    try:
        return setting_value(value)
    except UserError as error:
        raise error.at(node_id, name) from error.__cause__


def _changed(
    part: P, fields: dict[str, JsonValue], *, allowed: tuple[str, ...], stub: dict[str, Any]
) -> tuple[P, dict[str, JsonValue]]:
    """Return `part` with other fields, and the fields it had before; null is the default."""
    for name in fields:
        if name not in allowed and not name.startswith("x-"):
            raise UserError(
                f"{name!r} cannot be set this way.", hint=f"It takes: {', '.join(allowed)}."
            )
    given = {name: value for name, value in fields.items() if value is not None}
    kind = type(part)
    try:
        fresh = kind.model_validate({**stub, **given})
    except ValidationError as error:
        raise DocumentError(complaints(error)) from error
    before = part_values(part.model_copy(update=_no_bulk(part)))
    changed = part.model_copy(
        update={name: getattr(fresh, name) for name in fields if name in kind.model_fields}
    )
    own = {name: value for name, value in fields.items() if name not in kind.model_fields}
    if own:
        extra = {**(part.model_extra or {}), **own}
        kept = {name: value for name, value in extra.items() if value is not None}
        changed = kind.model_construct(**cast("dict[str, Any]", {**_attributes(changed), **kept}))
    return changed, {name: before.get(name) for name in fields}


def _no_bulk(part: Part) -> dict[str, Any]:
    """Return what to leave out of a look at the old fields: the large parts do not change here."""
    if isinstance(part, Flow):
        return {"nodes": {}, "edges": frozenset[Edge]()}
    return {"inputs": {}} if isinstance(part, FlowNode) else {}


def _attributes(part: Part) -> dict[str, Any]:
    return {name: getattr(part, name) for name in type(part).model_fields}


def _spot(place: Place) -> Spot:
    return Spot(x=place.x, y=place.y, w=place.w, h=place.h)
