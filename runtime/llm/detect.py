"""Look for model servers: on this machine at their usual ports, and at addresses people gave."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from runtime.llm.providers import Account
from runtime.llm.wire import address

if TYPE_CHECKING:
    import aiohttp

_USUAL: Final = {
    "ollama": "http://127.0.0.1:11434",
    "lm_studio": "http://127.0.0.1:1234/v1",
    "hosted_vllm": "http://127.0.0.1:8000/v1",
}
_LISTING: Final = frozenset({*_USUAL, "openai"})
"""Providers whose servers list their models without asking for much."""
_PATIENCE: Final = 0.8
_MOST_MODELS: Final = 200
_LARGEST_LIST: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class ModelServer:
    """A server that answered, and the models it has."""

    provider: str
    base_url: str
    models: tuple[str, ...]
    """Names without the provider."""


async def find_servers(accounts: Iterable[Account]) -> list[ModelServer]:
    """Return the servers that answer within a second."""
    # Imported here: 170 ms of CPU, which commands that ask no model do not need.
    import aiohttp

    wanted = dict(_USUAL)
    keys: dict[str, str] = {}
    for account in accounts:
        if account.base_url and account.provider in _LISTING:
            wanted[account.provider] = address(account.provider, account.base_url)
            keys[account.provider] = account.api_key
    timeout = aiohttp.ClientTimeout(total=_PATIENCE)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        found = await asyncio.gather(
            *(_ask(session, name, base, keys.get(name, "")) for name, base in wanted.items())
        )
    return [server for server in found if server is not None]


async def _ask(
    session: "aiohttp.ClientSession", provider: str, base: str, key: str
) -> ModelServer | None:
    from aiohttp import ClientError  # loaded already by the caller

    url = f"{base}/api/tags" if provider == "ollama" else f"{base}/models"
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    try:
        async with session.get(url, headers=headers, allow_redirects=False) as answer:
            if answer.status != 200 or (answer.content_length or 0) > _LARGEST_LIST:
                return None
            content: Any = await answer.json()
    except (ClientError, TimeoutError, ValueError):
        return None
    names = _names(provider, content)
    return ModelServer(provider, base, names) if names is not None else None


def _names(provider: str, content: Any) -> tuple[str, ...] | None:
    """Return the models in a list; None when it is no such list, but some other service."""
    if not isinstance(content, dict):
        return None
    part, field = ("models", "name") if provider == "ollama" else ("data", "id")
    entries: Any = cast("dict[str, Any]", content).get(part)
    if not isinstance(entries, list):
        return None
    names = [
        str(cast("dict[str, Any]", entry).get(field) or "")
        for entry in cast("list[Any]", entries)[:_MOST_MODELS]
        if isinstance(entry, dict)
    ]
    return tuple(name for name in names if name and "embed" not in name.lower())
