"""The web as nodes see it: addresses checked at every hop, answers bounded in size and time."""

import asyncio
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode, urljoin, urlsplit, urlunsplit

from nodes.sdk import HttpResponse, OutsideError, UserError
from runtime.egress.gate import Gate

if TYPE_CHECKING:
    from runtime.egress.exchange import Exchange

MOST_HOPS: Final = 5
"""Redirects that are followed."""


class Web:
    """Implements the door to the web; one for all runs, closed with the app."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._exchange: Exchange | None = None

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
        exchange, self._exchange = self._exchange, None
        if exchange is not None:
            await exchange.close()

    async def _follow(
        self, method: str, url: str, headers: dict[str, str], body: bytes | None
    ) -> HttpResponse:
        exchange = self._opened()
        for _ in range(MOST_HOPS + 1):
            answer = await exchange.once(method, url, headers, body)
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

    def _opened(self) -> "Exchange":
        if self._exchange is None:
            # Imported here: 300 ms of CPU, and only flows that reach the web need it.
            from runtime.egress.exchange import Exchange

            self._exchange = Exchange(self._gate)
        return self._exchange


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


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""


def _origin(url: str) -> tuple[str, str, int]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname or "", parts.port or _PORTS[parts.scheme]
