"""`make shots`: pictures of the main screens of the real thing, in light and dark.

A fresh data directory, a real server, a real browser: the first account is made, *Summarise a
folder* is taken from the gallery and run on its sample with the demo model, once well and once
badly. The pictures go into a folder that is named at the end; `make shots ARGS="--out DIR"`
chooses it.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from runtime.cli.report import say

LOOMLINE = str(Path(sys.executable).with_name("loomline"))
PASSWORD = "four words not together"  # noqa: S105 - of a server that lives for a minute
THEMES = ("light", "dark")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SIZE = (1440, 900)


@dataclass(frozen=True, slots=True)
class Studio:
    """A signed-in page and the folder its pictures go into."""

    page: Page
    url: str
    folder: Path
    theme: str

    def go(self, path: str) -> None:
        """Open a page of the app and wait until it is drawn."""
        self.page.goto(self.url + path)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing moves any more."""
        self.page.wait_for_load_state("networkidle")
        self.page.evaluate("document.fonts.ready")
        self.page.wait_for_timeout(600)

    def shoot(self, name: str) -> None:
        """Take a picture."""
        path = self.folder / f"{name}-{self.theme}.png"
        self.page.screenshot(path=str(path))
        say(f"  {path.name}")


def main() -> int:
    """Take all pictures and say where they are."""
    parser = argparse.ArgumentParser(prog="make shots")
    parser.add_argument("--out", type=Path, help="the folder for the pictures")
    args = parser.parse_args()
    folder: Path = args.out or Path(tempfile.mkdtemp(prefix="loomline-shots-"))
    folder.mkdir(parents=True, exist_ok=True)
    data = Path(tempfile.mkdtemp(prefix="loomline-shots-data-"))
    try:
        with serving(data) as setup, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=installed_browser())
            take_all(browser, setup, folder)
            browser.close()
    finally:
        shutil.rmtree(data, ignore_errors=True)
    say(f"The pictures are in {folder}")
    return 0


def take_all(browser: Browser, setup: str, folder: Path) -> None:
    """Make the account, then take every picture in every theme."""
    url = setup.partition("/setup")[0]
    context = browser.new_context(
        viewport={"width": SIZE[0], "height": SIZE[1]}, device_scale_factor=1.5
    )
    page = context.new_page()
    page.goto(setup)
    page.screenshot(path=str(folder / "first-start.png"))
    page.fill("#name", "Ada")
    page.fill("#password", PASSWORD)
    page.get_by_role("button", name="Create account").click()
    page.wait_for_url(url + "/")
    for theme in THEMES:
        context.add_cookies([{"name": "loomline_theme", "value": theme, "url": url}])
        studio = Studio(page, url, folder, theme)
        for picture in PICTURES:
            picture(studio)
    context.close()


def gallery(studio: Studio) -> None:
    """The gallery, and the page of a template."""
    studio.go("/templates")
    studio.shoot("gallery")
    studio.go("/templates/summarise-a-folder")
    studio.shoot("template")


def editor(studio: Studio) -> None:
    """The editor: idle, a node chosen, running, done."""
    page = studio.page
    page.get_by_role("button", name="Use template").click()
    page.wait_for_url(re.compile(r"/flows/"))
    studio.settle()
    studio.shoot("editor-idle")
    page.get_by_role("button", name="Run", exact=True).click()
    page.wait_for_timeout(250)
    studio.shoot("editor-running")
    stop = page.get_by_role("button", name="Stop", exact=True)
    expect(stop).to_have_count(0, timeout=120_000)
    studio.settle()
    studio.shoot("editor-done")


def failed(studio: Studio) -> None:
    """The editor after a run that failed: its folder is not there."""
    page = studio.page
    page.get_by_role("button", name="Choose inputs, model and budget").click()
    page.wait_for_timeout(400)
    studio.shoot("editor-start-form")
    folder = page.locator(".ll-inspector-body input").first
    folder.fill("/no/such/folder")
    folder.blur()
    page.locator(".ll-inspector-body").get_by_role("button", name="Run").click()
    page.wait_for_timeout(1500)
    studio.settle()
    studio.shoot("editor-failed")


def runs(studio: Studio) -> None:
    """The runs, and the page of a run that went well and of one that did not."""
    studio.go("/runs")
    studio.shoot("runs")
    links = studio.page.locator('a[href^="/runs/"]')
    addresses = [links.nth(i).get_attribute("href") for i in range(min(links.count(), 2))]
    for name, address in zip(("run-failed", "run"), addresses, strict=False):
        if address:
            studio.go(address)
            studio.shoot(name)


def home(studio: Studio) -> None:
    """The flows, and the settings."""
    studio.go("/")
    studio.shoot("home")
    studio.go("/settings")
    studio.shoot("settings")


PICTURES: Sequence[Callable[[Studio], None]] = (gallery, editor, failed, runs, home)


@contextmanager
def serving(data: Path) -> Generator[str]:
    """Serve a data directory and give the address of its first start."""
    with subprocess.Popen(  # noqa: S603 - our own command
        [LOOMLINE, "serve", "--port", "0", "--data", str(data)],
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout
        try:
            for line in process.stdout:
                if found := re.search(r"http\S+/setup#t=\S+", line):
                    yield found[0]
                    return
            raise RuntimeError("The server ended before it was ready.")
        finally:
            process.terminate()


def installed_browser() -> str | None:
    """Return an installed Chromium or Chrome; None lets Playwright take its own."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


if __name__ == "__main__":
    sys.exit(main())
