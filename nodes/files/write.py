"""Write a text to a file."""

from collections.abc import Mapping
from typing import Any, Literal

from nodes.sdk import Context, FilePath, In, LongText, Node, Ports, UserError, brief


class WriteFile(
    Node,
    name="files.write",
    icon="save",
    effect="idempotent",
    aliases=("save", "store", "create", "export", "markdown", "report", "file"),
):
    """Write a text to a file, whole or not at all.

    Folders that are missing are made. Relative paths start in the folder of the run: where the
    command was started, or the files folder of the server.
    """

    path: In[FilePath]
    """Where to write, for example `reports/summary.md`."""
    text: In[LongText]
    """What to write; lists and objects are written as JSON."""
    if_exists: Literal["replace", "stop"] = "replace"
    """What to do when there is such a file: replace it, or stop with an error."""

    class Output(Ports):
        path: str
        """The full path of the file."""
        size: int
        """How many bytes were written."""

    @classmethod
    def subtitle(cls, settings: Mapping[str, Any]) -> str:
        """Return the path."""
        return brief(settings.get("path"))

    async def run(self, ctx: Context) -> Output:
        if not self.path.strip():
            raise UserError("Input 'path' is empty.", hint="Say where to write the file.")
        content = self.text.encode()
        path = await ctx.files.write(
            self.path.strip(), content, replace=self.if_exists == "replace"
        )
        return self.Output(path=path, size=len(content))
