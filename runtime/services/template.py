"""A template: a ready-made flow with a form, a sample, and a word on what it touches."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from nodes.sdk import UserError
from runtime.engine.inputs import fitting
from runtime.flow.canonical import loads_flow
from runtime.flow.files import load_document
from runtime.flow.model import Document, InputSpec

_MANIFEST = "template.json"


class Binding(BaseModel):
    """Where the value of a parameter goes: a JSON Pointer into the flow."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    parameter: str
    at: str = Field(pattern=r"^(/[^/]+)+$")


class Sample(BaseModel):
    """Input that ships with the template and runs on the demo model."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    folder: str = ""
    """Folder of sample files inside the template; empty for none."""
    inputs: dict[str, Any] = Field(default_factory=dict[str, Any])
    """Values for the form; one that equals `folder` becomes the place it is copied to."""


class Estimate(BaseModel):
    """What a typical run costs."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    calls: str = ""
    basis: str = ""
    usd: tuple[float, float] = (0.0, 0.0)
    seconds: tuple[float, float] = (0.0, 0.0)


class TemplateInfo(BaseModel):
    """What the gallery shows of a template."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: int = Field(default=1, le=1)
    name: str
    version: str = ""
    title: str
    summary: str
    description: str = ""
    categories: tuple[str, ...] = ()
    icon: str = "auto_awesome"
    license: str = ""
    parameters: dict[str, InputSpec] = Field(default_factory=dict[str, InputSpec])
    bindings: tuple[Binding, ...] = ()
    sample: Sample = Sample()
    touches: dict[str, str] = Field(default_factory=dict[str, str])
    """What a run reads, writes, sends and spends: files, network, money."""
    estimate: Estimate = Estimate()
    setup: tuple[str, ...] = ()
    outputs: dict[str, str] = Field(default_factory=dict[str, str])


class Template:
    """A folder with a manifest, a flow, its layout and a sample."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            self.info = TemplateInfo.model_validate_json((folder / _MANIFEST).read_bytes())
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(map(str, first["loc"]))
            raise UserError(
                f"The template {folder.name!r} has a broken {_MANIFEST}: {field}: {first['msg']}."
            ) from error

    @classmethod
    def lies_in(cls, folder: Path) -> bool:
        """Say whether a folder holds a template."""
        return (folder / _MANIFEST).is_file()

    @property
    def flow_path(self) -> Path:
        """The flow file."""
        return self.folder / f"{self.info.name}.flow.json"

    @property
    def sample_folder(self) -> Path | None:
        """The sample files, None when there are none."""
        return self.folder / self.info.sample.folder if self.info.sample.folder else None

    def document(self, values: Mapping[str, Any] | None = None) -> Document:
        """Return the flow with the answers of the form filled in.

        Values go in as data: text that looks like an expression stays text.
        """
        document = load_document(self.flow_path)
        given = self._checked(values or {})
        if not given:
            return document
        tree = json.loads(self.flow_path.read_text("utf-8"))
        for binding in self.info.bindings:
            if binding.parameter in given:
                _put(tree, binding.at.split("/")[1:], given[binding.parameter])
        text = json.dumps(tree, ensure_ascii=False)
        return Document(flow=loads_flow(text, name=self.info.name), layout=document.layout)

    def _checked(self, values: Mapping[str, Any]) -> dict[str, Any]:
        unknown = sorted(set(values) - set(self.info.parameters))
        if unknown:
            raise UserError(
                f"The template {self.info.name!r} has no parameter {unknown[0]!r}.",
                hint=f"It has: {', '.join(self.info.parameters)}.",
            )
        specs = self.info.parameters
        return {name: fitting(name, specs[name], value) for name, value in values.items()}


def _put(tree: dict[str, Any], keys: list[str], value: Any) -> None:
    place: Any = tree
    for key in keys[:-1]:
        place = place.setdefault(key, {})
    in_a_node = keys[0] == "nodes"
    literal = in_a_node and isinstance(value, str) and "{{" in value
    place[keys[-1]] = {"$text": value} if literal else value
