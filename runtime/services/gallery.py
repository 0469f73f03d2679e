"""The templates one can start from."""

import asyncio
import builtins
import shutil
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nodes.sdk import UserError
from runtime.auth.policy import check
from runtime.flow.files import save_document
from runtime.flow.model import Document
from runtime.services.actor import Actor
from runtime.services.template import Template, TemplateInfo

if TYPE_CHECKING:
    # The command line lists templates, too, and must not load the database for it.
    from runtime.services.flows import Flows, FlowSummary

__all__ = ["Gallery", "TemplateInfo"]


class Gallery:
    """Ready-made flows: look at them, fill in their form, make one your own."""

    def __init__(
        self, folder: Path, flows: "Flows | None" = None, files: Path | None = None
    ) -> None:
        self._folder = folder
        self._flows = flows
        self._files = files

    def list(self) -> list[TemplateInfo]:
        """Return the templates by title."""
        infos = (template.info for template in self._templates.values())
        return sorted(infos, key=lambda info: info.title)

    def get(self, name: str) -> TemplateInfo:
        """Return one template; raises UserError when there is none of this name."""
        return self._template(name).info

    def document(self, name: str, values: Mapping[str, Any] | None = None) -> Document:
        """Return the flow of a template, with the answers of its form filled in."""
        return self._template(name).document(values)

    async def use(
        self,
        actor: Actor,
        name: str,
        values: Mapping[str, Any] | None = None,
        *,
        with_sample: bool = True,
    ) -> "FlowSummary":
        """Make a flow from a template; what the form leaves out comes from the sample."""
        check(actor, "template.use", name)
        if self._flows is None or self._files is None:
            raise UserError("Flows can only be kept in a data directory.")
        template = self._template(name)
        filled = dict(values or {})
        if with_sample:
            place = await asyncio.to_thread(_lay_out, template, self._files / "samples" / name)
            filled = {**_sample_values(template, place), **filled}
        document = await asyncio.to_thread(template.document, filled)
        return await self._flows.import_document(actor, document)

    def write(
        self,
        name: str,
        folder: Path,
        values: Mapping[str, Any] | None = None,
        *,
        with_sample: bool = False,
    ) -> "builtins.list[Path]":
        """Write the flow and layout of a template into a folder and return their paths."""
        template = self._template(name)
        path = folder / f"{name}.flow.json"
        if path.exists():
            raise UserError(
                f"{str(path)!r} is there already.", hint="Choose another folder, or move it away."
            )
        filled = dict(values or {})
        if with_sample:
            filled = {**_sample_values(template, _lay_out(template, folder / "sample")), **filled}
        folder.mkdir(parents=True, exist_ok=True)
        save_document(path, template.document(filled))
        return sorted(folder.glob(f"{name}.*.json"))

    # ------------------------------------------------------------------ inside

    @cached_property
    def _templates(self) -> dict[str, Template]:
        folders = sorted(folder for folder in self._folder.iterdir() if Template.lies_in(folder))
        return {folder.name: Template(folder) for folder in folders}

    def _template(self, name: str) -> Template:
        try:
            return self._templates[name]
        except KeyError:
            raise UserError(
                f"There is no template {name!r}.", hint=f"There are: {', '.join(self._templates)}."
            ) from None


def _lay_out(template: Template, place: Path) -> Path | None:
    """Copy the sample files to where a run may read them; what is there already stays."""
    source = template.sample_folder
    if source is None:
        return None
    if not place.exists():
        shutil.copytree(source, place)
    return place.resolve()


def _sample_values(template: Template, place: Path | None) -> dict[str, Any]:
    sample = template.info.sample
    return {
        name: str(place) if place and value == sample.folder else value
        for name, value in sample.inputs.items()
    }
