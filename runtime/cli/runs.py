"""`loomline runs`: look at runs, go on with them, stop them."""

import asyncio
import sys
from typing import Annotated, Literal

import typer

from runtime.cli.options import DataOption, JsonOption, read_settings
from runtime.cli.report import put, put_json

app = typer.Typer(no_args_is_help=True, help="List runs, look at one, go on with it, cancel it.")
RunId = Annotated[str, typer.Argument(metavar="ID", help="The run.")]


@app.command("list")
def list_runs(
    ctx: typer.Context,
    limit: Annotated[int, typer.Option("--limit", min=1, max=500, help="How many.")] = 50,
    status: Annotated[
        str, typer.Option("--status", metavar="STATUS", help="Only these, e.g. failed.")
    ] = "",
    data: DataOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """List the runs, the newest first."""
    from runtime.cli.history import list_all  # lazy: see the package

    asyncio.run(list_all(read_settings(ctx, data), limit=limit, status=status, as_json=as_json))


@app.command("show")
def show(
    ctx: typer.Context, run_id: RunId, data: DataOption = None, *, as_json: JsonOption = False
) -> None:
    """Show a run: what each node did, took and cost."""
    from runtime.cli.history import show_one  # lazy: see the package

    asyncio.run(show_one(read_settings(ctx, data), run_id, as_json=as_json))


@app.command("resume")
def resume(
    ctx: typer.Context,
    run_id: RunId,
    budget: Annotated[
        float | None,
        typer.Option("--budget", metavar="USD", min=0.0, help="The new most it may spend."),
    ] = None,
    unknown: Annotated[
        Literal["repeat", "skip"] | None,
        typer.Option("--unknown", help="What to do with a step that may have happened."),
    ] = None,
    data: DataOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Go on with a run; steps that were recorded are never done again."""
    from runtime.cli.execution import resume as go_on  # lazy: see the package
    from runtime.cli.outcome import exit_code, tell

    settings = read_settings(ctx, data)
    as_json = as_json or not sys.stdout.isatty()
    view = asyncio.run(go_on(settings, run_id, budget_usd=budget, unknown=unknown, quiet=as_json))
    tell(view, settings, as_json=as_json)
    raise typer.Exit(exit_code(view))


@app.command("cancel")
def cancel(
    ctx: typer.Context, run_id: RunId, data: DataOption = None, *, as_json: JsonOption = False
) -> None:
    """Cancel a run for good; its finished steps stay."""
    from runtime.cli.execution import cancel as stop  # lazy: see the package
    from runtime.cli.outcome import result_of

    settings = read_settings(ctx, data)
    view = asyncio.run(stop(settings, run_id))
    if as_json:
        put_json(result_of(view, settings))
    else:
        put(f"Run {view.id} is {view.status.value}.")
