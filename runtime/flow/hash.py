"""Hashes of flows: of what they do, and of what their files say."""

import hashlib
import json
from collections.abc import Mapping
from typing import Final

from pydantic import JsonValue

from runtime.flow.canonical import part_values
from runtime.flow.model import Flow, FlowNode, InputSpec, Part

_SHOWN: Final[Mapping[type[Part], frozenset[str]]] = {
    Flow: frozenset({"$schema", "format", "id", "name", "title", "description", "nodes", "edges"}),
    FlowNode: frozenset({"label"}),
    InputSpec: frozenset({"title", "description"}),
}
"""What people read and no run depends on, by the part it belongs to."""


def flow_hash(flow: Flow, *, files: Mapping[str, str] | None = None) -> str:
    """Return the hash of what a flow does, the version that a run cites.

    Two flows with the same hash run the same way. Titles, descriptions, labels, places, `x-` keys
    and the flow's own id and name do not count; the texts of its `$file`s (path -> text) do.
    """
    logic: dict[str, JsonValue] = {
        **_logic(flow),
        "inputs": {name: _logic(spec) for name, spec in flow.inputs.items()},
        "nodes": {name: _logic(node) for name, node in flow.nodes.items()},
        "edges": [*sorted(map(str, flow.edges))],
        "files": dict(files or {}),
    }
    return text_hash(json.dumps(logic, sort_keys=True, ensure_ascii=False, separators=(",", ":")))


def text_hash(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def _logic(part: Part) -> dict[str, JsonValue]:
    left_out = _SHOWN.get(type(part), frozenset[str]())
    if isinstance(part, Flow):
        part = part.model_copy(update={"nodes": {}, "edges": frozenset[str]()})
    return {
        key: value
        for key, value in part_values(part).items()
        if key not in left_out and not key.startswith("x-")
    }
