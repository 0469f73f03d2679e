"""`loomline templates`: ready-made flows."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from runtime.cli.options import JsonOption
from runtime.cli.report import put, put_json, put_table, say

if TYPE_CHECKING:
    from runtime.services.gallery import Gallery

app = typer.Typer(no_args_is_help=True, help="List the ready-made flows, or take one.")


@app.command("list")
def list_templates(*, as_json: JsonOption = False) -> None:
    """List the templates."""
    found = built_in().list()
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
    sample: Annotated[
        bool, typer.Option("--sample", help="Also copy its sample files, and fill them in.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Write a template as a flow file of yours."""
    from runtime.cli.inputs import read_inputs  # lazy: see the package

    gallery = built_in()
    specs = gallery.get(name).parameters
    values = read_inputs(parameter or [], specs, noun="parameter", owner="template")
    written = gallery.write(name, folder, values, with_sample=sample)
    if as_json:
        put_json({"template": name, "files": [str(path) for path in written]})
        return
    for path in written:
        put(str(path))
    flow = next((path for path in written if path.name.endswith(".flow.json")), None)
    if flow:
        say(f"Run it with: loomline run {flow}")


def built_in() -> "Gallery":
    """Return the templates that come with Loomline."""
    import templates  # lazy: see the package
    from runtime.services.gallery import Gallery

    return Gallery(Path(str(templates.__file__)).parent)
