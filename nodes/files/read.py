"""Read the text of a file."""

import asyncio
import codecs
import io
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any, Final, Literal

from pydantic import Field

from nodes.sdk import Context, FilePath, In, Node, Ports, UserError, brief

Kind = Literal["text", "markdown", "code", "data", "pdf"]

_MEGABYTE: Final = 1_000_000
_MOST_CHARACTERS: Final = 20_000_000
"""A PDF can unpack to far more text than its size; no more than this is taken out of one."""


class ReadFile(
    Node,
    name="files.read",
    icon="description",
    effect="idempotent",
    aliases=("open", "load", "document", "pdf", "markdown", "text", "extract from file", "cat"),
):
    """Read the text of a file: plain text, Markdown, code, CSV, JSON, HTML or PDF.

    The encoding of text is found out. Pictures, archives and other files without text are
    refused.
    """

    path: In[FilePath]
    """Path of the file, or one of the files that "List files" sends."""
    max_characters: int = Field(default=0, ge=0, le=50_000_000, title="Longest text")
    """Cut the text after so many characters; 0 keeps all of it."""
    max_megabytes: int = Field(default=20, ge=1, le=200, title="Largest file (MB)")
    """Refuse files that are larger, in megabytes."""
    max_pages: int = Field(default=500, ge=1, le=5000)
    """Read no more pages of a PDF than this."""

    line_numbers: bool = False
    """Put its number in front of each line, so that a model can name lines."""

    class Output(Ports):
        text: str
        """The text."""
        name: str
        """Name of the file."""
        path: str
        """Path of the file."""
        kind: str
        """What it is: `text`, `markdown`, `code`, `data` or `pdf`."""
        pages: int
        """How many pages a PDF has; 1 for everything else."""
        truncated: bool
        """True when the text or the pages were cut."""

    @classmethod
    def subtitle(cls, settings: Mapping[str, Any]) -> str:
        """Return the path."""
        return brief(settings.get("path"))

    async def run(self, ctx: Context) -> Output:
        if not self.path.strip():
            raise UserError("Input 'path' is empty.", hint="Choose the file to read.")
        content = await ctx.files.read(self.path, limit=self.max_megabytes * _MEGABYTE)
        name = PurePosixPath(self.path.replace("\\", "/")).name
        if content[:1024].lstrip().startswith(b"%PDF-"):
            # In a thread: a long PDF takes seconds of CPU and would keep every other run waiting.
            enough = self.max_characters or _MOST_CHARACTERS
            read = await asyncio.to_thread(_pdf, content, name, self.max_pages, enough)
        else:
            read = _Read(text=decoded(content, name), kind=kind_of(name))
        if self.line_numbers:
            read = replace(read, text=_numbered(read.text))
        cut = 0 < self.max_characters < len(read.text)
        return self.Output(
            text=read.text[: self.max_characters] if cut else read.text,
            name=name,
            path=self.path,
            kind=read.kind,
            pages=read.pages,
            truncated=cut or read.truncated,
        )


@dataclass(frozen=True, slots=True)
class _Read:
    text: str
    kind: Kind
    pages: int = 1
    truncated: bool = False


def _numbered(text: str) -> str:
    return "\n".join(f"{n}| {line}" for n, line in enumerate(text.splitlines(), 1))


def kind_of(name: str) -> Kind:
    """Return what a file with this name holds."""
    suffix = PurePosixPath(name.lower()).suffix.removeprefix(".")
    for kind, suffixes in _KINDS:
        if suffix in suffixes.split():
            return kind
    return "text"


_KINDS: Final[tuple[tuple[Kind, str], ...]] = (
    ("markdown", "md markdown mdx rst adoc"),
    ("data", "csv tsv json jsonl yaml yml toml xml"),
    (
        "code",
        "py js jsx ts tsx mjs vue svelte java kt scala go rs c h cc cpp hpp cs rb php swift m r jl"
        " lua pl sh bash zsh ps1 sql css scss html htm ex exs erl hs clj dart tf proto",
    ),
)


def decoded(content: bytes, name: str) -> str:
    """Return bytes as text with plain line ends; raises UserError when they are no text."""
    for start, what in _NO_TEXT.items():
        if content.startswith(start):
            raise _no_text(name, what)
    text = _as_unicode(content)
    sample = text[:100_000]
    odd = len(re.findall(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]", sample))
    if "\x00" in sample or odd > max(2, len(sample) * _ODD_SHARE):
        raise _no_text(name, "binary data")
    return text.replace("\r\n", "\n").replace("\r", "\n")


_ODD_SHARE: Final = 0.003
"""Text has next to no control characters; three in a thousand are forgiven."""
_NO_TEXT: Final[Mapping[bytes, str]] = {
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
}


def _no_text(name: str, what: str) -> UserError:
    return UserError(
        f"{name!r} is {what} and has no text to read.",
        hint="Choose a text file or a PDF, or leave such files out by their pattern.",
    )


def _as_unicode(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if not broken or broken * 2 <= sum(map(_beyond_ascii, text)):
        return text
    # Western texts of before UTF-8; five bytes mean nothing there and count as odd.
    return content.decode("cp1252", "replace")


def _beyond_ascii(character: str) -> bool:
    return not character.isascii()


_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def _pdf(content: bytes, name: str, max_pages: int, enough: int) -> _Read:
    try:
        read = _pdf_text(content, max_pages, enough)
    except Exception as error:  # a parser fed with broken files fails in every way
        raise UserError(
            f"{name!r} is a damaged PDF.", hint="Open it in a viewer and save it again."
        ) from error
    if read is None:
        raise UserError(f"{name!r} is locked with a password.", hint="Save it without a password.")
    if not read.text.strip():
        raise UserError(
            f"{name!r} has pages without text, probably a scan.",
            hint="Run text recognition (OCR) over it first.",
        )
    return read


def _pdf_text(content: bytes, max_pages: int, enough: int) -> _Read | None:
    """Return the text of a PDF; None when it is locked."""
    # Imported here: 233 ms of CPU, and only flows that meet a PDF need it.
    from pypdf import PdfReader

    # Its warnings quote the document, which has no business in a log.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        return None
    pages = len(reader.pages)
    texts: list[str] = []
    while len(texts) < min(pages, max_pages) and sum(map(len, texts)) <= enough:
        texts.append(reader.pages[len(texts)].extract_text().strip())
    return _Read(text="\n\n".join(texts), kind="pdf", pages=pages, truncated=len(texts) < pages)
