"""The way back through the gate: security headers, kind errors, nonces in pages."""

import asyncio
import contextlib
import gzip
import re
from collections.abc import Sequence
from typing import Final

from starlette.types import Message, Receive, Scope, Send

from runtime.rest.body import Body, announced
from runtime.rest.errors import refuse
from runtime.rest.headers import Header, hardened, new_nonce

_SCRIPT: Final = re.compile(rb"<script(?=[\s>])")
_IMMUTABLE: Final = re.compile(
    r"/_nicegui/\d[^/]*/(static|libraries|components|esm|resources)/.*|/_loomline/[0-9a-f]+/.*"
)
_BARE: Final = frozenset(
    {
        *(b"text/plain%d" % len(text) for text in ("Not Found", "Method Not Allowed")),
        *(b"application/json%d" % len(text) for text in ('{"detail":"Not Found"}',)),
        b"text/plain%d" % len("Internal Server Error"),
    }
)
"""Kind and length of what the frameworks say by themselves; what our own code says is kept."""
_LINGER: Final = 2.0
_KIND: Final = frozenset({404, 405, 500})


class Answer:
    """Takes the app's answer to one request and sends it on, hardened."""

    def __init__(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
        *,
        secure: bool,
        referrer: bytes,
        encoding: bytes = b"",
    ) -> None:
        self.started = False
        self.extra: list[Header] = []
        self.body: Body | None = None
        self._scope = scope
        self._receive = receive
        self._send = send
        self._secure = secure
        self._referrer = referrer
        self._encoding = encoding
        self._replaced = False
        self._page: tuple[Message, bytearray, str] | None = None

    async def __call__(self, message: Message) -> None:
        """Send one message of the app's answer."""
        if self._replaced:
            return
        if message["type"] == "http.response.start":
            await self._start(message)
        elif self._page is not None and message["type"] == "http.response.body":
            await self._collect(message)
        else:
            await self._send(message)

    async def refuse(
        self,
        status: int,
        *,
        headers: Sequence[Header] = (),
        message: str = "",
        hint: str = "",
    ) -> None:
        """Answer with an error instead of what the app would have said."""
        await refuse(self._scope, self._raw, status, headers=headers, message=message, hint=hint)
        self._replaced = True
        await self._linger()
        await self._send({"type": "http.response.body", "body": b""})

    async def _linger(self) -> None:
        """Throw away what is still coming for a moment.

        Closing while bytes are unread resets the connection, and the client would never see why.
        """
        if announced(self._scope) == 0 or (self.body is not None and self.body.complete):
            return
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_LINGER):
                message = await self._receive()
                while message["type"] == "http.request" and message.get("more_body", False):
                    message = await self._receive()

    async def _start(self, message: Message) -> None:
        status: int = message["status"]
        headers: list[Header] = [
            (name.lower(), value) for name, value in message.get("headers", ())
        ]
        said = dict(headers)
        if self.body is not None and self.body.failed:
            return await self.refuse(self.body.failed)
        page = said.get(b"x-nicegui-content") == b"page"
        # Bare errors of the frameworks become kind ones; NiceGUI's own show what went wrong inside.
        kind = said.get(b"content-type", b"").partition(b";")[0] + said.get(b"content-length", b"")
        if status in _KIND and (page or kind in _BARE):
            return await self.refuse(status)
        if page and b"content-encoding" not in said:
            # Held back until it is complete: its scripts get the nonce of this answer.
            self._page = (message, bytearray(), new_nonce())
            return None
        return await self._raw({**message, "headers": headers})

    async def _raw(self, message: Message, *, nonce: str = "") -> None:
        if message["type"] == "http.response.start":
            self.started = True
            message = {
                **message,
                "headers": hardened(
                    [*message["headers"], *self.extra],
                    nonce=nonce,
                    referrer=self._referrer,
                    secure=self._secure,
                    immutable=_IMMUTABLE.fullmatch(self._scope["path"]) is not None,
                ),
            }
        await self._send(message)

    async def _collect(self, message: Message) -> None:
        assert self._page is not None  # noqa: S101  only called while a page is held back
        start, content, nonce = self._page
        content += message.get("body", b"")
        if message.get("more_body", False):
            return
        body = _SCRIPT.sub(b'<script nonce="' + nonce.encode() + b'"', bytes(content))
        headers = [
            (name.lower(), value)
            for name, value in start["headers"]
            if name.lower() != b"content-length"
        ]
        if b"gzip" in self._encoding and len(body) > 2048:
            body = gzip.compress(body, 5)
            headers += [(b"content-encoding", b"gzip"), (b"vary", b"accept-encoding")]
        headers.append((b"content-length", str(len(body)).encode()))
        await self._raw({**start, "headers": headers}, nonce=nonce)
        await self._send({"type": "http.response.body", "body": body})
