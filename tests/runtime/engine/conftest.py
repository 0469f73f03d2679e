import asyncio
import random
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from runtime.compile.plan import Plan
from runtime.engine.clock import EngineClock
from runtime.engine.engine import Engine
from runtime.run.event import Event
from runtime.run.model import RunOptions, RunStatus, RunView, StepStatus
from runtime.store.blobs import Blobs
from runtime.store.database import Database
from runtime.store.journal import Journal
from runtime.store.runs import RunStore
from tests.runtime.engine import work
from tests.runtime.engine.work import FakeModels, Ledger, doors
from tests.runtime.store.fresh import fresh

_STILL = (RunStatus.QUEUED, RunStatus.RUNNING)


class House:
    """An engine on a data directory, which can be stopped and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = fresh(folder)
        self.models = FakeModels()
        self.events: list[Event] = []
        self.plans: dict[str, Plan] = {}
        self.clock: EngineClock | None = None
        self.clean: Callable[[str], str] | None = None
        self.open()

    def open(self, *, concurrency: int = 100, max_runs: int = 64, seed: int = 1) -> None:
        """Begin like a new process."""
        self.database = Database.open(self.folder)
        blobs = Blobs(self.folder / "blobs")
        self.journal = Journal(self.database, blobs)
        self.runs = RunStore(self.database, blobs)
        self.engine = Engine(
            self.journal,
            doors(self.models),
            compile_text=lambda text: self.plans[text],
            concurrency=concurrency,
            max_runs=max_runs,
            clock=self.clock,
            clean=self.clean,
            rng=random.Random(seed),  # noqa: S311 - a test
        )
        self.engine.subscribe(None, self.events.append)

    async def reopen(self, **options: int) -> None:
        """End without ceremony and begin again; steps under way are cut off."""
        await self.close()
        self.open(**options)
        await self.engine.start()

    async def close(self) -> None:
        await self.engine.stop(grace=0)
        await self.database.close()

    async def submit(self, plan: Plan, inputs: dict[str, Any] | None = None, **options: Any) -> str:
        text = f"plan {len(self.plans)}"
        self.plans[text] = plan
        return await self.engine.submit(
            plan, flow_text=text, inputs=inputs or {}, options=RunOptions(**options)
        )

    async def run(
        self, plan: Plan, inputs: dict[str, Any] | None = None, **options: Any
    ) -> RunView:
        return await self.settled(await self.submit(plan, inputs, **options))

    async def settled(self, run_id: str) -> RunView:
        """Wait until a run is over or paused."""
        view: RunView | None = None

        async def over() -> bool:
            nonlocal view
            view = await self.runs.get(run_id)
            return view is not None and view.status not in _STILL

        await until(over)
        assert view
        return view

    async def statuses(self, run_id: str) -> dict[str, StepStatus]:
        steps = await self.runs.steps(run_id, limit=10_000)
        return {f"{s.node}/{s.item}" if s.item else s.node: s.status for s in steps}

    async def outputs(self, run_id: str, node: str, item: str = "") -> dict[str, Any] | None:
        step = await self.runs.step(run_id, node, item)
        return step.output if step else None


async def until(condition: Callable[[], Any], *, seconds: float = 10.0) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(seconds):
        while True:
            found = condition()
            if asyncio.iscoroutine(found):
                found = await found
            if found:
                return
            await asyncio.sleep(0.002)


@pytest.fixture
def ledger() -> Ledger:
    work.LEDGER = Ledger()
    return work.LEDGER


@pytest.fixture
async def house(tmp_path: Path, ledger: Ledger) -> AsyncIterator[House]:
    house = House(tmp_path)
    yield house
    await house.close()
