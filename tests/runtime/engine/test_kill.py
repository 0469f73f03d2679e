"""Catalogue D01: killed at every point that matters, a run ends as if nothing had happened."""

import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from runtime.run.model import RunStatus, RunView
from tests.runtime.engine import victim
from tests.runtime.store.fresh import fresh

_POINTS = [
    "submit:1", "submitted:1", "claim:1", "claimed:1", "before.effect:1", "after.effect:1",
    "step.done:1", "step.recorded:1", "step.done:2", "step.recorded:2", "before.effect:5",
    "after.effect:6", "step.done:7", "step.recorded:8", "step.done:10", "step.recorded:12",
    "step.done:13", "step.recorded:14", "once.started:1", "step.done:15", "finish:1", "finished:1",
]  # fmt: skip
_FORKS = multiprocessing.get_context("forkserver")


def _run(folder: Path, kill_at: str = "", unknown: str = "repeat") -> int | None:
    """Run the victim to its end and return its exit code."""
    fresh(folder)
    _FORKS.set_forkserver_preload(["tests.runtime.engine.victim"])
    process = _FORKS.Process(target=victim.main, args=(str(folder), kill_at, unknown))
    process.start()
    process.join(30)
    assert process.exitcode is not None
    code = process.exitcode
    process.close()
    return code


def _check(folder: Path, *, kills: int) -> None:
    """Restart until the end, and compare with a run that was never interrupted."""
    before, done = victim.recorded(folder), victim.effects(folder)
    assert _run(folder) == 0
    after, effects = victim.recorded(folder), victim.effects(folder)
    view = after.pop("")
    assert isinstance(view, RunView)
    assert (view.status, view.outputs) == (RunStatus.SUCCEEDED, victim.RESULT)
    assert set(after.values()) == {"succeeded"}
    assert set(effects) == set(victim.STEPS)
    for step, status in before.items():
        if status == "succeeded":
            assert effects[step] == done[step], f"{step} was recorded and executed again"
    assert max(effects.values()) <= kills + 1


def test_nothing_happens_twice_when_nothing_happens(tmp_path: Path) -> None:
    assert _run(tmp_path) == 0
    assert victim.effects(tmp_path) == dict.fromkeys(victim.STEPS, 1)


@pytest.mark.parametrize("point", _POINTS)
def test_killed_at_a_named_point_a_run_ends_as_if_nothing_had_happened(
    tmp_path: Path, point: str
) -> None:
    assert _run(tmp_path, point) == -signal.SIGKILL
    if point == "submit:1":
        assert "" not in victim.recorded(tmp_path)
    if point == "finished:1":
        assert victim.recorded(tmp_path)[""].status is RunStatus.SUCCEEDED
    _check(tmp_path, kills=1)


def test_a_step_that_must_happen_once_is_never_repeated_unasked(tmp_path: Path) -> None:
    assert _run(tmp_path, "once.started:1") == -signal.SIGKILL
    assert victim.recorded(tmp_path)["send/"] == "running"
    assert _run(tmp_path, unknown="skip") == 0
    assert victim.recorded(tmp_path)["send/"] == "skipped"
    assert "send/" not in victim.effects(tmp_path)


def test_killed_at_random_moments_again_and_again(tmp_path: Path) -> None:
    rng = random.Random(7)  # noqa: S311 - a test
    fresh(tmp_path)
    for _ in range(8):
        (tmp_path / "ready").unlink(missing_ok=True)
        process = _FORKS.Process(target=victim.main, args=(str(tmp_path),))
        process.start()
        while not (tmp_path / "ready").exists() and process.is_alive():
            time.sleep(0.001)
        time.sleep(rng.uniform(0.0, 0.05))
        process.kill()
        process.join(10)
        process.close()
    _check(tmp_path, kills=8)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
@pytest.mark.parametrize("call", ["fdatasync", "pwrite64"])
def test_killed_in_the_middle_of_a_write_nothing_acknowledged_is_lost(
    tmp_path: Path, call: str
) -> None:
    for number in (12, 14, 17, 21, 26, 32, 40):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        if call == "fdatasync":  # otherwise it is also killed while the tables are made
            fresh(folder)
        inject = f"inject={call}:signal=SIGKILL:when={number}"
        subprocess.run(  # noqa: S603 - our own program
            ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", inject,  # noqa: S607
             sys.executable, "-m", "tests.runtime.engine.victim", str(folder)],
            check=False,
            env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        )  # fmt: skip
        _check(folder, kills=1)
