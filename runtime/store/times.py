"""Times as tables keep them, and as people and programs read them."""

import time
from datetime import UTC, datetime


def now() -> float:
    """Return the current time in seconds since 1970."""
    return time.time()


def when(seconds: float) -> datetime:
    """Return seconds since 1970 as a time with its zone (UTC)."""
    return datetime.fromtimestamp(seconds, UTC)


def when_or_none(seconds: float | None) -> datetime | None:
    """Return seconds since 1970 as a time with its zone (UTC), None for none."""
    return None if seconds is None else when(seconds)
