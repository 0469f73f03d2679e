"""Flow files named on the command line: found, checked, and written in their one form."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from nodes.sdk import LoomlineError, UserError
from runtime.compile.check import check
from runtime.compile.problem import Problem
from runtime.flow.canonical import dumps_flow, dumps_layout, loads_flow, loads_layout
from runtime.flow.complaint import DocumentError
from runtime.flow.files import LAYOUT_SUFFIX, load_document, replace_text
from runtime.flow.secrets_scan import find_secrets
from runtime.registry import Registry


class FileProblem(BaseModel):
    """One thing that is wrong with a flow file."""

    model_config = ConfigDict(frozen=True)

    file: str
    node: str = ""
    field: str = ""
    message: str
    hint: str = ""
    severity: str = "error"


def find_files(paths: Sequence[Path], suffixes: Sequence[str]) -> Iterator[Path]:
    """Yield the files that are named, and those below the folders that are named."""
    for path in paths:
        if path.is_dir():
            yield from _below(path, tuple(suffixes))
        else:
            yield path


def problems_of(path: Path, registry: Registry) -> list[FileProblem]:
    """Return everything that is wrong with a flow file."""
    try:
        flow = load_document(path).flow
    except DocumentError as error:
        return [_complaint(path, fault) for fault in error.faults]
    except LoomlineError as error:
        return [_complaint(path, error)]
    found = [_problem(path, each) for each in check(flow, registry, folder=path.parent)]
    for hit in find_secrets(flow):
        found.append(
            FileProblem(
                file=str(path),
                node=hit.node,
                field=hit.field,
                message=f"This looks like a secret: {hit.what}.",
                hint="Flows are shared and kept in git. Put it into a credential instead.",
            )
        )
    return found


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


def _problem(path: Path, found: Problem) -> FileProblem:
    return FileProblem(file=str(path), **found.model_dump())


def _complaint(path: Path, error: LoomlineError) -> FileProblem:
    # The place of a complaint is the path of keys: "nodes", the node, then the field.
    place = [part for part in error.place if part not in (str(path), path.name)]
    node = place[1] if len(place) > 1 and place[0] == "nodes" else ""
    field = ".".join(place[2:] if node else place)
    return FileProblem(
        file=str(path), node=node, field=field, message=error.message, hint=error.hint
    )
