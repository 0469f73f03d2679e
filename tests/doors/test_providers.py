"""One flow, four wires: what a run counts is what the provider billed."""

from pathlib import Path

import pytest

from tests.doors.shell import Shell, billed, documents, providers
from tests.fakes.fixtures import ProviderServer


@pytest.mark.parametrize(
    ("model", "wire", "priced"),
    [
        ("openai/gpt-4o-mini", "openai", True),
        ("anthropic/claude-haiku-4-5", "anthropic", True),
        ("gemini/gemini-2.5-flash", "gemini", True),
        ("ollama/qwen3", "ollama", False),
    ],
)
def test_tokens_and_money_of_a_run_are_those_of_the_provider(
    tmp_path: Path, provider: ProviderServer, model: str, wire: str, priced: bool
) -> None:
    documents(tmp_path / "docs", 5)
    shell = Shell(tmp_path, providers(provider))
    shell.call("templates", "use", "summarise-a-folder", "-o", ".")
    code, run, said = shell.call(
        "run", "summarise-a-folder.flow.json", "-i", "folder=./docs", "--model", model
    )
    assert (code, run["status"]) == (0, "succeeded"), said
    assert run["outputs"]["count"] == 5
    assert "# Summary of 5 documents" in Path(run["outputs"]["report"]).read_text("utf-8")

    log = provider.log()
    assert {call["wire"] for call in log} == {wire}
    assert len(log) == 6
    assert (run["tokens"]["input"], run["tokens"]["output"]) == billed(log)
    assert (run["cost_usd"] > 0) == priced

    _, shown, _ = shell.call("runs", "show", run["run"])
    nodes = shown["nodes"].values()
    assert sum(node["cost_usd"] for node in nodes) == pytest.approx(run["cost_usd"])
    assert sum(node["input_tokens"] for node in nodes) == run["tokens"]["input"]


def test_a_run_never_spends_more_than_it_may_and_goes_on_with_more(
    tmp_path: Path, provider: ProviderServer
) -> None:
    documents(tmp_path / "docs", 60)
    shell = Shell(tmp_path, providers(provider))
    shell.call("templates", "use", "summarise-a-folder", "-o", ".")
    words = ("summarise-a-folder.flow.json", "-i", "folder=docs", "--model", "openai/gpt-4o-mini")
    code, run, said = shell.call("run", *words, "--budget", "0.004")
    assert (code, run["status"], run["error"]["kind"]) == (1, "paused", "budget"), said
    assert 0 < run["cost_usd"] <= 0.004
    assert "budget of $0.004" in run["error"]["message"]
    assert f"runs resume {run['run']} --budget" in said

    code, refused, said = shell.call("runs", "resume", run["run"], "--budget", "0.000001")
    assert code == 2, refused
    assert "not enough" in said
    code, run, said = shell.call("runs", "resume", run["run"], "--budget", "5")
    assert (code, run["status"], run["outputs"]["count"]) == (0, "succeeded", 60), said
    prompts = [call["prompt"] for call in provider.log()]
    assert len(prompts) == len(set(prompts)) == 61
