"""What forms need from the services, put together in one place."""

from collections.abc import Sequence

from builder.forms.toolbox import Folders, Toolbox
from builder.panels.downloads import roots
from builder.theme.desk import Desk
from runtime.services.models import ModelInfo


def toolbox(desk: Desk) -> Toolbox:
    """Return the tools for the forms of a page."""

    async def models() -> Sequence[ModelInfo]:
        return await desk.workspace.models.list()

    async def default_model() -> str:
        return await desk.workspace.models.default()

    async def credentials(kind: str) -> Sequence[str]:
        return await desk.workspace.keys.names(desk.actor(), kind)

    return Toolbox(
        models=models,
        default_model=default_model,
        folders=Folders([*roots(desk), *desk.workspace.settings.readable]),
        credentials=credentials,
    )
