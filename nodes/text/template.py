"""Write a text with values of other nodes in it."""

from collections.abc import Mapping
from typing import Any

from nodes.sdk import Context, LongText, Node, Ports, brief


class TextTemplate(
    Node,
    name="text.template",
    icon="notes",
    aliases=("write", "compose", "format", "report", "markdown", "concatenate", "join", "string"),
):
    r"""Write a text and put values of other nodes into it.

    `{{ node.port }}` puts a value in. To write the items of a list, use "Write list", or write
    each inside a "For each" and join the results: `{{ each.results | join('\n\n') }}`.
    """

    text: LongText
    """The text, with `{{ expressions }}` where values belong."""

    class Output(Ports):
        text: str
        """The finished text."""

    @classmethod
    def subtitle(cls, settings: Mapping[str, Any]) -> str:
        """Return the beginning of the text."""
        return brief(settings.get("text"))

    async def run(self, ctx: Context) -> Output:
        return self.Output(text=self.text)
