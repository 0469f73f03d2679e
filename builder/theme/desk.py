"""What every page works with: the services, and who sits in front of the screen now."""

import inspect
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from nicegui import background_tasks, ui

from builder.theme.thumbnail import Look
from nodes.sdk import LoomlineError, NodeSpec
from runtime.app import Workspace
from runtime.services.actor import Actor

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Desk:
    """The services behind every page, and a way to ask who acts.

    Handlers ask `actor()` each time: who was signed in when the page was opened may not be
    allowed to do anything any more.
    """

    workspace: Workspace
    whoami: Callable[[], Actor]
    signing: bytes = field(repr=False)
    """Key for the references to output files."""

    def actor(self) -> Actor:
        """Return who acts right now."""
        return self.whoami()

    def spec(self, type_id: str) -> NodeSpec | None:
        """Return a node type, None when it is not installed."""
        return self.workspace.catalog.get(type_id)

    def look(self, type_id: str) -> Look:
        """Return how a node type is drawn in small pictures."""
        spec = self.spec(type_id)
        name = type_id.partition("@")[0]
        return Look(
            spec.title if spec else name,
            name.partition(".")[0],
            spec.icon if spec else "extension_off",
        )


def told(handler: Callable[..., Any]) -> Callable[..., Awaitable[None]]:
    """Wrap a handler: what a person can repair is told in words, everything else flies."""

    @wraps(handler)
    async def run(*args: Any) -> None:
        try:
            result = handler(*args)
            if inspect.isawaitable(result):
                await result
        except LoomlineError as error:
            complain(error)

    return run


def later(work: Coroutine[Any, Any, Any]) -> None:
    """Do something once the handler at hand has returned; NiceGUI owns the task."""
    background_tasks.create(work, name="later")  # pyright: ignore[reportUnknownMemberType] - its result is untyped


def complain(error: LoomlineError) -> None:
    """Show an error with what to do about it."""
    words = f"{error.message}\n{error.hint}" if error.hint else error.message
    ui.notify(
        words,
        position="bottom-right",
        timeout=9000,
        close_button="Dismiss",
        classes="ll-note-bad",
        multi_line=True,
    )


def tell(words: str, *, action: str = "", on_action: Callable[[], Any] | None = None) -> None:
    """Show that something was done; with `action`, a button that takes it back or goes on."""
    if not action or on_action is None:
        ui.notify(words, position="bottom-right", timeout=3500, classes="ll-note-ok")
        return
    note = ui.notification(
        words, position="bottom-right", timeout=8, close_button=action, classes="ll-note-ok"
    )

    async def dismissed(event: Any) -> None:
        del event
        result = on_action()
        if inspect.isawaitable(result):
            await result

    note.on("close-button", dismissed)
