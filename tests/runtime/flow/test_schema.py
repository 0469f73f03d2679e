import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from runtime.flow.canonical import dumps_flow
from runtime.flow.model import Budget, Edge, Flow, FlowNode, InputSpec, Policy, Retry
from runtime.flow.schema import flow_schema
from tests.fakes.small_nodes import ALL, flow_node

SCHEMA = flow_schema(cls.spec for cls in ALL)
VALID: Any = Draft202012Validator(SCHEMA)


def file(**inputs: Any) -> dict[str, Any]:
    node = {"type": "small.write@1", "in": inputs}
    return {"format": 1, "id": "flw_abcd", "name": "x", "nodes": {"a_1": node}, "edges": []}


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator.check_schema(flow_schema())
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_what_we_write_fits_the_schema() -> None:
    policy = Policy(retry=Retry(max=1), timeout="3s", fallback_models=("a/b",))
    node = FlowNode.model_validate(
        {"type": "small.write@1", "in": {"text": "a\nb", "times": "{{ a.b }}"}, "policy": policy,
         "x-team": {"any": 1}}
    )  # fmt: skip
    flow = Flow(
        id="flw_abcd",
        name="digest",
        description="two\nlines",
        inputs={"topic": InputSpec(enum=("a", "b"), default="a")},
        budget=Budget(usd=1),
        nodes={"a_1": node, "p_1": flow_node(type="plugin.thing@3", inputs={"any": [1]})},
        edges=frozenset({Edge.parse("a_1.out -> p_1.in")}),
    )
    VALID.validate(json.loads(dumps_flow(flow)))


@pytest.mark.parametrize(
    "document",
    [
        {**file(), "nods": {}},
        {**file(), "edges": ["a.b"]},
        {**file(), "format": 2},
        file(tims=1),
        file(times=10),
        file(style="big"),
        file(text={"$lines": "x"}),
    ],
)
def test_what_is_wrong_does_not_fit_the_schema(document: dict[str, Any]) -> None:
    assert not VALID.is_valid(document)
    assert VALID.is_valid(file(text={"$lines": ["x"]}, times=3, style="loud"))
