"""The command `loomline`: its commands, and what becomes of everything that can go wrong.

Exit codes: 0 done, 1 it failed, 2 bad input, 130 stopped with Ctrl+C.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from nodes.sdk.errors import LoomlineError, UserError
from runtime.cli import (
    account,
    check,
    crash,
    doctor,
    nodes,
    run,
    runs,
    serve,
    templates,
    version,
)
from runtime.cli.report import put_error

app = typer.Typer(
    name="loomline",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_show_locals=False,  # locals may hold keys
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(serve.serve)
app.command()(run.run)
app.add_typer(runs.app, name="runs")
app.add_typer(templates.app, name="templates")
app.add_typer(account.app, name="account")
app.command()(check.check)
app.command()(check.fmt)
app.command()(check.schema)
app.command()(nodes.nodes)
app.command()(doctor.doctor)
app.command()(version.version)


@app.callback()
def options(
    data: Annotated[
        Path | None,
        typer.Option("--data", metavar="DIR", help="The data directory (or LOOMLINE_DATA)."),
    ] = None,
    *,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the traceback of what is a bug of ours.")
    ] = False,
) -> None:
    """Draw AI workflows in the browser, keep them as readable JSON in git, run them durably."""
    del data, debug  # read by the commands, from the context


def main() -> None:
    """Run the command that was typed, and end the process with its exit code."""
    sys.exit(execute(sys.argv[1:]))


def execute(args: Sequence[str]) -> int:
    """Run a command and return its exit code; errors have been told when it returns."""
    try:
        code: object = app(args=_data_first(args), prog_name="loomline", standalone_mode=False)
    except typer.Abort:
        return 130
    except Exception as error:
        if "--debug" in args and not isinstance(error, LoomlineError | typer.TyperException):
            raise
        return _tell(error, args)
    return code if isinstance(code, int) else 0


def _data_first(args: Sequence[str]) -> list[str]:
    """Move `--data` to the front, so that it may stand anywhere, also where nothing needs it."""
    words, moved = list(args), list[str]()
    end = words.index("--") if "--" in words else len(words)
    for place, word in enumerate(words[:end]):
        if word == "--data" and place + 1 < end:
            moved, words = words[place : place + 2], words[:place] + words[place + 2 :]
            break
        if word.startswith("--data="):
            moved, words = [word], words[:place] + words[place + 1 :]
            break
    return moved + words


def _tell(error: Exception, args: Sequence[str]) -> int:
    as_json = "--json" in args
    if isinstance(error, LoomlineError):
        put_error(error, as_json=as_json)
        # An error may know the exit code its service manager expects.
        return getattr(error, "exit_code", 2 if isinstance(error, UserError) else 1)
    if isinstance(error, typer.TyperException):
        if type(error).__name__ != "NoArgsIsHelpError":  # then the help has been shown
            message = error.format_message()
            message = message if message.endswith((".", "?")) else f"{message}."
            wrong = UserError(message, hint=_see_help(args)).at("loomline")
            put_error(wrong, as_json=as_json)
        return 2
    put_error(crash.told(error, args), as_json=as_json)
    return 1


def _see_help(args: Sequence[str]) -> str:
    names = [command.name or "" for command in app.registered_commands]
    groups = [group.name or "" for group in app.registered_groups]
    functions = [c.callback.__name__ for c in app.registered_commands if c.callback]
    word = next((arg for arg in args if not arg.startswith("-")), "")
    known = word in {*names, *groups, *functions}
    return f"See 'loomline {word} --help'." if known else "See 'loomline --help'."
