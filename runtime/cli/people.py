"""The accounts of a data directory: opened here, or asked of the server that has it."""

import asyncio
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from typing import Protocol

from nodes.sdk import UserError
from runtime.auth.accounts import Accounts
from runtime.rest.control_client import ControlClient
from runtime.services.actor import Actor
from runtime.settings import Settings
from runtime.store.accounts import AccountStore
from runtime.store.database import FILE, Database
from runtime.store.lock import DataLock


class AccountsDoor(Protocol):
    """What the command line does with accounts; accounts and the client of a server offer it."""

    async def names(self, actor: Actor) -> Sequence[str]:
        """Return the names of all accounts."""
        ...

    async def reset_password(self, actor: Actor, name: str, new: str) -> None:
        """Give an account a new password."""
        ...


async def names(settings: Settings) -> list[str]:
    """Return the names of the accounts, the oldest first."""
    async with _opened(settings) as accounts:
        return [*await accounts.names(Actor.local())]


async def reset(settings: Settings, name: str, password: str) -> None:
    """Give an account a new password."""
    async with _opened(settings) as accounts:
        await accounts.reset_password(Actor.local(), name, password)


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncGenerator[AccountsDoor]:
    client = await ControlClient.find(settings.data)
    if client:
        yield client
        return
    if not (settings.data / FILE).exists():
        raise UserError(
            f"There is no data directory at {str(settings.data)!r}.",
            hint="Name it with --data, or start 'loomline serve' once.",
        )
    with DataLock.acquire(settings.data):
        database = await asyncio.to_thread(Database.open, settings.data)
        try:
            yield Accounts(AccountStore(database), clock=time.time, steady=time.monotonic)
        finally:
            await database.close()
