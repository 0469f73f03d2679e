"""A small NiceGUI app behind the real gate: `python -m tests.fakes.probe_app DATA PORT`.

Its page has what attacks on NiceGUI aim at: a button, a disabled one, an input, an upload.
`/_log` tells what reached a handler.
"""

import asyncio
import sys
import time
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from nicegui import Client, app, core, ui
from nicegui.events import UploadEventArguments
from starlette.types import Scope

from runtime.auth.accounts import Accounts
from runtime.rest.door import Door
from runtime.rest.here import current_actor
from runtime.rest.logs import set_up_logging
from runtime.rest.routes import every_route
from runtime.rest.server import WebServer, check_exposure, listen
from runtime.settings import Settings
from runtime.store.accounts import AccountStore
from runtime.store.database import Database

LOG: list[list[Any]] = []


def mount(web: FastAPI, door: Door) -> None:
    """Mount the probe the way the real app is mounted."""

    @ui.page("/other")
    @ui.page("/")
    def index() -> None:
        who = current_actor().name
        ui.label(f"user {who}")
        ui.button("danger", on_click=lambda: LOG.append(["danger", current_actor().name]))
        ui.button("disabled", on_click=lambda: LOG.append(["disabled"])).disable()
        ui.input("text", on_change=lambda event: LOG.append(["text", str(event.value)[:60]]))

        def uploaded(event: UploadEventArguments) -> None:
            LOG.append(["upload", event.file.name])

        ui.upload(on_upload=uploaded, auto_upload=True)
        ui.html("<b>bold</b>", sanitize=True)
        ui.dark_mode()

    @ui.page("/broken")
    def broken() -> None:
        raise RuntimeError("the secret inside of the server")

    @app.get("/_log")
    def log() -> list[list[Any]]:
        return LOG

    @app.post("/_json")
    def json_in(body: dict[str, Any]) -> int:
        return len(body)

    @app.get("/_routes")
    def routes() -> list[str]:
        return list(every_route(web))

    for page in ("/", "/other", "/broken"):
        door.page(page)
    door.allow("/_log")
    door.allow("/_routes")
    door.allow("/_json", methods=("POST",), body_limit=16 * 1024 * 1024)

    def rendered_for(client_id: str) -> Scope | None:
        client = Client.instances.get(client_id)
        return client.request.scope if client else None

    ui.run_with(  # pyright: ignore[reportUnknownMemberType] - NiceGUI leaves a callable open
        web, reconnect_timeout=30, show_welcome_message=False
    )
    door.guard_sockets(core.sio, rendered_for)  # pyright: ignore[reportArgumentType] - untyped
    del index, broken, log, json_in, routes


async def main(data: str, port: str, *rest: str) -> None:
    """Serve until told to stop."""
    values: dict[str, Any] = {"data": Path(data), "port": int(port)}
    values |= dict(pair.split("=", 1) for pair in rest)
    settings = Settings(**values)
    set_up_logging(settings.log_level)
    database = Database.open(settings.data)
    accounts = Accounts(AccountStore(database), clock=time.time, steady=time.monotonic)
    check_exposure(settings, account=await accounts.exist())
    sock = listen(settings.host, settings.port)
    server = WebServer(settings, accounts, mounts=[mount], port=sock.getsockname()[1])
    try:
        await server.run(sock)
    finally:
        await database.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
