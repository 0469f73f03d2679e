"""Fixtures that every test may use."""

from tests.fakes.fixtures import provider, provider_process

__all__ = ["provider", "provider_process"]
