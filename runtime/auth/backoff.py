"""Slowing down whoever guesses passwords."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

FREE: Final = 5
"""So many mistakes cost nothing: people mistype."""
REMEMBERED: Final = 10_000
"""No more keys than this are remembered, so that guessing cannot fill the memory."""


@dataclass(slots=True)
class _Mistakes:
    count: int
    last: float
    until: float


class Backoff:
    """Doubles the wait after every mistake beyond the first few, up to a cap.

    The cap is short for accounts, since a stranger must not be able to lock the owner out, and
    long for addresses. Mistakes are forgotten after an hour without one.
    """

    def __init__(self, clock: Callable[[], float], *, cap: float, free: int = FREE) -> None:
        self._clock = clock
        self._cap = cap
        self._free = free
        self._mistakes: OrderedDict[str, _Mistakes] = OrderedDict()

    def wait(self, key: str) -> float:
        """Return how many seconds `key` has to wait before the next try."""
        seen = self._mistakes.get(key)
        return max(0.0, seen.until - self._clock()) if seen else 0.0

    def wrong(self, key: str) -> None:
        """Note a mistake."""
        now = self._clock()
        seen = self._mistakes.pop(key, None)
        if seen is None or now - seen.last > 3600:
            seen = _Mistakes(count=0, last=now, until=now)
        seen.count += 1
        seen.last = now
        beyond = seen.count - self._free
        if beyond >= 0:
            seen.until = now + min(self._cap, 2.0 ** min(beyond, 20))
        self._mistakes[key] = seen
        while len(self._mistakes) > REMEMBERED:
            self._mistakes.popitem(last=False)

    def right(self, key: str) -> None:
        """Forget the mistakes of `key`."""
        self._mistakes.pop(key, None)
