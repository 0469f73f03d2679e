import logging
import sqlite3
import stat
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from nodes.sdk import Credential, UserError
from runtime.secrets.key import VaultKey
from runtime.secrets.provider_key import ProviderKey
from runtime.secrets.redact import HIDDEN, RedactingFilter, Redactor
from runtime.secrets.vault import Vault
from runtime.store.database import Database
from runtime.store.vault import SecretStore

SECRET = "sk-live-abcdefgh-12345678"  # noqa: S105 - made up


class Token(Credential, kind="token"):
    """A token."""

    token: SecretStr


def key_of(provider: str = "openai") -> ProviderKey:
    return ProviderKey(provider=provider, api_key=SecretStr(SECRET))


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = Database.open(tmp_path)
    yield opened
    await opened.close()


@pytest.fixture
def key(tmp_path: Path) -> VaultKey:
    return VaultKey.load(tmp_path / "keys" / "vault.key")


async def test_what_is_put_in_comes_out_as_the_same_credential(
    database: Database, key: VaultKey
) -> None:
    vault = Vault(SecretStore(database), key)
    await vault.put("team-key", key_of())
    assert await vault.open("team-key", ProviderKey) == key_of()


async def test_lists_show_four_characters_at_most(database: Database, key: VaultKey) -> None:
    vault = Vault(SecretStore(database), key)
    await vault.put("team-key", key_of())
    await vault.put("short", Token(token=SecretStr("hunter22")))
    infos = {info.slug: info for info in await vault.list()}
    assert infos["team-key"].ending == SECRET[-4:]
    assert infos["short"].ending == ""
    assert SECRET not in repr(infos)


async def test_nothing_on_disk_holds_the_secret(
    database: Database, key: VaultKey, tmp_path: Path
) -> None:
    await Vault(SecretStore(database), key).put("team-key", key_of())
    await database.close()
    files = _contents(tmp_path)
    assert files
    assert not any(SECRET.encode() in content for content in files)


async def test_a_row_moved_to_another_name_opens_no_more(
    database: Database, key: VaultKey, tmp_path: Path
) -> None:
    vault = Vault(SecretStore(database), key)
    await vault.put("mine", key_of())
    await vault.put("theirs", key_of("anthropic"))
    table = _table(tmp_path)
    with sqlite3.connect(tmp_path / "loomline.db") as link:
        link.execute(
            f"UPDATE {table} SET ciphertext=(SELECT ciphertext FROM {table} WHERE slug='mine') "  # noqa: S608
            "WHERE slug='theirs'"
        )
    link.close()
    with pytest.raises(UserError, match="changed outside"):
        await vault.open("theirs", ProviderKey)


def _contents(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


def _table(folder: Path) -> str:
    link = sqlite3.connect(folder / "loomline.db")
    names = [row[0] for row in link.execute("SELECT name FROM sqlite_master WHERE type='table'")]
    link.close()
    return next(name for name in names if "secret" in name)


async def test_another_key_names_the_one_that_is_wanted(
    database: Database, key: VaultKey, tmp_path: Path
) -> None:
    await Vault(SecretStore(database), key).put("team-key", key_of())
    other = VaultKey.load(tmp_path / "other.key")
    with pytest.raises(UserError, match=key.id):
        await Vault(SecretStore(database), other).open("team-key", ProviderKey)


async def test_a_credential_of_another_kind_is_refused(database: Database, key: VaultKey) -> None:
    vault = Vault(SecretStore(database), key)
    await vault.put("team-key", key_of())
    with pytest.raises(UserError, match="'team-key' of the kind 'token'"):
        await vault.open("team-key", Token)
    assert await vault.delete("team-key")
    with pytest.raises(UserError, match="no credential"):
        await vault.open("team-key", ProviderKey)


def test_the_key_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "keys" / "vault.key"
    made = VaultKey.load(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert VaultKey.load(file).id == made.id
    file.chmod(0o644)
    with pytest.raises(UserError, match="Others can read") as caught:
        VaultKey.load(file)
    assert "chmod 600" in caught.value.hint


def test_a_broken_key_file_is_never_replaced(tmp_path: Path) -> None:
    file = tmp_path / "vault.key"
    file.write_bytes(b"short")
    file.chmod(0o600)
    with pytest.raises(UserError, match="is no vault key"):
        VaultKey.load(file)
    assert file.read_bytes() == b"short"


async def test_logs_hide_what_the_vault_has_opened(
    database: Database, key: VaultKey, caplog: pytest.LogCaptureFixture
) -> None:
    redactor = Redactor()
    caplog.handler.addFilter(only := RedactingFilter(redactor))
    await Vault(SecretStore(database), key, redactor=redactor).put("team-key", key_of())
    logger = logging.getLogger("somebody.else")
    logger.warning("Authorization: Bearer %s", SECRET)
    try:
        float(SECRET)
    except ValueError:
        logger.exception("It failed")
    caplog.handler.removeFilter(only)
    assert SECRET not in caplog.text
    assert caplog.text.count(HIDDEN) >= 2
    assert "ValueError" in caplog.text


def test_short_values_do_not_blank_half_of_a_text() -> None:
    assert Redactor(["abc"]).clean("abcdef") == "abcdef"
    assert Redactor(["a b/c&d"]).clean("x?key=a%20b%2Fc%26d") == f"x?key={HIDDEN}"
