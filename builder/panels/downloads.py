"""Files a run wrote: found through the run's outputs, never through a path from the browser."""

import base64
import hashlib
import hmac
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from builder.theme.desk import Desk
from nodes.sdk import UserError
from runtime.run.model import RunView


@dataclass(frozen=True, slots=True)
class Download:
    """A file one may fetch."""

    path: Path
    size: int

    @property
    def name(self) -> str:
        """The name without folders."""
        return self.path.name

    def text(self, limit: int) -> str | None:
        """Return the text of the file, None when it is too long or no text."""
        if self.size > limit:
            return None
        try:
            return self.path.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return None


def roots(desk: Desk) -> Sequence[Path]:
    """Return the folders that flows may write."""
    settings = desk.workspace.settings
    return [settings.data / "files", *settings.files]


def find_file(desk: Desk, run: RunView, value: Any) -> Download | None:
    """Return the file an output names, None when it names none inside the open folders."""
    if not isinstance(value, str) or not value or len(value) > 1000 or "\n" in value:
        return None
    open_roots = [Path(os.path.realpath(root)) for root in roots(desk)]
    base = Path(run.options.workdir) if run.options.workdir else open_roots[0]
    try:
        path = Path(os.path.realpath(base / value))
        inside = any(path.is_relative_to(root) for root in [*open_roots, *_own(run)])
        if not inside or not path.is_file():
            return None
        return Download(path, path.stat().st_size)
    except (OSError, ValueError):
        return None


def _own(run: RunView) -> list[Path]:
    return [Path(os.path.realpath(run.options.workdir))] if run.options.workdir else []


def reference(desk: Desk, run_id: str, output: str) -> str:
    """Return the address of a file that is an output of a run."""
    body = json.dumps([run_id, output]).encode()
    return f"/files/{_text(body)}.{_text(_sign(desk, body))}"


async def resolve(desk: Desk, token: str) -> Download:
    """Return the file behind an address; raises UserError when it is none of ours."""
    gone = UserError("This file is not there.", hint="Open the run and fetch it from there.")
    try:
        packed, _, signature = token.partition(".")
        body = _octets(packed)
        if not hmac.compare_digest(_octets(signature), _sign(desk, body)):
            raise gone
        run_id, output = cast("list[str]", json.loads(body))
    except ValueError as error:
        raise gone from error
    run = await desk.workspace.runs.get(desk.actor(), run_id)
    found = find_file(desk, run, run.outputs.get(output))
    if found is None:
        raise gone
    return found


def _sign(desk: Desk, body: bytes) -> bytes:
    return hmac.digest(desk.signing, b"file:" + body, hashlib.sha256)


def _text(octets: bytes) -> str:
    return base64.urlsafe_b64encode(octets).decode().rstrip("=")


def _octets(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
