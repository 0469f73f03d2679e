"""Editing on the real app: with the mouse, to the file and back, through crashes of the server."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.builder.pages.house import House, Tab, until

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def tab(context: BrowserContext, house: House) -> Tab:
    """A flow of its own, made from a template and open."""
    page = context.new_page()
    page.goto(f"{house.url}/templates/summarise-a-folder")
    page.get_by_role("button", name="Use template").click()
    page.wait_for_url(re.compile(r"/flows/[^/]+$"))
    opened = Tab(page, page.url)
    opened.drawn()
    return opened


def nodes_in(path: Path) -> dict[str, dict[str, object]]:
    return json.loads(path.read_text())["nodes"]


def through_history(tab: Tab, name: str, keys: str) -> None:
    """Press the keys until there is nothing more to undo or to redo."""
    button = tab.page.locator("header").get_by_role("button", name=re.compile(name, re.IGNORECASE))
    while button.is_enabled():
        label = button.get_attribute("aria-label")
        tab.press(keys)
        until(lambda said=label: button.get_attribute("aria-label") != said, "the button follows")


def test_everything_done_with_the_mouse_is_undone_to_the_same_bytes_and_redone(
    tab: Tab, house: House, context: BrowserContext
) -> None:
    page, file = tab.page, house.flow_file(tab.address)
    until(tab.acknowledged, "nothing is under way")
    before = file.read_bytes()

    made = tab.drop("text.template@1", 700, 700)
    save, result = tab.called("Save the report"), tab.called("Result")
    source, target = tab.port(made, "text", "source"), tab.port(result, "in", "target")
    tab.drag(tab.centre(source), tab.centre(target))
    until(lambda: f"{made}.text -> {result}.in" in tab.wires(), "the wire is there")

    wires = tab.wires()
    tab.drag(
        tab.centre(tab.port(save, "path", "source")),
        tab.centre(tab.port(tab.called("Find the documents"), "in", "target")),
    )
    refusal = page.locator(".lc-tip[data-tone=bad]")
    expect(refusal).to_contain_text("close a loop")
    assert tab.wires() == wires

    page.mouse.click(*tab.title(tab.called("Summarise it")))
    field = page.get_by_label("System", exact=True)
    field.fill("")
    field.press_sequentially("Write {{ name", delay=20)
    page.locator(".ll-offer").first.click()
    expect(field).to_have_value(re.compile(r"^Write \{\{ \w+\.\w+ \}\}$"))
    written = field.input_value()
    summary = tab.called("Summarise it")
    until(lambda: nodes_in(file)[summary]["in"]["system"] == written, "the file has it")  # pyright: ignore[reportIndexIssue, reportUnknownLambdaType] - JSON
    after = file.read_bytes()
    assert made in nodes_in(file)
    assert f"{made}.text -> {result}.in" in json.loads(after)["edges"]

    page.keyboard.press("Escape")  # leaves the field
    page.keyboard.press("Escape")  # leaves the node
    expect(page.locator(".ll-inspector")).to_be_hidden()
    through_history(tab, "Undo", "Control+z")
    until(lambda: file.read_bytes() == before, "the file is as it was, to the byte")
    assert made not in tab.shown()
    through_history(tab, "Redo", "Control+Shift+z")
    until(lambda: file.read_bytes() == after, "the file has all of it again, to the byte")

    page.reload()
    tab.drawn()
    assert made in tab.shown()
    other = Tab(context.new_page(), tab.address)
    other.visit()
    again = tab.drop("data.set@1", 900, 700)
    until(lambda: again in other.shown(), "the second tab shows it")
    other.page.close()


def test_a_server_killed_while_one_edits_loses_nothing(tab: Tab, house: House) -> None:
    page, file = tab.page, house.flow_file(tab.address)
    first = tab.drop("text.template@1", 600, 700)
    house.kill()  # whether the server heard of it nobody knows
    expect(page.locator(".ll-offline")).to_be_visible(timeout=15_000)
    second = tab.drop("data.set@1", 1000, 700)
    assert not tab.acknowledged()
    expect(page.locator(".lc-banner")).to_contain_text("wait")

    house.start()
    until(lambda: {first, second} <= set(nodes_in(file)), "both edits are in the file")
    page.wait_for_function("window.__loomline?.counts().loaded")
    until(tab.acknowledged, "the page knows that all is safe")
    assert {first, second} <= set(tab.shown())
    expect(page.locator(".ll-offline")).to_be_hidden()
    third = tab.drop("data.filter@1", 800, 740)
    until(lambda: third in nodes_in(file), "editing goes on")


def test_the_server_is_killed_between_edits_and_the_page_comes_back(tab: Tab, house: House) -> None:
    page, file = tab.page, house.flow_file(tab.address)
    made = tab.drop("text.template@1", 600, 700)
    until(lambda: made in nodes_in(file), "it is in the file")
    before = file.read_bytes()
    house.kill()
    expect(page.locator(".ll-offline")).to_be_visible(timeout=15_000)
    house.start()
    expect(page.locator(".ll-offline")).to_be_hidden(timeout=30_000)
    tab.drawn()
    until(lambda: made in tab.shown(), "the node is still there")
    assert file.read_bytes() == before
    undo = page.locator("header").get_by_role("button", name=re.compile("^Undo"))
    undo.click()
    until(lambda: made not in tab.shown(), "what was done before the crash can be undone")
