"""How long and how much memory it takes until there is something to see."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figure import Figure

LOOMLINE = str(Path(sys.executable).with_name("loomline"))
IDLE_SECONDS = 8.0
ROUNDS = 3

BARE_PAGE = """
from nicegui import ui

@ui.page("/")
def page():
    ui.label("Hello")

ui.run(port=0, host="127.0.0.1", show=False, reload=False)
"""


@dataclass(frozen=True, slots=True)
class Start:
    """What a server took to its first page, and what it holds when idle."""

    cpu: float
    memory_mb: float


def measure() -> list[Figure]:
    """Measure cold start, idle memory and plain commands."""
    folder = Path(tempfile.mkdtemp(prefix="loomline-bench-"))
    try:
        return [*_servers(folder), *_commands(folder)]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _servers(folder: Path) -> list[Figure]:
    bare_file = folder / "bare.py"
    bare_file.write_text(BARE_PAGE, encoding="utf-8")
    serve = [LOOMLINE, "serve", "--port", "0", "--data"]
    ours = [_start([*serve, str(folder / f"data{i}")]) for i in range(ROUNDS)]
    bare = [_start([sys.executable, str(bare_file)]) for _ in range(ROUNDS)]
    cpu, memory = min(s.cpu for s in ours), min(s.memory_mb for s in ours)
    return [
        Figure(
            name="cold start to the first page, CPU",
            value=cpu,
            unit="s",
            baseline=min(s.cpu for s in bare),
            against="a NiceGUI app of one label",
            aim="under 3 s",
            met=cpu < 3,
        ),
        Figure(
            name=f"memory, idle for {IDLE_SECONDS:.0f} s after the first page",
            value=memory,
            unit="MB",
            baseline=min(s.memory_mb for s in bare),
            against="a NiceGUI app of one label",
            aim="under 160 MB",
            met=memory < 160,
        ),
    ]


def _commands(folder: Path) -> list[Figure]:
    flow = folder / "empty.flow.json"
    flow.write_text(
        '{\n  "format": 1,\n  "id": "flw_bench",\n  "name": "empty",\n'
        '  "nodes": {},\n  "edges": []\n}\n',
        encoding="utf-8",
    )
    bare = min(_cpu([sys.executable, "-c", "import typer, pydantic"]) for _ in range(ROUNDS))
    commands = {
        "version": ["version"],
        "--help": ["--help"],
        "nodes --json": ["nodes", "--json"],
        "templates list": ["templates", "list"],
        "check FILE": ["check", str(flow)],
        "runs list": ["--data", str(folder / "data0"), "runs", "list"],
    }
    figures: list[Figure] = []
    for name, arguments in commands.items():
        cpu = min(_cpu([LOOMLINE, *arguments]) for _ in range(ROUNDS))
        figures.append(
            Figure(
                name=f"loomline {name}, CPU",
                value=cpu,
                unit="s",
                baseline=bare,
                against="Python that imports typer and pydantic",
                aim="under 0.5 s",
                met=cpu < 0.5,
            )
        )
    return figures


def _start(command: Sequence[str]) -> Start:
    """Start a server twice: once to its first page, once to see what it holds when idle."""
    return Start(cpu=_until_page(command, idle=0)[0], memory_mb=_until_page(command, idle=1)[1])


def _until_page(command: Sequence[str], *, idle: int) -> tuple[float, float]:
    process = subprocess.Popen(  # noqa: S603 - our own commands
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout
    lines: list[str] = []
    try:
        for line in process.stdout:
            lines.append(line)
            if found := re.search(r"http://(?:127\.0\.0\.1|localhost):\d+", line):
                _get(found[0] + "/")
                break
        else:
            raise RuntimeError(f"{command[0]} ended before it served:\n{''.join(lines)}")
        if idle:
            time.sleep(IDLE_SECONDS)
        memory = _memory_mb(process.pid)
    finally:
        process.send_signal(signal.SIGKILL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stdout.close()
    return usage.ru_utime + usage.ru_stime, memory


def _get(url: str) -> None:
    end = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(url, timeout=30) as answer:  # noqa: S310 - our own server
                answer.read()
        except urllib.error.HTTPError:
            return  # a page that asks who we are is a page
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)
        else:
            return


def _memory_mb(pid: int) -> float:
    shown = subprocess.run(  # noqa: S603 - asks for our own child
        ["ps", "-o", "rss=", "-p", str(pid)],  # noqa: S607 - found on every system we know
        capture_output=True,
        text=True,
        check=True,
    )
    return int(shown.stdout) / 1024


def _cpu(command: Sequence[str]) -> float:
    process = subprocess.Popen(  # noqa: S603 - our own commands
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}.")
    return usage.ru_utime + usage.ru_stime
