"""Small flows to begin with: what an empty canvas offers. Pure."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from runtime.flow.model import new_id

_STEP: Final = 320
"""How far apart the nodes are put."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """A flow of a few nodes in one row."""

    title: str
    icon: str
    inputs: Mapping[str, Mapping[str, Any]]
    nodes: Sequence[tuple[str, str, Mapping[str, Any]]]
    """Name, type and fields; the fields and wires say `<name>` for the id of a node."""
    wires: Sequence[str]

    def ops(self) -> list[dict[str, Any]]:
        """Return the operations that lay it onto an empty canvas."""
        nodes = [
            {
                "op": "add_node",
                "id": f"<{name}>",
                "node": {"type": type_, "in": dict(fields)},
                "place": {"x": _STEP * at, "y": 0},
            }
            for at, (name, type_, fields) in enumerate(self.nodes)
        ]
        wires = [{"op": "add_edge", "edge": wire} for wire in self.wires]
        text = json.dumps([*nodes, *wires])
        for name, _, _ in self.nodes:
            text = text.replace(f"<{name}>", new_id(name))
        inputs = {name: dict(spec) for name, spec in self.inputs.items()}
        return [{"op": "set_flow", "fields": {"inputs": inputs}}, *json.loads(text)]


BEGINNINGS: Final = (
    Beginning(
        title="Ask a model",
        icon="auto_awesome",
        inputs={
            "question": {
                "type": "string",
                "format": "text",
                "default": "What is a workflow good for? Answer in two sentences.",
            }
        },
        nodes=[
            ("start", "flow.start@1", {}),
            ("chat", "llm.chat@1", {}),
            ("output", "flow.output@1", {"values": {"answer": "{{ <chat>.text }}"}}),
        ],
        wires=["<start>.question -> <chat>.prompt", "<chat>.out -> <output>.in"],
    ),
    Beginning(
        title="Summarise a file",
        icon="description",
        inputs={"file": {"type": "string", "format": "file", "required": True}},
        nodes=[
            ("start", "flow.start@1", {}),
            ("read", "files.read@1", {}),
            (
                "chat",
                "llm.chat@1",
                {"prompt": "Summarise this in three sentences:\n\n{{ <read>.text }}"},
            ),
            ("output", "flow.output@1", {"values": {"summary": "{{ <chat>.text }}"}}),
        ],
        wires=[
            "<start>.file -> <read>.path",
            "<read>.out -> <chat>.in",
            "<chat>.out -> <output>.in",
        ],
    ),
    Beginning(
        title="Fetch from the web",
        icon="public",
        inputs={"address": {"type": "string", "default": "https://example.org"}},
        nodes=[
            ("start", "flow.start@1", {}),
            ("fetch", "http.request@1", {}),
            ("output", "flow.output@1", {"values": {"answer": "{{ <fetch>.body }}"}}),
        ],
        wires=["<start>.address -> <fetch>.url", "<fetch>.out -> <output>.in"],
    ),
)
"""What people begin with most."""
