"""Files as nodes see them: only in the folders that are open, whatever a path looks like."""

import asyncio
import errno
import fnmatch
import os
import secrets
import stat
from collections import deque
from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import suppress
from pathlib import Path
from typing import Final

from nodes.sdk import FileEntry, UserError

LARGEST_FILE: Final = 50 << 20
"""Bytes that are read of a file, unless the node sets another limit."""
LARGEST_WRITE: Final = 256 << 20
"""Bytes that are written to one file."""
MOST_FILES: Final = 100_000
"""Files that one listing may return."""


class OpenFolders:
    """Which folders flows may read and write: those of the settings and `files` of the data."""

    def __init__(
        self, data: Path, folders: Sequence[Path] = (), *, readable: Sequence[Path] = ()
    ) -> None:
        self._data = _real(data)
        self._home = self._data / "files"
        self._folders = tuple(_real(folder) for folder in folders)
        self._readable = frozenset(_real(folder) for folder in readable) - {*self._folders}

    def at(self, workdir: str = "", *, everywhere: bool = False) -> "FlowFiles":
        """Return the files as one run sees them.

        `workdir` is the folder that relative paths start from; it is open, too, so only a door
        whose user owns the machine may choose it. So is `everywhere`, which leaves nothing
        closed but hidden files and the data directory.
        """
        start = _real(Path(workdir)) if workdir else self._home
        roots = {self._home, *self._folders, start}
        if everywhere:
            roots.add(Path(start.anchor))
        readable = self._readable - roots
        return FlowFiles(
            start, roots | readable, closed=self._data, home=self._home, readable=readable
        )


class FlowFiles:
    """The files of one run."""

    def __init__(
        self,
        start: Path,
        roots: Iterable[Path],
        *,
        closed: Path,
        home: Path,
        readable: Set[Path] = frozenset(),
    ) -> None:
        self._start = start
        self._readable = readable
        """Those of the roots in which nothing is written."""
        # The deepest first: a folder that is open on purpose may itself lie in a hidden one.
        self._roots = sorted(roots, key=lambda root: -len(root.parts))
        self._closed = closed
        self._home = home

    async def list(
        self, folder: str, *, patterns: Sequence[str] = ("*",), recursive: bool = True
    ) -> list[FileEntry]:
        """Return the files in a folder, sorted by path."""
        return [*await asyncio.to_thread(self._listed, folder, tuple(patterns), recursive)]

    async def read(self, path: str, *, limit: int | None = None) -> bytes:
        """Return the bytes of a file; raises UserError when it is missing or over the limit."""
        return await asyncio.to_thread(self._read, path, limit or LARGEST_FILE)

    async def write(self, path: str, content: bytes, *, replace: bool = True) -> str:
        """Write a file, at once or not at all, and return its full path."""
        return await asyncio.to_thread(self._write, path, content, replace)

    def _listed(
        self, folder: str, patterns: tuple[str, ...], recursive: bool
    ) -> Sequence[FileEntry]:
        root = self._open_path(folder)
        if not root.is_dir():
            problem = "is no folder" if root.exists() else "does not exist"
            raise UserError(f"The folder {folder!r} {problem}.", hint=self._where(folder))
        found = deque[FileEntry]()
        for path in _walk(root, recursive=recursive):
            relative = path.relative_to(root).as_posix()
            if not any(_matches(relative, pattern) for pattern in patterns):
                continue
            entry = self._entry(path, relative)
            if entry is not None:
                found.append(entry)
            if len(found) > MOST_FILES:
                raise UserError(
                    f"The folder {folder!r} holds more than {MOST_FILES:,} files.",
                    hint="Choose a folder further down, or narrower patterns.",
                )
        return sorted(found, key=lambda entry: entry.path)

    def _entry(self, path: Path, relative: str) -> FileEntry | None:
        """Return a file of a listing; None for what is no file or leads out of the folders."""
        try:
            real = _real(path)
            facts = real.stat()
        except OSError:
            return None
        if not stat.S_ISREG(facts.st_mode) or self._refusal(real):
            return None
        return FileEntry(
            path=str(path),
            name=path.name,
            relative=relative,
            size=facts.st_size,
            modified=facts.st_mtime,
        )

    def _read(self, path: str, limit: int) -> bytes:
        real = self._open_path(path)
        try:
            # Without O_NONBLOCK opening a pipe would wait for a writer that never comes;
            # O_NOFOLLOW because the path was resolved already and must not have changed since.
            handle = os.open(real, os.O_RDONLY | _NOFOLLOW | _NONBLOCK)
        except OSError as error:
            raise self._failed(path, "read", error) from error
        facts = os.fstat(handle)
        if not stat.S_ISREG(facts.st_mode):
            os.close(handle)
            raise UserError(f"{path!r} is no file.", hint="Choose a file, not a folder.")
        with os.fdopen(handle, "rb") as file:
            content = file.read(limit + 1) if facts.st_size <= limit else b""
        if facts.st_size > limit or len(content) > limit:
            raise UserError(
                f"The file {path!r} has {_size(max(facts.st_size, limit + 1))}; "
                f"at most {_size(limit)} are read.",
                hint="Split it, or leave it out.",
            )
        return content

    def _write(self, path: str, content: bytes, replace: bool) -> str:
        if len(content) > LARGEST_WRITE:
            raise UserError(
                f"{path!r} would get {_size(len(content))}; at most {_size(LARGEST_WRITE)} "
                "are written.",
                hint="Write several files.",
            )
        real = self._open_path(path, writing=True)
        if real.is_dir():
            raise UserError(f"{path!r} is a folder.", hint="Add the name of the file to it.")
        try:
            real.parent.mkdir(parents=True, exist_ok=True)
            _place(real, content, replace=replace)
        except FileExistsError as error:
            raise UserError(
                f"The file {path!r} exists already.",
                hint="Choose another name, or let the node replace files.",
            ) from error
        except OSError as error:
            raise self._failed(path, "written", error) from error
        return str(real)

    def _open_path(self, path: str, *, writing: bool = False) -> Path:
        """Return where a path really leads; raises UserError when that is not open."""
        plain = path.strip()
        if not plain or "\x00" in plain or len(plain) > _LONGEST_PATH:
            raise UserError(
                "There is no path." if not plain else f"{plain[:100]!r} is no path of a file.",
                hint="Give the path of a file or folder.",
            )
        try:
            real = _real(self._start / plain)
        except (OSError, RuntimeError) as error:
            raise UserError(f"{path!r} leads in a circle.") from error
        if refusal := self._refusal(real, writing=writing):
            raise UserError(f"The path {path!r} is not open to flows: {refusal}.", hint=_OPENING)
        return real

    def _refusal(self, real: Path, *, writing: bool = False) -> str:
        """Return why a resolved path is closed; empty when it is open."""
        root = next((root for root in self._roots if real.is_relative_to(root)), None)
        if root is None:
            return "it is outside the folders that are allowed"
        if writing and root in self._readable:
            return "it may be read there, but not written"
        if real.is_relative_to(self._closed) and not real.is_relative_to(self._home):
            return "Loomline keeps its own data there"
        if any(part.startswith(".") for part in real.relative_to(root).parts):
            return "hidden files stay hidden"
        return ""

    def _where(self, path: str) -> str:
        if Path(path).is_absolute():
            return "Check the spelling."
        return f"Check the spelling; paths start from {str(self._start)!r}."

    def _failed(self, path: str, done: str, error: OSError) -> UserError:
        if error.errno in (errno.ENOENT, errno.ENOTDIR):
            return UserError(f"The file {path!r} does not exist.", hint=self._where(path))
        if error.errno == errno.EISDIR:
            return UserError(f"{path!r} is a folder.", hint="Choose a file in it.")
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return UserError(
                f"The file {path!r} cannot be {done}: the system does not allow it.",
                hint="Check who may use the file and its folder.",
            )
        if error.errno == errno.ENOSPC:
            return UserError(
                f"The file {path!r} cannot be written: the disk is full.", hint="Make room."
            )
        return UserError(f"The file {path!r} cannot be {done}: {error.strerror or error}.")


_OPENING: Final = "Use a path below the working folder, or add its folder to LOOMLINE_FILES."
_LONGEST_PATH: Final = 4096
_NOFOLLOW: Final = getattr(os, "O_NOFOLLOW", 0)
_NONBLOCK: Final = getattr(os, "O_NONBLOCK", 0)


def _real(path: Path) -> Path:
    """Return a path without links and dots; what does not exist yet is kept as it is."""
    return Path(os.path.realpath(path))


def _walk(root: Path, *, recursive: bool) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = [] if not recursive else sorted(f for f in folders if not f.startswith("."))
        for name in names:
            if not name.startswith("."):
                yield Path(folder, name)


def _matches(relative: str, pattern: str) -> bool:
    wanted = pattern.strip().removeprefix("./").removeprefix("**/")
    name = relative if "/" in wanted else relative.rpartition("/")[2]
    return fnmatch.fnmatchcase(name.lower(), wanted.lower())


def _place(target: Path, content: bytes, *, replace: bool) -> None:
    """Put a file in its place in one step: nobody ever sees half of it."""
    temporary = target.with_name(f".loomline-{secrets.token_hex(8)}")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOFOLLOW, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            temporary.replace(target)
        else:
            os.link(temporary, target)
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def _size(number: int) -> str:
    return f"{number / (1 << 20):.1f} MB" if number >= 1 << 20 else f"{number / 1024:.0f} kB"
