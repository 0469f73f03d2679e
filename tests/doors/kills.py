"""Kill a run in the middle and count what was asked twice; run this file to do it often.

The flow is *Review a code base*. The command line starts it and dies of SIGKILL at a random
moment; then a server is started on the same data, which has to go on by itself.
"""

import argparse
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from runtime.cli.report import say
from tests.doors.shell import Shell, providers
from tests.fakes.fixtures import ProviderServer, running_provider

FLOW = "review-a-code-base.flow.json"
_OVER = ("succeeded", "failed", "paused", "cancelled")


@dataclass(frozen=True, slots=True)
class Killed:
    """What became of a run that was killed."""

    run: dict[str, Any]
    asked_before: int
    """Calls the provider had seen when the process died."""
    prompts: int
    """Different questions that were asked altogether."""
    twice: int
    """Questions that were asked a second time."""
    most: int
    """How often the same question was asked at the most."""


def source_files(folder: Path, count: int) -> Path:
    """Write a number of source files, no two of them alike."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text = f"def f{number}(x, y=[]):\n    return eval(x) + {number}\n"
        (folder / f"module_{number:04d}.py").write_text(text, "utf-8")
    return folder


def kill_once(folder: Path, provider: ProviderServer, *, files: int, moment: int) -> Killed:
    """Kill a run when the provider has seen `moment` calls, and let a server finish it."""
    source_files(folder / "code", files)
    shell = Shell(folder, {**providers(provider), "LOOMLINE_PORT": "0"})
    shell.call("templates", "use", "review-a-code-base", "-o", ".")
    words = ("run", FLOW, "-i", "folder=code", "--model", "openai/gpt-4o-mini", "--json")
    with shell.start(*words) as victim:
        provider.wait_for_log(lambda log: len(log) >= moment, seconds=90)
        victim.send_signal(signal.SIGKILL)
    before = len(provider.log())
    _, runs, _ = shell.call("runs", "list")
    with shell.start("serve") as server:
        run = _finished(shell, runs["runs"][0]["run"])
        server.send_signal(signal.SIGTERM)
        assert server.wait(40) == 0
    prompts = Counter(call["prompt"] for call in provider.log())
    return Killed(
        run=run,
        asked_before=before,
        prompts=len(prompts),
        twice=sum(times > 1 for times in prompts.values()),
        most=max(prompts.values()),
    )


def _finished(shell: Shell, run_id: str, *, seconds: float = 120) -> dict[str, Any]:
    end = time.monotonic() + seconds
    while True:
        _, run, _ = shell.call("runs", "show", run_id)
        if run["status"] in _OVER:
            return run
        assert time.monotonic() < end, f"The run did not end: {run}"
        time.sleep(1)  # each look is a process of its own


def main() -> int:
    """Kill many runs at random moments and say what each came to."""
    parser = argparse.ArgumentParser(prog="python -m tests.doors.kills")
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--files", type=int, default=1000)
    given = parser.parse_args()
    good = True
    with running_provider() as provider:
        for number in range(given.times):
            provider.reset()
            provider.latency(0.05)
            moment = random.randrange(given.files // 20, given.files * 9 // 10)  # noqa: S311
            with tempfile.TemporaryDirectory() as folder:
                killed = kill_once(Path(folder), provider, files=given.files, moment=moment)
            count = killed.run["outputs"].get("count")
            say(
                f"{number + 1:2}  killed after {killed.asked_before:4} calls  "
                f"{killed.run['status']}  {count} files  {killed.prompts} questions  "
                f"{killed.twice} asked twice, none more than {killed.most} times"
            )
            good = good and (killed.run["status"], count) == ("succeeded", given.files)
            good = good and killed.most <= 2 and killed.twice <= 100
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
