"""The only door to raw HTML, Markdown and JavaScript; whatever passes is made safe here.

Text of people and models never becomes markup of ours: Markdown is rendered on the server,
stripped down to an allow-list of tags, and images of foreign hosts become links one may follow.
"""

import html
import json
import re
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Final, Literal, cast
from urllib.parse import urlsplit

import markdown2  # pyright: ignore[reportMissingTypeStubs] - it ships none
from nicegui import app, ui

_ASSETS: Final = Path(__file__).parents[2] / "assets"
_LONGEST: Final = 200_000
"""Longer Markdown is cut: nobody reads it in a panel, and rendering it would block others."""
_SCHEMES: Final = frozenset({"http", "https", "mailto"})
_TAGS: Final = frozenset(
    {
        "a", "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em",
        "b", "i", "s", "del", "code", "pre", "blockquote", "table", "thead", "tbody", "tr", "th",
        "td", "div", "span", "sup", "sub",
    }
)  # fmt: skip
_VOID: Final = frozenset({"br", "hr"})
_SILENT: Final = frozenset({"script", "style", "iframe", "object", "template", "noscript", "title"})
_REVISION: Final = max(
    int(file.stat().st_mtime) for file in (*_ASSETS.glob("theme/*"), *_ASSETS.glob("fonts/*"))
)
STATIC: Final = f"/_loomline/{_REVISION:x}"
"""Where our own files are served; it changes with them, so browsers may keep them for good."""


def install() -> None:
    """Serve the theme's files and put them into the head of every page."""
    app.add_static_files(f"{STATIC}/theme", _ASSETS / "theme", max_cache_age=31_536_000)
    app.add_static_files(f"{STATIC}/fonts", _ASSETS / "fonts", max_cache_age=31_536_000)
    sheets = "".join(
        f'<link rel="stylesheet" href="{STATIC}/theme/{name}.css">'
        for name in ("tokens", "base", "shell", "editor")
    )
    ui.select.default_props("dropdown-icon=sym_r_unfold_more")
    # Not deferred on purpose: it sets the theme before the first paint.
    ui.add_head_html(f'<script src="{STATIC}/theme/loomline.js"></script>{sheets}', shared=True)


def favicon() -> str:
    """Return the picture in the browser's tab, which travels in the page itself."""
    return (_ASSETS / "brand" / "favicon.svg").read_text("utf-8").strip()


CARET: Final = (
    "(e) => { const t = e.target; const on = t.value !== undefined && t.value.includes('{{'); "
    "emit({on, text: on ? t.value.slice(0, 20000) : '', caret: t.selectionStart ?? 0, "
    "key: e.key}); }"
)
"""A key handler that tells what was typed and where, but only if there is an expression in it."""
VALUE: Final = "(e) => emit(String(e.target.value ?? '').slice(0, 300))"
"""A handler that tells what a field holds right now, however fast it was typed."""
KEEP_FOCUS: Final = "(e) => { e.preventDefault(); emit(); }"
"""A pointer handler of lists under a field: the field keeps the focus."""


def call(name: Literal["choose", "copy", "fill", "refresh", "reveal"], *args: str | int) -> None:
    """Call one of our functions in the browser; arguments travel as JSON, never as code."""
    packed = json.dumps(args).replace("<", "\\u003c")
    ui.run_javascript(f"window.loomline?.{name}(...{packed})")


def on_browser(name: Literal["choose", "copy"], argument: str) -> str:
    """Return a handler that calls one of our functions without asking the server."""
    packed = json.dumps(argument).replace("<", "\\u003c")
    return f"() => window.loomline.{name}({packed})"


def svg(drawing: str, classes: str = "") -> ui.html:
    """Show a drawing made by our own code (all texts in it are escaped already)."""
    return ui.html(drawing, sanitize=False).classes(classes)


def markdown(text: str, classes: str = "") -> ui.html:
    """Show Markdown of a person or a model."""
    return ui.html(to_html(text), sanitize=False).classes(f"ll-md {classes}")


def to_html(text: str) -> str:
    """Turn untrusted Markdown into HTML that can neither run nor load anything."""
    cut = text[:_LONGEST]
    note = "" if cut == text else f"\n\n*(The first {_LONGEST:,} characters are shown.)*"
    rendered = markdown2.markdown(
        cut.replace("\x00", "\ufffd") + note,
        extras=["fenced-code-blocks", "tables", "strike", "cuddled-lists"],
        safe_mode="escape",
    )
    cleaner = _Cleaner()
    cleaner.feed(str(rendered))
    cleaner.close()
    return cleaner.result()


def without_code(value: object) -> object:
    """Drop keys starting with a colon, at any depth: NiceGUI would run their values as code.

    Everything from runs, nodes or models goes through here before it reaches a chart, a table
    or a grid.
    """
    if isinstance(value, Mapping):
        pairs = cast("Mapping[object, object]", value).items()
        return {
            str(key): without_code(inner)
            for key, inner in pairs
            if not str(key).lstrip().startswith(":")
        }
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return [without_code(inner) for inner in cast("Sequence[object]", value)]
    return value


def safe_link(target: str) -> str | None:
    """Return the address if it may be followed from text that is not ours, else None."""
    squeezed = re.sub(r"[\x00-\x20\x7f]+", "", target)
    try:
        parts = urlsplit(squeezed)
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES:
        return None
    return squeezed


class _Cleaner(HTMLParser):
    """Writes HTML anew with nothing in it but what is on the list."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._out: list[str] = []
        self._open: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "img":
            self._image(dict(attrs))
        elif tag == "a":
            target = safe_link(dict(attrs).get("href") or "")
            opened = f'<a href="{html.escape(target)}" {_LINK}>' if target else "<span>"
            self._out.append(opened)
            self._open.append("a" if target else "span")
        elif tag in _VOID:
            self._out.append(f"<{tag}>")
        elif tag in _TAGS:
            self._out.append(f"<{tag}>")
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
            return
        wanted = {"a", "span"} if tag == "a" else {tag}
        if not wanted & set(self._open):
            return
        while self._open:
            closed = self._open.pop()
            self._out.append(f"</{closed}>")
            if closed in wanted:
                break

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._out.append(html.escape(data))

    def result(self) -> str:
        """Return what was written, every tag closed."""
        return "".join(self._out) + "".join(f"</{tag}>" for tag in reversed(self._open))

    def _image(self, attrs: dict[str, str | None]) -> None:
        # Loading it would tell a foreign host who reads this, and when (and what, in the address).
        target = safe_link(attrs.get("src") or "")
        words = attrs.get("alt") or "picture"
        if target is None:
            self._out.append(html.escape(f"[{words}]"))
            return
        host = urlsplit(target).hostname or ""
        label = html.escape(f"{words} (picture at {host})")
        self._out.append(f'<a href="{html.escape(target)}" {_LINK}>{label}</a>')


_LINK: Final = 'target="_blank" rel="noopener noreferrer nofollow"'
