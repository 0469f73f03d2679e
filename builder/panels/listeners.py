"""Who wants to be told; whoever belongs to an element is forgotten together with it."""

from collections.abc import Callable
from typing import Any

from nicegui import ui


class Listeners:
    """Functions that are called in the order they were added."""

    def __init__(self) -> None:
        self._all: list[tuple[Callable[..., Any], ui.element | None]] = []

    def add(self, listener: Callable[..., Any], owner: ui.element | None = None) -> None:
        """Call `listener` from now on, as long as `owner` is on the page."""
        self._all.append((listener, owner))

    def tell(self, *values: Any) -> None:
        """Call everybody who is still there."""
        self._all = [pair for pair in self._all if pair[1] is None or not pair[1].is_deleted]
        for listener, _ in list(self._all):
            listener(*values)
