"""The one door to raw markup. Catalogue: V02, V03, V04 (V01-V05 in a browser: tests/security)."""

import ast
from pathlib import Path

import pytest

from builder.theme import markup

BUILDER = Path(__file__).parents[3] / "builder"
DOOR = BUILDER / "theme" / "markup.py"
DANGEROUS = {
    "html", "markdown", "restructured_text", "interactive_image", "add_head_html", "add_body_html",
    "add_css", "add_scss", "add_sass", "run_javascript", "mermaid",
}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](java\tscript:alert(1))",
        "[a](data:text/html;base64,PHNjcmlwdD4=)",
        "[a](vbscript:x)",
        '<a href="#" onclick="alert(1)">x</a>',
        "<iframe src=//evil.example></iframe>",
        '<form action="//evil.example"><input></form>',
        "<style>body{background:url(//evil.example)}</style>",
        "<svg onload=alert(1)>",
        '![x](https://a.example/x.png" onerror="alert(1))',
        '[x](https://a.example/" onmouseover="alert(1))',
        "```<script>\nalert(1)\n```",
        "| a |\n|---|\n| <script>x</script> |",
    ],
)
def test_markdown_of_a_model_can_neither_run_nor_load_anything(text: str) -> None:
    found = _Found()
    found.feed(markup.to_html(text))
    assert not found.tags & {"script", "img", "iframe", "form", "style", "svg", "input", "object"}
    assert found.attributes <= {"href", "target", "rel"}
    assert all(link.startswith(("https://", "http://", "mailto:")) for link in found.links)


def test_a_picture_of_a_foreign_host_becomes_a_link_that_names_the_host() -> None:
    html = markup.to_html("![chart](https://tracker.example/pixel.png?secret=1)")
    assert "<img" not in html
    assert "chart (picture at tracker.example)" in html
    assert 'rel="noopener noreferrer nofollow"' in html


def test_ordinary_markdown_is_kept() -> None:
    html = markup.to_html(
        "# Title\n\nSome **bold** text.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    )
    for tag in ("<h1>", "<strong>", "<li>", "<table>"):
        assert tag in html


def test_tags_left_open_are_closed() -> None:
    html = markup.to_html("**open\n\n> quote")
    assert html.count("<blockquote>") == html.count("</blockquote>")


def test_keys_that_would_run_as_code_are_dropped_at_any_depth() -> None:
    hostile = {"a": [{":formatter": "alert(1)", "b": {" :x": 1, "ok": (1, {":y": 2})}}], ":top": 1}
    assert markup.without_code(hostile) == {"a": [{"b": {"ok": [1, {}]}}]}


def test_only_one_module_touches_raw_markup() -> None:
    found: list[str] = []
    for path in sorted(BUILDER.rglob("*.py")):
        if path == DOOR:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in DANGEROUS:
                base = node.value
                if isinstance(base, ast.Name) and base.id in ("ui", "client", "app"):
                    found.append(f"{path.name}:{node.lineno} {base.id}.{node.attr}")
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("nicegui"):
                found += [f"{path.name}: {a.name}" for a in node.names if a.name in DANGEROUS]
    assert found == []


class _Found(markup.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]
