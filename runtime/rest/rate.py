"""Token buckets: so many at once, so many a second."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Final

REMEMBERED: Final = 20_000


class Bucket:
    """Lets `burst` through at once and then `per_second`, for each key on its own."""

    def __init__(self, clock: Callable[[], float], *, burst: float, per_second: float) -> None:
        self._clock = clock
        self._burst = burst
        self._per_second = per_second
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> float:
        """Take one; returns 0 when there was one, else in how many seconds there will be."""
        now = self._clock()
        level, at = self._levels.pop(key, (self._burst, now))
        level = min(self._burst, level + (now - at) * self._per_second)
        passed = level >= 1
        self._levels[key] = (level - 1 if passed else level, now)
        while len(self._levels) > REMEMBERED:
            self._levels.popitem(last=False)
        return 0.0 if passed else (1 - level) / self._per_second

    def forget(self, key: str) -> None:
        """Drop what is known of a key that does not come back."""
        self._levels.pop(key, None)
