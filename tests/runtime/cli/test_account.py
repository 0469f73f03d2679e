"""Catalogue: A04, A09 (a new password needs the machine, not a link)."""

import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.fakes.server import PASSWORD, Person, running
from tests.runtime.cli.terminal import ROOT, Loomline

NEW = "a completely new one"


def typed(environment: dict[str, str], text: str, *words: str) -> tuple[int, str]:
    """Run a command of ours with a line on standard input; return its exit code and its words."""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "runtime.cli", "account", *words],
        cwd=ROOT, env=environment, input=text, capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip
    assert NEW not in done.stdout + done.stderr
    return done.returncode, done.stdout + done.stderr


@pytest.mark.slow
async def test_a_forgotten_password_is_replaced_while_the_server_runs_and_after_it_stopped(
    environment: dict[str, str], tmp_path: Path
) -> None:
    data = environment["LOOMLINE_DATA"]
    command = ["-m", "runtime.cli", "serve", "--port", "0", "--data", data]
    with running(command, tmp_path, environment=environment) as server:
        person = Person(server)
        await person.set_up()
        assert typed(environment, "", "list") == (0, "Ada\n")
        code, said = typed(environment, f"{NEW}\n", "password", "Ada")
        assert (code, said) == (0, "'Ada' has a new password, and is signed out everywhere.\n")
        async with httpx.AsyncClient(headers={"cookie": person.cookie}) as old:
            assert (await old.get(f"{server.url}/")).status_code == 401
        assert (await person.sign_in()).status_code == 422
        assert (await person.sign_in(NEW)).status_code == 303
        await person.http.aclose()
    assert typed(environment, "", "list") == (0, "Ada\n")
    assert typed(environment, f"{PASSWORD}\n", "password", "ada")[0] == 0
    with running(command, tmp_path, environment=environment) as server:
        person = Person(server)
        assert (await person.sign_in()).status_code == 303
        await person.http.aclose()


def test_what_cannot_be_done_is_told(environment: dict[str, str], loomline: Loomline) -> None:
    done = loomline("account", "password", "Ada")
    assert done.code == 2
    assert "no password on standard input" in done.err
    code, said = typed(environment, f"{NEW}\n", "password", "Ada")
    assert code == 2
    assert "There is no data directory" in said
    assert not Path(environment["LOOMLINE_DATA"]).exists()
