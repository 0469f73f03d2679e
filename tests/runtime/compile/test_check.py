from pathlib import Path
from typing import Any

import pytest

from runtime.compile.check import check
from runtime.compile.problem import Problem
from runtime.flow.model import Document, Edge, Flow
from runtime.registry import Registry
from tests.fakes.small_nodes import ALL

REGISTRY = Registry.of(*ALL)
Nodes = dict[str, dict[str, Any]]


def flow(nodes: Nodes, *edges: str, **more: Any) -> Flow:
    return Flow.model_validate(
        {"id": "flw_abcd", "name": "digest", "nodes": nodes, **more,
         "edges": frozenset(map(Edge.parse, edges))}
    )  # fmt: skip


def write(**more: Any) -> dict[str, Any]:
    return {"type": "small.write@1", "in": {"text": "x"}, **more}


def fork(**more: Any) -> dict[str, Any]:
    return {"type": "small.fork@1", **more}


def each(**more: Any) -> dict[str, Any]:
    return {"type": "small.each@1", "in": {"items": [1]}, **more}


def errors(found: list[Problem]) -> list[str]:
    return [problem.message for problem in found if problem.severity == "error"]


GOOD: dict[str, Flow] = {
    "nothing": flow({}),
    "one node": flow({"a_1": write()}),
    "a chain with expressions": flow(
        {"s_1": {"type": "small.begin@1"}, "a_1": write(), "b_1": write(**{"in": {
            "text": "{{ s_1.topic }} {{ a_1.size + 1 }}", "times": "{{ a_1.size }}"}})},
        "s_1.out -> a_1.in", "a_1.text -> b_1.in", inputs={"topic": {}},
    ),
    "a wire instead of a setting": flow(
        {"a_1": write(), "b_1": {"type": "small.write@1"}}, "a_1.text -> b_1.text"
    ),
    "ways that meet in a merge": flow(
        {"f_1": fork(), "a_1": write(), "b_1": write(), "j_1": {"type": "small.join@1"},
         "c_1": write(**{"in": {"text": "{{ j_1.first }} {{ a_1.text | default('') }}"}})},
        "f_1.yes -> a_1.in", "f_1.no -> b_1.in", "a_1.text -> j_1.values", "b_1.text -> j_1.values",
        "j_1.first -> c_1.in",
    ),
    "an error that goes its own way": flow(
        {"a_1": write(policy={"on_error": "branch"}), "b_1": write(**{"in": {
            "text": "{{ a_1.error.message }}"}}), "c_1": write()},
        "a_1.error -> b_1.in", "a_1.out -> c_1.in",
    ),
    "a container": flow(
        {"a_1": write(), "e_1": each(), "i_1": write(parent="e_1", **{"in": {
            "text": "{{ e_1.item.name }} {{ e_1.index }} {{ a_1.text }}"}}),
         "i_2": {"type": "small.write@1", "parent": "e_1"},
         "b_1": write(**{"in": {"text": "{{ e_1.results | length }}"}})},
        "a_1.out -> e_1.in", "e_1.item -> i_1.in", "i_1.text -> i_2.text", "i_2.text -> e_1.result",
        "e_1.count -> b_1.in",
    ),
    "containers in containers": flow(
        {"e_1": each(), "e_2": each(parent="e_1", **{"in": {"items": "{{ e_1.item.rows }}"}}),
         "i_1": write(parent="e_2", **{"in": {"text": "{{ e_1.index }}/{{ e_2.index }}"}})},
        "i_1.text -> e_2.result", "e_2.results -> e_1.result",
    ),
    "a credential and a model": flow(
        {"p_1": {"type": "small.post@1", "in": {"account": "team-mail"}},
         "q_1": {"type": "small.ask@1", "in": {"prompt": "?", "model": "openai/gpt-4o-mini"},
                 "policy": {"fallback_models": ["ollama/llama3.2:3b"]}}},
        "p_1.out -> q_1.in",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_a_good_flow_has_no_problem(name: str) -> None:
    assert check(GOOD[name], REGISTRY) == []
    assert check(Document(flow=GOOD[name]), REGISTRY) == []


BAD: dict[str, tuple[Flow, str, str, str, str]] = {
    "unknown type": (flow({"a_1": {"type": "small.wrte@1"}}), "a_1", "type",
        "The node type 'small.wrte@1' is not installed", "Did you mean 'small.write@1'?"),
    "missing setting": (flow({"a_1": {"type": "small.write@1", "label": "Note"}}), "a_1", "text",
        "'Text' of 'Note' is missing", "Fill it in, or connect it"),
    "unknown setting": (flow({"a_1": write(**{"in": {"text": "", "tims": 1}})}), "a_1", "tims",
        "no setting 'tims'", "Did you mean 'times'?"),
    "a wrong type": (flow({"a_1": write(**{"in": {"text": "", "times": "many"}})}), "a_1", "times",
        "'Times' of 'a_1' must be a whole number, not 'many'", "How often"),
    "over a limit": (flow({"a_1": write(**{"in": {"text": "", "times": 10}})}), "a_1", "times",
        "must be at most 9, not 10", ""),
    "no choice": (flow({"a_1": write(**{"in": {"text": "", "style": "big"}})}), "a_1", "style",
        "must be one of 'plain' or 'loud'", ""),
    "no slug": (flow({"p_1": {"type": "small.post@1", "in": {"account": {"token": "x"}}}}), "p_1",
        "account", "must name a credential", "Choose one"),
    "a loose wire": (flow({"a_1": write()}, "a_1.out -> gone_1.in"), "", "in",
        "no node 'gone_1'", "Remove the wire"),
    "port types": (flow({"a_1": write(), "p_1": {"type": "small.post@1", "in": {"account": "x"}}},
        "a_1.text -> p_1.items"), "p_1", "items", "'a_1' sends text at 'text'", "Choose another"),
    "no such port": (flow({"a_1": write(), "b_1": write()}, "a_1.words -> b_1.in"), "b_1", "in",
        "'a_1' has no output 'words'", "It has: 'text', 'size'"),
    "two wires in one port": (flow({"a_1": write(), "b_1": write(), "c_1": {
        "type": "small.write@1"}}, "a_1.text -> c_1.text", "b_1.text -> c_1.text"), "c_1", "text",
        "'text' of 'c_1' is connected twice", "Merge"),
    "a circle": (flow({"a_1": write(label="One"), "b_1": write()}, "a_1.out -> b_1.in",
        "b_1.out -> a_1.in"), "a_1", "", "in a circle: 'One' → 'b_1' → 'One'", "For each"),
    "a self edge": (flow({"a_1": write()}, "a_1.out -> a_1.in"), "a_1", "in",
        "'a_1' is connected to itself", "For each"),
    "ways that exclude each other": (flow({"f_1": fork(label="Check"), "a_1": write(),
        "b_1": write(), "c_1": write()}, "f_1.yes -> a_1.in", "f_1.no -> b_1.in",
        "a_1.out -> c_1.in", "b_1.out -> c_1.in"), "c_1", "in",
        "waits for two ways out of 'Check', of which only one is taken", "Put a Merge before"),
    "an error and the rest": (flow({"a_1": write(policy={"on_error": "branch"}), "b_1": write(),
        "c_1": write()}, "a_1.error -> b_1.in", "a_1.out -> c_1.in", "b_1.out -> c_1.in"), "c_1",
        "in", "waits for two ways out of 'a_1'", "Merge"),
    "into a container": (flow({"a_1": write(), "e_1": each(), "i_1": write(parent="e_1")},
        "a_1.out -> i_1.in", "i_1.text -> e_1.result"), "i_1", "in",
        "goes into the container 'e_1'", "{{ a_1.out }}"),
    "out of a container": (flow({"e_1": each(), "i_1": write(parent="e_1"), "b_1": write()},
        "i_1.text -> b_1.in", "i_1.text -> e_1.result"), "b_1", "in",
        "leaves the container 'e_1'", "result of the container"),
    "no container": (flow({"a_1": write(), "b_1": write(parent="a_1")}), "b_1", "parent",
        "lies in 'a_1', which is no container", "Take it out"),
    "a missing container": (flow({"b_1": write(parent="gone_1")}), "b_1", "parent",
        "lies in 'gone_1', which does not exist", "Take it out"),
    "inside itself": (flow({"e_1": each(parent="e_2"), "e_2": each(parent="e_1")}), "e_1", "parent",
        "'e_1' lies inside itself", "Take it out"),
    "a start in a container": (flow({"e_1": each(), "s_1": {"type": "small.begin@1",
        "parent": "e_1"}}), "s_1", "parent", "cannot lie in a container", "Take it out"),
    "a result in a container": (flow({"e_1": each(), "g_1": {"type": "small.give@1",
        "parent": "e_1"}}), "g_1", "parent", "once for each item", "results of the container"),
    "before the start": (flow({"a_1": write(), "s_1": {"type": "small.begin@1"}},
        "a_1.out -> s_1.in"), "s_1", "in", "nothing can come before it", "Remove the wire"),
    "an unknown reference": (flow({"draft_1": write(), "b_1": write(**{"in": {
        "text": "{{ drft_1.text }}"}})}, "draft_1.out -> b_1.in"), "b_1", "text",
        "There is no node 'drft_1'", "Did you mean 'draft_1'?"),
    "an unknown port": (flow({"a_1": write(), "b_1": write(**{"in": {"text": "{{ a_1.txt }}"}})},
        "a_1.out -> b_1.in"), "b_1", "text", "'a_1' sends no 'txt'", "It sends: text, size"),
    "the order port read": (flow({"a_1": write(), "b_1": write(**{"in": {
        "text": "{{ a_1.out }}"}})}, "a_1.out -> b_1.in"), "b_1", "text", "sends no 'out'",
        "only says when"),
    "not connected": (flow({"a_1": write(label="One"), "b_1": write(label="Two", **{"in": {
        "text": "{{ a_1.text }}"}}), "c_1": write()}, "a_1.out -> c_1.in"), "b_1", "text",
        "reads 'One', which is not connected to 'Two'", "Connect 'One' to 'Two'"),
    "what comes after": (flow({"a_1": write(**{"in": {"text": "{{ b_1.text }}"}}), "b_1": write()},
        "a_1.out -> b_1.in"), "a_1", "text", "which comes after 'a_1'", "comes before"),
    "itself read": (flow({"a_1": write(**{"in": {"text": "{{ a_1.text }}"}})}), "a_1", "text",
        "reads what 'a_1' itself will send", "another node"),
    "the inside read": (flow({"e_1": each(), "i_1": write(parent="e_1"), "b_1": write(**{"in": {
        "text": "{{ i_1.text }}"}})}, "i_1.text -> e_1.result", "e_1.out -> b_1.in"), "b_1", "text",
        "reads the inside of 'e_1' from outside", "result of 'e_1'"),
    "an item outside": (flow({"e_1": each(), "i_1": write(parent="e_1"), "b_1": write(**{"in": {
        "text": "{{ e_1.item }}"}})}, "i_1.text -> e_1.result", "e_1.out -> b_1.in"), "b_1", "text",
        "'e_1' sends no 'item'", "only inside of it"),
    "results inside": (flow({"e_1": each(), "i_1": write(parent="e_1", **{"in": {
        "text": "{{ e_1.results }}"}})}, "i_1.text -> e_1.result"), "i_1", "text",
        "sends no 'results' to its inside", "item, index"),
    "syntax": (flow({"a_1": write(**{"in": {"text": "one\ntwo {{ a b }}"}})}), "a_1", "text",
        "'b' is not expected here (line 2, column 10)", ""),
    "a file without folder": (flow({"a_1": write(**{"in": {"text": {"$file": "a.md"}}})}), "a_1",
        "text", "'a.md' cannot be found", "Save the flow"),
    "no default": (flow({"a_1": write(policy={"on_error": "default"})}), "a_1", "policy.default",
        "should send something else when it fails, but not what", "policy.default"),
    "a default for no port": (flow({"a_1": write(policy={"on_error": "default", "default": {
        "txt": ""}})}), "a_1", "policy.default", "no output 'txt'", "size, text"),
    "a model without provider": (flow({"q_1": {"type": "small.ask@1", "in": {"prompt": "?",
        "model": "gpt-4o"}}}), "q_1", "model", "'gpt-4o' is no name of a model", "provider/model"),
    "a fallback that is none": (flow({"q_1": {"type": "small.ask@1", "in": {"prompt": "?"},
        "policy": {"fallback_models": ["gpt"]}}}), "q_1", "policy.fallback_models",
        "'gpt' is no name of a model", "provider/model"),
    "an input nobody can read": (flow({}, inputs={"my-topic": {}}), "", "inputs.my-topic",
        "'my-topic' cannot be read by nodes", "letters, digits and '_'"),
    "a wrong default": (flow({}, inputs={"n": {"type": "integer", "default": "x"}}), "", "inputs.n",
        "default of the input 'n' must be a whole number", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_problem_is_told_with_place_and_remedy(name: str) -> None:
    document, node, field, message, hint = BAD[name]
    found = [p for p in check(document, REGISTRY) if message in p.message]
    assert found, check(document, REGISTRY)
    assert (found[0].node, found[0].field, found[0].severity) == (node, field, "error")
    assert hint in found[0].hint


WARNED: dict[str, tuple[Flow, str, str]] = {
    "not connected": (flow({"a_1": write(), "b_1": write(), "c_1": write()}, "a_1.out -> b_1.in"),
        "c_1", "is not connected to anything"),
    "disabled before it": (flow({"a_1": write(disabled=True), "b_1": write(), "c_1": write()},
        "a_1.out -> b_1.in", "b_1.out -> c_1.in"), "c_1", "never runs"),
    "no result": (flow({"e_1": each(), "i_1": write(parent="e_1")}), "e_1",
        "Nothing inside 'e_1' is connected to its result"),
    "an empty container": (flow({"e_1": each()}), "e_1", "There is nothing in 'e_1'"),
    "filled in and wired": (flow({"a_1": write(), "b_1": write()}, "a_1.text -> b_1.text"), "b_1",
        "is connected and filled in"),
    "a budget over the budget": (flow({"q_1": {"type": "small.ask@1", "in": {"prompt": "?"},
        "policy": {"budget_usd": 2}}}, budget={"usd": 1}), "q_1", "the whole flow only $1"),
}  # fmt: skip


@pytest.mark.parametrize("name", WARNED)
def test_a_warning_does_not_keep_a_flow_from_running(name: str) -> None:
    document, node, message = WARNED[name]
    found = check(document, REGISTRY)
    assert errors(found) == []
    assert any(p.node == node and message in p.message for p in found)


def test_all_problems_are_found_at_once_errors_first() -> None:
    document = flow(
        {"a_1": {"type": "small.write@1"}, "b_1": {"type": "no.type@1"}, "c_1": write(
            **{"in": {"text": "{{ gone.x }} {{ a_1.y }}", "times": 0, "more": 1}})},
        "a_1.out -> c_1.in", "c_1.out -> gone_1.in",
    )  # fmt: skip
    found = check(document, REGISTRY)
    assert len(errors(found)) == 7
    assert [p.severity for p in found] == sorted(p.severity for p in found)


def test_a_join_of_two_forks_is_no_problem_when_both_may_be_taken() -> None:
    nodes = {"f_1": fork(), "f_2": fork(), "c_1": write()}
    assert check(flow(nodes, "f_1.yes -> c_1.in", "f_2.no -> c_1.in"), REGISTRY) == []
    later = {"f_1": fork(), "a_1": write(), "c_1": write()}
    edges = ("f_1.yes -> a_1.in", "f_1.out -> c_1.in", "a_1.out -> c_1.in")
    assert check(flow(later, *edges), REGISTRY) == []


def test_texts_of_files_come_from_the_folder_of_the_flow_alone(tmp_path: Path) -> None:
    (tmp_path / "flows" / "prompts").mkdir(parents=True)
    (tmp_path / "flows" / "prompts" / "a.md").write_text("Hello {{ s_1.topic }}", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "flows" / "link.md").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "flows" / "binary.md").write_bytes(b"\xff\xfe\0")

    def problems(path: str) -> list[str]:
        nodes = {
            "s_1": {"type": "small.begin@1"},
            "a_1": write(**{"in": {"text": {"$file": path}}}),
        }
        document = flow(nodes, "s_1.out -> a_1.in", inputs={"topic": {}})
        return errors(check(document, REGISTRY, folder=tmp_path / "flows"))

    assert problems("prompts/a.md") == []
    assert "no file 'gone.md'" in problems("gone.md")[0]
    assert "not text in UTF-8" in problems("binary.md")[0]
    for outside in (
        "../secret.txt",
        str(tmp_path / "secret.txt"),
        "link.md",
        "prompts/../../secret.txt",
    ):
        assert "outside the folder" in problems(outside)[0]
    assert problems("a\0b")
    assert problems("x" * 5000)
