"""Bring ways together again."""

from typing import Any

from pydantic import Field

from nodes.sdk import Context, ManyIn, Node, Ports


class Merge(
    Node,
    name="logic.merge",
    icon="merge",
    aliases=("join", "combine", "together", "coalesce", "first", "collect"),
):
    """Go on where several ways meet.

    It waits until every way has either sent or is known not to be taken, and ignores the silent
    ones. Put it behind "If" and "Switch" before the ways share their next steps.
    """

    values: ManyIn[Any] = Field(default_factory=list[Any])
    """What the ways send; connect as many as you like."""

    class Output(Ports):
        first: Any
        """The first value that came, in the order of the wires: after "If" the only one."""
        all: list[Any]
        """All values that came, in the order of the wires."""

    async def run(self, ctx: Context) -> Output:
        return self.Output(first=self.values[0] if self.values else None, all=self.values)
