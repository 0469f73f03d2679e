"""A bug of ours: one sentence for people, the traceback in a file."""

import contextlib
import os
import platform
import tempfile
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from nodes.sdk.errors import LoomlineError


def told(error: BaseException, args: Sequence[str]) -> LoomlineError:
    """Write down what happened and return the sentence that says where."""
    path = _write(error, args)
    where = f"The details are in '{path}'. " if path else ""
    return LoomlineError(
        f"Something went wrong that should not have ({type(error).__name__}).",
        hint=f"{where}Please report it; with 'loomline --debug ...' it shows its traceback.",
    )


def _write(error: BaseException, args: Sequence[str]) -> Path | None:
    text = "\n".join(
        [
            f"{datetime.now(UTC).isoformat()} Python {platform.python_version()}",
            # Values may be secrets; which command and which options it was is enough.
            "loomline " + " ".join(arg.partition("=")[0] for arg in args),
            "".join(traceback.format_exception(error)),
        ]
    )
    with contextlib.suppress(OSError):
        handle, name = tempfile.mkstemp(prefix="loomline-", suffix=".log", text=True)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        return Path(name)
    return None
