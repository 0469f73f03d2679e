"""The command line as a process of its own, which is how people and programs meet it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
_OURS = ("LOOMLINE_", "OPENAI_", "ANTHROPIC_", "GEMINI_", "GOOGLE_", "OLLAMA_")


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """Return the one object it printed."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found  # pyright: ignore[reportUnknownVariableType] - any JSON object


Loomline = Callable[..., Done]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Return an environment without keys and settings, with a data directory of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    return {
        **kept,
        "PYTHONPATH": str(ROOT),
        "NO_COLOR": "1",
        "LOOMLINE_DATA": str(tmp_path / "data"),
    }


@pytest.fixture
def loomline(environment: dict[str, str], tmp_path: Path) -> Loomline:
    """Return a function that runs a command to its end, in a folder of its own."""

    def run(*args: object, **more: str) -> Done:
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "runtime.cli", *map(str, args)],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            env={**environment, **more},
            stdin=subprocess.DEVNULL,
            timeout=120,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    return run
