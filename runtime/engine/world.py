"""What all runs of an engine share."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from runtime.engine.bus import Bus
from runtime.engine.clock import EngineClock
from runtime.engine.doors import Doors
from runtime.engine.hide import Clean
from runtime.store.journal import Journal


@dataclass(frozen=True, slots=True)
class World:
    """The parts an executor works with."""

    journal: Journal
    bus: Bus
    doors: Doors
    clock: EngineClock
    rng: random.Random
    concurrency: int
    """The most steps one run has under way at a time."""
    clean: Clean | None
    """Takes secrets out of texts; None when there are none."""
    reached: Callable[[str], None]
    """Hears the name of each point where a crash would matter; for tests that crash there."""
