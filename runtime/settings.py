"""Settings: the only place that reads the environment."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Final

from pydantic import BeforeValidator, Field, SecretStr
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


def listed(value: object) -> object:
    """Read a list that was written as JSON, or as words with commas between them."""
    if not isinstance(value, str):
        return value
    if value.lstrip().startswith("["):
        return json.loads(value)
    return [part.strip() for part in value.split(",") if part.strip()]


class Settings(BaseSettings):
    """Everything that can be set from outside, each as `LOOMLINE_<NAME>`."""

    model_config = SettingsConfigDict(
        env_prefix="LOOMLINE_", frozen=True, use_attribute_docstrings=True, extra="ignore"
    )

    data: Path = Field(default_factory=lambda: Path.home() / ".loomline")
    """The data directory: flows, runs, files and keys."""
    host: str = "127.0.0.1"
    """The address the web app listens on."""
    port: int = 8080
    """The port the web app listens on."""
    public_url: str = ""
    """The address people type, when the app does not listen on this machine alone."""
    behind_proxy: str = ""
    """Network (CIDR) of the reverse proxy that may tell the client's address and TLS."""
    admin_password_file: Path | None = None
    """File with the first password of the account `admin`, for starts without a screen."""
    files: Annotated[list[Path], NoDecode, BeforeValidator(listed)] = Field(
        default_factory=list[Path]
    )
    """Folders that flows may read and write besides the data directory's `files`. When none is
    named, flows may read what is in the home folder, if the app listens on this machine alone."""
    allow_hosts: Annotated[list[str], NoDecode, BeforeValidator(listed)] = Field(
        default_factory=list[str]
    )
    """Hosts, `host:port` or networks that HTTP nodes may reach although they are private."""
    default_model: str = ""
    """The model for nodes and runs that name none; empty means the best one available."""
    concurrency: int = Field(default=100, ge=1, le=1000)
    """The most steps one run has under way at a time."""
    log_level: str = "info"
    """debug, info, warning or error."""

    @property
    def local(self) -> bool:
        """True when only people and programs of this machine reach the app."""
        return not self.public_url and is_loopback(self.host)

    @property
    def readable(self) -> tuple[Path, ...]:
        """Folders that flows may read and not write: the home folder, where that is safe."""
        return (Path.home(),) if self.local and not self.files else ()


def is_loopback(host: str) -> bool:
    """Tell whether an address is reached from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class ProviderSettings:
    """Key and address of a provider of language models, as its own tools name them."""

    provider: str
    api_key: SecretStr
    base_url: str


def provider_settings(environ: Mapping[str, str] | None = None) -> list[ProviderSettings]:
    """Return the providers that the environment gives a key or an address for."""
    found = os.environ if environ is None else environ

    def first(names: tuple[str, ...]) -> str:
        return next((found[name].strip() for name in names if found.get(name, "").strip()), "")

    entries = [
        ProviderSettings(provider, SecretStr(first(keys)), first(addresses))
        for provider, (keys, addresses) in _PROVIDER_VARIABLES.items()
    ]
    return [entry for entry in entries if entry.api_key.get_secret_value() or entry.base_url]


_PROVIDER_VARIABLES: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "openai": (("OPENAI_API_KEY",), ("OPENAI_BASE_URL", "OPENAI_API_BASE")),
    "anthropic": (("ANTHROPIC_API_KEY",), ("ANTHROPIC_BASE_URL", "ANTHROPIC_API_BASE")),
    "gemini": (
        ("GEMINI_API_KEY", "GOOGLE_API_KEY"),
        ("GEMINI_BASE_URL", "GEMINI_API_BASE", "GOOGLE_GEMINI_BASE_URL"),
    ),
    "mistral": (("MISTRAL_API_KEY",), ("MISTRAL_BASE_URL", "MISTRAL_API_BASE")),
    "deepseek": (("DEEPSEEK_API_KEY",), ("DEEPSEEK_BASE_URL", "DEEPSEEK_API_BASE")),
    "xai": (("XAI_API_KEY",), ("XAI_BASE_URL", "XAI_API_BASE")),
    "groq": (("GROQ_API_KEY",), ("GROQ_BASE_URL", "GROQ_API_BASE")),
    "openrouter": (("OPENROUTER_API_KEY",), ("OPENROUTER_BASE_URL", "OPENROUTER_API_BASE")),
    "together_ai": (("TOGETHERAI_API_KEY", "TOGETHER_API_KEY"), ("TOGETHERAI_API_BASE",)),
    "cohere_chat": (("COHERE_API_KEY", "CO_API_KEY"), ("COHERE_BASE_URL", "COHERE_API_BASE")),
    "perplexity": (("PERPLEXITYAI_API_KEY", "PERPLEXITY_API_KEY"), ("PERPLEXITY_API_BASE",)),
    "azure": (("AZURE_API_KEY", "AZURE_OPENAI_API_KEY"), ("AZURE_API_BASE",)),
    "ollama": (("OLLAMA_API_KEY",), ("OLLAMA_HOST", "OLLAMA_API_BASE")),
    "lm_studio": (("LM_STUDIO_API_KEY",), ("LM_STUDIO_API_BASE", "LM_STUDIO_BASE_URL")),
    "hosted_vllm": (("HOSTED_VLLM_API_KEY",), ("HOSTED_VLLM_API_BASE", "VLLM_BASE_URL")),
}
