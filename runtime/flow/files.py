"""Flow files on disk: read together, written at once or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Final

from nodes.sdk import UserError
from runtime.flow.canonical import dumps_flow, dumps_layout, loads_flow, loads_layout
from runtime.flow.jsontext import MAX_BYTES
from runtime.flow.model import Document, Layout
from runtime.flow.secrets_scan import refuse_secrets

FLOW_SUFFIX: Final = ".flow.json"
LAYOUT_SUFFIX: Final = ".layout.json"


def layout_path(path: Path) -> Path:
    """Return where the layout of a flow file lies: `a.flow.json` has `a.layout.json`."""
    return path.with_name(path.name.removesuffix(".json").removesuffix(".flow") + LAYOUT_SUFFIX)


def load_document(path: Path) -> Document:
    """Read a flow file and the layout beside it; without one the layout is empty.

    Places of nodes that are gone are left out: a merge of two branches may leave some behind.
    """
    flow = loads_flow(_content(path), name=path.name)
    beside = layout_path(path)
    layout = loads_layout(_content(beside), name=beside.name) if beside.is_file() else Layout()
    places = {name: place for name, place in layout.nodes.items() if name in flow.nodes}
    notes = {name: note for name, note in layout.notes.items() if name not in flow.nodes}
    return Document(flow=flow, layout=layout.model_copy(update={"nodes": places, "notes": notes}))


def save_document(path: Path, document: Document) -> None:
    """Write both files in canonical form, first the layout, then the flow, each durably.

    A file whose text is already right is not touched. Raises UserError, and writes nothing, when
    the document holds something that looks like a secret.
    """
    refuse_secrets(document)
    flow, layout = dumps_flow(document.flow), dumps_layout(document.layout)
    if max(len(flow.encode()), len(layout.encode())) > MAX_BYTES:
        raise UserError(
            f"The flow is larger than {MAX_BYTES // 1_000_000} MB, so it could not be read again.",
            hint="Keep data out of it: read it from files or inputs instead.",
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_text(layout_path(path), layout)
    replace_text(path, flow)


def document_text(document: Document) -> str:
    """Return the text of both files one after the other, to compare documents by."""
    return dumps_flow(document.flow) + dumps_layout(document.layout)


def replace_text(path: Path, text: str) -> None:
    """Write a text durably, at once or not at all; one that is there already is not touched."""
    content = text.encode()
    with contextlib.suppress(FileNotFoundError):
        if path.read_bytes() == content:
            return
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(_mode(path))
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise UserError(
            f"There is no file {path.name!r}.", hint=f"It was looked for in {str(path.parent)!r}."
        ) from error
    except IsADirectoryError as error:
        raise UserError(
            f"{path.name!r} is a folder.", hint=f"Name a file that ends with {FLOW_SUFFIX!r}."
        ) from error
    except PermissionError as error:
        raise UserError(
            f"The file {path.name!r} may not be read.", hint="Change its permissions."
        ) from error


def _mode(path: Path) -> int:
    """Return the permissions of the file that is replaced, so that sharing it goes on."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        return 0o644


def _sync_folder(folder: Path) -> None:
    """Make the new name durable, too, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
