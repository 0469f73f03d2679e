"""The command line as people use it: real processes, a data directory of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.fakes.fixtures import ProviderServer

LOOMLINE = str(Path(sys.executable).with_name("loomline"))
_KEYS = ("_API_KEY", "_BASE_URL", "_API_BASE", "OLLAMA_HOST", "LOOMLINE_")


@dataclass(frozen=True, slots=True)
class Shell:
    """A terminal in a folder, with the settings of one person."""

    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict[str, str])

    def variables(self) -> dict[str, str]:
        """Return the environment, without what this machine happens to have set."""
        own = {k: v for k, v in os.environ.items() if not any(key in k for key in _KEYS)}
        return {**own, "LOOMLINE_DATA": str(self.folder / "data"), **self.environment}

    def start(self, *words: str) -> "subprocess.Popen[str]":
        """Start a command and do not wait for it."""
        return subprocess.Popen(  # noqa: S603 - our own command
            [LOOMLINE, *words],
            cwd=self.folder,
            env=self.variables(),
            text=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def call(self, *words: str) -> tuple[int, Any, str]:
        """Run a command with `--json`; return its exit code, its answer and what it said."""
        with self.start(*words, "--json") as process:
            output, said = process.communicate(timeout=120)
        return process.returncode, json.loads(output) if output.strip() else None, said


def providers(provider: ProviderServer) -> dict[str, str]:
    """Return the variables that point every provider at the fake one."""
    return {
        "OPENAI_API_KEY": "sk-test",
        "OPENAI_BASE_URL": f"{provider.url}/v1",
        "ANTHROPIC_API_KEY": "key-test",
        "ANTHROPIC_BASE_URL": provider.url,
        "GEMINI_API_KEY": "key-test",
        "GEMINI_BASE_URL": provider.url,
        "OLLAMA_HOST": provider.url,
    }


def documents(folder: Path, count: int) -> Path:
    """Write a number of short documents, no two of them alike."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text = f"# Report {number}\n\nTeam {number} sold {number * 7 + 3} lamps in week {number}.\n"
        (folder / f"report-{number:04d}.md").write_text(text, "utf-8")
    return folder


def billed(log: Sequence[Mapping[str, Any]]) -> tuple[int, int]:
    """Return the tokens the provider counted, in and out."""
    finished = [call for call in log if call["outcome"] == "finished"]
    return (
        sum(call["input_tokens"] for call in finished),
        sum(call["output_tokens"] for call in finished),
    )
