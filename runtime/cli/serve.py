"""`loomline serve`: the web app."""

from typing import Annotated

import typer

from runtime.cli.options import DataOption, read_settings


def serve(
    ctx: typer.Context,
    host: Annotated[
        str | None, typer.Option("--host", metavar="ADDRESS", help="Where to listen.")
    ] = None,
    port: Annotated[
        int | None, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")
    ] = None,
    data: DataOption = None,
) -> None:
    """Serve the web app, and go on with the runs that were interrupted."""
    settings = read_settings(ctx, data, host=host, port=port)
    from runtime.app import serve as serve_app  # lazy: see the package

    serve_app(settings)
