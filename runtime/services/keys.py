"""Credentials and keys of providers: put in, tell apart, take out; never read back."""

from pydantic import SecretStr, ValidationError

from nodes.sdk import Credential, UserError
from runtime.auth.policy import check
from runtime.llm.gateway import Gateway
from runtime.llm.providers import PROVIDER_TITLES, Account, Accounts
from runtime.secrets.provider_key import SLUG_PREFIX, ProviderKey
from runtime.secrets.vault import SecretInfo, Vault
from runtime.services.actor import Actor

__all__ = ["Keys", "SecretInfo"]


class Keys:
    """The credentials of one data directory, as people see them."""

    def __init__(self, vault: Vault, accounts: Accounts, gateway: Gateway) -> None:
        self._vault = vault
        self._accounts = accounts
        self._gateway = gateway

    def providers(self) -> dict[str, str]:
        """Return the providers one can keep a key for: name and title."""
        return {name: title for name, title in PROVIDER_TITLES.items() if name != "demo"}

    async def list(self, actor: Actor, kind: str | None = None) -> list[SecretInfo]:
        """Return what may be seen of the credentials."""
        check(actor, "key.read")
        return await self._vault.list(kind)

    async def names(self, actor: Actor, kind: str) -> "tuple[str, ...]":
        """Return the names of the credentials of a kind, for a node to choose from."""
        check(actor, "key.read")
        return tuple(info.slug for info in await self.list(actor, kind))

    async def put(self, actor: Actor, slug: str, credential: Credential) -> None:
        """Keep a credential; one of the same name is replaced."""
        check(actor, "key.write", slug)
        await self._vault.put(slug, credential)

    async def put_provider(
        self, actor: Actor, provider: str, *, api_key: str, base_url: str = ""
    ) -> None:
        """Keep the key of a provider; it is used from the next call on."""
        check(actor, "key.write", provider)
        try:
            key = ProviderKey(
                provider=provider, api_key=SecretStr(api_key.strip()), base_url=base_url.strip()
            )
        except ValidationError as error:
            field = str(error.errors()[0]["loc"][0]).replace("_", " ")
            raise UserError(
                f"The {field} does not look right.",
                hint="The address begins with http:// or https://.",
            ) from error
        await self.put(actor, f"{SLUG_PREFIX}{provider.replace('_', '-')}", key)
        await self.use_vault()

    async def delete(self, actor: Actor, slug: str) -> None:
        """Forget a credential."""
        check(actor, "key.write", slug)
        await self._vault.delete(slug)
        if slug.startswith(SLUG_PREFIX):
            await self.use_vault()

    async def use_vault(self) -> None:
        """Let calls of models use the keys in the vault as they are now."""
        found: list[Account] = []
        for info in await self._vault.list(ProviderKey.kind):
            key = await self._vault.open(info.slug, ProviderKey)
            found.append(
                Account(key.provider, key.api_key.get_secret_value(), key.base_url, "vault")
            )
        self._accounts.use_vault(found)
        await self._gateway.models(refresh=True)
