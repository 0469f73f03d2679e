from typing import Any

import pytest

from nodes.sdk import UserError
from runtime.compile.compiler import CompileError, compile_flow
from runtime.compile.plan import Plan, Wire
from runtime.flow.model import Edge, Flow
from runtime.registry import Registry
from tests.fakes.small_nodes import ALL

REGISTRY = Registry.of(*ALL)

NODES: dict[str, dict[str, Any]] = {
    "s_1": {"type": "small.begin@1"},
    "a_1": {"type": "small.write@1", "label": "First", "in": {
        "text": "About {{ s_1.topic }}", "times": 2}},
    "e_1": {"type": "small.each@1", "in": {"items": [[1], [2]]}},
    "i_1": {"type": "small.write@1", "parent": "e_1", "in": {
        "text": "{{ e_1.item }} {{ a_1.size }}"}},
    "i_2": {"type": "small.write@1", "parent": "e_1"},
    "j_1": {"type": "small.join@1"},
    "p_1": {"type": "small.post@1", "disabled": True, "policy": {"effect": "idempotent"},
            "in": {"account": "team", "items": [{"a": 1}]}},
}  # fmt: skip
EDGES = (
    "s_1.out -> a_1.in",
    "a_1.out -> e_1.in",
    "e_1.item -> i_1.in",
    "i_1.text -> i_2.text",
    "i_2.text -> e_1.result",
    "a_1.text -> j_1.values",
    "e_1.results -> j_1.values",
    "j_1.first -> p_1.in",
)


def flow(**more: Any) -> Flow:
    return Flow.model_validate(
        {"id": "flw_abcd", "name": "digest", "title": "Digest", "nodes": NODES,
         "edges": frozenset(map(Edge.parse, EDGES)), "budget": {"usd": 2},
         "inputs": {"topic": {"default": "birds"}, "other": {}}, **more}
    )  # fmt: skip


@pytest.fixture
def plan() -> Plan:
    return compile_flow(flow(), REGISTRY)


def test_scopes_know_who_waits_for_whom(plan: Plan) -> None:
    assert plan.root.nodes == ("s_1", "a_1", "e_1", "j_1", "p_1")
    assert plan.root.waits == {"s_1": 0, "a_1": 1, "e_1": 1, "j_1": 2, "p_1": 1}
    assert plan.root.followers["a_1"] == ("e_1", "j_1")
    inside = plan.inside["e_1"]
    assert (inside.container, inside.nodes) == ("e_1", ("i_1", "i_2"))
    assert inside.waits == {"i_1": 0, "i_2": 1}
    assert inside.collects == {"result": (Wire("i_2", "text"),)}


def test_nodes_know_their_wires(plan: Plan) -> None:
    assert plan.nodes["i_1"].after == (Wire("e_1", "item"),)
    assert plan.nodes["i_1"].parent == "e_1"
    assert plan.nodes["i_1"].reads == {"a_1"}
    assert plan.nodes["i_2"].wires == {"text": (Wire("i_1", "text"),)}
    assert plan.nodes["j_1"].wires == {"values": (Wire("a_1", "text"), Wire("e_1", "results"))}
    assert plan.nodes["j_1"].many == {"values"}
    assert (plan.nodes["p_1"].disabled, plan.nodes["p_1"].effect) == (True, "idempotent")
    assert plan.nodes["a_1"].effect == "pure"
    assert plan.nodes["a_1"].label == "First"


def test_settings_are_worked_out_for_what_was_sent(plan: Plan) -> None:
    sent = {"s_1": {"topic": "birds"}, "a_1": {"size": 5}, "e_1": {"item": [1], "index": 0}}
    assert plan.nodes["a_1"].resolve(sent) == {"text": "About birds", "times": 2}
    assert plan.nodes["i_1"].resolve(sent) == {"text": "[1] 5"}
    assert plan.nodes["i_2"].resolve(sent) == {}
    assert plan.nodes["p_1"].resolve(sent) == {"account": "team", "items": [{"a": 1}]}


def test_a_step_cannot_change_the_settings_of_the_next(plan: Plan) -> None:
    plan.nodes["p_1"].resolve({})["items"].append("mine")
    assert plan.nodes["p_1"].resolve({})["items"] == [{"a": 1}]


def test_a_value_that_was_not_sent_is_told_with_the_setting(plan: Plan) -> None:
    with pytest.raises(UserError, match="'s_1' has sent nothing") as caught:
        plan.nodes["a_1"].resolve({})
    assert caught.value.place == ("text",)


def test_a_plan_knows_inputs_budget_and_hash(plan: Plan) -> None:
    assert plan.defaults == {"topic": "birds"}
    assert set(plan.inputs) == {"topic", "other"}
    assert plan.budget
    assert plan.budget.usd == 2
    assert compile_flow(flow(title="Other"), REGISTRY).hash == plan.hash
    assert compile_flow(flow(budget=None), REGISTRY).hash != plan.hash


def test_a_flow_with_errors_is_refused_with_all_of_them() -> None:
    nodes = {**NODES, "a_1": {"type": "small.write@1", "in": {"times": 99}}}
    with pytest.raises(CompileError) as caught:
        compile_flow(flow(nodes=nodes), REGISTRY)
    error = caught.value
    assert isinstance(error, UserError)
    assert error.place == ("Digest", "a_1")
    assert {(p.node, p.field) for p in error.problems} == {("a_1", "text"), ("a_1", "times")}
    assert "(1 more problem.)" in error.message
