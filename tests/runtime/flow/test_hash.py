from typing import Any

import pytest

from runtime.flow.hash import flow_hash, text_hash
from runtime.flow.model import Edge, Flow


def flow(**more: Any) -> Flow:
    node = {"type": "small.write@1", "in": {"text": "x"}, **more.pop("node", {})}
    return Flow.model_validate(
        {"id": "flw_abcd", "name": "digest", "inputs": {"topic": {"type": "string"}},
         "nodes": {"a_1": node, "b_1": {"type": "small.write@1"}},
         "edges": frozenset({Edge.parse("a_1.out -> b_1.in")}), **more}
    )  # fmt: skip


SAME: list[dict[str, Any]] = [
    {"title": "Other"},
    {"description": "Other"},
    {"id": "flw_wxyz"},
    {"name": "other"},
    {"x-team": "blue"},
    {"node": {"label": "Other"}},
    {"node": {"x-color": 1}},
    {"node": {"policy": {"on_error": "stop"}}},
    {"inputs": {"topic": {"type": "string", "title": "Topic", "description": "About"}}},
]
OTHER: list[dict[str, Any]] = [
    {"node": {"in": {"text": "y"}}},
    {"node": {"disabled": True}},
    {"node": {"policy": {"timeout": "3s"}}},
    {"node": {"type": "small.write@2"}},
    {"edges": frozenset[Edge]()},
    {"budget": {"usd": 1}},
    {"inputs": {"topic": {"type": "number"}}},
    {"inputs": {"other": {"type": "string"}}},
]


@pytest.mark.parametrize("more", SAME)
def test_what_people_read_does_not_change_the_hash(more: dict[str, Any]) -> None:
    assert flow_hash(flow(**more)) == flow_hash(flow())


@pytest.mark.parametrize("more", OTHER)
def test_what_changes_a_run_changes_the_hash(more: dict[str, Any]) -> None:
    assert flow_hash(flow(**more)) != flow_hash(flow())


def test_texts_of_files_count() -> None:
    assert flow_hash(flow(), files={"a.md": "x"}) != flow_hash(flow(), files={"a.md": "y"})


def test_the_hash_of_a_text_is_its_sha256() -> None:
    assert text_hash("").startswith("e3b0c44298fc1c14")
