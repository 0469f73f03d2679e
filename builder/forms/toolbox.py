"""What controls need from outside: models to choose from, folders to look into, credentials."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.forms.aid import Aid
from nodes.sdk import UserError
from runtime.services.models import ModelInfo

_MOST_ENTRIES = 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or folder one can choose."""

    name: str
    path: Path
    folder: bool
    size: int = 0


class Folders:
    """The folders that flows may read and write; nothing outside of them can be seen."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self._roots = tuple(dict.fromkeys(root.expanduser().resolve() for root in roots))

    @property
    def roots(self) -> tuple[Path, ...]:
        """The folders one can start from; relative paths start from the first."""
        return self._roots

    async def entries(self, folder: Path) -> list[Entry]:
        """Return what is in a folder, folders first; raises UserError outside of the roots."""
        return await asyncio.to_thread(self._entries, folder)

    def locate(self, typed: str) -> Path:
        """Return the folder to show for what was typed, the first root when it is none of ours."""
        wanted = Path(typed).expanduser() if typed else self._roots[0]
        wanted = (self._roots[0] / wanted).resolve()
        while not wanted.is_dir() and wanted != wanted.parent:
            wanted = wanted.parent
        return wanted if self._inside(wanted) else self._roots[0]

    def written(self, path: Path) -> str:
        """Return a path as flows write it: short below the first root, in full elsewhere."""
        first = self._roots[0]
        if path == first:
            return "."
        return str(path.relative_to(first)) if path.is_relative_to(first) else str(path)

    def parent(self, folder: Path) -> Path | None:
        """Return the folder above, None at a root."""
        return None if folder in self._roots else folder.parent

    def _inside(self, path: Path) -> bool:
        return any(path == root or path.is_relative_to(root) for root in self._roots)

    def _entries(self, folder: Path) -> list[Entry]:
        folder = folder.resolve()
        if not self._inside(folder):
            raise UserError(
                f"The folder {str(folder)!r} is not open to flows.",
                hint="The setting LOOMLINE_FILES names the folders that are.",
            )
        found: list[Entry] = []
        try:
            with os.scandir(folder) as listing:
                for entry in listing:
                    if entry.name.startswith("."):
                        continue
                    path = Path(entry.path).resolve()
                    if self._inside(path):  # a link may lead out
                        is_folder = entry.is_dir()
                        octets = 0 if is_folder else entry.stat().st_size
                        found.append(Entry(entry.name, path, is_folder, octets))
                    if len(found) >= _MOST_ENTRIES:
                        break
        except OSError as error:
            raise UserError(
                f"The folder {str(folder)!r} cannot be read.", hint=error.strerror or ""
            ) from error
        return sorted(found, key=lambda entry: (not entry.folder, entry.name.lower()))


@dataclass(frozen=True, slots=True)
class Toolbox:
    """Everything a form may need besides the field itself."""

    models: Callable[[], Awaitable[Sequence[ModelInfo]]]
    default_model: Callable[[], Awaitable[str]]
    folders: Folders
    credentials: Callable[[str], Awaitable[Sequence[str]]]
    """Names of the credentials of a kind."""
    aid: Aid | None = None
    """Only fields of nodes take expressions."""
