"""One data directory with everything that works on it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from runtime.auth.accounts import Accounts
from runtime.engine.engine import Engine
from runtime.services.catalog import Catalog
from runtime.services.flows import Flows
from runtime.services.gallery import Gallery
from runtime.services.keys import Keys
from runtime.services.models import Models
from runtime.services.runs import Runs
from runtime.settings import Settings
from runtime.store.database import Database


@dataclass(slots=True)
class Workspace:
    """What every door is handed: the services over one data directory."""

    settings: Settings
    catalog: Catalog
    flows: Flows
    runs: Runs
    gallery: Gallery
    models: Models
    keys: Keys
    accounts: Accounts
    database: Database
    engine: Engine
    closing: list[Callable[[], Awaitable[None]]] = field(
        default_factory=list[Callable[[], Awaitable[None]]]
    )
    """What is closed after the database, in this order; the lock goes last."""

    async def start(self) -> int:
        """Go on with interrupted runs; return how many there were."""
        return await self.engine.start()

    async def close(self) -> None:
        """Write and close everything; what is under way goes on at the next start."""
        await self.engine.stop()
        await self.flows.close()
        await self.database.close()
        for close in self.closing:
            await close()
