from dataclasses import dataclass
from typing import Any

import pytest

from builder.editor.status import StatusBoard
from runtime.flow.model import Document, Edge, Flow, FlowNode
from runtime.run.event import Event, EventKind


@pytest.fixture
def board() -> StatusBoard:
    nodes = {
        "list_aaaa": FlowNode(type="files.list@1"),
        "each_bbbb": FlowNode(type="logic.for_each@1"),
        "ask_cccc": FlowNode(type="llm.chat@1", parent="each_bbbb"),
        "save_dddd": FlowNode(type="files.write@1"),
    }
    edges = {
        "list_aaaa.files -> each_bbbb.items",
        "each_bbbb.item -> ask_cccc.prompt",
        "ask_cccc.text -> each_bbbb.result",
        "each_bbbb.out -> save_dddd.in",
    }
    flow = Flow(id="flw_test", name="t", nodes=nodes, edges=frozenset(Edge.parse(e) for e in edges))
    return StatusBoard(Document(flow=flow))


def event(kind: EventKind, node: str = "", item: str = "", **data: Any) -> Event:
    return Event(run_id="run_1", kind=kind, at=0.0, node=node, item=item, data=data)


def finished(node: str, item: str = "", **data: Any) -> Event:
    told: dict[str, Any] = {"status": "succeeded", "ms": 5.0, "sent": [], "counts": {}, **data}
    return event("step.finished", node, item, **told)


def test_a_node_that_runs_pulses_and_its_wires_flow(board: StatusBoard) -> None:
    board.apply(event("step.started", "each_bbbb", attempt=1))
    batch = board.take()
    assert batch.nodes["each_bbbb"] == {"s": "running", "done": 0, "total": 0}
    assert batch.wires["list_aaaa.files -> each_bbbb.items"] == {"on": True}


def test_wires_say_how_many_items_they_carried(board: StatusBoard) -> None:
    board.apply(event("step.started", "list_aaaa", attempt=1))
    board.apply(finished("list_aaaa", sent=["files"], counts={"files": 30}, ms=140.0))
    batch = board.take()
    assert batch.nodes["list_aaaa"] == {"s": "succeeded", "ms": 140.0}
    assert batch.wires["list_aaaa.files -> each_bbbb.items"] == {
        "on": False,
        "sent": True,
        "n": 30,
    }


def test_items_of_a_container_are_added_up(board: StatusBoard) -> None:
    board.apply(event("step.started", "each_bbbb", attempt=1))
    board.apply(event("step.progress", "each_bbbb", done=0, total=30))
    for item in ("0", "1"):
        board.apply(event("step.started", "ask_cccc", item, attempt=1))
    item_wire = board.take().wires["each_bbbb.item -> ask_cccc.prompt"]
    assert item_wire == {"on": True, "sent": True, "n": 2}
    board.apply(finished("ask_cccc", "0", cost_usd=0.01, tokens=120, sent=["text"]))
    batch = board.take()
    assert batch.nodes["ask_cccc"] == {
        "s": "running",
        "done": 1,
        "total": 30,
        "usd": 0.01,
        "tokens": 120,
    }
    assert batch.wires["ask_cccc.text -> each_bbbb.result"] == {
        "on": True,
        "sent": True,
        "n": 1,
    }


def test_words_stream_in_and_only_the_last_are_kept(board: StatusBoard) -> None:
    board.apply(event("step.started", "ask_cccc", "0", attempt=1))
    for word in ["once "] * 200:
        board.apply(event("step.token", "ask_cccc", "0", text=word))
    shown = board.take().nodes["ask_cccc"]
    assert shown
    assert len(shown["text"]) == 160
    board.apply(finished("ask_cccc", "0"))
    shown = board.take().nodes["ask_cccc"]
    assert shown
    assert "text" not in shown


def test_a_failure_says_what_went_wrong_and_what_to_do(board: StatusBoard) -> None:
    board.apply(event("step.started", "save_dddd", attempt=1))
    error = {"message": "The disk is full.", "hint": "Make room."}
    board.apply(finished("save_dddd", status="failed", error=error))
    shown = board.take().nodes["save_dddd"]
    assert shown == {"s": "failed", "ms": 5.0, "error": "The disk is full. Make room."}


def test_a_retry_does_not_count_twice(board: StatusBoard) -> None:
    board.apply(event("step.started", "save_dddd", attempt=1))
    board.apply(event("step.retry", "save_dddd", attempt=1, wait=1.0, error="busy"))
    board.apply(event("step.started", "save_dddd", attempt=2))
    board.apply(finished("save_dddd"))
    shown = board.take().nodes["save_dddd"]
    assert shown
    assert shown["s"] == "succeeded"


def test_answers_from_the_cache_look_so(board: StatusBoard) -> None:
    board.apply(event("step.started", "save_dddd", attempt=1))
    board.apply(finished("save_dddd", cached=True))
    shown = board.take().nodes["save_dddd"]
    assert shown
    assert shown["s"] == "cached"


def test_a_way_not_taken_is_skipped(board: StatusBoard) -> None:
    board.apply(finished("save_dddd", status="skipped", ms=0.0))
    assert board.take().nodes["save_dddd"] == {"s": "skipped"}


def test_a_run_that_pauses_says_why_where_it_stands(board: StatusBoard) -> None:
    board.apply(event("step.started", "ask_cccc", "0", attempt=1))
    board.apply(event("run.paused", error={"message": "The budget is used up.", "hint": ""}))
    shown = board.take().nodes["ask_cccc"]
    assert shown
    assert (shown["s"], shown["error"]) == ("paused", "The budget is used up.")


def test_a_run_that_is_cancelled_leaves_nothing_running(board: StatusBoard) -> None:
    board.begin()
    board.apply(event("step.started", "list_aaaa", attempt=1))
    board.apply(event("run.finished", status="cancelled"))
    nodes = board.take().nodes
    assert nodes["list_aaaa"] == {"s": "cancelled"}
    assert nodes["save_dddd"] is None


def test_only_what_changed_is_sent(board: StatusBoard) -> None:
    board.begin()
    assert len(board.take().nodes) == 4
    assert not board.take()
    board.apply(event("step.started", "list_aaaa", attempt=1))
    assert set(board.take().nodes) == {"list_aaaa"}


def test_events_of_nodes_that_are_gone_and_rubbish_are_passed_over(board: StatusBoard) -> None:
    board.apply(event("step.started", "gone_zzzz", attempt=1))
    board.apply(event("step.finished", "list_aaaa", status=7, ms="fast", sent=3, counts=[1]))
    assert "gone_zzzz" not in board.take().nodes


def test_a_run_of_the_past_is_laid_out_from_its_sums(board: StatusBoard) -> None:
    summary = {
        "list_aaaa": digest("succeeded", ms=140.0),
        "each_bbbb": digest("succeeded", done=30, total=30),
        "ask_cccc": digest("succeeded", done=30, total=30, input_tokens=100, output_tokens=20),
        "save_dddd": digest("failed", failed=1, error="The disk is full."),
    }
    board.summarise(summary)
    batch = board.take()
    assert batch.nodes["list_aaaa"] == {"s": "succeeded", "ms": 140.0}
    shown = batch.nodes["ask_cccc"]
    assert shown
    assert (shown["done"], shown["total"], shown["tokens"]) == (30, 30, 120)
    assert batch.nodes["save_dddd"] == {"s": "failed", "error": "The disk is full."}
    assert batch.wires["list_aaaa.files -> each_bbbb.items"] == {
        "on": False,
        "sent": True,
        "n": 30,
    }
    assert batch.wires["each_bbbb.item -> ask_cccc.prompt"]
    assert batch.wires["each_bbbb.out -> save_dddd.in"] == {"on": False, "sent": True}


def test_wires_to_a_way_not_taken_stay_quiet(board: StatusBoard) -> None:
    board.summarise({"each_bbbb": digest("succeeded"), "save_dddd": digest("skipped")})
    assert "each_bbbb.out -> save_dddd.in" not in board.take().wires


@dataclass
class Sums:
    status: str
    done: int = 0
    total: int = 0
    failed: int = 0
    ms: float = 0.0
    cost_usd: float = 0.0
    input_tokens: int = 0
    output_tokens: int = 0
    calls: int = 0
    cached: int = 0
    error: str = ""


def digest(status: str, **more: Any) -> Sums:
    return Sums(status, **more)
