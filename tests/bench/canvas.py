"""How the canvas feels: time to open, and what a frame costs while the view or a card moves.

A frame's cost is the CPU time of the page's main thread, because frames per second mean nothing on
a shared machine; the baseline is the same gesture on a canvas without nodes.
"""

import statistics
from typing import Any, cast

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from tests.bench.figure import Figure
from tests.builder.canvas.conftest import QUIET, Server, chromium

SIZES = (100, 500, 2000)
_RECORD = """() => {
  window.__frames = []; let last = performance.now()
  const tick = (now) => {
    window.__frames.push(now - last); last = now; window.__beat = requestAnimationFrame(tick)
  }
  window.__beat = requestAnimationFrame(tick)
}"""
_STOP = "() => { cancelAnimationFrame(window.__beat); return window.__frames.slice(2) }"


def measure() -> list[Figure]:
    """Open flows of each size and move them about."""
    server = Server()
    server.start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=list(QUIET))
            try:
                idle = _flow(browser, server.url, 0)
                return [
                    f
                    for size in SIZES
                    for f in _figures(size, _flow(browser, server.url, size), idle)
                ]
            finally:
                browser.close()
    finally:
        server.stop()


def _figures(size: int, found: dict[str, float], idle: dict[str, float]) -> list[Figure]:
    aims = {"open": "under 1500 ms"} if size == 500 else {}
    figures = [
        Figure(
            name=f"canvas, {size} nodes: open to drawn",
            value=found["open"],
            unit="ms",
            baseline=idle["open"],
            against="an empty canvas",
            aim=aims.get("open", ""),
            met=found["open"] < 1500 if aims else None,
        )
    ]
    for gesture in ("pan far", "pan near", "drag a card"):
        smooth = size == 500
        figures += [
            Figure(
                name=f"canvas, {size} nodes: CPU per frame, {gesture}",
                value=found[gesture],
                unit="ms",
                baseline=idle.get(gesture, idle["pan near"]),
                against="panning an empty canvas",
                aim="under 16.7 ms (60 a second)" if smooth else "",
                met=found[gesture] < 16.7 if smooth else None,
            ),
            Figure(
                name=f"canvas, {size} nodes: median frame, {gesture}",
                value=found[f"{gesture} frame"],
                unit="ms",
                baseline=idle.get(f"{gesture} frame", idle["pan near frame"]),
                against="panning an empty canvas",
            ),
        ]
    return figures


def _flow(browser: Browser, url: str, size: int) -> dict[str, float]:
    context = browser.new_context(viewport={"width": 1440, "height": 860})
    page = context.new_page()
    kind = f"big-{size}" if size else "empty-bench"
    # Once before it counts: the first page of a server compiles and caches.
    for _ in range(2):
        page.goto(f"{url}/canvas/{kind}?palette=0")
        page.wait_for_function("window.__loomline && __loomline.marks().drawn > 0", timeout=60_000)
    found = {"open": float(page.evaluate("__loomline.marks().drawn"))}
    page.wait_for_timeout(800)
    probe = context.new_cdp_session(page)
    probe.send("Performance.enable", {"timeDomain": "threadTicks"})  # pyright: ignore[reportUnknownMemberType] - untyped there
    page.locator("[data-do=fit]").click()
    page.wait_for_timeout(900)
    found |= _gesture(page, probe, "pan far", "middle", (720, 400))
    page.keyboard.press("Control+0")
    page.wait_for_timeout(900)
    found |= _gesture(page, probe, "pan near", "middle", (720, 400))
    if size:
        page.wait_for_timeout(400)
        box = page.locator(".lc-card .lc-title").nth(3).bounding_box()
        assert box
        found |= _gesture(page, probe, "drag a card", "left", (box["x"] + 10, box["y"] + 8))
    context.close()
    return found


def _gesture(
    page: Page, probe: CDPSession, name: str, button: Any, start: tuple[float, float]
) -> dict[str, float]:
    page.mouse.move(*start)
    page.mouse.down(button=button)
    page.mouse.move(start[0] + 8, start[1] + 8)
    page.evaluate(_RECORD)
    before = _cpu(probe)
    for i in range(90):
        page.mouse.move(start[0] + 8 + 2 * i, start[1] + 8 + (i % 30))
        page.wait_for_timeout(8)
    after = _cpu(probe)
    frames: list[float] = page.evaluate(_STOP)
    page.mouse.up(button=button)
    return {
        name: 1000 * (after - before) / max(1, len(frames)),
        f"{name} frame": statistics.median(frames) if frames else 0.0,
    }


def _cpu(probe: CDPSession) -> float:
    told = cast("dict[str, Any]", probe.send("Performance.getMetrics"))  # pyright: ignore[reportUnknownMemberType] - untyped there
    return next(float(m["value"]) for m in told["metrics"] if m["name"] == "TaskDuration")
