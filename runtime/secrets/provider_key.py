"""The credential for a provider of language models."""

from typing import Final

from pydantic import Field, SecretStr

from nodes.sdk import Credential

SLUG_PREFIX: Final = "provider-"
"""Keys of providers are kept under this and the provider's name."""


class ProviderKey(Credential, kind="provider"):
    """A key of a provider of language models, and where it may be sent."""

    provider: str = Field(pattern=r"^[a-z][a-z0-9_]{0,40}$")
    """Name of the provider, for example `openai`."""
    api_key: SecretStr = SecretStr("")
    """The key; empty for a server that asks for none."""
    base_url: str = Field(default="", pattern=r"^(https?://[^\s]+)?$")
    """Address of the provider when it is not the usual one."""
