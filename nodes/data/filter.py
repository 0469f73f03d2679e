"""Keep the items of a list that fulfil conditions."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, cast

from pydantic import Field

from nodes.sdk import Condition, Context, In, Node, Ports, Widget, brief, names_in


class FilterList(
    Node,
    name="data.filter",
    icon="filter_alt",
    aliases=("where", "select", "keep", "drop", "remove", "condition", "search"),
):
    """Keep the items of a list that fulfil your conditions."""

    items: In[list[Any]]
    """The list to look through."""
    conditions: Annotated[list[Condition], Widget("cases"), Field(max_length=50)] = Field(
        default_factory=list[Condition]
    )
    """What is asked of each item; without any, every item is kept."""
    match: Literal["all", "any"] = "all"
    """Keep an item when all conditions hold, or when any of them does."""
    match_case: bool = False
    """Tell upper from lower case when comparing text."""

    class Output(Ports):
        kept: list[Any]
        """The items that fulfil the conditions, in the order of the list."""
        dropped: list[Any]
        """All the other items."""
        count: int
        """How many items were kept."""

    @classmethod
    def subtitle(cls, settings: Mapping[str, Any]) -> str:
        """Return the conditions in short."""
        conditions: Any = settings.get("conditions")
        if not isinstance(conditions, list):
            return ""
        word = " or " if settings.get("match") == "any" else " and "
        rows = [cast("Any", row) for row in cast("list[object]", conditions)]
        return brief(word.join(_in_words(row) for row in rows if names_in(row)))

    async def run(self, ctx: Context) -> Output:
        wanted = any if self.match == "any" and self.conditions else all
        kept: list[Any] = []
        dropped: list[Any] = []
        for item in self.items:
            holds = wanted(
                condition.holds(item, match_case=self.match_case) for condition in self.conditions
            )
            (kept if holds else dropped).append(item)
        return self.Output(kept=kept, dropped=dropped, count=len(kept))


def _in_words(condition: Mapping[str, Any]) -> str:
    operator = str(condition.get("operator", "equals")).replace("_", " ")
    return f"{condition.get('field', '')} {operator} {brief(condition.get('value'))}".strip()
