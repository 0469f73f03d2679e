"""Flow files named on the command line: found, and written in their one form."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from nodes.sdk import UserError
from runtime.flow.canonical import dumps_flow, dumps_layout, loads_flow, loads_layout
from runtime.flow.files import LAYOUT_SUFFIX, replace_text


def find_files(paths: Sequence[Path], suffixes: Sequence[str]) -> Iterator[Path]:
    """Yield the files that are named, and those below the folders that are named."""
    for path in paths:
        if path.is_dir():
            yield from _below(path, tuple(suffixes))
        else:
            yield path


def format_file(path: Path, *, write: bool) -> bool:
    """Bring a flow or layout file into its one form; return whether it was in another."""
    try:
        before = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UserError(
            f"The file '{path}' is not text in UTF-8.", hint="A flow file is JSON."
        ) from error
    except OSError as error:
        raise UserError(
            f"The file '{path}' cannot be read: {error.strerror or error}.",
            hint="Look at the path and at its rights.",
        ) from error
    if path.name.endswith(LAYOUT_SUFFIX):
        after = dumps_layout(loads_layout(before, name=str(path)))
    else:
        after = dumps_flow(loads_flow(before, name=str(path)))
    if after == before:
        return False
    if write:
        replace_text(path, after)
    return True


def _below(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        # Hidden folders and what package managers bring are not the user's flows.
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f != "node_modules")
        yield from (Path(root, name) for name in sorted(files) if name.endswith(suffixes))
