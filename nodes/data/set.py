"""Put named values together."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from nodes.sdk import Context, KeyValue, Node, Ports, names_in


class SetValues(
    Node,
    name="data.set",
    icon="data_object",
    aliases=("object", "fields", "edit fields", "map", "rename", "variables", "json", "constant"),
):
    """Put named values together to one object.

    Use it to choose, rename and combine what other nodes sent, or to keep constants in one place.
    """

    values: KeyValue = Field(default_factory=dict)
    """The values by name; each may be text, a number, or an expression that keeps its type."""

    class Output(Ports):
        data: dict[str, Any]
        """The object with all the values; read one with `{{ node.data.name }}`."""

    @classmethod
    def subtitle(cls, settings: Mapping[str, Any]) -> str:
        """Return the names of the values."""
        return ", ".join(names_in(settings.get("values")))

    async def run(self, ctx: Context) -> Output:
        return self.Output(data=self.values)
