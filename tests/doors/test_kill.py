"""Killed in the middle, a run goes on by itself and pays for nothing twice."""

import random
import signal
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.doors.shell import Shell, documents, providers
from tests.fakes.fixtures import ProviderServer

FILES = 200
AT_ONCE = 20


def finished(shell: Shell, run_id: str, *, seconds: float = 60) -> dict[str, Any]:
    end = time.monotonic() + seconds
    while True:
        _, run, _ = shell.call("runs", "show", run_id)
        if run["status"] in ("succeeded", "failed", "paused", "cancelled"):
            return run
        assert time.monotonic() < end, f"The run did not end: {run}"
        time.sleep(1)  # each look is a process of its own


@pytest.mark.slow
def test_after_kill_nine_the_server_goes_on_and_asks_nothing_recorded_again(
    tmp_path: Path, provider: ProviderServer
) -> None:
    provider.latency(0.05)
    documents(tmp_path / "docs", FILES)
    shell = Shell(tmp_path, {**providers(provider), "LOOMLINE_PORT": "0"})
    shell.call("templates", "use", "summarise-a-folder", "-o", ".")
    asked = random.randrange(20, FILES - 40)  # noqa: S311 - any moment will do
    words = ("summarise-a-folder.flow.json", "-i", "folder=docs", "--model", "openai/gpt-4o-mini")
    with shell.start("run", *words, "--json") as victim:
        provider.wait_for_log(lambda log: len(log) >= asked, seconds=60)
        victim.send_signal(signal.SIGKILL)
    before = provider.log()
    _, runs, _ = shell.call("runs", "list")
    run_id = runs["runs"][0]["run"]

    with shell.start("serve") as server:
        run = finished(shell, run_id)
        server.send_signal(signal.SIGTERM)
        assert server.wait(40) == 0
    assert run["status"] == "succeeded", run
    assert run["outputs"]["count"] == FILES
    prompts = Counter(call["prompt"] for call in provider.log())
    assert len(prompts) == FILES + 1
    again = [prompt for prompt, times in prompts.items() if times > 1]
    assert max(prompts.values()) <= 2
    assert len(again) <= AT_ONCE
    assert len(before) < FILES
