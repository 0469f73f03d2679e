"""The language models one can choose, and the one that is taken when none is chosen."""

from runtime.llm.catalog import ModelInfo
from runtime.llm.gateway import Gateway

__all__ = ["ModelInfo", "Models"]


class Models:
    """The models of every provider, with what is available on this machine."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def list(self, *, refresh: bool = False) -> list[ModelInfo]:
        """Return the models, those that can be used now first."""
        return await self._gateway.models(refresh=refresh)

    async def default(self) -> str:
        """Return the model for nodes and runs that name none."""
        return await self._gateway.default_model()
