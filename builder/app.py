"""The web app: puts our pages onto the runtime's server."""

import hashlib
import hmac
from typing import Final

from fastapi import FastAPI
from nicegui import ui

from builder.pages import editor, files, gallery, home, run, runs, settings
from builder.theme import markup
from builder.theme.desk import Desk
from runtime.app import Workspace, current_actor

_RECONNECT: Final = 45.0
"""Seconds a page may be without connection before it is reloaded: a laptop that slept a little."""


def mount(app: FastAPI, workspace: Workspace) -> None:
    """Serve the builder; called once, before the server starts."""
    secret = workspace.web_secret
    desk = Desk(workspace, current_actor, _derived(secret, "downloads"))
    markup.install()
    files.register(desk, app)
    for page in (home, gallery, editor, runs, run, settings):
        page.register(desk)
    ui.run_with(
        app,
        title="Loomline",
        favicon=markup.favicon(),
        dark=None,
        language="en-US",
        tailwind=False,
        reconnect_timeout=_RECONNECT,
        storage_secret=_derived(secret, "storage").hex(),
        show_welcome_message=False,
    )


def _derived(secret: bytes, purpose: str) -> bytes:
    return hmac.digest(secret, f"builder:{purpose}".encode(), hashlib.sha256)
