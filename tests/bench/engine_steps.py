"""Durable steps a second: runs of ten trivial steps, each on disk before the next one starts."""

import asyncio
import importlib.util
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypedDict

from nodes.sdk import Context, In, Node, Ports
from runtime.engine.engine import Engine
from runtime.run.event import Event
from runtime.store.blobs import Blobs
from runtime.store.database import Database
from runtime.store.journal import Journal
from tests.bench.figure import Figure
from tests.runtime.engine.plans import N, plan
from tests.runtime.engine.work import doors

STEPS = 10
RUNS = {1: 150, 8: 800, 64: 1600}
PEER_RUNS = {1: 12, 8: 40, 64: 96}
ROUNDS = 3
AIMS = {1: None, 8: 7000.0, 64: 5000.0}


class _State(TypedDict):
    value: int


class Count(Node, name="bench.count", icon="x"):
    """Add one."""

    value: In[int] = 0

    class Output(Ports):
        value: int

    async def run(self, ctx: Context) -> Output:
        return self.Output(value=self.value + 1)


FLOW = plan(
    {f"n{i}": N(Count) for i in range(STEPS)},
    [f"n{i}.value -> n{i + 1}.value" for i in range(STEPS - 1)],
)


def measure() -> list[Figure]:
    """Measure ours and its peers in turns, so that both see the same machine."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    peer = _langgraph if importlib.util.find_spec("langgraph") else None
    missing = "" if peer else " (LangGraph is not installed: not compared)"
    figures: list[Figure] = []
    for at_once, runs in RUNS.items():
        ours: list[float] = []
        theirs: list[float] = []
        bare: list[float] = []
        for _ in range(ROUNDS):
            ours.append(await _in_folder(_loomline, runs, at_once))
            bare.append(await _in_folder(_rows, runs, at_once))
            if peer:
                theirs.append(await _in_folder(peer, PEER_RUNS[at_once], at_once))
        rate, aim = statistics.median(ours), AIMS[at_once]
        name = f"durable steps, {at_once} run{'s' if at_once > 1 else ''} at once"
        if theirs:
            times, ahead = statistics.median(theirs), 10.0 if at_once == 8 else None
            figures.append(
                Figure(
                    name=name,
                    value=rate,
                    unit="steps/s",
                    baseline=times,
                    against="LangGraph, SQLite saver, durability=sync",
                    aim="at least 10 times" if ahead else "",
                    met=rate >= ahead * times if ahead else None,
                )
            )
        figures.append(
            Figure(
                name=name,
                value=rate,
                unit="steps/s",
                baseline=statistics.median(bare),
                against=f"bare SQLite, {at_once} rows a commit{missing}",
                aim=f"at least {aim:,.0f} steps/s" if aim else "",
                met=rate >= aim if aim else None,
            )
        )
    return figures


async def _in_folder(work: Callable[[Path, int, int], Awaitable[float]], *args: int) -> float:
    # Not in the folder for temporary files, which is often memory: what is measured is the disk.
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as folder:
        return await work(Path(folder), *args)


async def _many(runs: int, at_once: int, one: Callable[[int], Awaitable[Any]]) -> float:
    """Return steps a second of so many runs, `at_once` at a time."""
    todo = iter(range(runs))

    async def worker() -> None:
        for number in todo:
            await one(number)

    start = time.perf_counter()
    await asyncio.gather(*(worker() for _ in range(at_once)))
    return runs * STEPS / (time.perf_counter() - start)


async def _loomline(folder: Path, runs: int, at_once: int) -> float:
    database = Database.open(folder)
    engine = Engine(
        Journal(database, Blobs(folder / "blobs")), doors(), compile_text=lambda _: FLOW
    )
    ends: dict[str, asyncio.Event] = {}

    def hear(event: Event) -> None:
        if event.kind == "run.finished":
            ends.setdefault(event.run_id, asyncio.Event()).set()

    engine.subscribe(None, hear)

    async def one(number: int) -> None:
        del number
        run_id = await engine.submit(FLOW, flow_text="{}", inputs={})
        await ends.setdefault(run_id, asyncio.Event()).wait()
        ends.pop(run_id)

    rate = await _many(runs, at_once, one)
    await engine.stop()
    await database.close()
    return rate


async def _rows(folder: Path, runs: int, at_once: int) -> float:
    """Return how many rows a second SQLite alone writes, as many a commit as runs at once."""
    connection = sqlite3.connect(folder / "rows.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE row (run TEXT, node INT, value TEXT, PRIMARY KEY (run, node))")
    start = time.perf_counter()
    for batch in range(runs * STEPS // at_once):
        connection.execute("BEGIN IMMEDIATE")
        rows = [(f"run_{batch:09}_{i}", i, "x" * 200) for i in range(at_once)]
        connection.executemany("INSERT INTO row VALUES (?, ?, ?)", rows)
        connection.execute("COMMIT")
    rate = runs * STEPS / (time.perf_counter() - start)
    connection.close()
    return rate


async def _langgraph(folder: Path, runs: int, at_once: int) -> float:
    # Installed for benchmarks only; without it ours stands beside bare SQLite alone.
    graphs: Any = importlib.import_module("langgraph.graph")
    savers: Any = importlib.import_module("langgraph.checkpoint.sqlite.aio")

    async def add(state: _State) -> _State:
        return {"value": state["value"] + 1}

    graph = graphs.StateGraph(_State)
    for i in range(STEPS):
        graph.add_node(f"n{i}", add)
        graph.add_edge(f"n{i - 1}" if i else graphs.START, f"n{i}")
    graph.add_edge(f"n{STEPS - 1}", graphs.END)
    async with savers.AsyncSqliteSaver.from_conn_string(str(folder / "graph.db")) as saver:
        app = graph.compile(checkpointer=saver)

        async def one(number: int) -> None:
            config = {"configurable": {"thread_id": f"run {number}"}}
            await app.ainvoke({"value": 0}, config, durability="sync")

        return await _many(runs, at_once, one)
