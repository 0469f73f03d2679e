"""A thousand waits of 50 ms, a hundred at a time, each recorded: how near to the ideal?"""

import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from nodes.sdk import Context, In, Node, Ports
from runtime.engine.engine import Engine
from runtime.run.event import Event
from runtime.store.blobs import Blobs
from runtime.store.database import Database
from runtime.store.journal import Journal
from tests.bench.figure import Figure
from tests.runtime.engine.plans import N, plan
from tests.runtime.engine.work import Each, doors

ITEMS, AT_ONCE, SECONDS, ROUNDS = 1000, 100, 0.05, 5


class Wait(Node, name="bench.wait", icon="x"):
    """Wait like for a service outside."""

    value: In[int] = 0

    class Output(Ports):
        value: int

    async def run(self, ctx: Context) -> Output:
        await asyncio.sleep(SECONDS)
        return self.Output(value=self.value)


FLOW = plan(
    {
        "each": N(Each, {"items": [*range(ITEMS)], "concurrency": AT_ONCE}),
        "wait": N(Wait, parent="each"),
    },
    ["each.item -> wait.value", "wait.value -> each.result"],
)


def measure() -> list[Figure]:
    """Measure in turns with bare waits."""
    ours, ideal, cpu = asyncio.run(_measure())
    return [
        Figure(
            name=f"{ITEMS:,} waits of 50 ms, {AT_ONCE} at once",
            value=ours,
            unit="s",
            baseline=ITEMS / AT_ONCE * SECONDS,
            against="the ideal",
            aim="at most 1.15 times",
            met=ours <= 1.15 * ITEMS / AT_ONCE * SECONDS,
        ),
        Figure(
            name=f"{ITEMS:,} waits beside bare ones",
            value=ours,
            unit="s",
            baseline=ideal,
            against="asyncio.sleep alone",
        ),
        Figure(name="CPU of the engine for each item", value=cpu * 1e6, unit="us"),
    ]


async def _measure() -> tuple[float, float, float]:
    ours: list[float] = []
    cpu: list[float] = []
    bare: list[float] = []
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as name:
        database = Database.open(Path(name))
        blobs = Blobs(Path(name) / "blobs")
        engine = Engine(Journal(database, blobs), doors(), compile_text=lambda _: FLOW)
        over = asyncio.Event()

        def hear(event: Event) -> None:
            if event.kind == "run.finished":
                over.set()

        engine.subscribe(None, hear)
        for _ in range(ROUNDS):
            over.clear()
            start, used = time.perf_counter(), time.process_time()
            await engine.submit(FLOW, flow_text="{}", inputs={})
            await over.wait()
            ours.append(time.perf_counter() - start)
            cpu.append((time.process_time() - used) / ITEMS)
            bare.append(await _bare())
        await engine.stop()
        await database.close()
    return statistics.median(ours), statistics.median(bare), statistics.median(cpu)


async def _bare() -> float:
    todo = iter(range(ITEMS))

    async def worker() -> None:
        for _ in todo:
            await asyncio.sleep(SECONDS)

    start = time.perf_counter()
    await asyncio.gather(*(worker() for _ in range(AT_ONCE)))
    return time.perf_counter() - start
