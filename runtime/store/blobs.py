"""Payloads too large for a table: files named by the hash of what is in them."""

import asyncio
import hashlib
import os
import re
from pathlib import Path
from typing import Final

from nodes.sdk import OutsideError, UserError

INLINE: Final = 32 * 1024
"""Values up to this many bytes stay in their row."""
_REMEMBERED: Final = 4096


class Blobs:
    """Files under `blobs/ab/<sha256>`; whatever a row names is on disk before the row."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, None] = {}

    async def put(self, data: bytes) -> str:
        """Keep the bytes and return their name; on disk when this returns."""
        if len(data) < INLINE:  # hashing little data is faster than changing threads
            name = hashlib.sha256(data).hexdigest()
            if name in self._known:
                return name
        return await asyncio.to_thread(self.put_now, data)

    def put_now(self, data: bytes) -> str:
        """Keep the bytes, without an event loop."""
        name = hashlib.sha256(data).hexdigest()
        path = self._path(name)
        if name not in self._known and not path.exists():
            self._write(path, data)
        self._known[name] = None
        if len(self._known) > _REMEMBERED:
            self._known.pop(next(iter(self._known)), None)
        return name

    async def get(self, name: str) -> bytes:
        """Return the bytes; raises UserError when they are missing or were changed."""
        return await asyncio.to_thread(self.get_now, name)

    def get_now(self, name: str) -> bytes:
        """Return the bytes, without an event loop."""
        try:
            data = self._path(name).read_bytes()
        except FileNotFoundError as error:
            raise UserError(
                f"The stored value {name[:12]!r} is missing from '{self._folder}'.",
                hint="Restore the folder from a backup.",
            ) from error
        if hashlib.sha256(data).hexdigest() != name:
            raise UserError(
                f"The stored value {name[:12]!r} is damaged on disk.",
                hint="Restore its file from a backup; nothing is read from it until then.",
            )
        return data

    def _path(self, name: str) -> Path:
        if not re.fullmatch("[0-9a-f]{64}", name):
            raise UserError("This is not the name of a stored value.")
        return self._folder / name[:2] / name

    def _write(self, path: Path, data: bytes) -> None:
        partial = path.with_name(f"{path.name}.{os.urandom(4).hex()}.partial")
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                with open(handle, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
                    file.write(data)
                    file.flush()
                    os.fsync(handle)
                partial.replace(path)
            except BaseException:
                partial.unlink(missing_ok=True)
                raise
            # The names must survive a power failure, too: the file's and that of its folder.
            _sync_folder(path.parent)
            _sync_folder(path.parent.parent)
        except OSError as error:
            raise OutsideError(
                f"A value of {len(data)} bytes could not be written: {error.strerror}.",
                hint="Check the disk of the data directory.",
                kind="storage",
            ) from error


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
