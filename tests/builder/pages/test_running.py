"""Running on the real app: from the gallery to the report, and through an empty purse."""

import re
from collections.abc import Generator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.builder.pages.house import House, Tab
from tests.builder.pages.papers import write_papers
from tests.doors.shell import providers
from tests.fakes.fixtures import ProviderServer

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WATCH = """() => {
  const seen = window.__seen = { running: new Set(), counts: new Set(), steps: new Set() };
  setInterval(() => {
    for (const [id, state] of Object.entries(__loomline.status().nodes)) {
      if (state.s === 'running') seen.running.add(id);
      if (state.total > 1) seen.counts.add(`${id} ${state.done} of ${state.total}`);
    }
    for (const row of document.querySelectorAll('.ll-step')) {
      const found = /(\\d+) of (\\d+)/.exec(row.textContent);
      if (found) seen.steps.add(found[0]);
    }
  }, 25);
}"""


@pytest.fixture
def priced(
    tmp_path: Path, provider: ProviderServer, browser: Browser
) -> Generator[tuple[House, BrowserContext]]:
    """A server whose models cost money, at the fake provider."""
    with House(tmp_path, providers(provider)) as house:
        context = house.enter(browser)
        yield house, context
        context.close()


def use_template(page: Page, house: House, folder: Path) -> Tab:
    """Take *Summarise a folder* from the gallery, for a folder of one's own."""
    page.goto(f"{house.url}/templates")
    page.get_by_role("link", name="Summarise a folder").click()
    field = page.get_by_label("Folder", exact=True)
    field.fill(str(folder))
    field.blur()
    page.get_by_role("button", name="Use template").click()
    page.wait_for_url(re.compile(r"/flows/[^/]+$"))
    tab = Tab(page, page.url)
    tab.drawn()
    return tab


def between(seen: Sequence[str], total: int) -> bool:
    """Say whether progress was seen while it was made."""
    return any(0 < int(said.split(" ")[-3]) < total for said in seen)


def test_a_folder_of_documents_becomes_a_report_in_front_of_ones_eyes(
    house: House, context: BrowserContext
) -> None:
    folder = house.data / "files" / "papers"
    count = write_papers(folder, markdown=14, text=11, pdf=9)
    page = context.new_page()
    tab = use_template(page, house, folder)
    page.evaluate(WATCH)
    page.get_by_role("button", name="Run", exact=True).click()
    drawer = page.locator(".ll-drawer")
    expect(drawer.get_by_text("Succeeded")).to_be_visible(timeout=90_000)

    seen = page.evaluate(
        "Object.fromEntries(Object.entries(__seen).map(([key, set]) => [key, [...set]]))"
    )
    assert {tab.called("Summarise it"), tab.called("For each document")} <= set(seen["running"])
    each = tab.called("For each document")
    assert between([said for said in seen["counts"] if said.startswith(each)], count), seen
    assert between(seen["steps"], count), seen

    expect(drawer.get_by_text(f"Summary of {count} documents")).to_be_visible()
    expect(drawer.locator(".ll-value-body").first).to_contain_text("about heating")
    (report,) = house.data.glob("files/**/summary.md")
    written = report.read_text()
    assert all(path.name in written for path in folder.rglob("*.*"))
    expect(tab.node(each).locator(".lc-foot")).to_contain_text(f"{count} of {count}")

    page.locator(".ll-step", has_text="Summarise it").click()
    page.get_by_role("button", name="Last result").click()
    calls = page.locator(".ll-calls")
    expect(calls).to_contain_text("demo/")
    page.keyboard.press("Escape")
    expect(page.locator(".ll-inspector")).to_be_hidden()


def test_a_run_whose_purse_is_empty_pauses_and_goes_on_with_more(
    priced: tuple[House, BrowserContext], provider: ProviderServer
) -> None:
    house, context = priced
    folder = house.data / "files" / "papers"
    count = write_papers(folder, markdown=12, text=12, pdf=6)
    page = context.new_page()
    tab = use_template(page, house, folder)
    page.get_by_role("button", name="Choose inputs, model and budget").click()
    page.locator(".ll-inspector .ll-pick").click()
    page.locator(".q-menu input").fill("openai/gpt-4o-mini")
    page.locator(".q-menu input").press("Enter")
    page.get_by_label("Budget of this run").fill("0.0012")
    page.get_by_label("Budget of this run").blur()
    page.locator(".ll-inspector-body").get_by_role("button", name="Run").click()

    drawer = page.locator(".ll-drawer")
    expect(drawer.get_by_text("Paused").first).to_be_visible(timeout=60_000)
    expect(drawer).to_contain_text("budget of $0.0012")
    expect(
        tab.node(tab.called("Summarise it")).locator(".lc-foot[data-state=paused]")
    ).to_be_visible()
    each = tab.node(tab.called("For each document")).locator(".lc-foot")
    expect(each).to_contain_text(re.compile(rf"Paused.*of {count}"))
    asked = len(provider.log())
    assert 0 < asked < count
    page.get_by_label("New budget").fill("5")
    page.get_by_role("button", name="Raise budget and go on").click()
    expect(drawer.get_by_text("Succeeded")).to_be_visible(timeout=60_000)
    expect(drawer.get_by_text(f"Summary of {count} documents")).to_be_visible()
    prompts = [call["prompt"] for call in provider.log()]
    assert len(prompts) == len(set(prompts)) == count + 1
