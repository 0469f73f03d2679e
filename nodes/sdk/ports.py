"""Ports: what a node takes in and gives out, and the few types a wire can carry."""

import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict

PortType = Literal["text", "number", "boolean", "object", "list", "any", "order"]
"""What flows along a wire. `order` carries no value, only "after"."""

ORDER_IN: Final = "in"
"""The port at the head of every node: wires into it say when the node may start."""
ORDER_OUT: Final = "out"
"""The port at the head of every node: a wire from it says "after this node"."""
ERROR_OUT: Final = "error"
"""The port that sends when a node fails whose policy says `on_error: branch`."""


@dataclass(frozen=True, slots=True)
class InMark:
    """Marks a field as an input port."""

    many: bool = False


T = TypeVar("T")
In = Annotated[T, InMark()]
"""A field that is drawn as an input port; it may be wired, or filled in like any setting."""
ManyIn = Annotated[list[T], InMark(many=True)]
"""An input port that takes any number of wires; a way not taken leaves its value out."""


class NotSent:
    """The value of an output port that stays silent."""

    _only: "NotSent | None" = None

    def __new__(cls) -> "NotSent":
        """Return the one and only instance."""
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only

    def __repr__(self) -> str:
        return "NOT_SENT"

    def __bool__(self) -> bool:
        return False


NOT_SENT: Final[Any] = NotSent()
"""The default of an output that may stay silent; what hangs on it is skipped."""


class Ports(BaseModel):
    """The outputs of a node: a class `Output(Ports)` inside the node names them."""

    model_config = ConfigDict(
        frozen=True, use_attribute_docstrings=True, arbitrary_types_allowed=True
    )

    def sent(self) -> dict[str, Any]:
        """Return the ports that sent something, by name."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        fields.update(self.model_extra or {})
        return {name: value for name, value in fields.items() if value is not NOT_SENT}


@dataclass(frozen=True, slots=True)
class PortSpec:
    """One port as the canvas and the compiler see it."""

    name: str
    type: PortType = "any"
    title: str = ""
    help: str = ""
    required: bool = False
    many: bool = False


def title_of(name: str) -> str:
    """Turn a field name into words: `max_tokens` becomes `Max tokens`."""
    return name.replace("_", " ").strip().capitalize()


def port_type(annotation: object) -> PortType:
    """Return what a wire into or out of a field of this type carries."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return port_type(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        kinds: set[PortType] = {
            port_type(part) for part in get_args(annotation) if part is not type(None)
        }
        return next(iter(kinds)) if len(kinds) == 1 else "any"
    plain = str if origin is Literal else origin or annotation
    if not isinstance(plain, type):
        return "any"
    for classes, name in _BY_CLASS:
        if issubclass(plain, classes):
            return name
    return "any"


_BY_CLASS: tuple[tuple[tuple[type, ...], PortType], ...] = (
    ((bool,), "boolean"),
    ((int, float), "number"),
    ((str,), "text"),
    ((BaseModel, Mapping), "object"),
    ((Sequence, set, frozenset), "list"),
)


def fits(source: PortType, target: PortType) -> bool:
    """Say whether an output of one type may be wired into an input of another."""
    if target == "order":
        return True
    if source == "order":
        return False
    return source == target or "any" in (source, target)
