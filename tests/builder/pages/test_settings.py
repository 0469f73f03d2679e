"""The settings in a real browser: changing the password."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.fakes.server import PASSWORD, running
from tests.shots import installed_browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NEW = "a completely new one"


def fill(page: Page, old: str, new: str, again: str) -> None:
    """Fill in the form and send it."""
    for label, text in (("Old password", old), ("New password", new), ("Once more", again)):
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_role("button", name="Change", exact=True).click()


def test_a04_a_new_password_ends_the_other_sessions_and_keeps_this_one(tmp_path: Path) -> None:
    command = ["-m", "runtime.cli", "serve", "--port", "0", "--data", str(tmp_path / "data")]
    with running(command, tmp_path) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed_browser())
        page, other = browser.new_page(), browser.new_page()
        page.goto(server.setup_url())
        page.fill("#name", "Ada")
        page.fill("#password", PASSWORD)
        page.get_by_role("button", name="Create account").click()
        page.wait_for_url(f"{server.url}/")
        other.goto(f"{server.url}/login")
        other.get_by_label("Name").fill("Ada")
        other.get_by_role("textbox", name="Password").fill(PASSWORD)
        other.get_by_role("button", name="Sign in").click()
        other.wait_for_url(f"{server.url}/")

        page.goto(f"{server.url}/settings")
        page.get_by_role("button", name="Change password").click()
        fill(page, PASSWORD, NEW, "another one entirely")
        expect(page.get_by_text("The two new passwords differ.")).to_be_visible()
        fill(page, "not the old one", NEW, NEW)
        expect(page.get_by_text("The old password is not right.")).to_be_visible()
        fill(page, PASSWORD, "too short", "too short")
        expect(page.get_by_text("it needs at least 12")).to_be_visible()
        fill(page, PASSWORD, NEW, NEW)
        expect(page.get_by_text("The password was changed.")).to_be_visible()
        other.wait_for_url("**/login**")
        page.reload()
        expect(page.get_by_text("Signed in as Ada")).to_be_visible()
        browser.close()
