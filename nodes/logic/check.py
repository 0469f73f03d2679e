"""Go on only when a condition holds."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, JsonValue

from nodes.sdk import (
    Context,
    In,
    LongText,
    Node,
    Operator,
    Ports,
    UserError,
    Widget,
    condition_in_short,
    holds,
)


class Check(
    Node,
    name="logic.check",
    icon="rule",
    aliases=("assert", "stop", "guard", "require", "validate", "fail", "stop and error"),
):
    """Go on when a condition holds, and stop the run with your own words when it does not.

    Use it where going on would be wrong: nothing was found, a number cannot be, an answer is
    missing. To take another way instead of stopping, use "If".
    """

    value: In[Any]
    """What is looked at: a value, or a whole condition such as `{{ each.count > 0 }}`."""
    operator: Operator = "is_true"
    """How it is compared. Numbers written as text count as numbers."""
    other: Annotated[JsonValue, Widget("text")] = Field(default=None, title="Compared with")
    """What it is compared with; "is one of" takes a list, or words with commas between them."""
    match_case: bool = False
    """Tell upper from lower case when comparing text."""
    message: LongText = "The check did not hold."
    """What people read when the run stops here: say what is wrong."""
    hint: LongText = ""
    """What they can do about it."""

    class Output(Ports):
        value: Any
        """The value that was looked at."""

    @classmethod
    def subtitle(cls, settings: Mapping[str, Any]) -> str:
        """Return the condition in short."""
        return condition_in_short(settings)

    async def run(self, ctx: Context) -> Output:
        if not holds(self.value, self.operator, self.other, match_case=self.match_case):
            raise UserError(self.message.strip() or "The check did not hold.", hint=self.hint)
        return self.Output(value=self.value)
