"""The template *Review a code base* over a thousand files, a hundred at once, end to end.

The command line runs it in a fresh process against a provider that takes 50 ms for an answer. A
bare client asks the same provider as many questions of the same kind in the same run.
"""

import asyncio
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import aiohttp
import orjson

from tests.bench.figure import Figure
from tests.bench.gateway import AT_ONCE, provider

LOOMLINE: Final = str(Path(sys.executable).with_name("loomline"))
TEMPLATE: Final = (
    Path(__file__).parents[2] / "templates/review-a-code-base/review-a-code-base.flow.json"
)
FILES, ROUNDS = 1000, 3
MODEL: Final = "openai/gpt-4o-mini"
SOURCE: Final = '''\
"""Part {number} of something that has many parts."""

import hashlib


def fingerprint_{number}(password: str) -> str:
    """Return what is kept of a password."""
    return hashlib.md5(password.encode()).hexdigest()
'''


@dataclass(frozen=True, slots=True)
class Cost:
    """What it takes, in seconds."""

    wall: float
    cpu: float


def measure() -> list[Figure]:
    """Measure a run of few files, one of many, and the bare client, in turns."""
    with provider() as url, tempfile.TemporaryDirectory(prefix="loomline-bench-") as made:
        folder = Path(made)
        _write_sources(folder / "few", 1)
        _write_sources(folder / "many", FILES)
        few: list[Cost] = []
        many: list[Cost] = []
        bare: list[Cost] = []
        for number in range(ROUNDS):
            few.append(_review(folder, "few", url, data=f"few{number}"))
            many.append(_review(folder, "many", url, data=f"many{number}"))
            bare.append(asyncio.run(_ask_bare(url)))
    start, all_, ideal = (min(costs, key=lambda cost: cost.cpu) for costs in (few, many, bare))
    wall = min(cost.wall for cost in many)
    call = (all_.cpu - start.cpu) / (FILES - 1) * 1000
    return [
        Figure(
            name=f"code review, {FILES:,} files, {AT_ONCE} at once, after the start",
            value=wall - min(cost.wall for cost in few),
            unit="s",
            baseline=min(cost.wall for cost in bare),
            against="a bare aiohttp client",
            aim="under 5 s",
            met=wall - min(cost.wall for cost in few) < 5,
        ),
        Figure(
            name="code review, the same with the start of the process",
            value=wall,
            unit="s",
            baseline=min(cost.wall for cost in few),
            against="a review of one file",
        ),
        Figure(
            name="code review, CPU for each file",
            value=call,
            unit="ms",
            baseline=ideal.cpu / FILES * 1000,
            against="a bare aiohttp client",
        ),
    ]


def _write_sources(folder: Path, number: int) -> None:
    folder.mkdir()
    for index in range(number):
        text = SOURCE.format(number=index)
        (folder / f"part_{index:04}.py").write_text(text, encoding="utf-8")


def _review(folder: Path, sources: str, url: str, *, data: str) -> Cost:
    """Review a folder from the command line, with a data directory of its own."""
    command = [LOOMLINE, "run", "review-a-code-base", "-i", f"folder={folder / sources}"]
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(  # noqa: S603 - ourselves
        [*command, "--model", MODEL, "--data", str(folder / data), "--json"],
        cwd=folder,
        env={**os.environ, "OPENAI_API_KEY": "k", "OPENAI_BASE_URL": f"{url}/v1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise RuntimeError(f"The review ended with {done.returncode}: {done.stdout}")
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _question(node: dict[str, Any], number: int) -> dict[str, Any]:
    """Return what the template asks about a file, as the provider is sent it."""
    schema = node["answer_schema"]
    text = "\n".join(node["instructions"]["$lines"])
    return {
        "model": MODEL.partition("/")[2],
        "messages": [
            {"role": "system", "content": f"Answer in the form of this schema: {schema}"},
            {"role": "user", "content": f"{text}\n\n{SOURCE.format(number=number)}"},
        ],
        "temperature": 0,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "answer", "schema": schema, "strict": True},
        },
    }


async def _ask_bare(url: str) -> Cost:
    """Ask for as many reviews with as little around it as possible."""
    nodes = json.loads(TEMPLATE.read_text(encoding="utf-8"))["nodes"].values()
    node = next(node["in"] for node in nodes if node["type"].startswith("llm.extract"))
    bodies = [_question(node, number) for number in range(FILES)]
    free = asyncio.Semaphore(AT_ONCE)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:

        async def ask(body: dict[str, Any]) -> str:
            async with free, session.post(f"{url}/v1/chat/completions", json=body) as answer:
                return str(orjson.loads(await answer.read())["choices"][0]["message"]["content"])

        began, before = time.perf_counter(), time.process_time()
        answers = await asyncio.gather(*(ask(body) for body in bodies))
        cost = Cost(time.perf_counter() - began, time.process_time() - before)
    if len(answers) != FILES or not all(answers):
        raise RuntimeError(f"{len(answers)} answers instead of {FILES}.")
    return cost
