"""What commands print: results on stdout, everything said to people on stderr."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import typer

from nodes.sdk.errors import LoomlineError


def say(text: str) -> None:
    """Tell people something, beside the result."""
    typer.echo(text, err=True)


def put(text: str) -> None:
    """Print a line of the result."""
    typer.echo(text)


def put_json(value: Mapping[str, Any]) -> None:
    """Print the result as one JSON object; dates and paths become text."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def put_table(titles: Sequence[str], rows: Iterable[Sequence[str]], *, right: str = "") -> None:
    """Print a table for people; `right` names the columns of numbers, separated by spaces."""
    from rich.console import Console  # lazy: most commands print no table
    from rich.table import Table
    from rich.text import Text

    numbers = right.split()
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in titles:
        table.add_column(title, justify="right" if title in numbers else "left", overflow="fold")
    for row in rows:
        # As Text: a name with square brackets is no markup.
        table.add_row(*(Text(cell) for cell in row))
    Console(width=None if sys.stdout.isatty() else 160).print(table)


def put_error(error: LoomlineError, *, as_json: bool) -> None:
    """Print what went wrong: where, in one sentence, and what to do."""
    if as_json:
        fault = {"message": error.message, "hint": error.hint, "place": list(error.place)}
        put_json({"error": fault})
    say(sentence(error.message, hint=error.hint, place=error.place))


def sentence(message: str, *, hint: str = "", place: Sequence[str] = ()) -> str:
    """Return a problem as people read it: `Place: sentence`, and the hint below it."""
    where = " > ".join(part for part in place if part)
    first = f"{where}: {message}" if where else message
    return f"{first}\nhint: {hint}" if hint else first


def money(usd: float) -> str:
    """Return a sum in US dollars with as many digits as it needs."""
    if usd == 0:
        return "$0"
    return f"${usd:.2f}" if usd >= 1 else f"${usd:.4f}"


def count(number: int, noun: str) -> str:
    """Return `1 step`, `2 steps`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
