"""Runs as the command line shows them, and what it does with one of them."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from nodes.sdk import UserError
from runtime.cli.outcome import result_of
from runtime.cli.progress import label_of
from runtime.cli.report import money, put, put_json, put_table, say, sentence
from runtime.flow.canonical import loads_flow
from runtime.flow.graph import in_order
from runtime.flow.model import Flow
from runtime.run.model import RunStatus, RunView
from runtime.settings import Settings
from runtime.store.blobs import Blobs
from runtime.store.database import FILE, Database
from runtime.store.runs import NodeSummary, RunStore


async def list_all(settings: Settings, *, limit: int, status: str, as_json: bool) -> None:
    """Print the runs, the newest first."""
    wanted = _status(status)
    found: list[RunView] = []
    if (settings.data / FILE).exists():
        async with looking_back(settings) as store:
            found = await store.list(status=wanted, limit=limit)
    if as_json:
        put_json({"runs": [_described(view) for view in found]})
    elif found:
        rows = (
            (
                view.id,
                view.flow_title or view.flow_name,
                view.status.value,
                _when(view.created_at),
                str(view.steps),
                money(view.cost_usd),
            )
            for view in found
        )
        put_table(("run", "flow", "status", "started", "steps", "cost"), rows, right="steps cost")
    else:
        say("There are no runs yet.")


async def show_one(settings: Settings, run_id: str, *, as_json: bool) -> None:
    """Print a run and what each of its nodes did."""
    async with looking_back(settings) as store:
        flow = await flow_of(store, run_id)
        view = await store.get(run_id)
        unsorted = await store.summary(run_id)
    summary = {node: unsorted[node] for node in _in_order(flow) if node in unsorted}
    if view is None:
        raise UserError(f"There is no run {run_id!r}.", hint="It was deleted just now.")
    if as_json:
        nodes = {node: _node(flow, node, found) for node, found in summary.items()}
        put_json({**result_of(view, settings), **_described(view), "nodes": nodes})
        return
    put(f"{view.flow_title or view.flow_name}  {view.id}  {view.status.value}")
    rows = (
        (
            label_of(flow, node),
            found.status,
            f"{found.done}/{found.total}" if found.total > 1 else "",
            f"{found.ms / 1000:.1f} s",
            f"{found.input_tokens + found.output_tokens:,}",
            money(found.cost_usd),
        )
        for node, found in summary.items()
    )
    put_table(("node", "status", "items", "time", "tokens", "cost"), rows, right="time tokens cost")
    for name, value in view.outputs.items():
        put(f"{name}: {value}")
    if view.error:
        put(sentence(view.error.message, hint=view.error.hint, place=view.error.place))


@asynccontextmanager
async def looking_back(settings: Settings) -> AsyncGenerator[RunStore]:
    """Give the runs for reading, which works beside a server and takes no lock."""
    database = Database.open(settings.data, readonly=True)
    try:
        yield RunStore(database, Blobs(settings.data / "blobs"))
    finally:
        await database.close()


async def flow_of(store: RunStore, run_id: str) -> Flow:
    """Return the flow as it ran; raises UserError when there is no such run."""
    flow_text, _ = await store.flow_texts(run_id)
    return loads_flow(flow_text)


def _in_order(flow: Flow) -> list[str]:
    """Return the nodes as they follow each other, those of a container right after it."""
    parents = {name: node.parent for name, node in flow.nodes.items()}
    follow: dict[str, list[str]] = {name: [] for name in flow.nodes}
    for edge in sorted(flow.edges):
        if parents[edge.source] != edge.target:  # what a container collects is no way on
            follow[edge.source].append(edge.target)
    ordered = in_order(sorted(flow.nodes, key=lambda name: parents[name] is not None), follow)
    inside = {name: [child for child in ordered if parents[child] == name] for name in flow.nodes}
    waiting = [name for name in reversed(ordered) if parents[name] is None]
    found: list[str] = []
    while waiting:
        name = waiting.pop()
        found.append(name)
        waiting.extend(reversed(inside[name]))
    return found


def _status(text: str) -> RunStatus | None:
    if not text:
        return None
    try:
        return RunStatus(text)
    except ValueError as error:
        known = ", ".join(status.value for status in RunStatus)
        raise UserError(f"There is no status {text!r}.", hint=f"Take one of {known}.") from error


def _described(view: RunView) -> dict[str, Any]:
    return {
        "run": view.id,
        "flow": view.flow_name,
        "title": view.flow_title,
        "status": view.status.value,
        "created_at": view.created_at.isoformat(),
        "finished_at": view.finished_at.isoformat() if view.finished_at else None,
        "steps": view.steps,
        "cost_usd": view.cost_usd,
        "budget_usd": view.budget_usd,
        "inputs": view.inputs,
    }


def _node(flow: Flow, node: str, found: NodeSummary) -> dict[str, Any]:
    return {
        "label": label_of(flow, node),
        "status": found.status,
        "done": found.done,
        "total": found.total,
        "failed": found.failed,
        "ms": found.ms,
        "cost_usd": found.cost_usd,
        "input_tokens": found.input_tokens,
        "output_tokens": found.output_tokens,
        "cached": found.cached,
        "error": found.error,
    }


def _when(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")
