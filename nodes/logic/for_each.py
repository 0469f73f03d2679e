"""Do the same with each item of a list."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field

from nodes.sdk import Context, In, Node, Ports


class ForEach(
    Node,
    name="logic.for_each",
    icon="repeat",
    container=True,
    aliases=("loop", "map", "iterate", "batch", "parallel", "split in batches", "foreach"),
):
    """Run the steps inside it once for each item of a list, many at a time.

    Inside, `item` and `index` are there to be used; wire what each item comes to into
    `result`. Results keep the order of the items.
    """

    items: In[list[Any]]
    """The list to work through."""
    concurrency: int = Field(default=10, ge=1, le=1000, title="At the same time")
    """How many items are worked on at the same time."""
    on_item_error: Literal["stop", "skip", "keep"] = Field(
        default="stop", title="When an item fails"
    )
    """Stop the run, skip the item, or keep its place in the results with nothing in it.

    Items that were skipped or kept are listed in `errors`.
    """

    class Inside(Ports):
        item: Any
        """The item at hand."""
        index: int
        """Its place in the list, from 0."""

    class Collect(Ports):
        result: Any
        """What the item comes to."""

    class Output(Ports):
        results: list[Any]
        """What the items came to, in the order of the list."""
        errors: list[dict[str, Any]]
        """The items that failed, each with `index`, `item` and `message`."""
        count: int
        """How many results there are."""

    @classmethod
    def subtitle(cls, settings: Mapping[str, Any]) -> str:
        """Return how many items run at the same time."""
        return f"{settings.get('concurrency', 10)} at a time"

    async def run(self, ctx: Context) -> Output:
        raise RuntimeError("The engine runs the inside of 'logic.for_each'; it has no own work.")
