"""Bad input in the browser: one sentence with its place and what to do, as at the command line.

Catalogue: O04, O05 (providers), L04 (documents, flow files), H-04 (a circle, 10,000 nodes).
"""

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.doors.shell import providers
from tests.fakes.fixtures import ProviderServer
from tests.fakes.server import PASSWORD, Server, running
from tests.shots import installed_browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]
TEXT = {"type": "text.template@1", "in": {"text": "x"}}
MANY = [f"node_{number}" for number in range(10_000)]


def asks(fault: str) -> dict[str, Any]:
    """Return the node that asks a model with this fault."""
    model = f"openai/fault-{fault}"
    return {
        "type": "llm.chat@1", "label": "Ask", "policy": {"retry": {"max": 0}},
        "in": {"prompt": "Hello", "model": model},
    }  # fmt: skip


def reads(path: str) -> dict[str, Any]:
    """Return the node that reads a file."""
    return {"type": "files.read@1", "label": "Read", "in": {"path": path}}


FLOWS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "html": ({"ask_aaaa": asks("html")}, []),
    "half": ({"ask_aaaa": asks("reset")}, []),
    "large": ({"read_aaaa": reads("large.txt")}, []),
    "rubbish": ({"read_aaaa": reads("rubbish.txt")}, []),
    "circle": (
        {"one_aaaa": TEXT, "two_bbbb": TEXT},
        ["one_aaaa.out -> two_bbbb.in", "two_bbbb.out -> one_aaaa.in"],
    ),
    "many": (
        dict.fromkeys(MANY, TEXT),
        [f"{a}.out -> {b}.in" for a, b in itertools.pairwise(MANY)],
    ),
}


def write(data: Path, name: str, text: str) -> None:
    """Put a flow file into a data directory."""
    place = data / "flows" / name
    place.mkdir(parents=True)
    (place / f"{name}.flow.json").write_text(text, "utf-8")


@pytest.fixture(scope="module")
def server(
    tmp_path_factory: pytest.TempPathFactory, provider_process: ProviderServer
) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("bad")
    data = folder / "data"
    for name, (nodes, edges) in FLOWS.items():
        flow = {"format": 1, "id": f"flw_{name}", "name": name, "nodes": nodes, "edges": edges}
        write(data, name, json.dumps(flow))
    (data / "files").mkdir()
    (data / "files" / "large.txt").write_bytes(b"a " * (26 << 20))
    (data / "files" / "rubbish.txt").write_bytes(bytes(range(256)) * 400)
    command = ["-m", "runtime.cli", "serve", "--port", "0", "--data", str(data)]
    with running(command, folder, environment=providers(provider_process)) as started:
        yield started


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=installed_browser())
        yield started
        started.close()


@pytest.fixture(scope="module")
def context(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    made = browser.new_context(reduced_motion="reduce")
    page = made.new_page()
    page.goto(server.setup_url())
    page.fill("#name", "Ada")
    page.fill("#password", PASSWORD)
    page.get_by_role("button", name="Create account").click()
    page.wait_for_url(f"{server.url}/")
    page.close()
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, server: Server) -> Iterator[Page]:
    opened = context.new_page()
    yield opened
    opened.close()
    assert "Traceback" not in server.text()


@pytest.mark.parametrize(
    ("flow", "sentence", "remedy"),
    [
        ("html", "is no answer of model 'fault-html'", "a proxy or a login page"),
        ("half", "broke off before its end", "Try again"),
        ("large", "'large.txt' has 52.0 MB; at most", "Split it"),
        ("rubbish", "'rubbish.txt' is binary data", "Choose a text file"),
    ],
)
def test_what_goes_wrong_is_told_with_its_place_and_a_remedy(
    page: Page, server: Server, flow: str, sentence: str, remedy: str
) -> None:
    page.goto(f"{server.url}/flows/flw_{flow}")
    page.get_by_role("button", name="Run", exact=True).click()
    drawer = page.locator(".ll-drawer")
    expect(drawer.get_by_text(sentence).first).to_be_visible(timeout=20_000)
    expect(drawer.get_by_text(remedy).first).to_be_visible()
    drawer.get_by_role("button", name="Go to node").click()
    expect(page.locator(".ll-inspector").get_by_text(sentence).first).to_be_visible()


def test_h04_a_circle_is_a_problem_with_a_remedy_and_does_not_run(
    page: Page, server: Server
) -> None:
    page.goto(f"{server.url}/flows/flw_circle")
    expect(page.locator(".vue-flow__node")).to_have_count(2)
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.get_by_text("wait for each other in a circle").first).to_be_visible()
    expect(page.get_by_text("Remove one of the wires").first).to_be_visible()


def test_h04_ten_thousand_nodes_open_and_the_page_stays_alive(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/flows/flw_many", timeout=60_000)
    expect(page.locator(".vue-flow__node, canvas").first).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="All flows").click(timeout=30_000)
    expect(page.get_by_text("many", exact=True).first).to_be_visible(timeout=30_000)
