"""Runs from the command line: started, stopped, gone on with, and handed to a server."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.fixtures import ProviderServer
from tests.runtime.cli.terminal import Loomline

pytestmark = pytest.mark.slow
KEYS = {"run", "status", "outputs", "cost_usd", "tokens", "steps", "error"}


def flow(path: Path, nodes: dict[str, Any], edges: list[str], **more: Any) -> Path:
    document = {
        "format": 1,
        "id": "flw_test1",
        "name": path.name.removesuffix(".flow.json"),
        "nodes": nodes,
        "edges": edges,
        **more,
    }
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


@pytest.fixture
def greeting(tmp_path: Path) -> Path:
    return flow(
        tmp_path / "greeting.flow.json",
        {
            "start_aaaa": {"type": "flow.start@1"},
            "text_bbbb": {
                "type": "text.template@1",
                "in": {"text": "Hello {{ start_aaaa.name }}, {{ start_aaaa.count + 1 }} times"},
            },
            "result_cccc": {
                "type": "flow.output@1",
                "in": {"values": {"greeting": "{{ text_bbbb.text }}"}},
            },
        },
        ["start_aaaa.out -> text_bbbb.in", "text_bbbb.out -> result_cccc.in"],
        inputs={
            "name": {"type": "string"},
            "count": {"type": "integer", "required": False, "default": 1},
        },
    )


@pytest.fixture
def question(tmp_path: Path) -> Path:
    return flow(
        tmp_path / "question.flow.json",
        {
            "start_aaaa": {"type": "flow.start@1"},
            "chat_bbbb": {"type": "llm.chat@1", "in": {"prompt": "{{ start_aaaa.text }}"}},
            "result_cccc": {
                "type": "flow.output@1",
                "in": {"values": {"answer": "{{ chat_bbbb.text }}"}},
            },
        },
        ["start_aaaa.out -> chat_bbbb.in", "chat_bbbb.out -> result_cccc.in"],
        inputs={"text": {"type": "string"}},
    )


def openai(provider: ProviderServer) -> dict[str, str]:
    return {"OPENAI_API_KEY": "sk-test", "OPENAI_BASE_URL": f"{provider.url}/v1"}


def test_a_run_prints_one_json_object(greeting: Path, loomline: Loomline) -> None:
    done = loomline("run", greeting, "-i", "name=Ada", "-i", "count=2", "--json")
    assert done.code == 0, done.err
    assert set(done.json) == KEYS
    assert done.json["status"] == "succeeded"
    assert done.json["outputs"] == {"greeting": "Hello Ada, 3 times"}
    assert done.json["cost_usd"] == 0
    assert done.json["tokens"] == {"input": 0, "output": 0, "total": 0}
    assert done.json["steps"] == 3
    assert done.json["error"] is None


def test_a_result_that_no_person_reads_is_json_without_being_asked(
    greeting: Path, loomline: Loomline
) -> None:
    assert loomline("run", greeting, "-i", "name=Ada").json["status"] == "succeeded"


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["greeting.flow.json"], "'name'"),
        (["greeting.flow.json", "-i", "nam=Ada"], "The flow has no input 'nam'."),
        (["greeting.flow.json", "-i", "name=A", "-i", "count=x"], "The input 'count' cannot be"),
        (["none.flow.json"], "There is no file 'none.flow.json'"),
        (["no-such-flow"], "There is no flow 'no-such-flow'."),
    ],
)
def test_bad_input_is_refused_before_anything_is_run(
    args: list[str], sentence: str, greeting: Path, loomline: Loomline
) -> None:
    done = loomline("run", *args, "--json")
    assert done.code == 2
    assert sentence in done.json["error"]["message"]
    assert done.json["error"]["hint"]
    assert "Traceback" not in done.err


def test_a_flow_with_problems_is_refused_with_them(tmp_path: Path, loomline: Loomline) -> None:
    path = flow(tmp_path / "x.flow.json", {"a_aaaa": {"type": "text.nothing@1"}}, [])
    done = loomline("run", path, "--json")
    assert done.code == 2
    assert "text.nothing@1" in done.json["error"]["message"]


def test_a_template_runs_by_its_name_on_the_demo_model(tmp_path: Path, loomline: Loomline) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    for number in range(3):
        text = f"# Report {number}\n\nThe harvest of year {number} was good. It rained in May.\n"
        (docs / f"{number}.md").write_text(text, encoding="utf-8")
    done = loomline(
        "run", "summarise-a-folder", "-i", "folder=./docs", "--model", "demo/writer", "--json"
    )
    assert done.code == 0, done.err
    assert done.json["outputs"]["count"] == 3
    report = Path(done.json["outputs"]["report"])
    assert report.is_file()
    assert "harvest" in report.read_text(encoding="utf-8")


def test_a_run_that_failed_says_how_to_go_on_and_does(tmp_path: Path, loomline: Loomline) -> None:
    path = flow(
        tmp_path / "read.flow.json",
        {
            "read_aaaa": {"type": "files.read@1", "in": {"path": "notes.txt"}},
            "result_bbbb": {
                "type": "flow.output@1",
                "in": {"values": {"text": "{{ read_aaaa.text }}"}},
            },
        },
        ["read_aaaa.out -> result_bbbb.in"],
    )
    failed = loomline("run", path, "--json")
    assert failed.code == 1
    assert failed.json["status"] == "failed"
    assert "notes.txt" in failed.json["error"]["message"]
    assert f"runs resume {failed.json['run']}" in failed.json["error"]["hint"]
    (tmp_path / "notes.txt").write_text("At last.", encoding="utf-8")
    resumed = loomline("runs", "resume", failed.json["run"], "--json")
    assert (resumed.code, resumed.json["outputs"]) == (0, {"text": "At last."})


def test_tokens_and_money_are_those_of_the_provider(
    question: Path, provider: ProviderServer, loomline: Loomline
) -> None:
    done = loomline(
        "run", question, "-i", "text=Why?", "--model", "openai/gpt-4o-mini", "--json",
        **openai(provider),
    )  # fmt: skip
    assert done.code == 0, done.err
    [call] = provider.log()
    assert done.json["tokens"] == {
        "input": call["input_tokens"],
        "output": call["output_tokens"],
        "total": call["input_tokens"] + call["output_tokens"],
    }
    price = call["input_tokens"] * 0.15e-6 + call["output_tokens"] * 0.6e-6
    assert done.json["cost_usd"] == pytest.approx(price)


def test_a_run_out_of_budget_is_paused_and_goes_on_with_more(
    question: Path, provider: ProviderServer, loomline: Loomline
) -> None:
    paused = loomline(
        "run", question, "-i", "text=Why?", "--model", "openai/gpt-4o-mini",
        "--budget", "0.0000001", "--json", **openai(provider),
    )  # fmt: skip
    assert paused.code == 1
    assert paused.json["status"] == "paused"
    command = re.search(r"loomline (--data \S+ runs resume \S+ --budget \S+)", paused.err)
    assert command
    assert provider.log() == []
    resumed = loomline(*command[1].split(), "--json", **openai(provider))
    assert resumed.code == 0, resumed.err
    assert resumed.json["status"] == "succeeded"


@contextmanager
def started(*args: str, cwd: Path, env: dict[str, str]) -> Generator[subprocess.Popen[str]]:
    with subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "runtime.cli", *args],
        cwd=cwd,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def wait_until_asked(loomline: Loomline) -> str:
    """Wait until the step before the model is recorded, and return the run."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        for run in loomline("runs", "list", "--json").json.get("runs", []):
            if run["status"] == "running" and run["steps"] == 1:
                return str(run["run"])
    raise AssertionError("The run never came to its model.")


def test_ctrl_c_cancels_the_run(
    question: Path, provider: ProviderServer, environment: dict[str, str], loomline: Loomline
) -> None:
    provider.latency(60)
    args = ["run", str(question), "-i", "text=Why?", "--model", "openai/gpt-4o-mini", "--json"]
    with started(*args, cwd=question.parent, env={**environment, **openai(provider)}) as process:
        wait_until_asked(loomline)
        begin = time.monotonic()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
        assert time.monotonic() - begin < 10
    assert process.returncode == 130, err
    assert json.loads(out)["status"] == "cancelled"
    assert "Traceback" not in err
    listed = loomline("runs", "list", "--json").json["runs"]
    assert [run["status"] for run in listed] == ["cancelled"]


def test_a_run_that_was_killed_goes_on_where_it_was(
    question: Path, provider: ProviderServer, environment: dict[str, str], loomline: Loomline
) -> None:
    provider.latency(60)
    args = ["run", str(question), "-i", "text=Why?", "--model", "openai/gpt-4o-mini", "--json"]
    with started(*args, cwd=question.parent, env={**environment, **openai(provider)}) as process:
        run_id = wait_until_asked(loomline)
        process.kill()
        process.communicate(timeout=20)
    provider.reset()
    done = loomline("runs", "resume", run_id, "--json", **openai(provider))
    assert done.code == 0, done.err
    assert done.json["status"] == "succeeded"


def test_runs_are_listed_and_shown_with_what_each_node_did(
    greeting: Path, loomline: Loomline
) -> None:
    assert loomline("runs", "list", "--json").json == {"runs": []}
    run_id = loomline("run", greeting, "-i", "name=Ada", "--json").json["run"]
    listed = loomline("runs", "list", "--json").json["runs"]
    assert [(run["run"], run["flow"]) for run in listed] == [(run_id, "greeting")]
    assert listed[0]["inputs"] == {"name": "Ada", "count": 1}
    shown = loomline("runs", "show", run_id, "--json").json
    assert shown["outputs"] == {"greeting": "Hello Ada, 2 times"}
    assert shown["nodes"]["text_bbbb"]["status"] == "succeeded"
    assert run_id in loomline("runs", "list").out
    assert "text_bbbb" in loomline("runs", "show", run_id).out


def test_nodes_are_shown_in_the_order_of_the_flow_with_containers_around_theirs(
    tmp_path: Path, loomline: Loomline
) -> None:
    path = flow(
        tmp_path / "each.flow.json",
        {
            "a_last": {"type": "text.list@1", "in": {"items": "{{ each_cccc.results }}"}},
            "b_inner": {
                "type": "text.template@1",
                "parent": "each_cccc",
                "in": {"text": "{{ each_cccc.item }}!"},
            },
            "each_cccc": {"type": "logic.for_each@1", "in": {"items": ["x", "y"]}},
        },
        [
            "b_inner.text -> each_cccc.result",
            "each_cccc.item -> b_inner.in",
            "each_cccc.out -> a_last.in",
        ],
    )
    run_id = loomline("run", path, "--json").json["run"]
    shown = loomline("runs", "show", run_id, "--json").json
    assert list(shown["nodes"]) == ["each_cccc", "b_inner", "a_last"]
    assert shown["nodes"]["b_inner"]["total"] == 2


def test_a_person_at_a_terminal_reads_the_outputs_and_not_json(
    greeting: Path, environment: dict[str, str]
) -> None:
    ours, theirs = os.openpty()
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "runtime.cli", "run", str(greeting), "-i", "name=Ada"],
            env=environment,
            stdout=theirs,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
            check=False,
        )
        os.close(theirs)
        assert terminal.read(1000).decode() == "greeting: Hello Ada, 2 times\r\n"
    assert done.returncode == 0
    assert re.search(r"Run run_\w+ succeeded in [0-9.]+ s: 3 steps, 0 tokens, \$0\.", done.stderr)


def test_a_run_that_is_not_there_is_told(greeting: Path, loomline: Loomline) -> None:
    loomline("run", greeting, "-i", "name=Ada")
    for command in ("show", "resume", "cancel"):
        done = loomline("runs", command, "run_nothing", "--json")
        assert done.code == 2
        assert "There is no run 'run_nothing'." in done.json["error"]["message"]
    assert loomline("runs", "list", "--status", "odd").code == 2


def test_a_server_that_has_the_data_directory_does_the_work(
    greeting: Path, environment: dict[str, str], loomline: Loomline
) -> None:
    with started("serve", "--port", "0", cwd=greeting.parent, env=environment) as server:
        assert server.stdout
        assert "Loomline is ready" in server.stdout.readline()
        done = loomline("run", greeting, "-i", "name=Ada", "--json")
        assert done.code == 0, done.err
        assert done.json["outputs"] == {"greeting": "Hello Ada, 2 times"}
        shown = loomline("runs", "show", done.json["run"], "--json").json
        assert shown["status"] == "succeeded"
        again = loomline("serve", "--port", "0")
        assert again.code == 2
        assert f"(pid {server.pid})" in again.err
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=30)
    assert server.returncode == 0
