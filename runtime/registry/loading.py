"""Node types are found through entry points: ours and those of plugins in the same way."""

from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType
from typing import Any, Final

from nodes.sdk import Node, NodeSpec

GROUP: Final = "loomline.nodes"
"""The entry-point group; an entry names a package or module whose `__all__` has node classes."""


def load_node_types(
    entries: Iterable[EntryPoint] | None = None,
) -> tuple[list[NodeSpec], dict[str, str]]:
    """Return the node types of all entries, ours first, and the broken entries with the reason.

    A plugin that cannot be loaded is reported; the others work on.
    """
    found = entry_points(group=GROUP) if entries is None else entries
    unique = {(entry.name, entry.value): entry for entry in found}
    specs: list[NodeSpec] = []
    broken: dict[str, str] = {}
    for entry in sorted(unique.values(), key=_ours_first):
        try:
            classes = _classes(entry.load())
        except (Exception, SystemExit) as error:  # noqa: BLE001 - any plugin may fail in any way
            reason = str(error) or type(error).__name__
            broken[entry.name] = f"{entry.value!r} cannot be loaded: {reason}"
            continue
        if not classes:
            broken[entry.name] = f"{entry.value!r} has no node classes in its '__all__'."
        specs += [node_type.spec for node_type in classes]
    return specs, broken


def _ours_first(entry: EntryPoint) -> tuple[bool, str, str]:
    return not entry.value.startswith("nodes."), entry.name, entry.value


def _classes(loaded: Any) -> list[type[Node]]:
    if not isinstance(loaded, ModuleType):
        return [loaded] if _is_node(loaded) else []
    named = [getattr(loaded, name) for name in getattr(loaded, "__all__", ())]
    return [one for one in named if _is_node(one)]


def _is_node(thing: Any) -> bool:
    return isinstance(thing, type) and issubclass(thing, Node) and "spec" in vars(thing)
