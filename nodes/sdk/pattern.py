"""Regular expressions that cannot hang: the syntax of RE2, in linear time."""

from typing import Any

from nodes.sdk.errors import UserError


def found(pattern: str, text: str, *, match_case: bool = True) -> bool:
    """Say whether a regular expression matches somewhere in a text.

    Patterns come from people and from files; with Python's own engine a single one of them
    could keep the whole server busy.
    """
    # Imported here: 8 ms of CPU at the start of every command, for patterns few flows use.
    import re2  # pyright: ignore[reportMissingTypeStubs] - it brings none

    engine: Any = re2
    options = engine.Options()
    options.case_sensitive = match_case
    options.log_errors = False
    try:
        return engine.compile(pattern, options).search(text) is not None
    except engine.error as error:
        raise UserError(
            f"{pattern!r} is no regular expression: {error}.", hint="Use the syntax of RE2."
        ) from error
