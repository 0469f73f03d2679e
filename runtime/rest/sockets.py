"""Sockets of pages: each belongs to the session its page was made for, event by event.

NiceGUI knows a page by its `client_id` alone, so whoever knows the id could act as the one who
opened it. Here every handler of the Socket.IO server is wrapped: the socket must have come through
the gate with a session, the page it speaks about must have been made for the same session, and
that session must still count at the moment of the event.
"""

import asyncio
import inspect
import logging
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol, cast
from urllib.parse import parse_qs, quote

from socketio.exceptions import (  # pyright: ignore[reportMissingTypeStubs] - it ships none
    ConnectionRefusedError as Refused,
)
from starlette.types import Scope

from runtime.auth.session import Session, Sessions
from runtime.rest import here
from runtime.rest.rate import Bucket

FRAME_LIMIT: Final = 1_000_000
"""The largest message; the browser's side of NiceGUI knows the same number."""
_SWEEP: Final = 1.0
"""Sockets of sessions that another process ended are closed within this and a second."""
_LEVELS: Final = frozenset({"debug", "info", "warning", "error"})
_logger = logging.getLogger(__name__)

PageScope = Callable[[str], Scope | None]
"""Returns the request a page was made for, by its client id."""


class Transport(Protocol):
    """The part of an Engine.IO server that is set here."""

    transports: list[str]
    max_http_buffer_size: int
    cors_allowed_origins: Any


class SocketServer(Protocol):
    """The part of a Socket.IO server that is used here."""

    handlers: dict[str, dict[str, Callable[..., Any]]]

    @property
    def eio(self) -> Transport:
        """The server of the layer below."""
        ...

    def get_environ(self, sid: str) -> dict[str, Any] | None:
        """Return what a socket came with."""
        ...

    async def emit(self, event: str, data: Any = None, *, to: str | None = None) -> None:
        """Send a message to a socket."""
        ...

    async def disconnect(self, sid: str) -> None:
        """Close a socket."""
        ...


@dataclass(slots=True)
class _Peer:
    session_id: str
    page: str
    """The address of its page, to come back to."""
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Keeps the events of a socket in order while one of them waits for the database."""
    refused: bool = False


class SocketGuard:
    """Guards one Socket.IO server."""

    def __init__(
        self,
        sio: SocketServer,
        sessions: Sessions,
        page_scope: PageScope,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._sio = sio
        self._sessions = sessions
        self._page_scope = page_scope
        self._peers: dict[str, _Peer] = {}
        self._events = Bucket(clock, burst=600, per_second=150)
        self._closing: set[asyncio.Task[None]] = set()
        # Polling would let a request name the socket of somebody else; WebSocket alone has no ids.
        sio.eio.transports = ["websocket"]
        sio.eio.max_http_buffer_size = FRAME_LIMIT
        sio.eio.cors_allowed_origins = []  # the gate has checked the origin; no CORS headers
        handlers = sio.handlers.get("/", {})
        for event, handler in list(handlers.items()):
            handlers[event] = self._wrapped(event, handler)
        sessions.on_end(self._ended)

    def owns(self, scope: Scope, session: Session) -> bool:
        """Tell whether the page that an address names was made for this session."""
        parts = str(scope["path"]).split("/")
        return len(parts) > 3 and self._owner(parts[3]) == session.id

    async def watch(self) -> None:
        """Close sockets of sessions that another process has ended; runs until cancelled."""
        while True:
            await asyncio.sleep(_SWEEP)
            for session_id in {peer.session_id for peer in self._peers.values()}:
                if await self._sessions.check(session_id) is None:
                    self._ended(session_id)

    def _wrapped(self, event: str, handler: Callable[..., Any]) -> Callable[..., Any]:
        if event == "connect":
            return self._connect(handler)
        if event == "disconnect":
            return self._disconnect(handler)

        async def guarded(sid: str, *args: Any) -> Any:
            return await self._event(event, handler, sid, args)

        return guarded

    def _connect(self, handler: Callable[..., Any]) -> Callable[..., Any]:
        async def connect(sid: str, environ: dict[str, Any], auth: Any = None) -> Any:
            del auth
            session = _session(environ)
            session = await self._sessions.check(session.id) if session else None
            if session is None:
                # NiceGUI's page reloads on this very text, and the gate shows the sign-in page.
                raise Refused("Implicit handshake failed")
            query = parse_qs(str(environ.get("QUERY_STRING", "")), max_num_fields=30)
            client_id = query.get("client_id", [""])[0]
            if self._owner(client_id) != session.id:
                raise Refused("Implicit handshake failed")
            self._peers[sid] = _Peer(session.id, self._address(client_id))
            here.enter(session)
            try:
                return await _call(handler, sid, environ)
            except BaseException:
                self._peers.pop(sid, None)
                raise

        return connect

    def _disconnect(self, handler: Callable[..., Any]) -> Callable[..., Any]:
        async def disconnect(sid: str, *_: Any) -> Any:
            self._peers.pop(sid, None)
            self._events.forget(sid)
            return await _call(handler, sid)

        return disconnect

    async def _event(
        self, event: str, handler: Callable[..., Any], sid: str, args: tuple[Any, ...]
    ) -> Any:
        peer = self._peers.get(sid)
        message = _message(event, args)
        if peer is None or peer.refused or message is None:
            return None
        if self._events.take(sid):
            _logger.warning("A page sent too many events at once and was reloaded.")
            return await self._turn_away(sid, peer)
        async with peer.turn:
            owned = self._owner(str(message["client_id"])) == peer.session_id
            session = await self._sessions.check(peer.session_id) if owned else None
            if session is None or peer.refused:
                return await self._turn_away(sid, peer)
            here.enter(session)
            return await _told(event, handler, sid, message)

    async def _turn_away(self, sid: str, peer: _Peer) -> None:
        """Send a page where it must go to be let in again, and close its socket."""
        if not peer.refused:
            peer.refused = True
            back = f"?next={quote(peer.page)}" if peer.page != "/" else ""
            await self._sio.emit("open", {"path": f"/login{back}", "new_tab": False}, to=sid)
            await self._sio.disconnect(sid)

    def _ended(self, session_id: str) -> None:
        for sid, peer in list(self._peers.items()):
            if peer.session_id == session_id and not peer.refused:
                task = asyncio.get_running_loop().create_task(self._turn_away(sid, peer))
                self._closing.add(task)
                task.add_done_callback(self._closing.discard)

    def _address(self, client_id: str) -> str:
        scope = self._page_scope(client_id)
        return str(scope["path"]) if scope else "/"

    def _owner(self, client_id: str) -> str | None:
        scope = self._page_scope(client_id)
        session = scope.get("state", {}).get("session") if scope else None
        return session.id if isinstance(session, Session) else None


def _session(environ: Mapping[str, Any]) -> Session | None:
    scope = cast(Scope, environ.get("asgi.scope") or {})
    session = scope.get("state", {}).get("session")
    return session if isinstance(session, Session) else None


def _message(event: str, args: Iterable[Any]) -> dict[str, Any] | None:
    """Return the message of an event if it has the form that NiceGUI's own pages send."""
    found = next(iter(args), None)
    if not isinstance(found, dict):
        return None
    message = cast(dict[str, Any], found)
    if not isinstance(message.get("client_id"), str):
        return None
    if event == "log":
        if message.get("level") not in _LEVELS:
            return None
        # What a browser says must not be able to forge lines of the log.
        text = str(message.get("message", ""))[:2000]
        message["message"] = "".join(c if c.isprintable() else " " for c in text)
    return message


async def _told(event: str, handler: Callable[..., Any], sid: str, message: Any) -> Any:
    try:
        return await _call(handler, sid, message)
    except (KeyError, ValueError, TypeError, AttributeError, IndexError):
        # Hand-made messages; NiceGUI's own pages send none that raise.
        _logger.warning("A page sent a malformed %r.", event)
        return None


async def _call(handler: Callable[..., Any], *args: Any) -> Any:
    result = handler(*args)
    return await result if inspect.isawaitable(result) else result
