"""One request and its answer, over a connection to an address that was checked."""

import socket
import zlib
from typing import Final
from urllib.parse import urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from nodes.sdk import HttpResponse, OutsideError
from runtime.egress.addresses import is_odd_number, literal
from runtime.egress.gate import Gate

LARGEST_ANSWER: Final = 16 << 20
"""Bytes of a body, after unpacking."""


class Exchange:
    """Sends requests one hop far; redirects are up to the caller."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._session: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        """Close all connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def once(
        self, method: str, url: str, headers: dict[str, str], body: bytes | None
    ) -> HttpResponse:
        """Send one request to an address that is checked, and read the whole answer."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        if literal(host) is not None or is_odd_number(host):
            # An address written as numbers never reaches the resolver below.
            await self._gate.open(host, parts.port or (443 if parts.scheme == "https" else 80))
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


_RATIO: Final = 200
"""A body may grow this much when it is unpacked, once it is over a megabyte."""


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
