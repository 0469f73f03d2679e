"""Copy and paste: a selection as JSON text, and the operations that put it somewhere else."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from nodes.sdk import UserError
from runtime.flow.complaint import DocumentError, complaints
from runtime.flow.jsontext import parse_json
from runtime.flow.model import Document, FlowNode, NodeId, Note, Place, new_id
from runtime.flow.ops import AddEdge, AddNode, AddNote, Op, WireText
from runtime.flow.references import renamed_node
from runtime.flow.secrets_scan import refuse_secrets

_MOST: Final = 5_000
_OFFSET: Final = 40


class Clip(BaseModel):
    """What was copied; the text on the clipboard is this as JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    loomline: Literal["clip"]
    format: Literal[1]
    nodes: dict[NodeId, FlowNode] = Field(default_factory=dict[str, FlowNode], max_length=_MOST)
    edges: Annotated[tuple[WireText, ...], Field(max_length=10 * _MOST)] = ()
    places: dict[NodeId, Place] = Field(default_factory=dict[str, Place])
    notes: dict[NodeId, Note] = Field(default_factory=dict[str, Note], max_length=_MOST)


@dataclass(frozen=True, slots=True)
class Pasted:
    """How to put a clip into a document, and what it will be called there."""

    ops: tuple[Op, ...]
    ids: dict[str, str]
    """Id in the clip -> fresh id."""


def copied(document: Document, ids: Iterable[str]) -> str:
    """Return nodes and notes as text, with what is inside of them and the wires between them."""
    chosen = _with_inside(document, set(ids))
    flow, layout = document.flow, document.layout
    clip = Clip(
        loomline="clip",
        format=1,
        nodes={
            name: _detached(flow.nodes[name], chosen) for name in sorted(chosen & set(flow.nodes))
        },
        edges=tuple(sorted(e for e in flow.edges if e.source in chosen and e.target in chosen)),
        places={name: layout.nodes[name] for name in sorted(chosen & set(layout.nodes))},
        notes={name: layout.notes[name] for name in sorted(chosen & set(layout.notes))},
    )
    if not clip.nodes and not clip.notes:
        raise UserError("Nothing was copied.", hint="Choose nodes or notes first.")
    refuse_secrets(Document(flow=flow.model_copy(update={"nodes": clip.nodes})))
    dumped = clip.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return json.dumps(dumped, ensure_ascii=False)


def pasted(
    text: str,
    document: Document,
    *,
    at: tuple[int, int] | None = None,
    parent: str | None = None,
) -> Pasted:
    """Return the operations that add a copied text to a document under fresh ids.

    Expressions read the pasted nodes where they read copied ones; what they read outside stays.
    The upper left corner comes to `at`, or a little beside where it was; nodes that were in no
    copied container come into `parent`.
    """
    clip = _clip(text)
    taken = {*document.flow.nodes, *document.layout.notes}
    ids: dict[str, str] = {}
    for name in (*clip.nodes, *clip.notes):
        ids[name] = _fresh(name, taken)
    shift = _shift(clip, at)
    ops: list[Op] = []
    for name, node in clip.nodes.items():
        inside = node.parent in clip.nodes
        place = clip.places.get(name, Place())
        moved = place if inside else place.model_copy(update=_moved(place, shift))
        owner = ids[node.parent] if inside and node.parent else parent
        fresh = renamed_node(node, ids).model_copy(update={"parent": owner})
        ops.append(AddNode(id=ids[name], node=fresh, place=moved))
    for edge in clip.edges:
        if edge.source in clip.nodes and edge.target in clip.nodes:
            ends = {"source": ids[edge.source], "target": ids[edge.target]}
            ops.append(AddEdge(edge=edge.model_copy(update=ends)))
    for name, note in clip.notes.items():
        ops.append(AddNote(id=ids[name], note=note.model_copy(update=_moved(note, shift))))
    return Pasted(tuple(ops), ids)


def is_clip(text: str) -> bool:
    """Say whether a text on the clipboard could be something that was copied here."""
    return text.lstrip()[:40].replace(" ", "").startswith('{"loomline":"clip"')


def _clip(text: str) -> Clip:
    value: Any = parse_json(text)
    try:
        return Clip.model_validate(value)
    except ValidationError as error:
        if not is_clip(text):
            raise UserError(
                "This is no copied part of a flow.", hint="Copy nodes on the canvas first."
            ) from error
        raise DocumentError(complaints(error)) from error


def _with_inside(document: Document, chosen: set[str]) -> set[str]:
    found = set(chosen)
    for name in document.flow.nodes:
        chain: list[str] = []
        current: str | None = name
        while current is not None and current not in found and current not in chain:
            chain.append(current)
            node = document.flow.nodes.get(current)
            current = node.parent if node else None
        if current in found:
            found.update(chain)
    return found


def _detached(node: FlowNode, chosen: set[str]) -> FlowNode:
    return node if node.parent in chosen else node.model_copy(update={"parent": None})


def _fresh(name: str, taken: set[str]) -> str:
    fresh = new_id(name.partition("_")[0])
    while fresh in taken:
        fresh = new_id(name.partition("_")[0])
    taken.add(fresh)
    return fresh


def _shift(clip: Clip, at: tuple[int, int] | None) -> tuple[int, int]:
    if at is None:
        return _OFFSET, _OFFSET
    outer = [
        clip.places.get(k, Place()) for k, n in clip.nodes.items() if n.parent not in clip.nodes
    ]
    places = [*outer, *clip.notes.values()]
    if not places:
        return 0, 0
    return at[0] - min(p.x for p in places), at[1] - min(p.y for p in places)


def _moved(place: Place, shift: tuple[int, int]) -> dict[str, int]:
    return {"x": place.x + shift[0], "y": place.y + shift[1]}
