"""The time as the engine sees it, so that tests can set it."""

import asyncio
import time
from datetime import UTC, datetime
from typing import Protocol


class EngineClock(Protocol):
    """Tells the time and waits."""

    def time(self) -> float:
        """Return seconds since 1970."""
        ...

    def now(self) -> datetime:
        """Return the current time with its zone (UTC)."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        ...


class SystemClock:
    """The time of this machine."""

    def time(self) -> float:
        """Return seconds since 1970."""
        return time.time()

    def now(self) -> datetime:
        """Return the current time with its zone (UTC)."""
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)
