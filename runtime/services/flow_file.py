"""The file of an open flow: what we wrote last, and what others made of it since."""

import asyncio
import logging
from pathlib import Path

from nodes.sdk import LoomlineError
from runtime.flow.files import document_text, layout_path, load_document, save_document
from runtime.flow.hash import text_hash
from runtime.flow.model import Document

log = logging.getLogger(__name__)


class FlowFile:
    """A flow file that an editor or git may change at any time beside us."""

    def __init__(self, path: Path, *, revision: int, written: str) -> None:
        self.path = path
        self.revision = revision
        """The revision that it holds."""
        self.written = written
        """Hash of the document that it holds."""
        self._seen = self._marks()

    def holds(self, document: Document) -> bool:
        """Say whether a document is the one that was written last."""
        return text_hash(document_text(document)) == self.written

    def note(self, document: Document, revision: int) -> None:
        """Remember what the file holds."""
        self.written, self.revision = text_hash(document_text(document)), revision

    def touched(self) -> bool:
        """Say whether the file or its layout was written since the last look."""
        marks = self._marks()
        changed, self._seen = marks != self._seen, marks
        return changed

    async def theirs(self) -> Document | None:
        """Return what others wrote, None when there is nothing new that can be read."""
        document = await asyncio.to_thread(self._read)
        return None if document is None or self.holds(document) else document

    async def write(self, document: Document, revision: int) -> None:
        """Write the file; what others left there and cannot be read is kept beside it."""
        await asyncio.to_thread(self._write, document)
        self.note(document, revision)
        self._seen = self._marks()

    def _read(self) -> Document | None:
        try:
            return load_document(self.path)
        except (OSError, LoomlineError):
            # Missing, or broken in the middle of somebody's merge: ours stays the truth.
            return None

    def _write(self, document: Document) -> None:
        try:
            load_document(self.path)
        except OSError:
            pass
        except LoomlineError as error:
            aside = _free(self.path)
            self.path.rename(aside)
            log.warning("%s was kept as %s: %s", self.path.name, aside.name, error.message)
        save_document(self.path, document)

    def _marks(self) -> tuple[tuple[int, int], ...]:
        marks: list[tuple[int, int]] = []
        for path in (self.path, layout_path(self.path)):
            try:
                found = path.stat()
            except OSError:
                marks.append((0, 0))
            else:
                marks.append((found.st_mtime_ns, found.st_size))
        return tuple(marks)


def _free(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.unreadable-{number}")).exists():
        number += 1
    return aside
