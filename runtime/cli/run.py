"""`loomline run`: run a flow here and now."""

import asyncio
import sys
from typing import Annotated

import typer

from runtime.cli.options import DataOption, JsonOption, read_settings


def run(
    ctx: typer.Context,
    source: Annotated[
        str,
        typer.Argument(metavar="FILE", help="A flow file, a saved flow or a template by its name."),
    ],
    given: Annotated[
        list[str] | None,
        typer.Option(
            "-i",
            "--input",
            metavar="NAME=VALUE",
            help="An input; also NAME:=JSON, and NAME=@FILE for the text of a file.",
        ),
    ] = None,
    model: Annotated[
        str, typer.Option("--model", metavar="MODEL", help="For nodes that name none.")
    ] = "",
    budget: Annotated[
        float | None,
        typer.Option("--budget", metavar="USD", min=0.0, help="The most the run may spend."),
    ] = None,
    data: DataOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Run a flow; its outputs go to standard output.

    The result is one JSON object with --json, and also when standard output is no terminal.
    A run that was stopped or failed goes on with 'loomline runs resume'.
    """
    from runtime.cli.execution import Order, start  # lazy: see the package
    from runtime.cli.outcome import exit_code, tell

    settings = read_settings(ctx, data)
    as_json = as_json or not sys.stdout.isatty()
    order = Order(
        source=source,
        inputs=given or (),
        model=model,
        budget_usd=budget,
        quiet=as_json,
    )
    view = asyncio.run(start(settings, order))
    tell(view, settings, as_json=as_json)
    raise typer.Exit(exit_code(view))
