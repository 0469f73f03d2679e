"""The vault: what is put in is encrypted, and never shown again."""

import builtins
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from pydantic import SecretStr, ValidationError

from nodes.sdk import Credential, UserError
from runtime.secrets.key import VaultKey
from runtime.secrets.redact import Redactor
from runtime.store.vault import SecretRecord, SecretStore

C = TypeVar("C", bound=Credential)

_SLUG: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_LONG: Final = 16
"""Of a shorter secret, not even the ending is shown."""


@dataclass(frozen=True, slots=True)
class SecretInfo:
    """What may be seen of a credential."""

    slug: str
    kind: str
    ending: str
    """The last four characters of its longest secret, to tell credentials apart."""
    updated_at: float


class Vault:
    """The credentials of one data directory.

    The name and the kind of each are bound into its encryption, so that a row that was moved to
    another name opens no more.
    """

    def __init__(
        self, store: SecretStore, key: VaultKey, *, redactor: Redactor | None = None
    ) -> None:
        self._store = store
        self._key = key
        self._redactor = redactor or Redactor()

    async def put(self, slug: str, credential: Credential, *, hosts: Sequence[str] = ()) -> None:
        """Keep a credential under a name; one that is there already is replaced."""
        if not _SLUG.fullmatch(slug):
            raise UserError(
                f"{slug!r} is no name for a credential.",
                hint="Use small letters, digits and hyphens, for example 'team-mail'.",
            )
        plain = json.dumps(_plain(credential)).encode()
        sealed = self._key.encrypt(plain, _place(slug, credential.kind))
        await self._store.put(
            slug, kind=credential.kind, ciphertext=sealed, key_id=self._key.id, hosts=hosts
        )
        self._redactor.hide(_secrets(credential))

    async def open(self, slug: str, model: type[C], *, run: object = None) -> C:
        """Return a credential of this kind by its name."""
        del run
        record = await self._store.get(slug)
        if record is None or record.kind != model.kind:
            raise UserError(
                f"There is no credential {slug!r} of the kind {model.kind!r}.",
                hint="Add it under Settings, or choose another one in the node.",
            )
        try:
            credential = model.model_validate(self._values(record))
        except ValidationError:
            raise UserError(
                f"The credential {slug!r} misses something that it needs today.",
                hint="Fill it in again under Settings.",
            ) from None  # pydantic repeats the values it refuses
        self._redactor.hide(_secrets(credential))
        return credential

    async def list(self, kind: str | None = None) -> "builtins.list[SecretInfo]":
        """Return what may be seen of the credentials, by name."""
        records = await self._store.list()
        return [
            SecretInfo(record.slug, record.kind, self._ending(record), record.updated_at)
            for record in records
            if kind is None or record.kind == kind
        ]

    async def delete(self, slug: str) -> bool:
        """Forget a credential and return whether there was one."""
        return await self._store.delete(slug)

    def _values(self, record: SecretRecord) -> dict[str, Any]:
        if record.key_id != self._key.id:
            raise UserError(
                f"The credential {record.slug!r} was encrypted with the vault key "
                f"{record.key_id}, but the key file holds {self._key.id}.",
                hint="Put the right key file back, or fill the credential in again.",
            )
        plain = self._key.decrypt(record.ciphertext, _place(record.slug, record.kind))
        if plain is None:
            raise UserError(
                f"The credential {record.slug!r} was changed outside of Loomline.",
                hint="Fill it in again under Settings.",
            )
        return json.loads(plain)

    def _ending(self, record: SecretRecord) -> str:
        try:
            values = self._values(record)
        except UserError:
            return ""
        texts = (value for value in values.values() if isinstance(value, str))
        longest = max(texts, key=len, default="")
        return longest[-4:] if len(longest) >= _LONG else ""


def _place(slug: str, kind: str) -> bytes:
    return f"loomline credential 1\n{slug}\n{kind}".encode()


def _plain(credential: Credential) -> dict[str, Any]:
    return {
        name: value.get_secret_value() if isinstance(value, SecretStr) else value
        for name, value in credential.model_dump().items()
    }


def _secrets(credential: Credential) -> Iterator[str]:
    for value in credential.model_dump().values():
        if isinstance(value, SecretStr):
            yield value.get_secret_value()
