"""The web as nodes see it: addresses checked at every hop, answers bounded in size and time."""

import asyncio
import re
import socket
import zlib
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode, urljoin, urlsplit, urlunsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from nodes.sdk import HttpResponse, OutsideError, UserError
from runtime.egress.addresses import is_odd_number, literal
from runtime.egress.gate import Gate

LARGEST_ANSWER: Final = 16 << 20
"""Bytes of a body, after unpacking."""
MOST_HOPS: Final = 5
"""Redirects that are followed."""


class Web:
    """Implements the door to the web; one for all runs, closed with the app."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._session: aiohttp.ClientSession | None = None

    async def request(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        params: Mapping[str, str] | None = None,
        body: bytes | None = None,
        deadline: float = 30.0,
    ) -> HttpResponse:
        """Send a request and return the answer; raises OutsideError when none came."""
        verb = method.upper()
        if verb not in _METHODS:
            raise UserError(f"{method!r} is no method of the web.", hint="Use GET or POST.")
        sent = _checked_headers(headers or {})
        target = _checked_url(url, params or {})
        limit = min(max(deadline, 0.1), _LONGEST)
        try:
            async with asyncio.timeout(limit):
                return await self._follow(verb, target, sent, body)
        except TimeoutError as error:
            raise OutsideError(
                f"{_host(target)!r} did not answer within {limit:g} seconds.",
                hint="Raise the time limit of the node, or try again later.",
                kind="timeout",
            ) from error

    async def close(self) -> None:
        """Close all connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def _follow(
        self, method: str, url: str, headers: dict[str, str], body: bytes | None
    ) -> HttpResponse:
        for _ in range(MOST_HOPS + 1):
            answer = await self._once(method, url, headers, body)
            where = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not where:
                return answer
            target = _checked_url(urljoin(url, where), {})
            if _origin(target) != _origin(url):
                headers = {k: v for k, v in headers.items() if k.lower() in _HARMLESS}
            if answer.status == 303 or (answer.status in (301, 302) and method == "POST"):
                method, body = ("HEAD" if method == "HEAD" else "GET"), None
                headers = {k: v for k, v in headers.items() if k.lower() != "content-type"}
            url = target
        raise OutsideError(
            f"{_host(url)!r} redirects more than {MOST_HOPS} times.",
            hint="Check the address; a login may be needed.",
            kind="protocol",
            retry=False,
        )

    async def _once(
        self, method: str, url: str, headers: dict[str, str], body: bytes | None
    ) -> HttpResponse:
        parts = urlsplit(url)
        host = parts.hostname or ""
        if literal(host) is not None or is_odd_number(host):
            # An address written as numbers never reaches the resolver below.
            await self._gate.open(host, parts.port or _PORTS[parts.scheme])
        try:
            async with self._open_session().request(
                method,
                url,
                headers={"Accept-Encoding": "gzip, deflate", "User-Agent": "Loomline", **headers},
                data=body,
                allow_redirects=False,
            ) as answer:
                return HttpResponse(
                    status=answer.status,
                    headers={name.lower(): value for name, value in answer.headers.items()},
                    body=await _read(answer, host),
                    url=url,
                )
        except aiohttp.ClientError as error:
            raise _outside(error, host) from error

    def _open_session(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    resolver=_GateResolver(self._gate), use_dns_cache=False, limit=1000
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                trust_env=False,
                timeout=aiohttp.ClientTimeout(total=None, sock_connect=30),
            )
        return self._session


class _GateResolver(AbstractResolver):
    """Gives the connector the very addresses that were checked, and no others."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        del family
        found = await self._gate.open(host, port)
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in found
        ]

    async def close(self) -> None:
        return


_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_PORTS: Final = {"http": 80, "https": 443}
_LONGEST: Final = 3600.0
_LONGEST_URL: Final = 16_384
_HARMLESS: Final = frozenset({"accept", "accept-language", "content-type", "user-agent"})
"""Headers that follow a redirect to another host; a key may stand in one of any other name."""
_FORBIDDEN: Final = frozenset(
    {"host", "content-length", "transfer-encoding", "connection", "keep-alive", "upgrade", "te"}
    | {"trailer", "expect", "accept-encoding", "proxy-authorization", "proxy-connection"}
)
"""Headers that decide where a request ends or where it goes; they are ours to set."""
_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_RATIO: Final = 200
"""A body may grow this much when it is unpacked, once it is over a megabyte."""


def _checked_url(url: str, params: Mapping[str, str]) -> str:
    plain = url.strip()
    try:
        parts = urlsplit(plain)
        port = parts.port
    except ValueError as error:
        raise UserError(f"{plain[:200]!r} is no web address.") from error
    if parts.scheme not in _PORTS or not parts.hostname or port == 0:
        raise UserError(
            f"{plain[:200]!r} is no web address.", hint="Begin with 'https://' or 'http://'."
        )
    if len(plain) > _LONGEST_URL or _CONTROL.search(plain) or "\\" in parts.netloc:
        raise UserError("The web address holds characters that no address has, or is too long.")
    if parts.username is not None:
        raise UserError(
            "The web address holds a user name.",
            hint="Give name and password through a credential.",
        )
    query = "&".join(part for part in (parts.query, urlencode(params)) if part)
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", query, ""))


def _checked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    for name, value in headers.items():
        if not _TOKEN.fullmatch(name) or _CONTROL.search(value) or len(value) > _LONGEST_URL:
            raise UserError(
                f"The header {name[:100]!r} holds characters that no header may have.",
                hint="Remove line breaks and control characters.",
            )
        if name.lower() in _FORBIDDEN:
            raise UserError(
                f"The header {name!r} is set by Loomline itself.", hint="Remove it from the node."
            )
    return dict(headers)


async def _read(answer: aiohttp.ClientResponse, host: str) -> bytes:
    coding = answer.headers.get("Content-Encoding", "identity").strip().lower()
    unpack = _unpacker(coding, host)
    packed = 0
    body = bytearray()
    async for chunk in answer.content.iter_chunked(65536):
        packed += len(chunk)
        try:
            body += unpack(chunk)
        except zlib.error as error:
            raise OutsideError(
                f"The answer of {host!r} is packed in a way that cannot be read.", kind="protocol"
            ) from error
        if len(body) > LARGEST_ANSWER or len(body) > max(1 << 20, packed * _RATIO):
            raise OutsideError(
                f"The answer of {host!r} is larger than {LARGEST_ANSWER >> 20} MB.",
                hint="Ask for less, for example page by page.",
                kind="too_large",
                retry=False,
            )
    return bytes(body)


class _Unpacker:
    """Unpacks piece by piece, never more than one answer may hold."""

    def __init__(self, bits: int) -> None:
        self._bits = bits
        self._inner = zlib.decompressobj(bits)
        self._first = True

    def __call__(self, chunk: bytes) -> bytes:
        try:
            made = self._inner.decompress(chunk, LARGEST_ANSWER + 1)
        except zlib.error:
            if not self._first or self._bits != zlib.MAX_WBITS:
                raise
            # Some servers say `deflate` and send it without its header.
            self._inner = zlib.decompressobj(-zlib.MAX_WBITS)
            made = self._inner.decompress(chunk, LARGEST_ANSWER + 1)
        self._first = False
        return made


def _unpacker(coding: str, host: str) -> "_Unpacker | type[bytes]":
    if coding in ("identity", ""):
        return bytes
    if coding in ("gzip", "x-gzip"):
        return _Unpacker(zlib.MAX_WBITS | 16)
    if coding == "deflate":
        return _Unpacker(zlib.MAX_WBITS)
    raise OutsideError(
        f"{host!r} packs its answer as {coding[:40]!r}, which nobody asked for.", kind="protocol"
    )


def _outside(error: aiohttp.ClientError, host: str) -> OutsideError:
    if isinstance(error, aiohttp.ClientConnectorCertificateError | aiohttp.ClientSSLError):
        return OutsideError(
            f"The certificate of {host!r} is not valid.",
            hint="Check the address; do not send anything there until it is put right.",
            kind="tls",
            retry=False,
        )
    if isinstance(error, aiohttp.ClientPayloadError):
        return OutsideError(f"The answer of {host!r} broke off.", kind="truncated")
    if isinstance(error, aiohttp.ClientConnectionError):
        return OutsideError(
            f"There is no connection to {host!r}.",
            hint="Check the address and the network.",
            kind="connection",
        )
    return OutsideError(f"{host!r} answered something that is no answer.", kind="protocol")


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""


def _origin(url: str) -> tuple[str, str, int]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname or "", parts.port or _PORTS[parts.scheme]
