"""What the web app is handed to hang its pages on: every one of them behind the gate."""

import asyncio
import secrets
from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from runtime.auth.accounts import Accounts
from runtime.rest.routes import READ, SOCKET, Rules

if TYPE_CHECKING:
    from runtime.rest.sockets import PageScope, SocketGuard, SocketServer


class Door:
    """Declares addresses and guards sockets."""

    def __init__(self, accounts: Accounts, rules: Rules) -> None:
        self._accounts = accounts
        self._rules = rules
        self.secret = secrets.token_bytes(32)
        """Fresh at every start: signs references that are worth something to pages alone."""
        self._guards: list[SocketGuard] = []

    def page(self, path: str) -> None:
        """Say that whoever is signed in may open the page at `path` (`/flows/{flow_id}`)."""
        self._rules.add(path, page=True)

    def allow(self, path: str, *, methods: Iterable[str] = READ, body_limit: int = 0) -> None:
        """Say that whoever is signed in may use an address that is no page: files, downloads."""
        self._rules.add(path, methods=methods, body_limit=body_limit)

    def guard_sockets(self, sio: "SocketServer", page_scope: "PageScope") -> None:
        """Guard the sockets of NiceGUI and allow the addresses it serves its own files under.

        `page_scope` returns the request (its scope) a page was made for, by client id.
        """
        # Lazy: Socket.IO costs 0.5 s of CPU, and commands that serve no pages know this class, too.
        from runtime.rest.sockets import SocketGuard

        guard = SocketGuard(sio, self._accounts.sessions, page_scope)
        self._guards.append(guard)
        self._rules.add("/_nicegui_ws/{path:path}", methods=SOCKET)
        self._rules.add(
            "/_nicegui/client/{client_id}/{path:path}",
            methods=("POST",),
            body_limit=16 * 1024 * 1024,
            only=guard.owns,
        )
        self._rules.add("/_nicegui/{path:path}")

    @asynccontextmanager
    async def watching(self) -> AsyncGenerator[None]:
        """Watch over the sockets while the server runs."""
        tasks = [asyncio.create_task(guard.watch()) for guard in self._guards]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
