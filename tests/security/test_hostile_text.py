"""Text of people, models and files in the real app in a real browser: shown, never run or fetched.

Catalogue: V01 (people), V02 and V03 (models), V04 (keys that would run), V05 (errors, file names).
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright

from tests.doors.shell import providers
from tests.fakes.fixtures import ProviderServer
from tests.fakes.server import PASSWORD, Server, running
from tests.shots import installed_browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def trap(place: str) -> str:
    """Return what would leave a mark if any page took it for more than text."""
    return f"<img src=x onerror=window.hit='{place}'><script>window.hit='{place}'</script>"


NAME = "<img src=x onerror=window.hit='account'>"
FILE = "<img src=x onerror=window.hit='file'>.md"
CANARY = "canary.example"
SAID = (
    f"**bold** [good](https://{CANARY}/good) [run](javascript:window.hit='link') "
    "[page](data:text/html,<script>window.hit='data'</script>) "
    f"![pixel](https://{CANARY}/pixel.png) <img/src=https://{CANARY}/raw.png> "
    "<img/src=x/onerror=window.hit='model'> <script>window.hit='script'</script> "
    f"<form/action=https://{CANARY}/form><input/name=q></form> "
    f"<style>body{{background:url(https://{CANARY}/css)}}</style> "
    f"<iframe/src=https://{CANARY}/frame></iframe> <svg/onload=window.hit='svg'></svg> "
    "<a/href=javascript:window.hit='a'>raw</a>"
)
ROWS = [
    {":name": "(window.hit='key','x')", "name": trap("cell"), "in": {":f": "window.hit='deep'"}},
    {":name": "(window.hit='key','x')", "name": "plain", "in": [{":f": "window.hit='list'"}]},
]
FLOW: dict[str, Any] = {
    "format": 1,
    "id": "flw_hostile",
    "name": "hostile",
    "title": "</title>" + trap("title"),
    "description": trap("description"),
    "inputs": {
        "topic": {
            "type": "string",
            "title": trap("input title"),
            "description": trap("input description"),
            "default": trap("input value"),
        }
    },
    "nodes": {
        "start_aaaa": {"type": "flow.start@1", "label": trap("start label")},
        "list_bbbb": {"type": "files.list@1", "label": trap("label"), "in": {"folder": "."}},
        "chat_cccc": {"type": "llm.chat@1", "label": "Ask", "in": {"prompt": SAID}},
        "set_dddd": {
            "type": "data.set@1", "label": "Rows",
            "in": {"values": {"rows": {":top": "window.hit='top'", "list": ROWS}}},
        },
        "output_eeee": {
            "type": "flow.output@1",
            "in": {
                "values": {
                    "answer": "{{ chat_cccc.text }}", "files": "{{ list_bbbb.files }}",
                    "rows": ROWS, "kept": "{{ set_dddd.data }}",
                    "topic": "{{ start_aaaa.topic }}",
                }
            },
        },
    },
    "edges": [
        "start_aaaa.out -> list_bbbb.in", "list_bbbb.out -> chat_cccc.in",
        "chat_cccc.out -> set_dddd.in", "set_dddd.out -> output_eeee.in",
    ],
}  # fmt: skip
LAYOUT: dict[str, Any] = {
    "format": 1,
    "nodes": {name: {"x": 300 * n, "y": 0} for n, name in enumerate(FLOW["nodes"])},
    "notes": {
        "note_ffff": {
            "x": 0, "y": -300, "w": 400, "h": 200, "color": "yellow",
            "text": f"# {trap('note')}\n\n[run](javascript:window.hit='note') "
            f"![pixel](https://{CANARY}/note.png)",
        }
    },
}  # fmt: skip
STREAMS: dict[str, Any] = {
    "format": 1,
    "id": "flw_streams",
    "name": "streams",
    "title": "Streams",
    "nodes": {
        "chat_aaaa": {
            "type": "llm.chat@1", "label": "Ask", "policy": {"cache": False},
            "in": {"prompt": " ".join(["<img/src=x/onerror=window.hit='stream'>"] * 40)},
        }
    },
}  # fmt: skip
FAILS: dict[str, Any] = {
    "format": 1,
    "id": "flw_fails",
    "name": "fails",
    "title": "Fails",
    "nodes": {
        "read_aaaa": {"type": "files.read@1", "label": trap("bad"), "in": {"path": trap("path")}}
    },
}


@pytest.fixture(scope="module")
def server(
    tmp_path_factory: pytest.TempPathFactory, provider_process: ProviderServer
) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("hostile")
    data = folder / "data"
    for flow in (FLOW, STREAMS, FAILS):
        place = data / "flows" / flow["name"]
        place.mkdir(parents=True)
        (place / f"{flow['name']}.flow.json").write_text(json.dumps(flow), "utf-8")
    (data / "flows" / "hostile" / "hostile.layout.json").write_text(json.dumps(LAYOUT), "utf-8")
    (data / "files").mkdir()
    (data / "files" / FILE).write_text(SAID, "utf-8")
    command = ["-m", "runtime.cli", "serve", "--port", "0", "--data", str(data)]
    environment = {
        **providers(provider_process), "LOOMLINE_DEFAULT_MODEL": "openai/gpt-4o-mini",
    }  # fmt: skip
    with running(command, folder, environment=environment) as started:
        yield started


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=installed_browser())
        yield started
        started.close()


@pytest.fixture(scope="module")
def context(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    """A browser in which somebody with a hostile name has signed in."""
    made = browser.new_context(reduced_motion="reduce")
    page = made.new_page()
    page.goto(server.setup_url())
    page.fill("#name", NAME)
    page.fill("#password", PASSWORD)
    page.get_by_role("button", name="Create account").click()
    page.wait_for_url(f"{server.url}/")
    page.close()
    yield made
    made.close()


class Watched:
    """A page whose every request and every complaint is noted."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page = page
        self.url = server.url
        self.troubles: list[str] = []
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("dialog", lambda dialog: self.troubles.append(dialog.message))
        page.on("request", lambda request: self._look(request.url))
        page.on("console", lambda said: self._said(said.type, said.text))

    def _look(self, address: str) -> None:
        if not address.startswith((self.url, "data:", "blob:", self.url.replace("http", "ws"))):
            self.troubles.append(f"asked for {address}")

    def _said(self, kind: str, text: str) -> None:
        # What the content policy had to stop was not made harmless before.
        if kind == "error":
            self.troubles.append(text)

    def is_harmless(self) -> None:
        """Nothing ran, nothing was fetched, and no tag of the text became one of the page."""
        assert self.page.evaluate("window.hit") is None
        bad = "[onerror], [onload], [src*='canary'], [action*='canary'], iframe, a[href^='java' i]"
        found = self.page.locator(f"{bad}, a[href^='data' i]")
        assert found.count() == 0, found.first.evaluate("e => e.outerHTML")
        for link in self.page.locator(f"a[href*='{CANARY}']").all():
            assert "noopener" in str(link.get_attribute("rel"))
        assert self.troubles == []


@pytest.fixture
def watched(context: BrowserContext, server: Server) -> Iterator[Watched]:
    page = context.new_page()
    yield Watched(page, server)
    page.close()


def opened(watched: Watched) -> Page:
    """Open the editor with the hostile flow."""
    page = watched.page
    page.goto(f"{watched.url}/flows/flw_hostile")
    expect(page.locator(".vue-flow__node")).to_have_count(6)
    return page


def card(page: Page, node: str) -> Locator:
    """Return a node on the canvas."""
    return page.locator(f'.vue-flow__node[data-id="{node}"]')


def test_v01_lists_and_settings_show_text_as_text(watched: Watched) -> None:
    page = watched.page
    page.goto(f"{watched.url}/")
    expect(page.get_by_text("</title><img src=x onerror=window.hit='title'>").first).to_be_visible()
    watched.is_harmless()
    page.goto(f"{watched.url}/settings")
    expect(page.get_by_text(f"Signed in as {NAME}")).to_be_visible()
    watched.is_harmless()


def test_v01_the_canvas_and_its_forms_show_text_as_text(watched: Watched) -> None:
    page = opened(watched)
    assert page.title().startswith("</title><img src=x")
    note = page.locator(".vue-flow__node", has_text="window.hit='note'")
    expect(note.get_by_text("<script>window.hit='note'</script>")).to_be_visible()
    labelled = card(page, "list_bbbb")
    expect(labelled).to_contain_text("<img src=x")  # cards cut long names
    labelled.click(position={"x": 60, "y": 20})
    expect(page.locator(".ll-inspector").get_by_label("Name")).to_have_value(trap("label"))
    watched.is_harmless()
    page.get_by_role("button", name="Choose inputs, model and budget").click()
    form = page.locator(".ll-inspector-body")
    expect(form.get_by_text("window.hit='input title'").first).to_be_visible()
    expect(form.get_by_text("window.hit='input description'").first).to_be_visible()
    watched.is_harmless()


def test_v02_v04_what_a_model_said_is_shown_and_nothing_else(watched: Watched) -> None:
    page = opened(watched)
    page.get_by_role("button", name="Run", exact=True).click()
    drawer = page.locator(".ll-drawer")
    expect(drawer.get_by_text("Succeeded").first).to_be_visible(timeout=30_000)
    expect(drawer.locator(".ll-md strong", has_text="bold").first).to_be_visible()
    expect(drawer.get_by_text(f"pixel (picture at {CANARY})").first).to_be_visible()
    expect(drawer.get_by_text("window.hit='cell'").first).to_be_visible()
    watched.is_harmless()
    for view in ("Text", "JSON"):
        for button in drawer.get_by_role("button", name=view, exact=True).all():
            button.click()
    expect(drawer.get_by_text("onerror=window.hit='file'").first).to_be_visible()
    watched.is_harmless()
    card(page, "chat_cccc").click(position={"x": 60, "y": 20})
    shown = page.locator(".ll-inspector")
    shown.locator(".ll-segments button", has_text="Result").click()
    expect(shown.locator(".ll-md strong", has_text="bold").first).to_be_visible()
    watched.is_harmless()
    page.goto(f"{watched.url}/runs")
    page.locator('a[href^="/runs/run"]').first.click()
    expect(page.get_by_text(f"pixel (picture at {CANARY})").first).to_be_visible()
    watched.is_harmless()


def test_v02_what_is_being_said_is_text_on_the_card_and_in_the_panel(
    watched: Watched, provider: ProviderServer
) -> None:
    # The stream stops in the middle, so that its first words stay on the screen.
    provider.fault("stall-mid")
    page = watched.page
    page.goto(f"{watched.url}/flows/flw_streams")
    page.get_by_role("button", name="Run", exact=True).click()
    asking = card(page, "chat_aaaa")
    expect(asking.locator(".lc-stream")).to_contain_text("window.hit", timeout=15_000)
    asking.click(position={"x": 60, "y": 20})
    page.locator(".ll-segments button", has_text="Result").click()
    expect(page.locator(".ll-stream")).to_contain_text("<img/src=x/onerror=")
    watched.is_harmless()
    page.get_by_role("button", name="Stop", exact=True).first.click()
    expect(page.locator(".ll-drawer").get_by_text("Cancelled").first).to_be_visible(timeout=15_000)
    watched.is_harmless()


def test_v05_errors_show_names_of_files_as_text(watched: Watched) -> None:
    page = watched.page
    page.goto(f"{watched.url}/flows/flw_fails")
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.locator(".ll-drawer").get_by_text("window.hit='path'").first).to_be_visible(
        timeout=15_000
    )
    watched.is_harmless()


def test_the_traps_of_these_tests_would_close(context: BrowserContext, tmp_path: Path) -> None:
    page = context.new_page()
    trapped = tmp_path / "trap.html"
    trapped.write_text(trap("trap"), "utf-8")
    page.goto(trapped.as_uri())
    page.wait_for_function("window.hit === 'trap'")
    page.close()
