"""What the doctor looks at, one finding for each thing."""

import asyncio
import os
import platform
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

import assets
from nodes.sdk import LoomlineError, UserError
from runtime.llm.catalog import ModelCatalog
from runtime.llm.prices import PriceList
from runtime.llm.providers import Accounts
from runtime.registry import Registry
from runtime.settings import Settings, provider_settings
from runtime.store.connection import SQLITE_VERSION
from runtime.store.database import FILE, Database
from runtime.store.lock import DataLock

_GB: Final = 1024**3
_SPACE_TO_WARN: Final = 1 * _GB
_SPACE_TO_FAIL: Final = _GB // 10
_SQLITE_GOOD: Final = (3, 51, 3)
_SQLITE_OLDEST: Final = (3, 35, 0)
_SHOWN: Final = ("nicegui", "sqlmodel", "litellm", "pydantic")


class Finding(BaseModel):
    """One thing the doctor looked at."""

    model_config = ConfigDict(frozen=True)

    name: str
    status: Literal["ok", "warn", "fail"]
    message: str
    remedy: str = ""


def examine(settings: Settings) -> list[Finding]:
    """Look at everything and return what was found; nothing is changed by it."""
    looks: tuple[Callable[[Settings], Finding], ...] = (
        _versions,
        _python,
        _sqlite,
        _data,
        _space,
        _lock,
        _database,
        _vault,
        _bundle,
        _node_types,
        _models,
    )
    return [look(settings) for look in looks]


def _versions(settings: Settings) -> Finding:
    del settings
    parts = [f"loomline {_version('loomline')}"]
    parts += [f"{name} {_version(name)}" for name in _SHOWN]
    return Finding(name="versions", status="ok", message=", ".join(parts))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _python(settings: Settings) -> Finding:
    del settings
    text = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    if (3, 11) <= sys.version_info < (3, 15):
        return Finding(name="python", status="ok", message=text)
    return Finding(
        name="python", status="fail", message=text, remedy="Use Python 3.11, 3.12, 3.13 or 3.14."
    )


def _sqlite(settings: Settings) -> Finding:
    del settings
    text = f"SQLite {'.'.join(map(str, SQLITE_VERSION))}"
    if SQLITE_VERSION >= _SQLITE_GOOD:
        return Finding(name="sqlite", status="ok", message=text)
    if SQLITE_VERSION < _SQLITE_OLDEST:
        remedy = "Use a Python that brings SQLite 3.35 or newer."
        return Finding(name="sqlite", status="fail", message=text, remedy=remedy)
    return Finding(
        name="sqlite",
        status="warn",
        message=f"{text}; before 3.51.3 two processes that write at the same moment can in rare "
        "cases damage the file. Loomline lets one process write",
        remedy="Let nothing else write the database; a newer Python brings a newer SQLite.",
    )


def _data(settings: Settings) -> Finding:
    folder = settings.data
    if not folder.exists():
        above = next(parent for parent in folder.parents if parent.exists())
        if os.access(above, os.W_OK | os.X_OK):
            return Finding(name="data", status="ok", message=f"'{folder}' will be made when needed")
        return Finding(
            name="data",
            status="fail",
            message=f"'{folder}' is not there and cannot be made in '{above}'",
            remedy="Choose another directory with --data or LOOMLINE_DATA.",
        )
    if not folder.is_dir() or not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return Finding(
            name="data",
            status="fail",
            message=f"'{folder}' is no directory that can be read and written",
            remedy=f"Change its rights (chown, chmod 700 '{folder}') or choose another one.",
        )
    if folder.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return Finding(
            name="data",
            status="warn",
            message=f"'{folder}' can be read by other accounts of this machine",
            remedy=f"chmod 700 '{folder}'",
        )
    return Finding(name="data", status="ok", message=f"'{folder}' can be read and written")


def _space(settings: Settings) -> Finding:
    there = next(path for path in (settings.data, *settings.data.parents) if path.exists())
    free = shutil.disk_usage(there).free
    text = f"{free / _GB:.1f} GB free"
    if free >= _SPACE_TO_WARN:
        return Finding(name="space", status="ok", message=text)
    status: Literal["warn", "fail"] = "warn" if free >= _SPACE_TO_FAIL else "fail"
    return Finding(name="space", status=status, message=text, remedy=f"Make room on '{there}'.")


def _lock(settings: Settings) -> Finding:
    if not settings.data.is_dir():
        return Finding(name="lock", status="ok", message="free")
    try:
        DataLock.acquire(settings.data).release()
    except UserError as error:
        return Finding(name="lock", status="ok", message=f"taken: {error.message}")
    except OSError as error:
        return Finding(
            name="lock",
            status="fail",
            message=f"cannot be taken: {error.strerror or error}",
            remedy="Loomline needs a local file system that can lock files.",
        )
    return Finding(name="lock", status="ok", message="free")


def _database(settings: Settings) -> Finding:
    if not (settings.data / FILE).exists():
        return Finding(name="database", status="ok", message="will be made when needed")
    try:
        Database.open(settings.data, readonly=True).close_now()
    except LoomlineError as error:
        return Finding(name="database", status="fail", message=error.message, remedy=error.hint)
    size = (settings.data / FILE).stat().st_size / 1024**2
    return Finding(name="database", status="ok", message=f"can be read, {size:.1f} MB")


def _vault(settings: Settings) -> Finding:
    key = settings.data / "keys" / "vault.key"
    try:
        mode = stat.S_IMODE(key.stat().st_mode)
    except OSError:
        return Finding(name="vault", status="ok", message="no key yet; made with the first secret")
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        return Finding(
            name="vault",
            status="fail",
            message=f"the key '{key}' can be read by others (mode {mode:04o})",
            remedy=f"chmod 600 '{key}', and change the keys that lie in the vault.",
        )
    return Finding(name="vault", status="ok", message=f"key with mode {mode:04o}")


def _bundle(settings: Settings) -> Finding:
    del settings
    folder = Path(str(assets.__file__)).parent / "canvas"
    files = list(_scripts(folder))
    if files:
        size = sum(file.stat().st_size for file in files) // 1024
        return Finding(name="canvas", status="ok", message=f"{len(files)} scripts, {size} kB")
    return Finding(
        name="canvas",
        status="fail",
        message=f"the built canvas is missing in '{folder}'",
        remedy="Install Loomline again; in a checkout: .ci/canvas build",
    )


def _scripts(folder: Path) -> Iterator[Path]:
    yield from (path for suffix in ("*.js", "*.mjs") for path in folder.rglob(suffix))


def _node_types(settings: Settings) -> Finding:
    del settings
    registry = Registry.load()
    count = len(list(registry.types()))
    if not registry.broken:
        return Finding(name="nodes", status="ok", message=f"{count} node types")
    first, reason = next(iter(registry.broken.items()))
    return Finding(
        name="nodes",
        status="warn",
        message=f"the plugin {first!r} could not be loaded: {reason}",
        remedy="Install it again, or remove it.",
    )


def _models(settings: Settings) -> Finding:
    accounts = Accounts(provider_settings())
    catalog = ModelCatalog(accounts, PriceList(), default_model=settings.default_model)
    asyncio.run(catalog.refresh())
    usable = [model for model in catalog.models() if model.available and not model.demo]
    default = f"the default is {catalog.default_model()!r}"
    if usable:
        titles = ", ".join(dict.fromkeys(model.provider_title for model in usable))
        text = f"{len(usable)} models of {titles}; {default}"
        return Finding(name="models", status="ok", message=text)
    return Finding(
        name="models",
        status="warn",
        message=f"only the demo model; {default}",
        remedy="Set OPENAI_API_KEY, ANTHROPIC_API_KEY or the like, or start Ollama. "
        "Keys that lie in the vault are not looked at here.",
    )
