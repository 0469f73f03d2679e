"""`loomline check`, `fmt` and `schema`: flow files without a server."""

from pathlib import Path
from typing import Annotated

import typer

from runtime.cli.options import JsonOption
from runtime.cli.report import count, put, put_json, say, sentence

Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH...", help="Flow files, or folders with flow files.")
]


def check(paths: Paths, *, as_json: JsonOption = False) -> None:
    """Find everything that is wrong with flow files, each with its place and a remedy."""
    from runtime.cli.documents import find_files  # lazy: see the package
    from runtime.cli.problems import problems_of
    from runtime.flow.files import FLOW_SUFFIX
    from runtime.registry import Registry

    registry = Registry.load()
    files = list(dict.fromkeys(find_files(paths, [FLOW_SUFFIX])))
    problems = [problem for path in files for problem in problems_of(path, registry)]
    errors = [problem for problem in problems if problem.severity == "error"]
    if as_json:
        put_json({"problems": [problem.model_dump() for problem in problems]})
    else:
        for found in problems:
            place = (found.file, found.node, found.field)
            message = found.message if found.severity == "error" else f"Warning: {found.message}"
            put(sentence(message, hint=found.hint, place=place))
        warnings = len(problems) - len(errors)
        extra = f" and {count(warnings, 'warning')}" if warnings else ""
        say(f"{count(len(files), 'flow')} looked at, {count(len(errors), 'problem')}{extra}.")
    if errors:
        raise typer.Exit(1)


def fmt(
    paths: Paths,
    *,
    only_check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if a file would change.")
    ] = False,
) -> None:
    """Bring flow and layout files into their one form, made for reading and for git."""
    from nodes.sdk import UserError
    from runtime.cli.documents import find_files, format_file  # lazy: see the package
    from runtime.flow.files import FLOW_SUFFIX, LAYOUT_SUFFIX

    changed = broken = 0
    files = list(dict.fromkeys(find_files(paths, [FLOW_SUFFIX, LAYOUT_SUFFIX])))
    for path in files:
        try:
            differs = format_file(path, write=not only_check)
        except UserError as error:  # the other files are still worth looking at
            broken += 1
            say(sentence(error.message, hint=error.hint, place=error.place))
            continue
        if differs:
            changed += 1
            put(f"{'would change' if only_check else 'changed'} {path}")
    outcome = f"{changed} {'to change' if only_check else 'changed'}"
    say(f"{count(len(files), 'file')} looked at, {outcome}.")
    if broken:
        raise typer.Exit(2)
    if only_check and changed:
        raise typer.Exit(1)


def schema() -> None:
    """Print the JSON Schema of flow files, for editors and for other programs."""
    from runtime.flow.schema import flow_schema  # lazy: see the package
    from runtime.registry import Registry

    put_json(flow_schema(Registry.load().types()))
