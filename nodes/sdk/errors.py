"""What can go wrong, sorted by who can repair it.

* UserError       someone changes a flow, an input or a setting
* OutsideError    a service outside failed; trying again may help

Every other exception is a bug of ours: it is logged with its traceback and never dressed up.
"""

from typing import Self


class LoomlineError(Exception):
    """Something that went wrong and can be told in a sentence: what, where, and what to do."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.place: tuple[str, ...] = ()

    def at(self, *place: str) -> Self:
        """Add the outer part of where it happened, for example the node id."""
        self.place = (*place, *self.place)
        return self


class UserError(LoomlineError):
    """A person can repair this; the message tells them how."""


class OutsideError(LoomlineError):
    """A service outside failed; trying again may help.

    `kind` names the class of the failure (for example `rate_limit`, `timeout`, `server`,
    `truncated`, `protocol`, `auth`), `retry` says whether another attempt makes sense and
    `retry_after` how many seconds the service asked to wait.
    """

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        kind: str = "outside",
        retry: bool = True,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message, hint=hint)
        self.kind = kind
        self.retry = retry
        self.retry_after = retry_after
