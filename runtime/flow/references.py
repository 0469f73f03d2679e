"""Who reads whom in a flow, and the same expressions for nodes with other ids."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import JsonValue

from nodes.sdk import UserError
from runtime.flow.expression import Reference, references
from runtime.flow.model import Flow, FlowNode
from runtime.flow.value import TEXT


@dataclass(frozen=True, slots=True)
class Reading:
    """A setting that reads a port of another node."""

    reader: str
    """The node whose setting it is."""
    field: str
    node: str
    port: str | None
    """None for everything the node sends."""


def readings(flow: Flow) -> tuple[Reading, ...]:
    """Return everything that expressions of a flow read; those that are broken read nothing."""
    found: dict[Reading, None] = {}
    for reader in sorted(flow.nodes):
        for field, value in flow.nodes[reader].inputs.items():
            for text in _texts(value):
                for reference in _references(text):
                    found[Reading(reader, field, reference.node, reference.port)] = None
    return tuple(found)


def readers_of(flow: Flow, node_id: str) -> tuple[Reading, ...]:
    """Return what would break if a node were gone: the settings that read it."""
    return tuple(one for one in readings(flow) if one.node == node_id)


def renamed_node(node: FlowNode, ids: Mapping[str, str]) -> FlowNode:
    """Return a node whose expressions read the nodes with the new ids; others stay."""
    inputs = {name: renamed_value(value, ids) for name, value in node.inputs.items()}
    return node.model_copy(update={"inputs": inputs})


def renamed_value(value: JsonValue, ids: Mapping[str, str]) -> JsonValue:
    """Return a setting whose expressions read the nodes with the new ids."""
    if isinstance(value, str):
        return renamed_text(value, ids)
    if isinstance(value, list):
        return [renamed_value(part, ids) for part in value]
    if isinstance(value, dict) and set(value) != {TEXT}:
        return {key: renamed_value(part, ids) for key, part in value.items()}
    return value


def renamed_text(text: str, ids: Mapping[str, str]) -> str:
    """Return a text whose expressions read the nodes with the new ids; a broken one stays."""
    for reference in reversed(_references(text)):
        if reference.node in ids:
            end = reference.start + len(reference.node)
            text = text[: reference.start] + ids[reference.node] + text[end:]
    return text


def _references(text: str) -> tuple[Reference, ...]:
    try:
        return references(text)
    except UserError:
        return ()


def _texts(value: JsonValue) -> Iterator[str]:
    todo = [value]
    while todo:
        part = todo.pop()
        if isinstance(part, str):
            yield part
        elif isinstance(part, list):
            todo.extend(part)
        elif isinstance(part, dict) and set(part) != {TEXT}:
            todo.extend(part.values())
