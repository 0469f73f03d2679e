"""Which providers can be reached, with which key and at which address."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal

from runtime.settings import ProviderSettings

Source = Literal["environment", "vault", "found"]

PROVIDER_TITLES: Final = {
    "openai": "OpenAI",
    "anthropic": "Anthropic",
    "gemini": "Google Gemini",
    "mistral": "Mistral",
    "deepseek": "DeepSeek",
    "xai": "xAI",
    "groq": "Groq",
    "openrouter": "OpenRouter",
    "together_ai": "Together AI",
    "cohere_chat": "Cohere",
    "perplexity": "Perplexity",
    "azure": "Azure OpenAI",
    "ollama": "Ollama",
    "lm_studio": "LM Studio",
    "hosted_vllm": "vLLM",
    "demo": "Demonstration",
}
"""Providers we know by name; every other one that litellm reaches works, too."""

LOCAL_PROVIDERS: Final = frozenset({"ollama", "lm_studio", "hosted_vllm"})
"""Providers that need an address and no key."""


@dataclass(frozen=True, slots=True)
class Account:
    """How to reach one provider."""

    provider: str
    api_key: str = field(default="", repr=False)
    base_url: str = ""
    source: Source = "environment"


class Accounts:
    """The accounts at providers: what a person put into the vault goes before the environment."""

    def __init__(self, environment: Iterable[ProviderSettings] = ()) -> None:
        self._environment = {
            entry.provider: Account(
                entry.provider, entry.api_key.get_secret_value(), entry.base_url, "environment"
            )
            for entry in environment
        }
        self._vault: dict[str, Account] = {}
        self._found: dict[str, Account] = {}

    def use_vault(self, accounts: Iterable[Account]) -> None:
        """Replace the accounts from the vault; call it whenever the vault changes."""
        self._vault = {account.provider: account for account in accounts}

    def use_found(self, accounts: Iterable[Account]) -> None:
        """Replace the servers found on this machine."""
        self._found = {account.provider: account for account in accounts}

    def find(self, provider: str) -> Account | None:
        """Return the account at a provider, if there is one."""
        environment = self._environment.get(provider)
        own = self._vault.get(provider)
        if own is not None:
            # Never the other way round: a key must not travel to an address its owner never chose.
            address = own.base_url or (environment.base_url if environment else "")
            return Account(provider, own.api_key, address, "vault")
        return environment or self._found.get(provider)

    def providers(self) -> list[str]:
        """Return the providers there is an account for."""
        return sorted({*self._vault, *self._environment, *self._found})

    def secrets(self) -> list[str]:
        """Return all keys, so that the log can leave them out."""
        return [
            account.api_key
            for accounts in (self._vault, self._environment, self._found)
            for account in accounts.values()
            if account.api_key
        ]
