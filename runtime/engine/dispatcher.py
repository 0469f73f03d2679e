"""Which run is executed when: in this process, by priority, so many at a time."""

import asyncio
import heapq
import logging
from collections.abc import Awaitable, Callable
from itertools import count
from typing import Protocol

log = logging.getLogger(__name__)

Execute = Callable[[str], Awaitable[None]]


class Dispatcher(Protocol):
    """Hands runs to executors; losing an entry delays a run, it never loses one."""

    def enqueue(self, run_id: str, *, priority: int = 0) -> None:
        """Have a run executed when it is its turn."""
        ...

    def executing(self, run_id: str) -> "asyncio.Task[None] | None":
        """Return the task that executes a run here."""
        ...

    async def stop(self, grace: float) -> None:
        """Start nothing more, wait `grace` seconds for what is executed, then cancel it."""
        ...


class LocalDispatcher:
    """Runs in this process and its event loop."""

    def __init__(self, execute: Execute, *, max_runs: int = 64) -> None:
        self._execute = execute
        self._max_runs = max_runs
        self._queue: list[tuple[int, int, str]] = []
        self._queued: set[str] = set()
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._order = count()
        self._stopped = False

    def enqueue(self, run_id: str, *, priority: int = 0) -> None:
        """Have a run executed when it is its turn: the highest priority first, then the oldest."""
        if self._stopped or run_id in self._queued:
            return
        self._queued.add(run_id)
        heapq.heappush(self._queue, (-priority, next(self._order), run_id))
        self._start_next()

    def executing(self, run_id: str) -> "asyncio.Task[None] | None":
        """Return the task that executes a run here."""
        return self._tasks.get(run_id)

    async def stop(self, grace: float) -> None:
        """Start nothing more, wait `grace` seconds for what is executed, then cancel it."""
        self._stopped = True
        tasks = [*self._tasks.values()]
        if tasks:
            await asyncio.wait(tasks, timeout=grace)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _start_next(self) -> None:
        while self._queue and len(self._tasks) < self._max_runs and not self._stopped:
            _, _, run_id = heapq.heappop(self._queue)
            self._queued.discard(run_id)
            if run_id in self._tasks:
                # It is being executed and was asked for again: once more when that is over.
                self._tasks[run_id].add_done_callback(lambda _, again=run_id: self.enqueue(again))
                continue
            task = asyncio.get_running_loop().create_task(self._run(run_id))
            self._tasks[run_id] = task
            task.add_done_callback(lambda _, ended=run_id: self._ended(ended))

    async def _run(self, run_id: str) -> None:
        try:
            await self._execute(run_id)
        except Exception:  # one run must not keep the others from theirs
            log.exception("Run %s could not be executed.", run_id)

    def _ended(self, run_id: str) -> None:
        self._tasks.pop(run_id, None)
        self._start_next()
