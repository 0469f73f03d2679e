"""List the files in a folder."""

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Annotated, Any, Final, Literal, cast

from pydantic import BeforeValidator, Field

from nodes.sdk import Context, FileEntry, FolderPath, In, Node, Ports, UserError, Widget, brief

_KILOBYTE: Final = 1000


def _as_patterns(value: Any) -> Any:
    if isinstance(value, str):
        return [part.strip() for part in value.replace(";", ",").split(",") if part.strip()]
    return [] if value is None else value


Patterns = Annotated[
    list[str], BeforeValidator(_as_patterns), Widget("list"), Field(max_length=200)
]
"""File name patterns such as `*.md`, as a list or as text with commas between them."""


class ListFiles(
    Node,
    name="files.list",
    icon="folder_open",
    effect="idempotent",
    aliases=("folder", "directory", "find", "glob", "documents", "ls", "walk"),
):
    """Find the files in a folder.

    Connect `files` to a "For each" to work through them.
    """

    folder: In[FolderPath]
    """The folder to look in."""
    patterns: Patterns = Field(default_factory=lambda: ["*"])
    """Which names to look for, for example `*.md, *.pdf`; `*` stands for anything."""
    skip: Patterns = Field(
        default_factory=lambda: [
            ".*",
            "node_modules",
            "__pycache__",
            "venv",
            "dist",
            "build",
            "target",
            "*.lock",
            "package-lock.json",
        ],
        title="Leave out",
    )
    """Names of files and folders to leave out; `.*` is everything hidden."""
    recursive: bool = Field(default=True, title="Folders in the folder")
    """Look into the folders in the folder, too."""
    max_files: int = Field(default=1000, ge=1, le=100_000)
    """Take no more files than this; what is left out is counted."""
    max_kilobytes: int = Field(default=0, ge=0, le=10_000_000, title="Largest file (kB)")
    """Leave out files that are larger, in kilobytes; 0 takes files of any size."""

    if_none: Literal["go_on", "stop"] = Field(default="go_on", title="When there are none")
    """Go on with an empty list, or stop with an error when no file fits."""

    class Output(Ports):
        files: list[dict[str, Any]]
        """The files sorted by path, each with `path`, `name`, `relative` (the path inside the
        folder) and `size` in bytes."""
        count: int
        """How many files there are in the list."""
        left_out: int
        """How many fitting files were left out because they are too large or too many."""

    @classmethod
    def subtitle(cls, settings: Mapping[str, Any]) -> str:
        """Return the folder and the patterns."""
        patterns: Any = settings.get("patterns")
        if isinstance(patterns, list):
            patterns = ", ".join(map(str, cast("list[Any]", patterns)))
        return brief(" ".join(filter(None, (brief(settings.get("folder")), brief(patterns)))))

    async def run(self, ctx: Context) -> Output:
        if not self.folder.strip():
            raise UserError("Input 'folder' is empty.", hint="Choose the folder to look in.")
        found = await ctx.files.list(
            self.folder, patterns=self.patterns or ["*"], recursive=self.recursive
        )
        fitting = [entry for entry in found if not self._skipped(entry)]
        if not fitting and self.if_none == "stop":
            raise UserError(
                f"No file in {self.folder!r} fits {', '.join(self.patterns)!r}.",
                hint="Choose another folder or other patterns.",
            )
        limit = self.max_kilobytes * _KILOBYTE
        small = [entry for entry in fitting if not limit or entry.size <= limit]
        kept = small[: self.max_files]
        left_out = len(fitting) - len(kept)
        if left_out:
            note = f"Left out {left_out} files that are too large or too many."
            ctx.log.warning(note)
        return self.Output(
            files=[_as_item(entry) for entry in kept], count=len(kept), left_out=left_out
        )

    def _skipped(self, entry: FileEntry) -> bool:
        parts = entry.relative.replace("\\", "/").split("/")
        return any(_fits(part, self.skip) for part in parts)


def _fits(name: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _as_item(entry: FileEntry) -> dict[str, Any]:
    return {
        "path": entry.path,
        "name": entry.name,
        "relative": entry.relative,
        "size": entry.size,
    }
