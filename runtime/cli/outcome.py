"""How a run went, told to people and to programs."""

from typing import Any

from runtime.cli.report import count, money, put, put_json, say, sentence
from runtime.run.model import RunStatus, RunView
from runtime.settings import Settings


def result_of(view: RunView, settings: Settings) -> dict[str, Any]:
    """Return what a program is told of a run."""
    error: dict[str, Any] | None = None
    if view.error:
        error = view.error.model_dump(mode="json")
        error["hint"] = " ".join(part for part in (view.error.hint, _go_on(view, settings)) if part)
    return {
        "run": view.id,
        "status": view.status.value,
        "outputs": view.outputs,
        "cost_usd": view.cost_usd,
        "tokens": {
            "input": view.input_tokens,
            "output": view.output_tokens,
            "total": view.input_tokens + view.output_tokens,
        },
        "steps": view.steps,
        "error": error,
    }


def tell(view: RunView, settings: Settings, *, as_json: bool) -> None:
    """Print how a run went: the result on stdout, the rest beside it."""
    if as_json:
        put_json(result_of(view, settings))
    else:
        for name, value in view.outputs.items():
            put(f"{name}: {value}" if isinstance(value, str) else f"{name}: {value!r}")
        say(_headline(view))
    if view.unpriced_calls:
        calls = count(view.unpriced_calls, "call")
        say(f"The price of {calls} is not known, so the cost is a lower bound.")
    if view.error:
        hint = " ".join(part for part in (view.error.hint, _go_on(view, settings)) if part)
        say(sentence(view.error.message, hint=hint, place=view.error.place))


def exit_code(view: RunView) -> int:
    """Return 0 for a run that succeeded, 130 for a cancelled one, 1 for all others."""
    if view.status is RunStatus.CANCELLED:
        return 130
    return 0 if view.status is RunStatus.SUCCEEDED else 1


def _headline(view: RunView) -> str:
    seconds = ""
    if view.started_at and view.finished_at:
        seconds = f" in {(view.finished_at - view.started_at).total_seconds():.1f} s"
    tokens = f"{view.input_tokens + view.output_tokens:,} tokens"
    parts = ", ".join([count(view.steps, "step"), tokens, money(view.cost_usd)])
    return f"Run {view.id} {view.status.value}{seconds}: {parts}."


def _go_on(view: RunView, settings: Settings) -> str:
    """Return the command that goes on with a run, empty when there is nothing to go on with."""
    command = f"loomline --data {settings.data} runs resume {view.id}"
    kind = view.error.kind if view.error else ""
    if view.status is RunStatus.FAILED:
        return f"Once that is repaired, go on with: {command}"
    if view.status is not RunStatus.PAUSED:
        return ""
    if kind == "unknown":
        return f"Go on with: {command} --unknown repeat (or skip)"
    larger = max(2 * (view.budget_usd or 0), 2 * view.cost_usd, 0.01)
    return f"Go on with a larger budget: {command} --budget {larger:.2f}"
