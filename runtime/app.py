"""The composition root: everything is put together here, once, and handed to the doors."""

import asyncio
import logging
import os
import time
from importlib.resources import files
from pathlib import Path
from typing import Final

from nodes.sdk import UserError
from runtime.auth.accounts import Accounts
from runtime.compile.compiler import compile_flow
from runtime.compile.plan import Plan
from runtime.egress.files import OpenFolders
from runtime.egress.gate import Gate
from runtime.egress.http import Web
from runtime.egress.mail import Post
from runtime.engine.doors import Doors
from runtime.engine.engine import Engine
from runtime.flow.canonical import loads_flow
from runtime.llm.gateway import Gateway
from runtime.llm.providers import Accounts as Providers
from runtime.registry import Registry
from runtime.rest.door import Door
from runtime.rest.here import current_actor, current_session
from runtime.secrets.key import VaultKey
from runtime.secrets.redact import Redactor, hide_in_logs
from runtime.secrets.vault import Vault
from runtime.services.catalog import Catalog
from runtime.services.flows import Flows
from runtime.services.gallery import Gallery
from runtime.services.keys import Keys
from runtime.services.models import Models
from runtime.services.runs import Runs
from runtime.services.workspace import Workspace
from runtime.settings import Settings, provider_settings
from runtime.store.accounts import AccountStore
from runtime.store.answers import AnswerStore
from runtime.store.blobs import Blobs
from runtime.store.database import Database
from runtime.store.flows import FlowStore
from runtime.store.journal import Journal
from runtime.store.lock import DataLock
from runtime.store.runs import RunStore
from runtime.store.vault import SecretStore

__all__ = ["Door", "Workspace", "current_actor", "current_session", "open_workspace", "serve"]

_CLOSING_SECONDS: Final = 20.0
_logger = logging.getLogger(__name__)


async def open_workspace(settings: Settings) -> Workspace:
    """Open a data directory; raises UserError when another process has it.

    Nothing runs yet: `start` goes on with interrupted runs, and only `close` lets go again.
    """
    folder = settings.data.expanduser().absolute()
    settings = settings.model_copy(update={"data": folder})
    lock = DataLock.acquire(folder)
    try:
        database = await asyncio.to_thread(Database.open, folder)
    except BaseException:
        lock.release()
        raise
    try:
        return await _composed(settings, database, lock)
    except BaseException:
        await database.close()
        lock.release()
        raise


def serve(settings: Settings) -> None:
    """Serve a data directory until the process is told to stop."""
    # Lazy: the web server costs 0.8 s of CPU, and commands that serve nothing come here, too.
    from runtime.rest.logs import set_up_logging
    from runtime.rest.serving import serve_workspace

    async def whole_life() -> None:
        workspace = await open_workspace(settings)
        try:
            await serve_workspace(workspace)
        finally:
            await _close_in_time(workspace)

    set_up_logging(settings.log_level)
    asyncio.run(whole_life())


async def _close_in_time(workspace: Workspace) -> None:
    try:
        async with asyncio.timeout(_CLOSING_SECONDS):
            await workspace.close()
    except TimeoutError:
        # Everything recorded is on disk, and what was under way is done again at the next start;
        # threads that hang must not keep a service manager waiting until it kills us.
        _logger.warning("Stopping took too long; what was under way goes on at the next start.")
        logging.shutdown()
        os._exit(0)


async def _composed(settings: Settings, database: Database, lock: DataLock) -> Workspace:
    folder = settings.data
    registry = await asyncio.to_thread(Registry.load)
    blobs = Blobs(folder / "blobs")
    store = RunStore(database, blobs)

    providers = Providers(provider_settings())
    gateway = Gateway(
        providers, default_model=settings.default_model, answers=AnswerStore(database)
    )
    redactor = Redactor(providers.secrets())
    hide_in_logs(redactor)
    vault = Vault(
        SecretStore(database), VaultKey.load(folder / "keys" / "vault.key"), redactor=redactor
    )
    web, doors = _doors(settings, gateway, vault)

    def compiled(text: str) -> Plan:
        return compile_flow(loads_flow(text), registry)

    engine = Engine(
        Journal(database, blobs),
        doors,
        compile_text=compiled,
        concurrency=settings.concurrency,
        clean=redactor.clean,
    )
    flows = Flows(folder / "flows", FlowStore(database), store, registry)

    keys = Keys(vault, providers, gateway)
    try:
        await keys.use_vault()
    except UserError as error:
        # A key that cannot be read any more must not keep everything else from starting.
        _logger.warning("Keys of providers are not used: %s %s", error.message, error.hint)

    async def let_go() -> None:
        lock.release()

    return Workspace(
        settings=settings,
        catalog=Catalog(registry),
        flows=flows,
        runs=Runs(engine, store, registry, flows),
        gallery=Gallery(Path(str(files("templates"))), flows, folder / "files"),
        models=Models(gateway),
        keys=keys,
        accounts=Accounts(AccountStore(database), clock=time.time, steady=time.monotonic),
        database=database,
        engine=engine,
        closing=[gateway.close, web.close, let_go],
    )


def _doors(settings: Settings, gateway: Gateway, vault: Vault) -> tuple[Web, Doors]:
    gate = Gate(allow=settings.allow_hosts, own_port=settings.port)
    web, post = Web(gate), Post(gate)
    folders = OpenFolders(settings.data, settings.files, readable=settings.readable)
    return web, Doors(
        models=gateway,
        http=lambda _: web,
        # Only the command line opens more than the folders for flows: whoever types there owns
        # the machine, and their flows may read and write where they could themselves.
        files=lambda run: (
            folders.at(run.workdir, everywhere=True) if run.origin == "cli" else folders.at()
        ),
        mail=lambda _: post,
        credentials=vault,
    )
