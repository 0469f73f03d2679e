"""Which addresses belong to this machine, to private networks, or to the machinery of a cloud."""

import ipaddress
import re
from typing import Final

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def denied(address: Address) -> str:
    """Return why an address must not be reached; empty when it may be.

    `ipaddress.is_global` is not enough: it lets addresses through that carry a private one
    inside (NAT64, 6to4) and those where clouds keep their secrets.
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = _inside(address)
        if inner is not None:
            return denied(inner) or "it carries an address of another kind inside"
        if address not in _PUBLIC_V6:
            return "it belongs to this machine or to a private network"
    table = _DENIED_V4 if address.version == 4 else _DENIED_V6
    return next((why for network, why in table if address in network), "")


def is_odd_number(host: str) -> bool:
    """Say whether a host is an IPv4 address in disguise: `127.1`, `0x7f.1`, `2130706433`."""
    if not _NUMERIC.match(host):
        return False
    try:
        ipaddress.IPv4Address(host)
    except ValueError:
        return True
    return False


def is_hidden_name(host: str) -> bool:
    """Say whether a name is one that only clouds and machines themselves answer to."""
    return host in _NAMES or host.endswith(_SUFFIXES)


def literal(host: str) -> Address | None:
    """Return the address a host is written as; None when it is a name."""
    try:
        return ipaddress.ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return None


def _inside(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if any(address in network for network in _NAT64) or int(address) >> 32 == 0 < int(address):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None


_NUMERIC: Final = re.compile(r"(?:0[xX][0-9a-fA-F]*|\d+)(?:\.(?:0[xX][0-9a-fA-F]*|\d+)){0,3}\.?$")
_PUBLIC_V6: Final = ipaddress.IPv6Network("2000::/3")
_NAT64: Final = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))
_OWN: Final = "it belongs to this machine"
_PRIVATE: Final = "it belongs to a private network"
_CLOUD: Final = "clouds keep secrets of their machines there"
_SPECIAL: Final = "it is no address of a single server"
_DENIED_V4: Final = tuple(
    (ipaddress.IPv4Network(network), why)
    for network, why in (
        ("169.254.0.0/16", _CLOUD),
        ("168.63.129.16/32", _CLOUD),
        ("192.0.0.0/24", _CLOUD),
        ("0.0.0.0/8", _OWN),
        ("127.0.0.0/8", _OWN),
        ("10.0.0.0/8", _PRIVATE),
        ("100.64.0.0/10", _PRIVATE),
        ("172.16.0.0/12", _PRIVATE),
        ("192.168.0.0/16", _PRIVATE),
        ("198.18.0.0/15", _PRIVATE),
        ("192.0.2.0/24", _SPECIAL),
        ("192.88.99.0/24", _SPECIAL),
        ("198.51.100.0/24", _SPECIAL),
        ("203.0.113.0/24", _SPECIAL),
        ("224.0.0.0/4", _SPECIAL),
        ("240.0.0.0/4", _SPECIAL),
    )
)
_DENIED_V6: Final = tuple(
    (ipaddress.IPv6Network(network), _SPECIAL)
    for network in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
)
_NAMES: Final = frozenset({"localhost", "metadata", "instance-data", "broadcasthost"})
_SUFFIXES: Final = (".localhost", ".internal", ".local", ".localdomain", ".home.arpa", ".onion")
