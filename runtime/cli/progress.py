"""What people see while a run goes on: a bar for each node, on stderr."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.progress import TimeElapsedColumn as Elapsed

from runtime.cli.report import money
from runtime.flow.model import Flow
from runtime.run.event import Event

_SIGNS: Mapping[str, str] = {
    "succeeded": "[green]✓[/]",
    "failed": "[red]✗[/]",
    "cancelled": "[yellow]■[/]",
    "skipped": "[dim]·[/]",
    "unknown": "[yellow]?[/]",
}


class Watcher(Protocol):
    """Somebody who is told what happens in a run."""

    def take(self, event: Event) -> None:
        """Take notice of an event."""
        ...


class Silent:
    """Shows nothing, for programs."""

    def take(self, event: Event) -> None:
        """Take no notice."""


class Lines:
    """Writes a line when a node is done, for logs."""

    def __init__(self, flow: Flow, console: Console) -> None:
        self._flow = flow
        self._console = console

    def take(self, event: Event) -> None:
        """Write a line if a node of the outermost scope is done."""
        if event.kind == "step.finished" and not event.item:
            status = str(event.data.get("status", ""))
            seconds = float(event.data.get("ms") or 0) / 1000
            label = escape(label_of(self._flow, event.node))
            self._console.print(f"{_SIGNS.get(status, '·')} {label} ({seconds:.1f} s)")


class Bars:
    """Draws a bar for each node of the outermost scope, and what the run has cost so far."""

    def __init__(self, flow: Flow, progress: Progress) -> None:
        self._flow = flow
        self._progress = progress
        self._bars: dict[str, TaskID] = {}
        self._whole = progress.add_task(
            escape(flow.title or flow.name), total=_outer(flow), sign="[bold]▸[/]", cost=""
        )

    def take(self, event: Event) -> None:
        """Move the bars."""
        if event.kind == "run.cost":
            cost = float(event.data.get("cost_usd") or 0.0)
            tokens = sum(int(event.data.get(f"{way}_tokens") or 0) for way in ("input", "output"))
            self._progress.update(self._whole, cost=f"{tokens:,} tokens, {money(cost)}")
        elif event.item or not event.node:
            return
        elif event.kind == "step.started":
            self._bar(event.node)
        elif event.kind == "step.progress":
            done, total = int(event.data.get("done") or 0), int(event.data.get("total") or 0)
            self._progress.update(self._bar(event.node), completed=done, total=total or None)
        elif event.kind == "step.finished":
            self._finish(event)

    def _finish(self, event: Event) -> None:
        status = str(event.data.get("status", ""))
        self._progress.advance(self._whole)
        if status == "skipped" and event.node not in self._bars:
            return
        bar = self._bar(event.node)
        task = next(task for task in self._progress.tasks if task.id == bar)
        total = task.total or 1
        done = total if status == "succeeded" else task.completed
        self._progress.update(bar, total=total, completed=done, sign=_SIGNS.get(status, "·"))
        self._progress.stop_task(bar)

    def _bar(self, node: str) -> TaskID:
        if node not in self._bars:
            label = escape(label_of(self._flow, node))
            self._bars[node] = self._progress.add_task(
                f"  {label}", total=None, sign="[cyan]•[/]", cost=""
            )
        return self._bars[node]


@contextmanager
def watching(flow: Flow, *, quiet: bool) -> Generator[Watcher]:
    """Show the progress of a run: bars on a terminal, lines in a log, nothing for programs."""
    console = Console(stderr=True)
    if console.is_terminal and not console.is_dumb_terminal:
        columns = (
            TextColumn("{task.fields[sign]} {task.description}"),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            Elapsed(),
            TextColumn("[dim]{task.fields[cost]}[/]"),
        )
        with Progress(*columns, console=console, refresh_per_second=8) as progress:
            yield Bars(flow, progress)
    elif quiet:
        yield Silent()
    else:
        yield Lines(flow, console)


def label_of(flow: Flow, node: str) -> str:
    """Return what the screen calls a node."""
    found = flow.nodes.get(node)
    return (found.label if found else "") or node


def _outer(flow: Flow) -> int:
    return sum(node.parent is None for node in flow.nodes.values())
