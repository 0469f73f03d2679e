"""The web server: one port, one gate, one line that says where it is."""

import asyncio
import signal
import socket
import sys
from collections.abc import AsyncGenerator, Callable, Generator, Sequence
from contextlib import asynccontextmanager, contextmanager
from typing import Any, Final

import uvicorn
from fastapi import FastAPI

from nodes.sdk import UserError
from runtime.auth.accounts import Accounts
from runtime.rest.deadline import DeadlineProtocol
from runtime.rest.door import Door
from runtime.rest.gate import Gate, check_routes
from runtime.rest.host import Names, read_public_url
from runtime.rest.pages import DoorPages
from runtime.rest.routes import Rules
from runtime.rest.sockets import FRAME_LIMIT
from runtime.settings import Settings, is_loopback

Mount = Callable[[FastAPI, Door], None]
"""Hangs pages on the web app."""

CONFIG_EXIT: Final = 78
"""The exit code of a start that the configuration forbids (EX_CONFIG)."""
_UNPROTECTED: Final = "none"


class ConfigError(UserError):
    """The configuration forbids to start; the hint says what to set."""

    exit_code = CONFIG_EXIT


def check_exposure(settings: Settings, *, account: bool) -> None:
    """Refuse to listen beyond this machine without an account, a public address and TLS."""
    if is_loopback(settings.host):
        return
    missing: list[str] = []
    if not (account or settings.admin_password_file):
        missing.append("LOOMLINE_ADMIN_PASSWORD_FILE=/path/to/a/file/with/a/password")
    if not settings.public_url:
        missing.append("LOOMLINE_PUBLIC_URL=https://flows.example.org")
    if not settings.behind_proxy:
        missing.append(
            f"LOOMLINE_BEHIND_PROXY=10.0.0.0/8   (the network of your TLS proxy; "
            f"'{_UNPROTECTED}' only if you accept passwords in clear)"
        )
    if missing:
        raise ConfigError(
            f"Loomline does not listen on {settings.host!r} without protection.",
            hint="Set these and start again, or leave HOST at 127.0.0.1:\n  "
            + "\n  ".join(missing),
        )
    tls = read_public_url(settings.public_url).scheme == "https"
    if not tls and settings.behind_proxy != _UNPROTECTED:
        raise ConfigError(
            "The public address has no TLS, so passwords would travel in clear.",
            hint="Set LOOMLINE_PUBLIC_URL=https://... and put a TLS proxy before Loomline, or set "
            f"LOOMLINE_BEHIND_PROXY={_UNPROTECTED} if you accept that.",
        )


def listen(host: str, port: int) -> socket.socket:
    """Take the port, or say in a sentence why it cannot be had."""
    name = host.strip("[]")
    family = socket.AF_INET6 if ":" in name else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((name, port))
        sock.listen(512)
    except OSError as error:
        sock.close()
        raise UserError(
            f"Port {port} on {host} cannot be used: {(error.strerror or str(error)).lower()}.",
            hint=f"Stop what uses it, or choose another port: PORT={port + 1} make start, or "
            f"loomline serve --port {port + 1}.",
        ) from error
    sock.setblocking(False)
    return sock


class WebServer:
    """Builds the web app and serves it until the process is told to stop."""

    def __init__(
        self, settings: Settings, accounts: Accounts, *, mounts: Sequence[Mount], port: int
    ) -> None:
        self.address = f"http://{_shown(settings.host)}:{port}"
        self._settings = settings
        self._accounts = accounts
        self._names = Names(port=port, public_url=settings.public_url, host=settings.host)
        rules = Rules()
        self.door = Door(accounts, rules)
        self.app = FastAPI(
            title="Loomline", docs_url=None, redoc_url=None, openapi_url=None, lifespan=self._life
        )
        DoorPages(accounts, self._names).mount(self.app, rules)
        for mount in mounts:
            mount(self.app, self.door)
        check_routes(self.app, rules)
        self.gate = Gate(self.app, names=self._names, accounts=accounts, rules=rules)

    async def run(self, sock: socket.socket) -> None:
        """Serve on a listening socket until SIGTERM or SIGINT."""
        proxy = self._settings.behind_proxy
        trusted = proxy if proxy not in ("", _UNPROTECTED) else ""
        config = uvicorn.Config(
            self.gate,
            http=DeadlineProtocol,
            ws="websockets-sansio",
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=bool(trusted),
            forwarded_allow_ips=trusted or None,
            ws_max_size=FRAME_LIMIT,
            limit_concurrency=2000,
            timeout_keep_alive=20,
            timeout_graceful_shutdown=5,
        )
        await _Server(config, on_start=self._announce, on_stop=self._stop).serve([sock])

    def _stop(self) -> None:
        self.gate.stopping = True

    async def _announce(self) -> None:
        address = self._names.public or self.address
        lines = [f"Loomline is ready at {address}"]
        if not await self._accounts.exist():
            token = await self._accounts.setup_token()
            lines.append(f"First start, within 30 minutes: {address}/setup#t={token}")
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()

    @asynccontextmanager
    async def _life(self, app: FastAPI) -> AsyncGenerator[None]:
        del app
        await self._accounts.tidy()
        async with self.door.watching():
            yield


class _Server(uvicorn.Server):
    """uvicorn, but it says when it is ready and ends with exit code 0 when told to stop."""

    def __init__(
        self, config: uvicorn.Config, *, on_start: Callable[[], Any], on_stop: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._on_start = on_start
        self._on_stop = on_stop

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        await self._on_start()

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        loop = asyncio.get_running_loop()
        numbers = (signal.SIGTERM, signal.SIGINT)
        for number in numbers:
            loop.add_signal_handler(number, self._told_to_stop)
        try:
            yield
        finally:
            for number in numbers:
                loop.remove_signal_handler(number)

    def _told_to_stop(self) -> None:
        # Impatient people press Ctrl-C twice.
        self.force_exit = self.should_exit
        self.should_exit = True
        self._on_stop()


def _shown(host: str) -> str:
    if host in ("0.0.0.0", "::", ""):  # noqa: S104  only compared
        return "127.0.0.1"
    return f"[{host}]" if ":" in host and not host.startswith("[") else host
