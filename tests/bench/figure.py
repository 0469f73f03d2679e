"""A figure of a benchmark beside what it is compared with, measured in the same run."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured number; it depends on the machine, so it stands beside a baseline."""

    name: str
    """What was measured, for example `durable steps, 8 runs at once`."""
    value: float
    unit: str
    """For example `steps/s`, `s`, `ms`, `MB`."""
    baseline: float | None = None
    """The same work done by what we compare ourselves with; None when there is no such thing."""
    against: str = ""
    """What the baseline is, for example `LangGraph with its SQLite saver`."""
    aim: str = ""
    """What we aim at, in words, for example `at least 10 times`."""
    met: bool | None = None
    """Whether the aim is reached; None when there is none."""

    @property
    def ratio(self) -> float | None:
        """Return value divided by baseline."""
        return self.value / self.baseline if self.baseline else None


Measure = Callable[[], list[Figure]]
"""What a module of this package offers as `measure`."""
