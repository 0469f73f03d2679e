"""Go one of two ways.

The file is named like the node, with the underscore Python asks for behind its own words.
"""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, JsonValue

from nodes.sdk import (
    NOT_SENT,
    Context,
    In,
    Node,
    Operator,
    Ports,
    Widget,
    condition_in_short,
    holds,
)


class If(
    Node,
    name="logic.if",
    icon="call_split",
    aliases=("condition", "branch", "when", "else", "decide", "check", "compare"),
):
    """Go one way when a condition holds, and the other way when it does not.

    Choose a value and compare it, or write the whole condition as one expression and leave
    the comparison at "is true". Steps on the way not taken are skipped.
    """

    value: In[Any]
    """What is looked at: a value such as `{{ start.country }}`, or a whole condition such as
    `{{ start.count > 3 and start.ready }}`."""
    operator: Operator = "is_true"
    """How it is compared. Numbers written as text count as numbers."""
    other: Annotated[JsonValue, Widget("text")] = Field(default=None, title="Compared with")
    """What it is compared with; "is one of" takes a list, or words with commas between them."""
    match_case: bool = False
    """Tell upper from lower case when comparing text."""

    class Output(Ports):
        yes: Any = NOT_SENT
        """Sends the value when the condition holds."""
        no: Any = NOT_SENT
        """Sends the value when it does not."""

    @classmethod
    def subtitle(cls, settings: Mapping[str, Any]) -> str:
        """Return the condition in short."""
        return condition_in_short(settings)

    async def run(self, ctx: Context) -> Output:
        if holds(self.value, self.operator, self.other, match_case=self.match_case):
            return self.Output(yes=self.value)
        return self.Output(no=self.value)
