"""`loomline templates`: ready-made flows."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nodes.sdk.errors import UserError
from runtime.cli.options import JsonOption
from runtime.cli.report import put, put_json, put_table, say

if TYPE_CHECKING:
    from runtime.services.gallery import TemplateInfo

app = typer.Typer(no_args_is_help=True, help="List the ready-made flows, or take one.")


@app.command("list")
def list_templates(*, as_json: JsonOption = False) -> None:
    """List the templates."""
    from runtime.services.gallery import Gallery  # lazy: see the package

    found = Gallery.built_in().list()
    if as_json:
        put_json({"templates": [info.model_dump(mode="json") for info in found]})
    else:
        put_table(("name", "title", "what it does"), ((t.name, t.title, t.summary) for t in found))


@app.command("use")
def use(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The template.")],
    folder: Annotated[
        Path, typer.Option("-o", "--output", metavar="DIR", help="Where to write the flow.")
    ] = Path(),
    parameter: Annotated[
        list[str] | None,
        typer.Option("-p", "--parameter", metavar="NAME=VALUE", help="Fill in a parameter."),
    ] = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Write a template as a flow file of yours, with its sample input."""
    from runtime.services.gallery import Gallery  # lazy: see the package

    gallery = Gallery.built_in()
    info = next((info for info in gallery.list() if info.name == name), None)
    if info is None:
        raise UserError(
            f"There is no template {name!r}.", hint="'loomline templates list' lists them."
        )
    written = gallery.write(name, folder, _parameters(parameter or [], info))
    if as_json:
        put_json({"template": name, "files": [str(path) for path in written]})
        return
    for path in written:
        put(str(path))
    flow = next((path for path in written if path.name.endswith(".flow.json")), None)
    if flow:
        say(f"Run it with: loomline run {flow}")


def _parameters(given: list[str], info: "TemplateInfo") -> dict[str, Any]:
    from runtime.cli.inputs import read_inputs  # lazy: see the package

    return read_inputs(given, info.parameters, noun="parameter", owner="template")
