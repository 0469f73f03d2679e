"""Settings: the only place that reads the environment."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


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
    files: list[Path] = Field(default_factory=list[Path])
    """Folders that flows may read and write besides the data directory's `files`."""
    allow_hosts: list[str] = Field(default_factory=list[str])
    """Hosts, `host:port` or networks that HTTP nodes may reach although they are private."""
    default_model: str = ""
    """The model for nodes and runs that name none; empty means the best one available."""
    concurrency: int = Field(default=100, ge=1, le=1000)
    """The most steps one run has under way at a time."""
    log_level: str = "info"
    """debug, info, warning or error."""
