"""Cut a long text into parts."""

import re
from collections import deque
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field

from nodes.sdk import Context, In, LongText, Node, Ports, UserError


class SplitText(
    Node,
    name="text.split",
    icon="content_cut",
    aliases=("chunk", "chunks", "cut", "paragraphs", "lines", "divide", "tokens"),
):
    """Cut a long text into parts, for example to give them to a model one by one."""

    text: In[LongText]
    """The text to cut."""
    by: Literal["paragraphs", "words", "characters", "separator"] = "paragraphs"
    """Where to cut: after whole paragraphs, words, characters, or at a separator of your own."""
    size: int = Field(default=2000, ge=1, le=1_000_000)
    """How long a part may be: in words when cutting by words, in characters otherwise.

    A single paragraph or piece that is longer stays in one part.
    """
    overlap: int = Field(default=0, ge=0, le=500_000)
    """How much of its end each part repeats at the start of the next one, in the same unit; at
    most half of the size. Of paragraphs and pieces as many are repeated as fit."""
    separator: str = Field(default="\n", max_length=100)
    """What lies between the pieces when cutting at a separator; `\\n` is the end of a line."""

    class Output(Ports):
        parts: list[str]
        """The parts in order; parts with nothing but space are left out."""
        count: int
        """How many parts there are."""

    @classmethod
    def subtitle(cls, settings: Mapping[str, Any]) -> str:
        """Return the unit and the size."""
        return f"by {settings.get('by', 'paragraphs')}, {settings.get('size', 2000)} each"

    async def run(self, ctx: Context) -> Output:
        if self.overlap > self.size / 2:
            raise UserError(
                f"The overlap of {self.overlap} is more than half of the size of {self.size}.",
                hint="Make the overlap smaller; a tenth of the size is usual.",
            )
        parts = [part for part in self._parts() if part.strip()]
        return self.Output(parts=parts, count=len(parts))

    def _parts(self) -> list[str]:
        if self.by == "characters":
            return [self.text[i:end] for i, end in self._windows(len(self.text))]
        if self.by == "words":
            words = [match.span() for match in re.finditer(r"\S+", self.text)]
            return [
                self.text[words[i][0] : words[end - 1][1]] for i, end in self._windows(len(words))
            ]
        if self.by == "paragraphs":
            return self._packed(re.split(r"\n[ \t]*\n\s*", self.text.strip()), "\n\n")
        separator = self.separator.replace("\\n", "\n").replace("\\t", "\t")
        if not separator:
            raise UserError("The separator is empty.", hint="Say what lies between the pieces.")
        return self._packed(self.text.split(separator), separator)

    def _windows(self, length: int) -> list[tuple[int, int]]:
        windows: list[tuple[int, int]] = []
        start = 0
        while start < length:
            windows.append((start, min(start + self.size, length)))
            if start + self.size >= length:
                break
            start += self.size - self.overlap
        return windows

    def _packed(self, pieces: list[str], glue: str) -> list[str]:
        """Return the pieces put together to parts that are as long as allowed."""
        parts: list[str] = []
        part: deque[str] = deque()
        length = 0
        for piece in pieces:
            if part and length + len(glue) + len(piece) > self.size:
                parts.append(glue.join(part))
                # What is repeated must leave room for the piece.
                room = min(self.overlap, self.size - len(glue) - len(piece))
                while part and length > room:
                    length -= len(part.popleft()) + (len(glue) if part else 0)
            length += len(piece) + (len(glue) if part else 0)
            part.append(piece)
        return [*parts, glue.join(part)]
