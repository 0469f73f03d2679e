"""Reading files."""

import gzip

import pytest

from nodes.files import ReadFile
from nodes.sdk import UserError
from nodes.sdk.testing import FakeContext

GREETING = "Grüße aus Zürich\r\nund Genf"


def _pdf(*pages: str) -> bytes:
    """Return a small PDF written by hand, with one line of text on each page."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for i, text in enumerate(pages):
        stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET" if text else ""
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * i} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out = b"%PDF-1.4\n"
    offsets: list[int] = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    start = len(out)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    tail = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out + (head + table + tail).encode()


async def _read(content: bytes, name: str = "a.txt", **settings: int) -> ReadFile.Output:
    node = ReadFile.model_validate({"path": f"docs/{name}", **settings})
    return await node.run(FakeContext(files={f"docs/{name}": content}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
async def test_the_encoding_is_found_out(encoding: str) -> None:
    output = await _read(GREETING.encode(encoding))
    assert output.text == "Grüße aus Zürich\nund Genf"
    assert (output.name, output.path, output.pages) == ("a.txt", "docs/a.txt", 1)


async def test_one_broken_byte_does_not_spoil_the_rest() -> None:
    output = await _read("Grüße, Ähren".encode() + b"\xff.")
    assert output.text == "Grüße, Ähren\ufffd."


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.md", "markdown"), ("b.PY", "code"), ("c.csv", "data"), ("LICENSE", "text")],
)
async def test_the_name_tells_what_it_is(name: str, kind: str) -> None:
    assert (await _read(b"hello", name)).kind == kind


async def test_pdf_text_is_read_page_by_page() -> None:
    output = await _read(_pdf("First page", "Second page"), "a.pdf")
    assert output.text == "First page\n\nSecond page"
    assert (output.kind, output.pages, output.truncated) == ("pdf", 2, False)


async def test_only_so_many_pages_are_read() -> None:
    output = await _read(_pdf("One", "Two", "Three"), "a.pdf", max_pages=2)
    assert (output.text, output.pages, output.truncated) == ("One\n\nTwo", 3, True)


async def test_no_more_of_a_pdf_is_taken_out_than_is_wanted() -> None:
    output = await _read(_pdf("One", "Two", "Three"), "a.pdf", max_characters=4)
    assert (output.text, output.truncated) == ("One\n", True)


async def test_long_text_is_cut_and_says_so() -> None:
    output = await _read(b"abcdef", max_characters=4)
    assert (output.text, output.truncated) == ("abcd", True)
    assert not (await _read(b"abcd", max_characters=4)).truncated


@pytest.mark.parametrize(
    ("content", "name", "what"),
    [
        (b"PK\x03\x04" + bytes(50), "a.docx", "a ZIP archive or an Office document"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a.png", "a picture"),
        (gzip.compress(b"text" * 100, mtime=0), "a.txt", "a compressed file"),
        (bytes(range(256)) * 20, "a.bin", "binary data"),
        (b"\x00" * 500, "a.txt", "binary data"),
    ],
)
async def test_files_without_text_are_refused(content: bytes, name: str, what: str) -> None:
    with pytest.raises(UserError, match=f"'{name}' is {what} and has no text"):
        await _read(content, name)


@pytest.mark.parametrize(
    "content", [b"%PDF-1.4\nrubbish", _pdf("One")[:300], b"%PDF-1.7\n" + bytes(range(256)) * 4]
)
async def test_a_damaged_pdf_is_refused_and_never_quoted_in_a_log(
    content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(UserError, match=r"'a\.pdf' (is a damaged PDF|has pages without text)"):
        await _read(content, "a.pdf")
    assert caplog.records == []


async def test_a_scan_is_refused_with_a_remedy() -> None:
    with pytest.raises(UserError, match="probably a scan") as caught:
        await _read(_pdf(""), "a.pdf")
    assert "OCR" in caught.value.hint


async def test_a_document_of_50_megabytes_is_refused() -> None:
    with pytest.raises(UserError, match="is larger than 20000000 bytes"):
        await _read(b"x" * 50_000_000)


async def test_an_item_of_a_file_list_is_a_path() -> None:
    node = ReadFile.model_validate({"path": {"path": "docs/a.md", "name": "a.md", "size": 5}})
    assert node.path == "docs/a.md"


async def test_an_empty_path_is_refused() -> None:
    with pytest.raises(UserError, match="Input 'path' is empty"):
        await ReadFile(path=" ").run(FakeContext())


async def test_lines_may_be_numbered() -> None:
    assert (await _read(b"a\n\nb\n", line_numbers=True)).text == "1| a\n2| \n3| b"


async def test_an_empty_file_is_an_empty_text() -> None:
    assert (await _read(b"")).text == ""
