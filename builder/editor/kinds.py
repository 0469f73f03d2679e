"""The node types as the canvas and its picker know them."""

from collections.abc import Iterable

from builder.editor.view import Json, PortView, dump
from nodes.sdk import NodeSpec


def kind_views(specs: Iterable[NodeSpec]) -> list[Json]:
    """Return the catalogue for the canvas: small, static, sent once."""
    return [kind_view(spec) for spec in specs]


def kind_view(spec: NodeSpec) -> Json:
    """Return one node type for the canvas."""
    return {
        "type": spec.id,
        "title": spec.title,
        "summary": spec.summary,
        "category": spec.category,
        "icon": spec.icon,
        "aliases": list(spec.aliases),
        "inputs": [dump(PortView.of(port)) for port in spec.inputs],
        "outputs": [dump(PortView.of(port)) for port in spec.outputs],
        "inner_inputs": [dump(PortView.of(port)) for port in spec.inner_inputs],
        "inner_outputs": [dump(PortView.of(port)) for port in spec.inner_outputs],
        "container": spec.container,
        "start": spec.start,
        "result": spec.result,
        "paid": spec.paid,
    }
