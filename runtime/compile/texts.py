"""Texts of files beside a flow file, which settings name with `$file`."""

from pathlib import Path
from typing import Final

from pydantic import JsonValue

from nodes.sdk import UserError
from runtime.flow.model import Flow
from runtime.flow.value import FILE

_LARGEST: Final = 1_000_000


class FileTexts:
    """The texts of the files a flow names; nothing outside of its folder is read."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.read: dict[str, str] = {}
        """What was read so far: path as it is written in the flow -> text."""

    def filled_in(self, value: JsonValue) -> JsonValue:
        """Return a setting with the texts in place of the files it names."""
        if isinstance(value, list):
            return [self.filled_in(part) for part in value]
        if not isinstance(value, dict):
            return value
        path = value.get(FILE)
        if len(value) == 1 and isinstance(path, str):
            return self._text(path)
        return {key: self.filled_in(part) for key, part in value.items()}

    def _text(self, path: str) -> str:
        if path not in self.read:
            self.read[path] = self._content(path)
        return self.read[path]

    def _content(self, path: str) -> str:
        if self._folder is None:
            raise UserError(
                f"The file {path!r} cannot be found, for the flow lies in no folder.",
                hint="Save the flow, with the file beside it.",
            )
        folder = self._folder.resolve()
        try:
            file = (folder / path).resolve()
            if not file.is_relative_to(folder):
                raise UserError(
                    f"The file {path!r} lies outside the folder of the flow.",
                    hint="Put it beside the flow file and name it by its path from there.",
                )
            if not file.is_file():
                raise UserError(
                    f"There is no file {path!r} beside the flow.",
                    hint="Put it there, or write the text into the setting.",
                )
            with file.open("rb") as content:
                text = content.read(_LARGEST + 1)
        except (OSError, ValueError, RuntimeError) as error:
            raise UserError(
                f"The file {path!r} cannot be read.", hint="Check its name and permissions."
            ) from error
        if len(text) > _LARGEST:
            raise UserError(f"The file {path!r} is larger than 1 MB.", hint="Use a shorter text.")
        try:
            return text.decode("utf-8")
        except UnicodeDecodeError as error:
            raise UserError(
                f"The file {path!r} is not text in UTF-8.", hint="Save it as UTF-8."
            ) from error


def with_texts(flow: Flow, folder: Path | None) -> Flow:
    """Return a flow that needs no files beside it, so that a run can go on anywhere."""
    texts = FileTexts(folder)
    filled = {
        name: node.model_copy(
            update={"inputs": {key: texts.filled_in(value) for key, value in node.inputs.items()}}
        )
        for name, node in flow.nodes.items()
    }
    return flow.model_copy(update={"nodes": filled}) if texts.read else flow
