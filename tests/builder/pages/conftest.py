"""The browser of the page tests."""

import contextlib
from collections.abc import Generator

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, sync_playwright

from tests.builder.pages.house import House
from tests.shots import installed_browser


@pytest.fixture(scope="module")
def browser() -> Generator[Browser]:
    """Give a browser for all tests of a file."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=installed_browser())
        yield found
        found.close()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Generator[House]:
    """Give a server with a data directory of its own."""
    with House(tmp_path_factory.mktemp("house")) as made:
        yield made


@pytest.fixture(scope="module")
def context(house: House, browser: Browser) -> Generator[BrowserContext]:
    """Give a browser that is signed in."""
    made = house.enter(browser)
    yield made
    leave(made)


def leave(context: BrowserContext) -> None:
    """Close a browser; a page whose server was killed first has to let go of its sockets."""
    for page in context.pages:
        with contextlib.suppress(Error):
            page.goto("about:blank", timeout=5_000)
    context.close()
