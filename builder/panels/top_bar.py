"""The bar above the canvas: name, save state, undo, problems, and the button that runs."""

import json
from collections.abc import Callable
from typing import Any

from nicegui import ui

from builder.panels.bench import Bench
from builder.panels.start_form import first_values
from builder.panels.value import sample_of
from builder.theme import parts
from builder.theme.desk import tell, told
from runtime.run.model import RunView


class TopBar:
    """Redraws only the part that changed."""

    def __init__(
        self,
        bench: Bench,
        *,
        on_run: Callable[..., Any],
        on_ask: Callable[..., Any],
        on_stop: Callable[..., Any],
        on_problems: Callable[..., Any],
        on_palette: Callable[..., Any],
        on_settings: Callable[..., Any],
    ) -> None:
        self._bench = bench
        self._on_run, self._on_ask, self._on_stop = on_run, on_ask, on_stop
        self._model = ""
        self._stopping = ""
        self._run_parts: tuple[ui.label, ui.button, ui.button] | None = None
        with parts.box("ll-bar", "header"):
            parts.icon_button("arrow_back", "All flows", lambda: ui.navigate.to("/"), slim=True)
            self._title()
            self._saved = parts.box("ll-saved").props('role="status" aria-live="polite"')
            parts.box("ll-grow")
            self._history = parts.box("ll-row ll-gap-0 ll-wide")
            parts.box("ll-bar-gap")
            self._problems = parts.box("ll-wide")
            self._on_problems, self._on_settings = on_problems, on_settings
            settings = parts.icon_button("settings", "Settings of the flow", on_settings)
            settings.classes("ll-wide").mark("flow-settings")
            self._menu()
            parts.icon_button("add_box", "Nodes", on_palette).classes("ll-only-small")
            self._run = parts.box("ll-row ll-gap-4")
        bench.on_document(self.draw)
        bench.feed.on_run(self._draw_run)
        bench.on_state(self._draw_state)
        ui.timer(0, told(self._find_model), once=True)

    def draw(self) -> None:
        """Show everything as it is now."""
        flow = self._bench.document.flow
        title = flow.title or flow.name
        if self._field.value != title:
            self._field.set_value(title)
        self._draw_state()
        self._draw_run()

    def _title(self) -> None:
        flow = self._bench.document.flow
        self._field = ui.input(value=flow.title or flow.name)
        self._field.props(
            'outlined dense debounce=500 aria-label="Title of the flow" maxlength=200'
        )
        self._field.classes("ll-title-field")

        async def rename(event: Any) -> None:
            title = str(event.value or "").strip()
            flow = self._bench.document.flow
            if title and title != (flow.title or flow.name):
                await self._bench.edit(
                    f"Rename the flow to {title[:80]}",
                    {"op": "set_flow", "fields": {"title": title}},
                )
                ui.page_title(f"{title} · Loomline")

        self._field.on_value_change(told(rename))

    def _draw_state(self) -> None:
        self._draw_saved()
        self._draw_history()
        self._draw_problems()

    def _draw_saved(self) -> None:
        session = self._bench.session
        self._saved.clear()
        with self._saved:
            with parts.box("ll-online", "span"):
                parts.icon("cloud_done" if session.saved else "sync")
                parts.text("Saved" if session.saved else "Saving", "ll-wide", "span")
                ui.tooltip(
                    "Every change is on disk." if session.saved
                    else "Changes are recorded; the file is being written."
                )  # fmt: skip
            with parts.box("ll-offline", "span"):
                parts.icon("cloud_off")
                parts.text("Offline", tag="span")

    def _draw_history(self) -> None:
        session, viewer = self._bench.session, self._bench.viewer
        undo, redo = session.undo_label(viewer), session.redo_label(viewer)
        self._history.clear()
        with self._history:
            back = parts.icon_button(
                "undo", f"Undo: {undo}" if undo else "Nothing to undo", told(self._bench.undo)
            )
            back.set_enabled(bool(undo))
            forth = parts.icon_button(
                "redo", f"Redo: {redo}" if redo else "Nothing to redo", told(self._bench.redo)
            )
            forth.set_enabled(bool(redo))

    def _draw_problems(self) -> None:
        errors = [p for p in self._bench.session.problems if p.severity == "error"]
        others = len(self._bench.session.problems) - len(errors)
        self._problems.clear()
        with self._problems:
            if errors:
                label, icon = f"{len(errors)}", "error"
                tip = "Problems that keep the flow from running"
            elif others:
                label, icon, tip = f"{others}", "warning", "Things to look at"
            else:
                label, icon, tip = "", "task_alt", "No problems"
            made = parts.button(label, self._on_problems, icon=icon, kind="ghost", tip=tip)
            made.props["aria-label"] = f"{label} {tip}".strip()
            if errors:
                made.style("color: var(--ll-bad)")
            elif others:
                made.style("color: var(--ll-warn)")

    # ------------------------------------------------------------------ the run button

    async def _find_model(self) -> None:
        self._model = await self._bench.desk.workspace.models.default()
        self._draw_run()

    def _draw_run(self) -> None:
        feed = self._bench.feed
        run = feed.view if feed.going else None
        if run is not None:
            self._stop_button(run)
        elif self._run_parts is None:
            self._run_button()
        if self._run_parts is not None:
            # Changed in place: a button that is replaced swallows the click that is on its way.
            what, *buttons = self._run_parts
            what.set_text(self._what())
            for button in buttons:
                button.set_enabled(bool(self._bench.document.flow.nodes))

    def _stop_button(self, run: RunView) -> None:
        if self._stopping == run.id:
            return
        self._stopping, self._run_parts = run.id, None
        self._run.clear()
        with self._run:
            stop = parts.button("", told(self._on_stop), icon="stop")
            stop.classes("ll-danger ll-stop").mark("stop-run").props["aria-label"] = "Stop"
            with stop:
                parts.text("Stop", tag="span")
                parts.elapsed(run.started_at or run.created_at, "ll-muted")

    def _run_button(self) -> None:
        self._stopping = ""
        self._run.clear()
        with self._run:
            run = parts.button("", told(self._on_run), kind="primary").classes("ll-two-line")
            run.mark("run").props["aria-label"] = "Run"
            with run:
                with parts.box("ll-row ll-gap-4"):
                    parts.icon("play_arrow").style("font-size: 18px; margin-left: -4px")
                    parts.text("Run", tag="span")
                what = parts.text("", "ll-btn-sub ll-clip ll-wide", "span")
            tip = "Choose inputs, model and budget"
            ask = parts.icon_button("tune", tip, self._on_ask, kind="plain")
            ask.classes("ll-wide").mark("ask-run")
        self._run_parts = (what, run, ask)

    def _what(self) -> str:
        values = first_values(self._bench)
        model = str(values.get("model") or self._model or "no model")
        said = next((_said(name, v) for name, v in values.items() if name != "model" and v), "")
        if len(said) > 22:
            said = said[:21] + "\u2026"
        short = "demo model" if model.startswith("demo/") else model.rpartition("/")[2]
        return f"{said} · {short}" if said else f"with {short}"

    # ------------------------------------------------------------------ more

    def _menu(self) -> None:
        with parts.icon_button("more_horiz", "More"), ui.menu():
            ui.menu_item("Run with\u2026", self._on_ask).classes("ll-only-small")
            ui.menu_item("Undo", told(self._bench.undo)).classes("ll-only-small")
            ui.menu_item("Settings of the flow", self._on_settings).classes("ll-only-small")
            ui.menu_item("Problems", self._on_problems).classes("ll-only-small")
            ui.menu_item("Duplicate", told(self._duplicate))
            ui.menu_item("Download the files", told(self._export))
            target = f"/runs?flow={self._bench.session.id}"
            ui.menu_item("Runs of this flow", lambda: ui.navigate.to(target))
            ui.menu_item("Delete", told(self._delete)).style("color: var(--ll-bad)")

    async def _duplicate(self) -> None:
        desk = self._bench.desk
        made = await desk.workspace.flows.duplicate(desk.actor(), self._bench.session.id)
        ui.navigate.to(f"/flows/{made.id}")

    async def _export(self) -> None:
        desk = self._bench.desk
        files = await desk.workspace.flows.export(desk.actor(), self._bench.session.id)
        for name, content in files.items():
            json.loads(content)  # what leaves is what the reader would take back
            ui.download.content(content, name, "application/json")
        tell("The files of the flow are in your downloads.")

    async def _delete(self) -> None:
        desk = self._bench.desk
        await desk.workspace.flows.delete(desk.actor(), self._bench.session.id)
        ui.navigate.to("/")


def _said(name: str, value: Any) -> str:
    """Return an input as the button says it: of a path only the end."""
    text = sample_of(value)
    path = name in ("folder", "file", "path") or text.startswith(("/", "./"))
    return text.rstrip("/").rpartition("/")[2] if path else text
