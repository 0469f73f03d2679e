"""`loomline account`: who may sign in, and a new password for who forgot theirs."""

import asyncio
import sys
from typing import Annotated

import typer

from nodes.sdk.errors import UserError
from runtime.cli.options import DataOption, JsonOption, read_settings
from runtime.cli.report import put, put_json, say

app = typer.Typer(no_args_is_help=True, help="List the accounts, or give one a new password.")
_LONGEST = 2000
"""Characters of standard input that are looked at; no password is near that long."""


@app.command("list")
def list_accounts(
    ctx: typer.Context, data: DataOption = None, *, as_json: JsonOption = False
) -> None:
    """List the accounts."""
    from runtime.cli.people import names  # lazy: see the package

    found = asyncio.run(names(read_settings(ctx, data)))
    if as_json:
        put_json({"accounts": found})
    elif found:
        put("\n".join(found))
    else:
        say("There are no accounts yet: 'loomline serve' prints the address to make one.")


@app.command("password")
def password(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The account.")],
    data: DataOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Give an account a new password; it is signed out everywhere.

    Asks for it without showing it. A program gives it in one line on standard input.
    """
    from runtime.cli.people import reset  # lazy: see the package

    settings = read_settings(ctx, data)
    asyncio.run(reset(settings, name, _asked()))
    if as_json:
        put_json({"account": name})
    else:
        put(f"{name!r} has a new password, and is signed out everywhere.")


def _asked() -> str:
    if sys.stdin.isatty():
        return str(typer.prompt("New password", hide_input=True, confirmation_prompt=True))
    given = sys.stdin.readline(_LONGEST).rstrip("\r\n")
    if not given:
        raise UserError(
            "There is no password on standard input.",
            hint="Type the command at a terminal, or give the password in one line.",
        )
    return given
