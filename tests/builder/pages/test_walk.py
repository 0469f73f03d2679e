"""A person's first quarter of an hour, with a real server and a real browser."""

import re
from collections.abc import Generator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.shots import installed_browser, serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SIZE = {"width": 1440, "height": 900}


@pytest.fixture(scope="module")
def browser() -> Generator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=installed_browser())
        yield found
        found.close()


@pytest.fixture(scope="module")
def signed_in(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Generator[tuple[BrowserContext, str, Path]]:
    data = tmp_path_factory.mktemp("data")
    with serving(data) as setup:
        url = setup.partition("/setup")[0]
        context = browser.new_context(
            viewport=SIZE,  # pyright: ignore[reportArgumentType] - a plain dict of two numbers
            accept_downloads=True,
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.goto(setup)
        page.fill("#name", "Ada")
        page.fill("#password", "four words not together")
        page.get_by_role("button", name="Create account").click()
        page.wait_for_url(url + "/")
        page.close()
        yield context, url, data
        context.close()


@pytest.fixture
def page(signed_in: tuple[BrowserContext, str, Path]) -> Generator[Page]:
    opened = signed_in[0].new_page()
    troubles: list[str] = []
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on("console", lambda line: troubles.append(line.text) if line.type == "error" else None)
    yield opened
    opened.close()
    assert troubles == []


@pytest.fixture(scope="module")
def flow(signed_in: tuple[BrowserContext, str, Path]) -> str:
    """The address of a flow made from a template."""
    context, url, _ = signed_in
    made = context.new_page()
    made.goto(f"{url}/templates/summarise-a-folder")
    made.get_by_role("button", name="Use template").click()
    made.wait_for_url(re.compile("/flows/"))
    address = made.url
    made.close()
    return address


def node(page: Page, label: str) -> None:
    page.locator(".vue-flow__node", has_text=label).last.click(position={"x": 60, "y": 20})


def test_the_first_page_offers_templates_with_pictures_of_their_graphs(
    browser: Browser, tmp_path: Path
) -> None:
    with serving(tmp_path) as setup:
        fresh = browser.new_page()
        fresh.goto(setup)
        fresh.fill("#name", "Ada")
        fresh.fill("#password", "four words not together")
        fresh.get_by_role("button", name="Create account").click()
        expect(fresh.get_by_role("heading", level=1)).to_be_visible()
        expect(fresh.locator(".ll-card svg")).to_have_count(3)
        fresh.get_by_text("Blank flow").click()
        expect(fresh.get_by_text("What shall happen first?")).to_be_visible()
        fresh.get_by_role("button", name="Ask a model").click()
        expect(fresh.locator(".vue-flow__node")).to_have_count(3)
        fresh.get_by_role("button", name="Run", exact=True).click()
        expect(fresh.locator(".ll-drawer").get_by_text("Succeeded")).to_be_visible(timeout=30_000)
        expect(fresh.locator(".ll-value")).to_contain_text("demo model")
        fresh.close()


def test_a_template_runs_at_once_and_its_report_can_be_fetched(
    page: Page, flow: str, signed_in: tuple[BrowserContext, str, Path]
) -> None:
    _, url, data = signed_in
    page.goto(flow)
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.locator(".ll-drawer").get_by_text("Succeeded")).to_be_visible(timeout=30_000)
    expect(page.locator(".ll-drawer").get_by_text("Summary of 7 documents")).to_be_visible()
    with page.expect_download() as started:
        page.get_by_role("link", name="Download").click()
    fetched = started.value.path().read_bytes()
    written = next(data.glob("files/**/summary.md"))
    assert fetched == written.read_bytes()
    address = page.locator('a[href^="/files/"]').get_attribute("href")
    answer = page.request.get(url + str(address))
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert page.request.get(f"{url}{str(address)[:-4]}AAAA").status == 404


def test_an_edit_in_the_inspector_is_saved_shown_elsewhere_and_taken_back(
    page: Page, flow: str, signed_in: tuple[BrowserContext, str, Path]
) -> None:
    other = signed_in[0].new_page()
    for tab in (page, other):
        tab.goto(flow)
        expect(tab.locator(".vue-flow__node").first).to_be_visible()
        node(tab, "Summarise it")
    field = page.get_by_label("System", exact=True)
    before = field.input_value()
    field.fill("You write for children.")
    expect(other.get_by_label("System", exact=True)).to_have_value("You write for children.")
    expect(page.get_by_text("Saved")).to_be_visible()
    page.locator("header").get_by_role("button", name=re.compile("^Undo: Edit system")).click()
    expect(field).to_have_value(before)
    expect(other.get_by_label("System", exact=True)).to_have_value(before)
    other.close()


def test_braces_offer_the_values_of_earlier_steps(page: Page, flow: str) -> None:
    page.goto(flow)
    expect(page.locator(".vue-flow__node").first).to_be_visible()
    node(page, "Summarise it")
    field = page.get_by_label("System", exact=True)
    field.click()
    field.press("Control+End")
    field.press_sequentially(" {{ name", delay=20)
    page.locator(".ll-offer", has_text="Name").first.click()
    expect(field).to_have_value(re.compile(r"\{\{ \w+\.name \}\}$"))
    page.locator("header").get_by_role("button", name=re.compile("^Undo: Edit system")).click()


def test_a_run_that_fails_says_why_where_and_what_to_do(page: Page, flow: str) -> None:
    page.goto(flow)
    page.get_by_role("button", name="Choose inputs, model and budget").click()
    page.get_by_label("Folder", exact=True).fill("/no/such/folder")
    page.get_by_label("Folder", exact=True).blur()
    page.locator(".ll-inspector-body").get_by_role("button", name="Run").click()
    outcome = page.locator(".ll-drawer")
    expect(outcome.get_by_text("/no/such/folder").first).to_be_visible(timeout=15_000)
    outcome.get_by_role("button", name="Go to node").click()
    expect(page.locator(".ll-inspector").get_by_text("/no/such/folder").first).to_be_visible()


def test_the_theme_is_set_before_the_first_paint_and_kept(page: Page, flow: str) -> None:
    origin = flow.partition("/flows")[0]
    page.goto(f"{origin}/settings")
    page.locator(".ll-theme-dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto(f"{origin}/runs", wait_until="commit")
    page.wait_for_selector("html[data-theme=dark]")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(19, 19, 23)"
    page.context.clear_cookies(name="loomline_theme")


@pytest.mark.parametrize("path", ["/", "/templates", "/runs", "/settings", ""])
def test_no_page_is_wider_than_a_phone(page: Page, flow: str, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(flow.partition("/flows")[0] + path if path else flow)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
