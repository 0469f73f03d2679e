"""The inside of a for-each container, once for each item, many at a time."""

import asyncio
from collections.abc import Mapping
from typing import Any, Final

from nodes.sdk import LoomlineError, UserError
from runtime.engine.bus import Latest
from runtime.engine.outcome import Halted, Outcome, StepFailed
from runtime.engine.scope import ScopeCarrier, ScopeRun
from runtime.engine.step import Step
from runtime.run.model import Fault
from runtime.store.journal import Recorded
from runtime.store.payload import encode

_WINDOW: Final = 200
"""Items whose records are read at a time when a run is resumed."""
_NOTHING: Final = object()


async def fan_out(run: ScopeCarrier, step: Step, outer: ScopeRun) -> Outcome:
    """Run a container and return what it sends."""
    step.begin()
    try:
        try:
            loop = await _Loop.open(run, step, outer)
            run.note(step.row("running", settled=0))
            sent = encode(await loop.run())
        except StepFailed as failure:
            return await step.fail_with(failure.fault)
        except LoomlineError as error:
            return await step.fail(error)
        return await step.succeed(sent)
    finally:
        step.end()


class _Loop:
    """The items of one container on their way."""

    def __init__(
        self,
        run: ScopeCarrier,
        step: Step,
        outer: ScopeRun,
        *,
        items: list[Any],
        concurrency: int,
        on_item_error: str,
    ) -> None:
        self._run = run
        self._step = step
        self._outer = outer
        self._scope = run.plan.inside[step.node.id]
        self._items = items
        self._concurrency = concurrency
        self._on_item_error = on_item_error
        self._results: list[Any] = [_NOTHING] * len(items)
        self._errors: dict[int, dict[str, Any]] = {}
        self._next = 0
        self._end: Exception | None = None
        self._windows: dict[int, asyncio.Future[dict[tuple[str, str], Recorded]]] = {}
        self._progress = Latest(self._tell_progress)

    @classmethod
    async def open(cls, run: ScopeCarrier, step: Step, outer: ScopeRun) -> "_Loop":
        """Read the settings of the container."""
        node = await step.instance(step.prepared.values(outer.outputs))
        items = getattr(node, "items", None)
        if not isinstance(items, list):
            raise UserError(f"The container type {step.node.spec.id!r} cannot be run.")
        loop = cls(
            run,
            step,
            outer,
            items=items,  # pyright: ignore[reportUnknownArgumentType] - any JSON
            concurrency=int(getattr(node, "concurrency", 10)),
            on_item_error=str(getattr(node, "on_item_error", "stop")),
        )
        step.total = len(loop._items)
        return loop

    async def run(self) -> dict[str, Any]:
        """Work through the items; raises StepFailed or Halted when some were not done."""
        workers = min(self._concurrency, len(self._items), self._run.world.concurrency)
        tasks = [
            asyncio.get_running_loop().create_task(self._work()) for _ in range(max(0, workers))
        ]
        try:
            if tasks:
                await asyncio.wait(tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self._progress.flush()
        if self._end is not None:
            raise self._end
        if self._step.done < len(self._items):
            raise Halted
        results = [value for value in self._results if value is not _NOTHING]
        errors = [self._errors[index] for index in sorted(self._errors)]
        return {"results": results, "errors": errors, "count": len(results)}

    def halted(self) -> bool:
        """Return whether no more items start."""
        return self._end is not None or self._outer.halted()

    async def _work(self) -> None:
        while self._next < len(self._items) and not self.halted():
            index = self._next
            self._next += 1
            try:
                await self._item(index)
            except Exception as error:  # noqa: BLE001 - run() raises it when all are done
                if self._end is None or isinstance(self._end, Halted):
                    self._end = error
                return
            self._step.done += 1
            self._progress.changed()

    async def _item(self, index: int) -> None:
        key = f"{self._outer.item}/{index}" if self._outer.item else str(index)
        absorbed = self._on_item_error != "stop"
        inside: Mapping[str, Any] = {"item": self._items[index], "index": index}
        scope = ScopeRun(
            self._run,
            self._scope,
            item=key,
            outputs={**self._outer.outputs, self._step.node.id: inside},
            known=await self._known(index, key) if self._run.resumed else {},
            absorbed=absorbed,
            halted=self.halted,
        )
        try:
            await scope.run()
        except StepFailed as failure:
            if not absorbed:
                raise
            self._absorb(index, failure.fault)
            return
        sent, value = scope.value(self._scope.collects.get("result", ()))
        if sent:
            self._results[index] = value

    def _absorb(self, index: int, fault: Fault) -> None:
        self._errors[index] = {
            "index": index,
            "item": self._items[index],
            "message": fault.message,
        }
        if self._on_item_error == "keep":
            self._results[index] = None

    async def _known(self, index: int, key: str) -> dict[str, Recorded]:
        """Return what is recorded of an item; read for many items at once."""
        window = index // _WINDOW
        if window not in self._windows:
            self._windows.pop(window - 2, None)
            self._windows[window] = asyncio.ensure_future(self._read(window * _WINDOW))
        # One worker that is cancelled must not take the others' reading with it.
        found = await asyncio.shield(self._windows[window])
        nodes = ((node, found.get((node, key))) for node in self._scope.nodes)
        return {node: recorded for node, recorded in nodes if recorded is not None}

    async def _read(self, start: int) -> dict[tuple[str, str], Recorded]:
        prefix = f"{self._outer.item}/" if self._outer.item else ""
        keys = [
            f"{prefix}{index}" for index in range(start, min(start + _WINDOW, len(self._items)))
        ]
        return await self._run.world.journal.recorded(self._run.id, self._scope.nodes, keys)

    def _tell_progress(self) -> None:
        self._step.tell("step.progress", {"done": self._step.done, "total": len(self._items)})
