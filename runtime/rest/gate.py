"""The gate: every request and every socket passes here before any other code sees it.

The order is part of the promise: the server's name, the form of the request, where it comes from,
how large it is, who asks, whether they may, how often. Only then is anything read or routed.
"""

import logging
import re
import time
from collections import Counter
from collections.abc import Callable
from typing import Final
from urllib.parse import quote

from fastapi import FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from nodes.sdk import UserError
from runtime.auth.accounts import Accounts
from runtime.auth.session import COOKIE, IDLE, Session
from runtime.rest import here
from runtime.rest.answer import Answer
from runtime.rest.body import Body, announced
from runtime.rest.headers import Header
from runtime.rest.host import Names
from runtime.rest.rate import Bucket
from runtime.rest.routes import Access, Rule, Rules, every_route

BODY_LIMIT: Final = 16 * 1024 * 1024
FORM_LIMIT: Final = 16 * 1024
_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_BODY_SECONDS: Final = 60.0
_SOCKETS_A_SESSION: Final = 64
_SOCKETS: Final = 1000
_ODD_PATH: Final = re.compile(r"//.*|.*[\\\x00-\x1f\x7f].*|.*/\.{1,2}(/.*)?", re.DOTALL)
_logger = logging.getLogger(__name__)


class Gate:
    """Wraps the whole web app; see the module for what it does and in which order."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        names: Names,
        accounts: Accounts,
        rules: Rules,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.stopping = False
        """Set when the server drains: what still arrives is asked to come back later."""
        self.app = app
        self._names = names
        self._accounts = accounts
        self._rules = rules
        self._pages = Bucket(clock, burst=60, per_second=3)
        self._strangers = Bucket(clock, burst=120, per_second=10)
        self._handshakes = Bucket(clock, burst=60, per_second=5)
        self._open: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection of the server."""
        if scope["type"] == "http":
            await self._http(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = Answer(
            scope,
            receive,
            send,
            secure=self._secure(scope),
            # With "no-referrer" browsers send "Origin: null" with forms. Sec-Fetch-Site then tells
            # where a form came from, but only in a secure context.
            referrer=b"no-referrer" if self._names.trustworthy else b"same-origin",
            encoding=header(scope, b"accept-encoding"),
        )
        status = self._form(scope)
        if status:
            return await answer.refuse(status)
        if self.stopping:
            return await answer.refuse(503, headers=[(b"retry-after", b"5")])
        if not self._from_here(scope):
            return await answer.refuse(403)
        rules = self._rules.match(scope["path"])
        rule = next((rule for rule in rules if scope["method"] in rule.methods), None)
        limit = rule.body_limit if rule else 0
        if (announced(scope) or 0) > limit:
            # A stranger learns nothing about limits of addresses that are closed to them.
            public = rule is not None and rule.access is Access.PUBLIC
            return await answer.refuse(413 if public or await self._session(scope) else 401)
        session = await self._session(scope)
        if not await self._may(scope, answer, rules, rule, session):
            return None
        answer.body = Body(receive, limit=limit, seconds=_BODY_SECONDS)
        scope["headers"] = _cleaned(scope, page=rule is not None and rule.page)
        return await self._pass(scope, answer)

    async def _may(
        self,
        scope: Scope,
        answer: Answer,
        rules: list[Rule],
        rule: Rule | None,
        session: Session | None,
    ) -> bool:
        """Tell whether the request may go on; when not, it has been answered."""
        address = _address(scope)
        asked = [rule] if rule else rules
        if session is None and not any(each.access is Access.PUBLIC for each in asked):
            await self._turn_away(scope, answer)
            return False
        if rule is None or (session and rule.only and not rule.only(scope, session)):
            await answer.refuse(405 if rule is None and rules else 404)
            return False
        wait = 0.0
        if session is None:
            wait = self._strangers.take(address)
        elif rule.page and scope["method"] in _SAFE:
            # By account, so that a crowd behind the same address cannot keep its owner out.
            wait = self._pages.take(session.account_id)
        if wait:
            await answer.refuse(429, headers=[(b"retry-after", str(int(wait) + 1).encode())])
            return False
        scope.setdefault("state", {})["session"] = session
        here.enter(session)
        if session and session.rolled:
            answer.extra.append(
                session_cookie(_token(scope), secure=self._secure(scope), seconds=IDLE)
            )
        return True

    async def _turn_away(self, scope: Scope, answer: Answer) -> None:
        """Send a stranger to the sign-in page, or tell a program that it is a stranger."""
        wait = self._strangers.take(_address(scope))
        if wait:
            return await answer.refuse(429, headers=[(b"retry-after", str(int(wait) + 1).encode())])
        if scope["method"] != "GET" or b"text/html" not in header(scope, b"accept"):
            return await answer.refuse(401)
        target = "/setup"
        if await self._accounts.exist():
            query = scope["query_string"].decode("latin-1")
            back = scope["path"] + (f"?{query}" if query else "")
            target = "/login" if back == "/" else f"/login?next={quote(back, safe='/')}"
        await answer({"type": "http.response.start", "status": 303, "headers": [
            (b"location", target.encode()), (b"content-length", b"0"),
        ]})  # fmt: skip
        return await answer({"type": "http.response.body", "body": b""})

    async def _pass(self, scope: Scope, answer: Answer) -> None:
        body = answer.body
        assert body is not None  # noqa: S101  set by the only caller
        try:
            await self.app(scope, body, answer)
        except Exception:
            # The last line of defence: logged in full, answered without details.
            if not body.failed:
                _logger.exception("A request failed: %s %s", scope["method"], scope["path"])
            if not answer.started:
                await answer.refuse(body.failed or 500)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        status = self._names.status(scope["headers"])
        rules = self._rules.match(scope["path"])
        if status or _ODD_PATH.fullmatch(scope["path"]):
            return await _deny(scope, send, status or 400)
        if self.stopping:
            return await _deny(scope, send, 503)
        if not self._names.own(header(scope, b"origin").decode("latin-1")):
            return await _deny(scope, send, 403)
        session = await self._session(scope)
        if session is None or not any("WEBSOCKET" in rule.methods for rule in rules):
            return await _deny(scope, send, 404 if session else 401)
        if (
            self._handshakes.take(session.id)
            or self._open[session.id] >= _SOCKETS_A_SESSION
            or self._open.total() >= _SOCKETS
        ):
            return await _deny(scope, send, 429)
        scope.setdefault("state", {})["session"] = session
        self._open[session.id] += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self._open[session.id] -= 1
            if not self._open[session.id]:
                del self._open[session.id]
        return None

    def _form(self, scope: Scope) -> int:
        """Return 0 for a request that makes sense, else the status that says why not."""
        status = self._names.status(scope["headers"])
        if status:
            return status
        if _ODD_PATH.fullmatch(scope["path"]) or announced(scope) is None:
            return 400
        return 0

    def _from_here(self, scope: Scope) -> bool:
        """Tell whether a browser sent this from one of our own pages, or a person typed it."""
        origin = header(scope, b"origin").decode("latin-1")
        site = header(scope, b"sec-fetch-site")
        if scope["method"] in _SAFE:
            if origin and origin != "null" and not self._names.own(origin):
                return False
            typed = header(scope, b"sec-fetch-mode") == b"navigate"
            return site in (b"", b"same-origin", b"none") or (
                typed and header(scope, b"sec-fetch-dest") in (b"document", b"")
            )
        if origin and origin != "null":
            return self._names.own(origin) and site in (b"", b"same-origin")
        return site == b"same-origin"

    async def _session(self, scope: Scope) -> Session | None:
        token = _token(scope)
        return await self._accounts.sessions.find(token) if token else None

    def _secure(self, scope: Scope) -> bool:
        return scope["scheme"] == "https" or self._names.by_tls(scope["headers"])


def check_routes(app: FastAPI, rules: Rules) -> None:
    """Refuse to start while a route exists that no rule speaks about."""
    open_routes = sorted({path for path in every_route(app) if not rules.covers(path)})
    if open_routes:
        raise UserError(
            f"No rule says who may open {', '.join(open_routes)}.",
            hint="Add a rule for each where the route is made; nothing is open by default.",
        )


def session_cookie(token: str, *, secure: bool, seconds: float) -> Header:
    """Return the header that gives a browser its session, or with no time left takes it away."""
    parts = [f"{COOKIE}={token}", "Path=/", "HttpOnly", "SameSite=Lax", f"Max-Age={int(seconds)}"]
    return (b"set-cookie", "; ".join([*parts, *(["Secure"] if secure else [])]).encode())


def header(scope: Scope, name: bytes) -> bytes:
    """Return a header of a request; empty when it is missing."""
    return next((value for key, value in scope["headers"] if key == name), b"")


def _token(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == b"cookie":
            for pair in value.decode("latin-1").split(";"):
                key, _, token = pair.strip().partition("=")
                if key == COOKIE:
                    return token
    return ""


def _address(scope: Scope) -> str:
    client = scope.get("client")
    return str(client[0]) if client else ""


def _cleaned(scope: Scope, *, page: bool) -> list[Header]:
    """Return the headers without those a stranger could use to speak for a proxy."""
    return [
        (name, value)
        for name, value in scope["headers"]
        if not name.startswith(b"x-forwarded-")
        and name not in (b"forwarded", b"x-original-url", b"x-rewrite-url")
        # Pages come back uncompressed, get their nonce and are compressed by the gate.
        and not (page and name == b"accept-encoding")
    ]


async def _deny(scope: Scope, send: Send, status: int) -> None:
    if "websocket.http.response" in scope.get("extensions", {}):
        await send({"type": "websocket.http.response.start", "status": status, "headers": [
            (b"content-length", b"0"), (b"x-content-type-options", b"nosniff"),
        ]})  # fmt: skip
        await send({"type": "websocket.http.response.body", "body": b""})
    else:
        await send({"type": "websocket.close", "code": 4403})
