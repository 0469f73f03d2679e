from typing import Any

import pytest

from builder.canvas import events
from nodes.sdk import UserError

RUBBISH: list[Any] = [
    None, 0, "", "x", [], [1, 2], {}, {"ids": 7}, {"pending": {"a": 1}}, {"__proto__": {"a": 1}},
    {"id": {"$gt": ""}}, [{"id": ["a"]}], {"ids": [None, 3, {"a": 1}, "x" * 10_000]}, b"bytes",
]  # fmt: skip


@pytest.mark.parametrize("value", RUBBISH)
def test_rubbish_from_a_browser_is_read_as_nothing(value: Any) -> None:
    assert events.selection(value).ids == ()
    assert events.ready(value).pending == ()
    assert events.ids(value) == ()
    assert events.node_id(value) == ""
    assert events.command(value) == ""
    assert events.saving(value).pending == 0
    with pytest.raises(UserError):
        events.transaction(value)


def test_a_transaction_is_read_whole() -> None:
    raw = {
        "id": "s-1",
        "client": "s",
        "label": "Move",
        "ops": [{"op": "move", "places": {"a_aaaa": {"x": 1, "y": 2}}}],
    }
    tx = events.transaction(raw)
    assert (tx.id, tx.client, tx.label, len(tx.ops)) == ("s-1", "s", "Move", 1)
    assert events.transaction([raw]) == tx


@pytest.mark.parametrize(
    "ops",
    [
        [{"op": "explode"}],
        [{"op": "move", "places": {"a": {"x": 1e99, "y": 0}}}],
        [{"op": "add_node", "id": "../../etc", "node": {"type": "data.set@1"}}],
        [{"op": "add_node", "id": "a", "node": {"type": "data.set@1", "evil": 1}}],
        [{"op": "add_edge", "edge": "a.b -> "}],
        [7],
        [{"op": "remove_node", "id": "a"}] * 20_001,
    ],
)
def test_operations_that_are_none_are_refused_in_a_sentence(ops: list[Any]) -> None:
    with pytest.raises(UserError) as refused:
        events.transaction({"id": "s-1", "ops": ops})
    assert events.sentence(refused.value)
    assert "Traceback" not in events.sentence(refused.value)


def test_a_flood_of_pending_transactions_is_cut() -> None:
    flood: dict[str, Any] = {"pending": [{"id": str(i), "ops": []} for i in range(50_000)]}
    assert len(events.ready(flood).pending) == events.MAX_PENDING


def test_only_commands_the_page_knows_get_through() -> None:
    assert events.command({"name": "run"}) == "run"
    assert events.command({"name": "rm -rf"}) == ""
