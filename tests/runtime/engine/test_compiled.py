"""Flows as people write them, compiled and run with the built-in node types."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from runtime.compile.compiler import compile_flow
from runtime.engine.engine import Engine
from runtime.flow.canonical import dumps_flow, loads_flow
from runtime.flow.model import Flow
from runtime.registry import Registry
from runtime.run.model import RunStatus, RunView
from tests.runtime.engine.conftest import House
from tests.runtime.engine.work import doors


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.load()


@pytest.fixture
async def compiled(house: House, registry: Registry) -> AsyncIterator[House]:
    house.engine = Engine(
        house.journal,
        doors(house.models),
        compile_text=lambda text: compile_flow(loads_flow(text), registry),
    )
    yield house
    await house.engine.stop()


def _flow(nodes: dict[str, Any], edges: list[str], inputs: dict[str, Any] | None = None) -> Flow:
    document = {
        "format": 1,
        "id": "flw_test",
        "name": "test",
        "inputs": inputs or {},
        "nodes": nodes,
        "edges": edges,
    }
    return loads_flow(json.dumps(document))


async def _run(
    house: House, registry: Registry, flow: Flow, folder: Path | None = None, **inputs: Any
) -> RunView:
    plan = compile_flow(flow, registry, folder=folder)
    run_id = await house.engine.submit(plan, flow_text=dumps_flow(flow), inputs=inputs)
    return await house.settled(run_id)


_EACH = _flow(
    {
        "start": {"type": "flow.start@1"},
        "each": {"type": "logic.for_each@1", "in": {"concurrency": 3, "on_item_error": "keep"}},
        "is_long": {
            "type": "logic.if@1",
            "parent": "each",
            "in": {"value": "{{ each.item | length > 3 }}"},
        },
        "long": {
            "type": "text.template@1",
            "parent": "each",
            "in": {"text": "{{ each.index }}: {{ each.item }} by {{ start.author }}"},
        },
        "end": {
            "type": "flow.output@1",
            "in": {"values": {"lines": "{{ each.results }}", "count": "{{ each.count }}"}},
        },
    },
    [
        "start.words -> each.items",
        "is_long.yes -> long.in",
        "long.text -> each.result",
        "each.out -> end.in",
    ],
    {
        "words": {"type": "array"},
        "author": {"type": "string", "default": "me"},
    },
)


async def test_expressions_read_items_and_what_lies_outside(
    compiled: House, registry: Registry
) -> None:
    view = await _run(compiled, registry, _EACH, words=["tea", "coffee", "milk"])
    assert view.status is RunStatus.SUCCEEDED, view.error
    assert view.outputs == {"lines": ["1: coffee by me", "2: milk by me"], "count": 2}
    given = await compiled.engine.inputs_of(view.id, "long", "1")
    assert given
    assert given["text"] == "1: coffee by me"


async def test_a_value_that_was_not_sent_is_told_with_its_place(
    compiled: House, registry: Registry
) -> None:
    flow = _flow(
        {
            "start": {"type": "flow.start@1"},
            "if_a": {"type": "logic.if@1", "in": {"value": False}},
            "late": {"type": "text.template@1", "in": {"text": "{{ if_a.yes }}"}},
        },
        ["start.out -> if_a.in", "if_a.no -> late.in"],
    )
    view = await _run(compiled, registry, flow)
    assert view.status is RunStatus.FAILED
    assert view.error
    assert view.error.place[:2] == ("test", "late")
    assert view.error.kind == "user"


async def test_a_run_that_was_cut_off_is_compiled_again_from_what_it_kept(
    compiled: House, registry: Registry
) -> None:
    plan = compile_flow(_EACH, registry)
    run_id = await compiled.engine.submit(
        plan, flow_text=dumps_flow(_EACH), inputs={"words": ["apple"] * 300}
    )
    await compiled.engine.stop(grace=0)
    engine = Engine(
        compiled.journal,
        doors(compiled.models),
        compile_text=lambda text: compile_flow(loads_flow(text), registry),
    )
    assert await engine.start() == 1
    view = await compiled.settled(run_id)
    assert (view.status, view.outputs["count"]) == (RunStatus.SUCCEEDED, 300)
    await engine.stop()
