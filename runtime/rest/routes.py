"""Which addresses exist and who may ask for them: a list, and nothing beside it."""

import re
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, Protocol, cast

from runtime.auth.session import Session

Scope = MutableMapping[str, Any]
"""What ASGI says about a request."""

READ: Final = ("GET", "HEAD")
SOCKET: Final = ("WEBSOCKET",)


class Access(Enum):
    """Who may ask."""

    PUBLIC = "public"
    """Anybody who reaches the server."""
    SESSION = "session"
    """Somebody who is signed in."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may send which kinds of requests to an address."""

    path: str
    """An address as routes are written: `/flows/{flow_id}`, `/files/{path:path}`."""
    methods: tuple[str, ...]
    access: Access
    page: bool
    """True when a person opens it: rate-limited, and strangers are sent to the sign-in page."""
    body_limit: int
    """The most bytes a body may have; 0 means it has none."""
    only: Callable[[Scope, Session], bool] | None
    """A further condition for whoever is signed in."""
    pattern: re.Pattern[str]


class Rules:
    """The list of addresses; what is not on it is not found."""

    def __init__(self) -> None:
        self._rules: list[Rule] = []

    def add(
        self,
        path: str,
        *,
        methods: Iterable[str] = READ,
        access: Access = Access.SESSION,
        page: bool = False,
        body_limit: int = 0,
        only: Callable[[Scope, Session], bool] | None = None,
    ) -> None:
        """Say who may ask for an address; later rules yield to earlier ones."""
        pattern = re.compile(_expression(path))
        self._rules.append(Rule(path, tuple(methods), access, page, body_limit, only, pattern))

    def match(self, path: str) -> list[Rule]:
        """Return the rules for an address."""
        return [rule for rule in self._rules if rule.pattern.fullmatch(path)]

    def covers(self, path: str) -> bool:
        """Tell whether a route, written as routes are, has a rule."""
        # A parameter of the route must not be able to leave the rule: try it with a plain value.
        sample = re.sub(r"\{[^}:]*:path\}", "a/b.c", path)
        sample = re.sub(r"\{[^}]*\}", "a", sample)
        return bool(self.match(sample))


def _expression(path: str) -> str:
    parts = re.split(r"(\{[^}]*\})", path)
    return "".join(
        (".+" if part.endswith(":path}") else "[^/]+") if part.startswith("{") else re.escape(part)
        for part in parts
    )


class Routed(Protocol):
    """An app made of routes."""

    @property
    def routes(self) -> Any:
        """Its routes, and the apps mounted in it."""
        ...


def every_route(app: Routed, prefix: str = "") -> Iterator[str]:
    """Yield the addresses of all routes of an app and of the apps mounted in it."""
    yield from _routes(cast(Iterable[Any], app.routes), prefix)


def _routes(routes: Iterable[Any], prefix: str) -> Iterator[str]:
    for route in routes:
        path = prefix + str(getattr(route, "path", ""))
        inner = getattr(route, "routes", None)
        mounted = hasattr(route, "app") and not hasattr(route, "endpoint")
        if mounted and inner:
            yield from _routes(cast(Iterable[Any], inner), path.rstrip("/"))
        elif mounted:
            yield path.rstrip("/") + "/{path:path}"
        else:
            yield path or "/"
