"""One finished gesture of an editor, and what becomes of it."""

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from runtime.flow.edit import Op


class Transaction(BaseModel):
    """One finished gesture: operations that are done together or not at all."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1, max_length=100)
    """Made by the sender; sending it twice does it once."""
    client: str = Field(default="", max_length=100)
    """The page it comes from."""
    label: str = Field(default="Edit", max_length=200)
    """What the undo button calls it."""
    ops: tuple[Op, ...] = Field(max_length=20_000)


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a flow that its other views have to show."""

    revision: int
    ops: tuple[Op, ...]
    label: str
    client: str
    """The page that made the change; it has it on its screen already."""
    tx: str
