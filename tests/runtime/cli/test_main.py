"""What the command line does with everything that can go wrong, and what it leaves unloaded."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("nicegui", "litellm", "sqlmodel", "sqlalchemy", "fastapi", "uvicorn", "aiohttp", "pypdf")


def loomline(*args: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "runtime.cli", *args],
        cwd=cwd or Path.cwd(),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path.cwd()), "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["nodez"], "loomline: No such command 'nodez'. Did you mean 'nodes'?"),
        (["run"], "loomline: Missing argument 'FILE'."),
        (["version", "--nonsense"], "loomline: No such option: --nonsense."),
        (["serve", "--port", "99999999"], "loomline: Invalid value for '--port'"),
    ],
)
def test_what_was_mistyped_is_told_in_a_sentence_with_a_way_out(
    args: list[str], sentence: str
) -> None:
    done = loomline(*args)
    assert done.returncode == 2
    assert done.stderr.startswith(sentence)
    assert "\nhint: See 'loomline" in done.stderr
    assert done.stdout == ""


def test_a_program_is_told_what_was_mistyped_as_one_json_object() -> None:
    done = loomline("version", "--nonsense", "--json")
    assert json.loads(done.stdout)["error"]["message"] == "No such option: --nonsense."
    assert done.returncode == 2


def test_a_setting_that_cannot_be_is_told_with_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOOMLINE_CONCURRENCY", "many")
    done = loomline("doctor")
    assert done.returncode == 2
    assert "The setting 'concurrency' cannot be 'many'" in done.stderr
    assert "LOOMLINE_CONCURRENCY" in done.stderr
    assert "Traceback" not in done.stderr


def test_help_names_what_a_command_does() -> None:
    done = loomline("runs", "--help")
    assert done.returncode == 0
    assert "never done again" in done.stdout


def test_a_reader_that_leaves_early_causes_no_complaint() -> None:
    command = (
        f"{sys.executable} -m runtime.cli --help | true; {sys.executable} -m runtime.cli version"
    )
    done = subprocess.run(  # noqa: S602 - a pipe is what is tested
        command, shell=True, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""


@pytest.mark.parametrize("args", [["version"], ["--help"], ["runs", "--help"]])
def test_a_plain_command_loads_nothing_heavy(args: list[str]) -> None:
    assert loaded(*args) == set()


def loaded(*args: str) -> set[str]:
    """Return which heavy modules a command has loaded when it ends."""
    code = (
        "import sys\n"
        "from runtime.cli.main import execute\n"
        "code = execute(sys.argv[1:])\n"
        f"loaded = [m for m in {HEAVY!r} if m in sys.modules]\n"
        "sys.stderr.write('LOADED ' + ' '.join(loaded))\n"
        "sys.exit(code)\n"
    )
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code, *args], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.rpartition("LOADED ")[2].split())
