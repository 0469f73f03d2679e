"""A hand with a mouse: what tests do on a canvas, and how they look behind it."""

import time
from collections.abc import Callable
from typing import Any

import httpx
from playwright.sync_api import Locator, Page

Point = tuple[float, float]
PATIENCE = 12.0


class Hand:
    """Works on one flow in one tab."""

    def __init__(self, page: Page, url: str, flow: str) -> None:
        self.page, self.url, self.flow = page, url, flow

    def open(self, query: str = "") -> None:
        self.page.goto(f"{self.url}/canvas/{self.flow}?{query}")
        self.loaded()
        # A wide flow opens where it begins; tests want to see all of it.
        self.page.locator("[data-do=fit]").click()
        self.page.wait_for_function("__loomline.view().viewport.zoom < 0.62")

    def loaded(self) -> None:
        self.page.wait_for_function(
            "window.__loomline && __loomline.counts().loaded && "
            "document.querySelectorAll('.vue-flow__node').length === "
            "Object.keys(__loomline.view().nodes).length "
            "+ Object.keys(__loomline.view().notes).length",
            timeout=PATIENCE * 1000,
        )
        self.page.evaluate("document.fonts.ready")

    # ------------------------------------------------------------------ looking

    def ask(self, path: str) -> Any:
        return httpx.get(f"{self.url}/_test/{self.flow}/{path}").raise_for_status().json()

    def tell(self, path: str, body: dict[str, Any]) -> None:
        httpx.post(f"{self.url}/_test/{self.flow}/{path}", json=body).raise_for_status()

    def document(self) -> dict[str, Any]:
        return self.ask("document")

    def nodes(self) -> dict[str, Any]:
        return self.document()["flow"].get("nodes", {})

    def edges(self) -> set[str]:
        found = self.document()["flow"].get("edges", [])
        return {
            f"{e['source']}.{e['source_port']} -> {e['target']}.{e['target_port']}" for e in found
        }

    def places(self) -> dict[str, Any]:
        return self.document()["layout"].get("nodes", {})

    def view(self) -> dict[str, Any]:
        return self.page.evaluate("__loomline.view()")

    def settled(self, holds: Callable[[], object], what: str = "") -> None:
        """Wait until something is true of the server, and the page has nothing under way."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if self.page.evaluate("__loomline.counts().pending") == 0 and holds():
                return
            self.page.wait_for_timeout(40)
        counts = self.page.evaluate("__loomline.counts()")
        raise AssertionError(f"{what or 'it'} did not come about: {counts}")

    # ------------------------------------------------------------------ doing

    def node(self, node_id: str) -> Locator:
        return self.page.locator(f'.vue-flow__node[data-id="{node_id}"]')

    def port(self, node_id: str, name: str, kind: str) -> Locator:
        return self.page.locator(
            f'.vue-flow__handle.{kind}[data-nodeid="{node_id}"][data-handleid="{name}"]'
        )

    def centre(self, locator: Locator) -> Point:
        box = locator.bounding_box()
        assert box
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def drag(self, start: Point, end: Point, *, steps: int = 12) -> None:
        mouse = self.page.mouse
        mouse.move(*start)
        mouse.down()
        mouse.move(start[0] + 7, start[1] + 7)
        mouse.move(*end, steps=steps)
        mouse.move(*end)  # arrive twice, so that what is under the pointer has settled
        mouse.up()

    def select(self, node_id: str) -> None:
        self.page.mouse.click(*self.title(node_id))
        self.page.wait_for_function(f"__loomline.view().selection.ids.includes('{node_id}')")

    def title(self, node_id: str) -> Point:
        box = self.node(node_id).locator(".lc-title").bounding_box()
        assert box
        return box["x"] + 12, box["y"] + box["height"] / 2

    def press(self, keys: str) -> None:
        self.page.keyboard.press(keys)
