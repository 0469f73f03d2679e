"""What a change of a flow is called, for undo buttons and histories."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final, Protocol


class Step(Protocol):
    """An edit operation."""

    @property
    def op(self) -> str:
        """Which operation it is."""
        ...


_VERBS: Final[Mapping[str, tuple[str, str]]] = {
    "add_node": ("Add", "node"),
    "remove_node": ("Delete", "node"),
    "add_note": ("Add", "note"),
    "remove_note": ("Delete", "note"),
    "add_edge": ("Connect", "wire"),
    "remove_edge": ("Delete", "wire"),
    "set_input": ("Change", "setting"),
    "unset_input": ("Empty", "setting"),
    "set_node": ("Change", "node"),
    "set_flow": ("Change", "flow"),
    "set_note": ("Edit", "note"),
    "move": ("Move", "node"),
    "style": ("Style", "node"),
}
_WEIGHT: Final = tuple(_VERBS)


def summary(ops: Sequence[Step], name_of: Callable[[str], str] = lambda _: "") -> str:
    """Say in a few words what operations do, for example `Add 3 nodes` or `Move Draft reply`."""
    counts = Counter(op.op for op in ops)
    if not counts:
        return "Nothing"
    kind = min(counts, key=lambda k: _WEIGHT.index(k) if k in _WEIGHT else len(_WEIGHT))
    verb, noun = _VERBS.get(kind, ("Change", "thing"))
    touched = [key for op in ops if op.op == kind for key in _ids(op)]
    if len(touched) == 1 and (name := name_of(touched[0])):
        return f"{verb} {name}"
    number = max(len(touched), counts[kind])
    return f"{verb} {noun}" if number == 1 else f"{verb} {number} {noun}s"


def _ids(op: Step) -> list[str]:
    places = getattr(op, "places", None)
    if isinstance(places, Mapping):
        return [str(key) for key in places]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - keys of any mapping
    found = getattr(op, "id", "")
    return [found] if isinstance(found, str) and found else []
