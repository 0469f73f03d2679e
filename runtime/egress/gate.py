"""The gate: which servers flows may reach, decided on the address the connection will go to."""

import asyncio
import ipaddress
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from nodes.sdk import OutsideError, UserError
from runtime.egress.addresses import Network, denied, is_hidden_name, is_odd_number, literal


class Resolver(Protocol):
    """Turns names into addresses."""

    async def resolve(self, host: str, port: int) -> list[str]:
        """Return the addresses of a host; raises OSError when there are none."""
        ...


class SystemResolver:
    """Names as the system knows them."""

    async def resolve(self, host: str, port: int) -> list[str]:
        """Return the addresses of a host; raises OSError when there are none."""
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Gate:
    """Decides which host and port may be reached, and at which address.

    Whoever connects must use the addresses returned here: asking for them a second time could
    give others. One private address among the answers closes the gate for the name.
    """

    def __init__(
        self,
        *,
        allow: Sequence[str] = (),
        own_port: int | None = None,
        resolver: Resolver | None = None,
    ) -> None:
        self._allowed = [_entry(text) for text in allow]
        self._own_port = own_port
        self._resolver = resolver or SystemResolver()

    async def open(self, host: str, port: int) -> list[str]:
        """Return the addresses to connect to; raises UserError when they must not be reached."""
        name = _plain(host)
        by_name = self._allows_name(name, port)
        if is_odd_number(name):
            raise _closed(host, "it is an address in disguise")
        if is_hidden_name(name) and not by_name:
            raise _closed(host, "only this machine or its network knows that name")
        found = literal(name)
        addresses = [str(found)] if found is not None else await self._resolve(name, port)
        for address in addresses:
            self._check(host, address, port, by_name=by_name)
        return addresses

    async def _resolve(self, name: str, port: int) -> list[str]:
        try:
            addresses = await self._resolver.resolve(name, port)
        except (OSError, UnicodeError) as error:
            raise _unknown(name) from error
        if not addresses:
            raise _unknown(name)
        return addresses

    def _check(self, host: str, address: str, port: int, *, by_name: bool) -> None:
        found = literal(address)
        if found is None:
            raise _unknown(host)
        inner = getattr(found, "ipv4_mapped", None) or found
        if port == self._own_port and inner.is_loopback:
            # Even where this machine is allowed: a flow must not use the app as its owner.
            if any(entry.exact and entry.allows(str(inner), port) for entry in self._allowed):
                return
            raise _closed(host, "Loomline itself answers there")
        if by_name or self._allows_address(inner, port):
            return
        if why := denied(found):
            raise _closed(host, why)

    def _allows_name(self, name: str, port: int) -> bool:
        return any(entry.allows(name, port) for entry in self._allowed)

    def _allows_address(
        self, address: ipaddress.IPv4Address | ipaddress.IPv6Address, port: int
    ) -> bool:
        return any(
            address in entry.network for entry in self._allowed if entry.network is not None
        ) or self._allows_name(str(address), port)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the allow list: a host, `host:port`, or a network."""

    host: str = ""
    port: int | None = None
    network: Network | None = None

    @property
    def exact(self) -> bool:
        """True when it names a port."""
        return self.port is not None

    def allows(self, name: str, port: int) -> bool:
        """Say whether it opens a host at a port."""
        return bool(self.host) and self.host == name and self.port in (None, port)


def _entry(text: str) -> _Entry:
    plain = text.strip().lower()
    if "/" in plain:
        try:
            return _Entry(network=ipaddress.ip_network(plain, strict=False))
        except ValueError as error:
            raise UserError(
                f"{text!r} in the list of allowed hosts is no network.",
                hint="Write a host, host:port, or a network such as 10.1.0.0/16.",
            ) from error
    if literal(plain) is not None:
        return _Entry(_plain(plain))
    host, colon, port = plain.rpartition(":")
    if colon and port.isdigit() and int(port) < 65536:
        return _Entry(_plain(host), int(port))
    return _Entry(_plain(plain))


def _plain(host: str) -> str:
    """Return a host in the one form it is compared in."""
    name = host.strip().strip("[]").rstrip(".").lower()
    found = literal(name)
    return str(found) if found is not None else name


def _closed(host: str, why: str) -> UserError:
    return UserError(
        f"The address {host!r} must not be reached from a flow: {why}.",
        hint="If it is meant, the owner of this installation adds it to LOOMLINE_ALLOW_HOSTS.",
    )


def _unknown(host: str) -> OutsideError:
    return OutsideError(
        f"There is no server with the name {host!r}.",
        hint="Check the spelling of the address, and the network.",
        kind="connection",
    )
