"""The web app: hangs our pages on the runtime's server, all of them behind its gate."""

import hashlib
import hmac
from collections.abc import Callable, Iterable, MutableMapping
from typing import Any, Final, Protocol

from fastapi import FastAPI
from nicegui import Client, core, ui

from builder.pages import editor, files, gallery, home, run, runs, settings
from builder.theme import markup
from builder.theme.desk import Desk
from runtime.app import Workspace, current_actor

_RECONNECT: Final = 45.0
"""Seconds a page may be without connection before it is reloaded: a laptop that slept a little."""
_PAGES: Final = (
    "/",
    "/templates",
    "/templates/{name}",
    "/flows/{flow_id}",
    "/runs",
    "/runs/{run_id}",
    "/settings",
)


class Door(Protocol):
    """What the server gives us to declare addresses with; what is not declared is closed."""

    secret: bytes

    def page(self, path: str, /) -> None:
        """Allow a page to whoever is signed in."""
        ...

    def allow(self, path: str, /, *, methods: Iterable[str] = ..., body_limit: int = 0) -> None:
        """Allow an address that is no page."""
        ...

    def guard_sockets(self, sio: Any, page_scope: Callable[[str], Any], /) -> None:
        """Bind every socket to the session that its page was made for."""
        ...


def mount(app: FastAPI, workspace: Workspace, door: Door) -> None:
    """Serve the builder; called once, before the server starts."""
    desk = Desk(workspace, current_actor, _derived(door.secret, "downloads"))
    markup.install()
    files.register(desk, app)
    for page in (home, gallery, editor, runs, run, settings):
        page.register(desk)
    for path in _PAGES:
        door.page(path)
    door.allow("/files/{token}")
    door.allow(f"{markup.STATIC}/{{path:path}}")
    ui.run_with(  # pyright: ignore[reportUnknownMemberType] - its root page may be any callable
        app,
        title="Loomline",
        favicon=markup.favicon(),
        dark=None,
        language="en-US",
        tailwind=False,
        reconnect_timeout=_RECONNECT,
        show_welcome_message=False,
    )
    door.guard_sockets(core.sio, _scope_of)


def _scope_of(client_id: str) -> MutableMapping[str, Any] | None:
    client = Client.instances.get(client_id)
    return client.request.scope if client else None


def _derived(secret: bytes, purpose: str) -> bytes:
    return hmac.digest(secret, f"builder:{purpose}".encode(), hashlib.sha256)
