"""A folder of documents as people have them: Markdown, text and PDF, some in folders below."""

from pathlib import Path

_TOPICS = ("heating", "bridges", "apples", "tides", "printing", "bees", "glass", "maps")


def write_papers(folder: Path, *, markdown: int, text: int, pdf: int) -> int:
    """Write the documents and return how many there are."""
    for number in range(markdown + text + pdf):
        topic = _TOPICS[number % len(_TOPICS)]
        lines = [
            f"Report {number} about {topic}.",
            f"The city counted {100 + number} cases of {topic} last year.",
            f"Next year it will spend {number + 3} million on {topic}.",
        ]
        place = folder / "archive" if number % 7 == 0 else folder
        place.mkdir(parents=True, exist_ok=True)
        name = f"{number:02}-{topic}"
        if number < markdown:
            (place / f"{name}.md").write_text(f"# {topic.title()}\n\n" + "\n\n".join(lines))
        elif number < markdown + text:
            (place / f"{name}.txt").write_text("\n".join(lines))
        else:
            (place / f"{name}.pdf").write_bytes(pdf_of(lines))
    return markdown + text + pdf


def pdf_of(lines: list[str]) -> bytes:
    """Return a PDF of one page."""
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    content = f"BT /F1 12 Tf 16 TL 60 760 Td {shown} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    made = b"%PDF-1.4\n"
    offsets: list[int] = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return made + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table, len(objects) + 1, len(made))
    )
