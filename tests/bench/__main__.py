"""`make bench`: run the benchmarks and print each figure beside its baseline.

Every other module of this folder that has a `measure() -> list[Figure]` is a benchmark; each runs
in a process of its own, one after the other. `make bench ARGS="startup fanout"` runs only these,
and `--json FILE` also writes the figures down. Nothing here asserts: a time is no test.
"""

import argparse
import importlib
import json
import os
import pkgutil
import platform
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench.figure import Figure

HERE = Path(__file__).parent
NO_BENCHMARKS = {"__main__", "figure"}


def main() -> int:
    """Run what was asked for and print the table."""
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("names", nargs="*", help="benchmarks to run; all when none is named")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures here")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.alone:
        # What we are compared with lies in an environment of its own, behind ours on the path;
        # the locks give both the same versions of what they share.
        sys.path += map(str, HERE.parents[1].glob(".venv-bench/lib/python*/site-packages"))
        module = importlib.import_module(f"tests.bench.{args.names[0]}")
        args.json.write_text(json.dumps([asdict(figure) for figure in module.measure()]), "utf-8")
        return 0
    known = benchmarks()
    unknown = sorted(set(args.names) - set(known))
    if unknown:
        parser.error(f"there is no benchmark {unknown[0]!r}; there are {', '.join(known)}")
    console = Console(width=None if sys.stdout.isatty() else 150)
    figures: dict[str, list[Figure]] = {}
    failed: list[str] = []
    for name in args.names or known:
        console.print(f"[dim]measuring {name} ...[/]")
        found = run_alone(name)
        if found is None:
            failed.append(name)
        else:
            figures[name] = found
    console.print(table(figures))
    if args.json:
        text = json.dumps({name: [asdict(f) for f in found] for name, found in figures.items()})
        args.json.write_text(text, "utf-8")
    for name in failed:
        console.print(f"[red]{name} failed; its output stands above.[/]")
    return 1 if failed else 0


def benchmarks() -> list[str]:
    """Return the names of the benchmarks: the modules that measure something."""
    names = sorted(module.name for module in pkgutil.iter_modules([str(HERE)]))
    return [
        name
        for name in names
        if name not in NO_BENCHMARKS
        and "def measure(" in (HERE / f"{name}.py").read_text(encoding="utf-8")
    ]


def run_alone(name: str) -> list[Figure] | None:
    """Run a benchmark in a process of its own; None when it failed."""
    out = Path(tempfile.gettempdir()) / f"loomline-bench-{os.getpid()}-{name}.json"
    command = [sys.executable, "-m", "tests.bench", name, "--alone", "--json", str(out)]
    try:
        done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL)  # noqa: S603 - ourselves
        if done.returncode or not out.exists():
            return None
        return [Figure(**figure) for figure in json.loads(out.read_text("utf-8"))]
    finally:
        out.unlink(missing_ok=True)


def table(figures: dict[str, list[Figure]]) -> Table:
    """Return the figures as a table."""
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}"
    shown = Table(title=f"Loomline benchmarks ({machine})", title_justify="left")
    for title in ("what", "Loomline", "baseline", "ratio", "against", "aim"):
        numbers = title in ("Loomline", "baseline", "ratio")
        shown.add_column(title, justify="right" if numbers else "left")
    for found in figures.values():
        for figure in found:
            sign = {True: "[green]✓[/] ", False: "[red]✗[/] ", None: ""}[figure.met]
            shown.add_row(
                figure.name,
                amount(figure.value, figure.unit),
                amount(figure.baseline, figure.unit) if figure.baseline is not None else "",
                f"{figure.ratio:.2f}" if figure.ratio is not None else "",
                figure.against,
                f"{sign}{figure.aim}",
            )
        shown.add_section()
    return shown


def amount(value: float, unit: str) -> str:
    """Return a number with its unit, with three digits that count."""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} {unit}"


if __name__ == "__main__":
    sys.exit(main())
