"""A thousand model calls of 50 ms, a hundred at a time: what does the gateway add?"""

import asyncio
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import orjson
from pydantic import SecretStr

from nodes.sdk import Message
from runtime.llm.call import StepCall
from runtime.llm.gateway import Gateway
from runtime.llm.providers import Accounts
from runtime.settings import ProviderSettings
from tests.bench.figure import Figure

CALLS, AT_ONCE, SECONDS, ROUNDS = 1000, 100, 0.05, 3
MODEL = "gpt-4o-mini"
PROMPT = "Review this line of code and say in a few words what you think of it: x = 1"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one way of asking takes."""

    wall: float
    """Seconds for all calls."""
    cpu: float
    """Milliseconds of this process for one call."""


def measure() -> list[Figure]:
    """Measure the gateway, litellm alone and a bare client, in turns."""
    with provider() as url:
        gateway, litellm, bare = asyncio.run(_measure(url))
    return [
        Figure(
            name=f"{CALLS:,} model calls of 50 ms, {AT_ONCE} at once",
            value=gateway.wall,
            unit="s",
            baseline=bare.wall,
            against="a bare aiohttp client",
            aim="under 5 s",
            met=gateway.wall < 5,
        ),
        Figure(
            name="CPU of a model call",
            value=gateway.cpu,
            unit="ms",
            baseline=bare.cpu,
            against="a bare aiohttp client",
        ),
        Figure(
            name="CPU of a model call",
            value=gateway.cpu,
            unit="ms",
            baseline=litellm.cpu,
            against="litellm alone",
            aim="at most 1.3 times",
            met=gateway.cpu <= 1.3 * litellm.cpu,
        ),
    ]


@contextmanager
def provider() -> Generator[str]:
    """Run the fake provider in a process of its own and give its address."""
    command = [sys.executable, "-m", "tests.fakes.provider", "--latency", str(SECONDS)]
    with subprocess.Popen(  # noqa: S603 - ourselves
        command, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


async def _measure(url: str) -> tuple[Cost, Cost, Cost]:
    accounts = Accounts([ProviderSettings("openai", SecretStr("k"), f"{url}/v1")])
    gateway = Gateway(accounts)
    costs: tuple[list[Cost], list[Cost], list[Cost]] = ([], [], [])
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:

        async def through_gateway() -> int:
            llm = gateway.bind(
                StepCall("run", "node"),
                default_model="",
                fallback_models=(),
                cache=False,
                budget=None,
                on_token=lambda _: None,
                on_call=lambda _: None,
            )
            answer = await llm.chat(f"openai/{MODEL}", [Message("user", PROMPT)])
            return answer.output_tokens

        async def through_litellm() -> int:
            # Imported here: the gateway has set the switches by now.
            import litellm

            ask: Any = litellm.acompletion  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType] - untyped
            response = await ask(
                model=f"openai/{MODEL}",
                api_base=f"{url}/v1",
                api_key="k",
                messages=[{"role": "user", "content": PROMPT}],
                max_retries=0,
            )
            return int(response.usage.completion_tokens)

        async def bare() -> int:
            body = {"model": MODEL, "messages": [{"role": "user", "content": PROMPT}]}
            async with session.post(f"{url}/v1/chat/completions", json=body) as answer:
                return int(orjson.loads(await answer.read())["usage"]["completion_tokens"])

        ways = (through_gateway, through_litellm, bare)
        for way in ways:
            await _run(way, 2 * AT_ONCE)
        for _ in range(ROUNDS):
            for way, found in zip(ways, costs, strict=True):
                found.append(await _run(way, CALLS))
    await gateway.close()
    # litellm leaves a worker behind in every loop it was used in.
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
        task.cancel()
    first, second, third = (_median(found) for found in costs)
    return first, second, third


async def _run(ask: Callable[[], Awaitable[int]], calls: int) -> Cost:
    free = asyncio.Semaphore(AT_ONCE)

    async def one() -> int:
        async with free:
            return await ask()

    wall, cpu = time.perf_counter(), time.process_time()
    tokens = await asyncio.gather(*(one() for _ in range(calls)))
    cost = Cost(time.perf_counter() - wall, (time.process_time() - cpu) / calls * 1000)
    assert len(set(tokens)) == 1, "Every answer is the same."
    return cost


def _median(found: list[Cost]) -> Cost:
    return Cost(statistics.median(c.wall for c in found), statistics.median(c.cpu for c in found))


if __name__ == "__main__":
    for figure in measure():
        sys.stdout.write(
            f"{figure.name}: {figure.value:.2f} {figure.unit}, {figure.ratio or 0:.2f} times "
            f"{figure.against}\n"
        )
