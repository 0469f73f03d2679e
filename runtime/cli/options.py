"""Options that many commands share, and the settings they lead to."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nodes.sdk.errors import UserError

if TYPE_CHECKING:
    from runtime.settings import Settings

DataOption = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="The data directory (or LOOMLINE_DATA)."),
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="Print exactly one JSON object on standard output.")
]


def read_settings(ctx: typer.Context, data: Path | None, **given: Any) -> "Settings":
    """Return the settings: what the command line says, else the environment, else the defaults."""
    from pydantic import ValidationError  # lazy: `version` and `--help` need no settings

    from runtime.settings import Settings

    data = data or ctx.find_root().params.get("data")
    values = {name: value for name, value in given.items() if value is not None}
    if data is not None:
        values["data"] = data
    try:
        settings = Settings(**values)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else ""
        raise UserError(
            f"The setting {name!r} cannot be {first['input']!r}: {first['msg']}.",
            hint=f"Look at the variable LOOMLINE_{name.upper()} and at the options.",
        ) from error
    return settings.model_copy(update={"data": settings.data.expanduser().absolute()})
