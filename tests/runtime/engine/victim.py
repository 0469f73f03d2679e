"""A process that runs a flow and is killed at a point it is told, or by strace or a test.

Every step notes in a file that it was executed, in one write that survives the kill.
"""

import asyncio
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from nodes.sdk import Context, In, Node, Ports, UserError
from runtime.engine.engine import Engine
from runtime.run.model import RunStatus, RunView
from runtime.store.blobs import Blobs
from runtime.store.database import Database
from runtime.store.journal import Journal
from runtime.store.runs import RunStore
from tests.runtime.engine.plans import N, as_result, plan
from tests.runtime.engine.work import Each, Result, doors

_STILL = (RunStatus.QUEUED, RunStatus.RUNNING)
_effects: Callable[[str], None] = print


class Add(Node, name="victim.add", icon="x", effect="idempotent"):
    """Add one, for everybody to see."""

    value: In[int] = 0

    class Output(Ports):
        value: int

    async def run(self, ctx: Context) -> Output:
        _effects(ctx.step_id.partition("/")[2])
        await asyncio.sleep(0.002)
        return self.Output(value=self.value + 1)


class Send(Add, name="victim.send", icon="x", effect="once"):
    """Do what must be done once."""


class Long(Node, name="victim.long", icon="x"):
    """Make a value that is kept in a file."""

    value: In[int] = 0

    class Output(Ports):
        value: int
        text: str

    async def run(self, ctx: Context) -> Output:
        _effects(ctx.step_id.partition("/")[2])
        return self.Output(value=self.value + 1, text="x" * 40_000)


FLOW = plan(
    {
        "a": N(Add, {"value": 1}),
        "b": N(Long),
        "side": N(Add),
        "each": N(Each, {"items": [10, 20, 30, 40, 50], "concurrency": 2}),
        "in1": N(Add, parent="each"),
        "in2": N(Add, parent="each"),
        "send": N(Send),
        "end": N(Result, {"values": as_result("each", "results")}, reads=["each"]),
    },
    [
        "a.value -> b.value",
        "a.value -> side.value",
        "b.value -> each.in",
        "each.item -> in1.value",
        "in1.value -> in2.value",
        "in2.value -> each.result",
        "each.out -> send.in",
        "side.value -> send.value",
        "send.out -> end.in",
    ],
)
RESULT = {"r": [12, 22, 32, 42, 52]}
STEPS = ["a/", "b/", "side/", "send/", *(f"in{n}/{i}" for n in (1, 2) for i in range(5))]


def effects(folder: Path) -> Counter[str]:
    """Return which steps were executed, and how often."""
    file = folder / "effects"
    return Counter(file.read_text("utf-8").split()) if file.exists() else Counter()


def main(folder: str, kill_at: str = "", unknown: str = "repeat") -> None:
    """Go on with the run of the folder, or start it; end when it is over."""
    asyncio.run(_main(Path(folder), kill_at, "skip" if unknown == "skip" else "repeat"))


async def _main(folder: Path, kill_at: str, unknown: Literal["repeat", "skip"]) -> None:
    global _effects
    reached = _killer(kill_at)
    file = os.open(folder / "effects", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def effect(what: str) -> None:
        reached("before.effect")
        os.write(file, f"{what}\n".encode())
        reached("after.effect")

    _effects = effect
    database = Database.open(folder)
    blobs = Blobs(folder / "blobs")
    runs = RunStore(database, blobs)
    engine = Engine(Journal(database, blobs), doors(), compile_text=lambda _: FLOW, reached=reached)
    (folder / "ready").touch()
    await engine.start()
    known = await runs.list()
    run_id = known[0].id if known else await engine.submit(FLOW, flow_text="{}", inputs={})
    view = await _settled(runs, run_id)
    while view.status is RunStatus.PAUSED:
        await engine.resume(run_id, unknown=unknown)
        view = await _settled(runs, run_id)
    await engine.stop()
    await database.close()


async def _settled(runs: RunStore, run_id: str) -> RunView:
    while True:
        view = await runs.get(run_id)
        if view and view.status not in _STILL:
            return view
        await asyncio.sleep(0.005)


def _killer(kill_at: str) -> Callable[[str], None]:
    name, _, number = kill_at.partition(":")
    seen: Counter[str] = Counter()

    def reached(point: str) -> None:
        seen[point] += 1
        if point == name and seen[point] == int(number):
            os.kill(os.getpid(), signal.SIGKILL)

    return reached


def recorded(folder: Path) -> dict[str, Any]:
    """Return the settled steps and their status, as another process sees them."""

    async def look() -> dict[str, Any]:
        try:
            database = Database.open(folder, readonly=True)
        except UserError:
            return {}  # killed before there were tables
        runs = RunStore(database, Blobs(folder / "blobs"))
        found: dict[str, Any] = {}
        for run in await runs.list():
            found[""] = run
            for step in await runs.steps(run.id):
                found[f"{step.node}/{step.item}"] = step.status.value
        await database.close()
        return found

    return asyncio.run(look())


if __name__ == "__main__":
    main(*sys.argv[1:])
