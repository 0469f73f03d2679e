"""Executing a step: attempt after attempt, within its time, until it is recorded."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from nodes.sdk import OutsideError, Ports
from runtime.compile.plan import Outputs
from runtime.engine.context import StepContext
from runtime.engine.hide import hidden
from runtime.engine.outcome import Halted, Outcome
from runtime.engine.retry import pause_before_retry
from runtime.engine.step import Step
from runtime.llm.budget import BudgetReached
from runtime.store.payload import encode


async def execute(step: Step, outputs: Outputs, halted: Callable[[], bool]) -> Outcome:
    """Execute a step and return its outcome, which is recorded by then."""
    run = step.run
    async with run.slots:
        if halted():
            raise Halted
        step.begin()
        try:
            if step.prepared.once:
                # On disk before it happens: after a crash we must know that it may have.
                await run.record(step.row("running", settled=0))
                run.world.reached("once.started")
            return await _attempts(step, outputs, halted)
        except asyncio.CancelledError:
            run.dropped.append(step.row("cancelled", settled=0))
            raise
        finally:
            step.end()


async def _attempts(step: Step, outputs: Outputs, halted: Callable[[], bool]) -> Outcome:
    run = step.run
    while True:
        try:
            data = await _attempt(step, outputs)
        except BudgetReached as error:
            run.budget_reached(step.fault(error))
            await _withdraw(step)
            raise Halted from error
        except Exception as error:
            pause = pause_before_retry(
                step.prepared.retry, error, attempt=step.attempt, rng=run.world.rng
            )
            if pause is None:
                return await step.fail(error)
            fault = step.fault(error)
            step.attempt += 1
            step.tell(
                "step.retry",
                {"attempt": step.attempt, "wait": pause, "error": fault.model_dump(mode="json")},
            )
            await run.sleep(pause)
            if halted():
                await _withdraw(step)
                raise Halted from error
        else:
            return await step.succeed(data)


async def _attempt(step: Step, outputs: Outputs) -> bytes:
    node = await step.instance(step.prepared.values(outputs))
    context = StepContext(step, step.attempt)
    try:
        if step.prepared.timeout is None:
            ports = await node.run(context)
        else:
            ports = await _within(step.prepared.timeout, node.run(context))
    except asyncio.CancelledError as error:
        task = asyncio.current_task()
        if task is None or task.cancelling():
            raise
        raise RuntimeError("The node cancelled itself.") from error
    except SystemExit as error:
        raise RuntimeError("The node tried to end the process.") from error
    finally:
        context.close()
    data = encode(ports.sent())
    clean = step.run.world.clean
    return data if clean is None else hidden(data, clean)


async def _within(seconds: float, work: Coroutine[Any, Any, Ports]) -> Ports:
    limit = asyncio.timeout(seconds)
    try:
        async with limit:
            return await work
    except TimeoutError as error:
        if not limit.expired():
            raise
        raise OutsideError(
            f"The step took longer than {seconds:g} s.",
            hint="Give it more time in its settings, or less to do.",
            kind="timeout",
        ) from error


async def _withdraw(step: Step) -> None:
    """Take back that a step may have happened, when we know that it has not."""
    if step.prepared.once:
        await step.run.record(step.row("cancelled", settled=0))
