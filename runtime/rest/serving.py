"""A workspace served to browsers and to the command line, from start to stop."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from importlib.metadata import entry_points
from pathlib import Path
from typing import Final

from fastapi import FastAPI

from nodes.sdk import UserError
from runtime.rest.control import ControlServer
from runtime.rest.door import Door
from runtime.rest.server import Mount, WebServer, check_exposure, listen
from runtime.services.workspace import Workspace

WEB: Final = "loomline.web"
"""Entry points of this group are functions that hang pages on the web app."""
_logger = logging.getLogger(__name__)


async def serve_workspace(workspace: Workspace) -> None:
    """Serve until told to stop; interrupted runs go on meanwhile."""
    settings, accounts = workspace.settings, workspace.accounts
    account = await accounts.exist()
    check_exposure(settings, account=account)
    if settings.admin_password_file and not account:
        await accounts.add_admin(await asyncio.to_thread(_secret, settings.admin_password_file))
    sock = listen(settings.host, settings.port)
    control = ControlServer(workspace.runs, accounts, settings.data)
    try:
        server = WebServer(
            settings, accounts, mounts=web_mounts(workspace), port=sock.getsockname()[1]
        )
        await control.start()
        resumed = await workspace.start()
        if resumed:
            _logger.info("Going on with interrupted runs: %d.", resumed)
        await server.run(sock)
    finally:
        await control.close()
        sock.close()


def web_mounts(workspace: Workspace) -> list[Mount]:
    """Return what hangs the installed web apps on a server."""
    return [partial(_mount, point.load(), workspace) for point in entry_points(group=WEB)]


def _mount(
    mount: Callable[[FastAPI, Workspace, Door], None],
    workspace: Workspace,
    app: FastAPI,
    door: Door,
) -> None:
    mount(app, workspace, door)


def _secret(path: Path) -> str:
    try:
        with path.open(encoding="utf-8") as file:
            return file.read(2000).strip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            f"The password file {str(path)!r} cannot be read.",
            hint="LOOMLINE_ADMIN_PASSWORD_FILE names a text file with the password in one line.",
        ) from error
