"""Flow files from the command line: check, fmt and schema."""

import json
from pathlib import Path

import pytest

from tests.runtime.cli.terminal import ROOT, Loomline

GOOD = """{
  "format": 1,
  "id": "flw_abcd",
  "name": "good",
  "nodes": {
    "start_aaaa": {
      "type": "flow.start@1"
    }
  },
  "edges": []
}
"""


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "flows" / "good.flow.json"
    path.parent.mkdir()
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_a_flow_without_problems_passes(good: Path, loomline: Loomline) -> None:
    done = loomline("check", good, "--json")
    assert (done.code, done.json) == (0, {"problems": []})


def test_the_templates_pass_check_and_are_in_their_one_form(loomline: Loomline) -> None:
    assert loomline("check", ROOT / "templates", "--json").json == {"problems": []}
    assert loomline("fmt", "--check", ROOT / "templates").code == 0


def test_a_problem_names_file_node_and_remedy(good: Path, loomline: Loomline) -> None:
    bad = good.with_name("bad.flow.json")
    bad.write_text(GOOD.replace("flow.start@1", "flow.strat@1"), encoding="utf-8")
    done = loomline("check", good.parent, "--json")
    assert done.code == 1
    problem = done.json["problems"][0]
    assert problem["file"] == str(bad)
    assert problem["node"] == "start_aaaa"
    assert "'flow.strat@1'" in problem["message"]
    assert problem["hint"]


def test_people_read_the_same_problem_as_place_sentence_and_hint(
    good: Path, loomline: Loomline
) -> None:
    good.write_text(GOOD.replace("flow.start@1", "flow.strat@1"), encoding="utf-8")
    done = loomline("check", good)
    assert done.code == 1
    assert done.out.startswith(f"{good} > start_aaaa")
    assert "\nhint: " in done.out


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty"),
        (b"{", "JSON"),
        (b"[]", "no JSON object"),
        (b"\x00\xff\xfe rubbish", ""),
        (b'{"format": 99, "nodes": {}}', "has format 99"),
        (b"[" * 200_000, ""),
        (b'{"format": 1, "id": "flw_abcd", "name": "x", "nodes": {}, "nodez": {}}', "'nodez'"),
    ],
)
def test_a_broken_file_is_one_sentence_with_its_place_and_a_remedy(
    content: bytes, sentence: str, tmp_path: Path, loomline: Loomline
) -> None:
    path = tmp_path / "broken.flow.json"
    path.write_bytes(content)
    done = loomline("check", path, "--json")
    assert done.code == 1
    problems = done.json["problems"]
    assert problems[0]["file"] == str(path)
    assert sentence in problems[0]["message"]
    assert "Traceback" not in done.err
    assert all(len(problem["message"]) < 400 for problem in problems)


def test_a_missing_file_is_a_problem_of_its_own(tmp_path: Path, loomline: Loomline) -> None:
    done = loomline("check", tmp_path / "none.flow.json", "--json")
    assert done.code == 1
    assert "no file 'none.flow.json'" in done.json["problems"][0]["message"]


def test_a_secret_in_a_flow_is_a_problem(good: Path, loomline: Loomline) -> None:
    flow = json.loads(GOOD)
    flow["nodes"]["text_bbbb"] = {
        "type": "text.template@1",
        "in": {"text": "Bearer sk-proj-" + "Ab3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY" * 2},
    }
    good.write_text(json.dumps(flow), encoding="utf-8")
    done = loomline("check", good, "--json")
    assert done.code == 1
    assert any("secret" in problem["message"].lower() for problem in done.json["problems"])
    assert "Ab3dE5fG7hJ9" not in done.out


def test_fmt_writes_the_one_form_once(tmp_path: Path, loomline: Loomline) -> None:
    path = tmp_path / "good.flow.json"
    path.write_text(json.dumps(json.loads(GOOD)), encoding="utf-8")
    assert loomline("fmt", "--check", path).code == 1
    assert path.read_text(encoding="utf-8") != GOOD
    assert loomline("fmt", path).code == 0
    assert path.read_text(encoding="utf-8") == GOOD
    assert loomline("fmt", "--check", path).code == 0


def test_fmt_leaves_a_file_it_cannot_read_as_it_is_and_does_the_others(
    good: Path, loomline: Loomline
) -> None:
    good.write_text(json.dumps(json.loads(GOOD)), encoding="utf-8")
    broken = good.with_name("a.flow.json")
    broken.write_text("{", encoding="utf-8")
    assert loomline("fmt", good.parent).code == 2
    assert broken.read_text(encoding="utf-8") == "{"
    assert good.read_text(encoding="utf-8") == GOOD


def test_fmt_passes_over_hidden_folders(good: Path, loomline: Loomline) -> None:
    hidden = good.parent / ".git" / "x.flow.json"
    hidden.parent.mkdir()
    hidden.write_text("{", encoding="utf-8")
    assert loomline("fmt", good.parent).code == 0


def test_the_schema_is_a_json_schema_of_the_latest_draft(loomline: Loomline) -> None:
    found = loomline("schema").json
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "nodes" in found["properties"]
