"""What the command line does with everything that can go wrong, and what it leaves unloaded."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.runtime.cli.terminal import Loomline

HEAVY = ("nicegui", "litellm", "sqlmodel", "sqlalchemy", "fastapi", "uvicorn", "aiohttp", "pypdf")
FLOW = '{"format": 1, "id": "flw_abcd", "name": "x", "nodes": {}, "edges": []}'


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
    args: list[str], sentence: str, loomline: Loomline
) -> None:
    done = loomline(*args)
    assert done.code == 2
    assert done.err.startswith(sentence)
    assert "\nhint: See 'loomline" in done.err
    assert done.out == ""


def test_a_program_is_told_what_was_mistyped_as_one_json_object(loomline: Loomline) -> None:
    done = loomline("version", "--nonsense", "--json")
    assert done.json["error"]["message"] == "No such option: --nonsense."
    assert done.code == 2


@pytest.mark.parametrize("command", ["version", "nodes", "schema", "templates list"])
def test_the_data_directory_may_be_named_anywhere(command: str, loomline: Loomline) -> None:
    assert loomline(*command.split(), "--data", "somewhere").code == 0
    assert loomline("--data=somewhere", *command.split()).code == 0


def test_a_setting_that_cannot_be_is_told_with_its_name(loomline: Loomline) -> None:
    done = loomline("doctor", LOOMLINE_CONCURRENCY="many")
    assert done.code == 2
    assert "The setting 'concurrency' cannot be 'many'" in done.err
    assert "LOOMLINE_CONCURRENCY" in done.err
    assert "Traceback" not in done.err


def test_help_names_what_a_command_does(loomline: Loomline) -> None:
    done = loomline("runs", "--help")
    assert done.code == 0
    assert "never done again" in done.out


def test_a_reader_that_leaves_early_causes_no_complaint(environment: dict[str, str]) -> None:
    command = f"{sys.executable} -m runtime.cli nodes --json | head -n 1"
    done = subprocess.run(  # noqa: S602 - a pipe is what is tested
        command, shell=True, capture_output=True, text=True, check=False, env=environment
    )
    assert done.stderr == ""
    assert done.stdout == "{\n"


@pytest.mark.parametrize(
    "args",
    [
        ["version"],
        ["--help"],
        ["runs", "--help"],
        ["nodes", "--json"],
        ["check", "x.flow.json"],
        ["fmt", "x.flow.json"],
        ["runs", "list"],
    ],
)
def test_a_plain_command_loads_nothing_heavy(
    args: list[str], environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "x.flow.json").write_text(FLOW, encoding="utf-8")
    code = (
        "import sys\n"
        "from runtime.cli.main import execute\n"
        "code = execute(sys.argv[1:])\n"
        f"loaded = [m for m in {HEAVY!r} if m in sys.modules]\n"
        "sys.stderr.write('LOADED ' + ' '.join(loaded))\n"
        "sys.exit(code)\n"
    )
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code, *args],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.rpartition("LOADED ")[2].split() == []
