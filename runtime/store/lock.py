"""One process for each data directory."""

import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from nodes.sdk import UserError


class DataLock:
    """Holds a data directory for this process; the system lets go of it however we end."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    @classmethod
    def acquire(cls, folder: Path) -> Self:
        """Take the data directory; raises UserError naming the process that has it."""
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = folder / "lock"
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = os.pread(handle, 32, 0).decode("ascii", "replace").strip()
            os.close(handle)
            raise UserError(
                f"The data directory '{folder}' is in use by another Loomline process"
                + (f" (pid {holder})." if holder.isdigit() else "."),
                hint="Stop it first, or choose another directory with --data.",
            ) from error
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        return cls(handle)

    def release(self) -> None:
        """Let others take the data directory."""
        if self._handle >= 0:
            os.ftruncate(self._handle, 0)
            os.close(self._handle)
            self._handle = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()
