"""Edit operations: the one language in which documents are changed, by hand or by program."""

from typing import Annotated, Any, Final, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    PlainSerializer,
    TypeAdapter,
    ValidationError,
    model_serializer,
)

from nodes.sdk import UserError
from runtime.flow.complaint import DocumentError, complaints
from runtime.flow.model import Edge, FlowNode, NodeId, Note, Place

MAX_OPS: Final = 20_000
"""The most operations of one transaction."""
_FAR: Final = 10_000_000


def _edge(value: object) -> object:
    return Edge.parse(value) if isinstance(value, str) else value


def _rounded(value: object) -> object:
    return round(value) if isinstance(value, float) and abs(value) <= _FAR else value


WireText = Annotated[Edge, BeforeValidator(_edge), PlainSerializer(str, return_type=str)]
"""A wire, in JSON its one-line form."""
Coordinate = Annotated[int, BeforeValidator(_rounded), Field(ge=-_FAR, le=_FAR)]
"""A coordinate on the canvas; fractions are rounded."""


class _Op(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class AddNode(_Op):
    """Put a new node on the canvas."""

    op: Literal["add_node"] = "add_node"
    id: NodeId
    node: FlowNode
    place: Place | None = None


class RemoveNode(_Op):
    """Take a node away, with its wires, its place and everything inside it."""

    op: Literal["remove_node"] = "remove_node"
    id: str


class AddEdge(_Op):
    """Connect two ports."""

    op: Literal["add_edge"] = "add_edge"
    edge: WireText


class RemoveEdge(_Op):
    """Take a wire away."""

    op: Literal["remove_edge"] = "remove_edge"
    edge: WireText


class SetInput(_Op):
    """Fill in a setting."""

    op: Literal["set_input"] = "set_input"
    id: str
    name: str = Field(min_length=1, max_length=100)
    value: JsonValue


class UnsetInput(_Op):
    """Empty a setting, so that its default counts."""

    op: Literal["unset_input"] = "unset_input"
    id: str
    name: str


class SetNode(_Op):
    """Change what a node is, but not its settings; null means the default."""

    op: Literal["set_node"] = "set_node"
    id: str
    fields: dict[str, JsonValue]


class SetFlow(_Op):
    """Change what the flow says of itself; null means the default."""

    op: Literal["set_flow"] = "set_flow"
    fields: dict[str, JsonValue]


class Spot(_Op):
    """Where something is put; a size that is not given stays as it is, null takes it away."""

    x: Coordinate
    y: Coordinate
    w: Coordinate | None = None
    h: Coordinate | None = None

    @model_serializer
    def _only_given(self) -> dict[str, int | None]:
        """Keep "not given" and "null" apart when the operation is stored and read back."""
        return self.given()

    def given(self) -> dict[str, int | None]:
        """Return the coordinates and the sizes that were given."""
        every = {"x": self.x, "y": self.y, "w": self.w, "h": self.h}
        return {name: every[name] for name in every if name in self.model_fields_set}


class Move(_Op):
    """Put nodes and notes somewhere else; null takes the place away (it is laid out again)."""

    op: Literal["move"] = "move"
    places: dict[str, Spot | None]


class Style(_Op):
    """Change how a node or note looks; null means the default."""

    op: Literal["style"] = "style"
    id: str
    fields: dict[str, JsonValue]


class AddNote(_Op):
    """Put a note on the canvas."""

    op: Literal["add_note"] = "add_note"
    id: NodeId
    note: Note


class RemoveNote(_Op):
    """Take a note away."""

    op: Literal["remove_note"] = "remove_note"
    id: str


class SetNote(_Op):
    """Change a note; null means the default."""

    op: Literal["set_note"] = "set_note"
    id: str
    fields: dict[str, JsonValue]


Op = Annotated[
    AddNode
    | RemoveNode
    | AddEdge
    | RemoveEdge
    | SetInput
    | UnsetInput
    | SetNode
    | SetFlow
    | Move
    | Style
    | AddNote
    | RemoveNote
    | SetNote,
    Field(discriminator="op"),
]
"""One edit operation."""

_OPS: Final[TypeAdapter[tuple[Op, ...]]] = TypeAdapter(
    Annotated[tuple[Op, ...], Field(max_length=MAX_OPS)]
)


def parse_ops(data: Any) -> tuple[Op, ...]:
    """Read operations from JSON data; raises UserError naming the first that is none."""
    try:
        return _OPS.validate_python(data)
    except ValidationError as error:
        raise DocumentError(complaints(error)) from error
    except RecursionError as error:
        raise UserError("A value is nested too deeply.", hint="Make it flatter.") from error


def dump_ops(ops: tuple[Op, ...]) -> list[dict[str, Any]]:
    """Return operations as JSON data; `parse_ops` reads it back."""
    return _OPS.dump_python(ops, mode="json", by_alias=True)
