"""What only a real browser shows: its Origin headers, its cookies, its content policy."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.fakes.server import PASSWORD, Server, probe_server

pytestmark = [pytest.mark.browser]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


@pytest.fixture(scope="module")
def probe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with probe_server(tmp_path_factory.mktemp("probe")) as server:
        yield server


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser, probe: Server) -> Iterator[BrowserContext]:
    """A browser in which the owner is signed in, by hand."""
    made = browser.new_context()
    page = made.new_page()
    page.goto(f"{probe.url}/login")
    if page.url.endswith("/setup"):
        first_start(page, probe)
    else:
        sign_in(page)
    page.wait_for_url(f"{probe.url}/")
    page.close()
    yield made
    made.close()


def first_start(page: Page, probe: Server) -> None:
    page.get_by_text("This page needs its one-time link.").wait_for()
    page.goto(probe.setup_url())  # the same page: only the fragment is new
    page.get_by_label("Your name").fill("Ada")
    assert "t=" not in page.url
    page.get_by_role("textbox", name="Password").fill(PASSWORD)
    page.get_by_role("button", name="Create account").click()


def sign_in(page: Page) -> None:
    page.get_by_label("Name").fill("Ada")
    page.get_by_role("textbox", name="Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def test_a07_signing_out_in_one_tab_sends_the_other_to_the_sign_in_page(
    probe: Server, context: BrowserContext
) -> None:
    first, second = context.new_page(), context.new_page()
    first.goto(probe.url)
    first.get_by_role("button", name="danger").click()
    second.goto(f"{probe.url}/logout")
    second.get_by_role("button", name="Sign out").click()
    second.wait_for_url("**/login")
    first.wait_for_url("**/login")


def test_a07_whoever_is_sent_away_comes_back_to_the_page_they_were_on(
    probe: Server, context: BrowserContext
) -> None:
    first, second = context.new_page(), context.new_page()
    first.goto(f"{probe.url}/other")
    first.get_by_role("button", name="danger").click()
    second.goto(f"{probe.url}/logout")
    second.get_by_role("button", name="Sign out").click()
    first.wait_for_url("**/login?next=/other")
    sign_in(first)
    first.wait_for_url(f"{probe.url}/other")
    first.get_by_role("button", name="danger").wait_for()


def test_v06_a_page_of_the_app_works_and_injected_handlers_are_dead(
    probe: Server, context: BrowserContext
) -> None:
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    page.goto(probe.url)
    page.get_by_label("text").fill("typed")
    page.wait_for_function("fetch('/_log').then(r => r.text()).then(t => t.includes('typed'))")
    assert problems == []
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hit = 1\">"
        '<svg onload="window.hit = 1"></svg>\')'
    )
    page.wait_for_function("[...document.images].every(image => image.complete)")
    assert page.evaluate("window.hit") is None
    assert any("inline event handler" in problem for problem in problems)


def test_the_cookie_is_out_of_reach_of_scripts(probe: Server, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(probe.url)
    assert "loomline_session" not in page.evaluate("document.cookie")
    cookie = next(c for c in context.cookies() if c.get("name") == "loomline_session")
    assert cookie.get("httpOnly")
    assert cookie.get("sameSite") == "Lax"


def test_a05_a_form_on_another_origin_signs_nobody_out(
    probe: Server, context: BrowserContext, tmp_path: Path
) -> None:
    trap = tmp_path / "trap.html"
    trap.write_text(
        f'<form method="post" action="{probe.url}/logout"><button>Win</button></form>', "utf-8"
    )
    page = context.new_page()
    page.goto(trap.as_uri())
    page.get_by_role("button", name="Win").click()
    page.get_by_text("This request does not come from a page of Loomline.").wait_for()
    page.goto(probe.url)
    page.get_by_role("button", name="danger").wait_for()


def test_v07_a_page_of_ours_cannot_be_framed(
    probe: Server, context: BrowserContext, tmp_path: Path
) -> None:
    trap = tmp_path / "frame.html"
    trap.write_text(f'<iframe src="{probe.url}/login"></iframe>', "utf-8")
    page = context.new_page()
    page.goto(trap.as_uri())
    page.wait_for_function("document.readyState === 'complete'")
    frame = page.frames[1]
    assert frame.locator("form").count() == 0
