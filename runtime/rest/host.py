"""Which names this server answers to; everything else is somebody else's address."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from nodes.sdk import UserError

Headers = list[tuple[bytes, bytes]]

_HOST: Final = re.compile(
    r"(?P<name>[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::(?P<port>[0-9]{1,5}))?",
    re.IGNORECASE,
)
LOOPBACK: Final = ("localhost", "127.0.0.1", "[::1]")
_USUAL: Final = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, name and port of an address."""

    scheme: str
    name: str
    port: int

    @classmethod
    def parse(cls, text: str) -> "Origin | None":
        """Read `http://name:port`; None when it is anything else."""
        scheme, _, rest = text.partition("://")
        match = _HOST.fullmatch(rest)
        if scheme not in _USUAL or match is None:
            return None
        return cls(scheme, match["name"].lower(), int(match["port"] or _USUAL[scheme]))

    def __str__(self) -> str:
        port = "" if self.port == _USUAL[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{self.name}{port}"


class Names:
    """The names of this server: loopback on its own port, and the public address if any."""

    def __init__(self, *, port: int, public_url: str = "", host: str = "127.0.0.1") -> None:
        self.public = read_public_url(public_url) if public_url else None
        names = {*LOOPBACK, host} if host.startswith("127.") else set(LOOPBACK)
        self._origins = {Origin("http", name, port) for name in names}
        if self.public:
            self._origins.add(self.public)

    @property
    def secure(self) -> bool:
        """True when people reach the server by TLS alone."""
        return self.public is not None and self.public.scheme == "https"

    @property
    def trustworthy(self) -> bool:
        """True when browsers treat every one of our addresses as a secure context."""
        return self.public is None or self.secure or self.public.name in LOOPBACK

    def status(self, headers: Headers) -> int:
        """Return 0 when the Host header names us, 400 when it is malformed, 421 when foreign."""
        hosts = [value for name, value in headers if name == b"host"]
        if len(hosts) != 1:
            return 400
        match = _HOST.fullmatch(hosts[0].decode("latin-1"))
        if match is None or (match["port"] is not None and not 0 < int(match["port"]) < 65536):
            return 400
        name = match["name"].lower()
        for origin in self._origins:
            if origin.name == name and origin.port == int(match["port"] or _USUAL[origin.scheme]):
                return 0
        return 421

    def by_tls(self, headers: Headers) -> bool:
        """Tell whether a request asked for our public address, which is reached by TLS."""
        host = next((value for name, value in headers if name == b"host"), b"").decode("latin-1")
        return self.secure and Origin.parse(f"https://{host}") == self.public

    def own(self, origin: str) -> bool:
        """Tell whether an Origin header names us."""
        parsed = Origin.parse(origin)
        return parsed is not None and parsed in self._origins


def read_public_url(text: str) -> Origin:
    """Read the setting `public_url`; it has a scheme and a name, and no path."""
    parts = urlsplit(text.strip())
    origin = Origin.parse(f"{parts.scheme.lower()}://{parts.netloc}")
    if origin is None or parts.path not in ("", "/") or parts.query or parts.fragment:
        raise UserError(
            f"The public address {text!r} is not usable.",
            hint="Write it like https://flows.example.org, without a path.",
        )
    return origin
