"""Write the items of a list as text."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import Field

from nodes.sdk import Context, In, LongText, Node, Ports, Text, UserError, as_text, brief, field_of

_BLANK: Final = re.compile(r"\{([A-Za-z0-9_.-]{0,200})\}")

_LARGEST: Final = 16_000_000


class WriteList(
    Node,
    name="text.list",
    icon="format_list_bulleted",
    aliases=("lines", "bullets", "table", "join", "concatenate", "loop", "render", "report"),
):
    """Write one line, or one passage, for each item of a list.

    Names in single braces are filled in from the item: `{title}`, `{author.name}`, and `{}` for
    the item itself. Values are put in as they are; nothing in them is ever worked out.
    """

    items: In[list[Any]]
    """The list, for example the results of a "For each"."""
    line: LongText = "- {}"
    """What is written for each item, for example `- {title} ({year})`."""
    separator: str = Field(default="\n", max_length=100)
    """What stands between two items; `\\n` is the end of a line."""
    before: LongText = ""
    """What stands above the list, for example the head of a table; left out when it is empty."""
    when_empty: Text = ""
    """What is written instead when there are no items."""

    class Output(Ports):
        text: str
        """The text."""
        count: int
        """How many items there are."""

    @classmethod
    def subtitle(cls, settings: Mapping[str, Any]) -> str:
        """Return what is written for each item."""
        return brief(settings.get("line", "- {}"))

    async def run(self, ctx: Context) -> Output:
        if not self.items:
            return self.Output(text=self.when_empty, count=0)
        separator = self.separator.replace("\\n", "\n").replace("\\t", "\t")
        pieces: list[str] = []
        length = 0
        for item in self.items:
            for piece in (separator if pieces else "", *self._filled(item)):
                length += len(piece)
                if length > _LARGEST:
                    raise UserError(
                        f"The text would have more than {_LARGEST // 1_000_000} million signs.",
                        hint="Write less for each item, or fewer items.",
                    )
                pieces.append(piece)
        return self.Output(text=self.before + "".join(pieces), count=len(self.items))

    def _filled(self, item: Any) -> Iterator[str]:
        # Every second part of the line is a name, as the pattern has one group.
        for number, part in enumerate(_BLANK.split(self.line)):
            yield str(as_text(field_of(item, part))) if number % 2 else part
