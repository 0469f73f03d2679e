"""How a run ended: its outputs with files to open, or what went wrong and what one can do."""

from collections.abc import Callable
from typing import Any

from nicegui import ui

from builder.panels.bench import Bench
from builder.panels.downloads import Download, find_file, reference
from builder.panels.value import show_value
from builder.theme import markup, parts, words
from builder.theme.desk import told
from runtime.run.model import RunStatus, RunView

_PREVIEW_BYTES = 200_000
_READABLE = (".md", ".markdown", ".txt", ".json", ".csv", ".log", ".html", ".xml", ".yaml", ".py")


class Outcome:
    """The right half of the drawer; follows the run."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._state: object = None
        self._stream: ui.label | None = None
        self._box = parts.box("ll-value").props('aria-live="polite"')
        bench.feed.on_events(lambda _: self._show_stream(), self._box)
        self.refresh()

    def refresh(self) -> None:
        """Draw again when something changed."""
        run = self._bench.feed.view
        if run is None or self._box.is_deleted:
            return
        state = (run.id, run.status, repr(run.error), len(run.outputs))
        if state == self._state:
            return
        self._state = state
        self._box.clear()
        self._stream = None
        with self._box:
            if self._bench.feed.going:
                self._going()
            elif run.status is RunStatus.PAUSED:
                self._paused(run)
            elif run.error is not None:
                self._failed(run)
            self._outputs(run)

    def _going(self) -> None:
        parts.text("The answer as it is written", "ll-overline")
        self._stream = parts.text("", "ll-stream").style("padding: 0")
        self._show_stream()

    def _show_stream(self) -> None:
        if self._stream is None or self._stream.is_deleted:
            return
        streams = self._bench.feed.streams
        last = next(reversed(streams.values()), "") if streams else ""
        self._stream.set_text(last[-1500:] or "Words of a model appear here while it writes them.")

    # ------------------------------------------------------------------ trouble

    def _failed(self, run: RunView) -> None:
        error = run.error
        if error is None:
            return
        place = next((part for part in error.place if part in self._bench.document.flow.nodes), "")
        lead = f"{self._bench.label(place)}: {error.message}" if place else error.message
        with parts.callout(lead, error.hint, tone="bad", icon_name="error"):
            with parts.box("ll-row ll-wrap").style("padding-top: 6px"):
                if place:
                    parts.button("Go to node", lambda: self._bench.focus(place), slim=True)
                if run.status is RunStatus.FAILED:
                    parts.button(
                        "Try again from here",
                        told(self._resumer()),
                        slim=True,
                        tip="Goes on with this run; steps that succeeded are not repeated",
                    ).mark("resume")
            if error.kind not in ("", "user"):
                parts.text(f"Kind: {error.kind}", "ll-small ll-faint")

    def _paused(self, run: RunView) -> None:
        error = run.error
        lead = error.message if error else "The run is paused."
        hint = error.hint if error else ""
        with parts.callout(lead, hint, tone="warn", icon_name="pause_circle"):
            if error and error.kind == "budget":
                self._raise(run)
            elif self._unknown():
                parts.text("Did it happen before the interruption?", "ll-strong")
                with parts.box("ll-row ll-wrap").style("padding-top: 6px"):
                    repeat = told(self._resumer(unknown="repeat"))
                    parts.button("No, do it now", repeat, kind="primary", slim=True)
                    skip = told(self._resumer(unknown="skip"))
                    parts.button("Yes, leave it out", skip, slim=True)
            else:
                parts.button("Go on", told(self._resumer()), kind="primary", slim=True)

    def _unknown(self) -> bool:
        return any(summary.status == "unknown" for summary in self._bench.feed.summary.values())

    def _raise(self, run: RunView) -> None:
        spent = max(run.cost_usd, run.budget_usd or 0.0)
        with parts.box("ll-row ll-wrap").style("padding-top: 6px"):
            field = ui.number(value=round(spent * 2 + 0.01, 4), min=0, format="%g")
            field.props('outlined dense prefix="$" aria-label="New budget"').style("width: 130px")

            async def go_on() -> None:
                value = field.value
                await self._resumer(budget_usd=float(value) if value else None)()

            parts.button("Raise budget and go on", told(go_on), kind="primary", slim=True)
        parts.text(f"Spent so far: {words.money(run.cost_usd)}", "ll-small ll-faint")

    def _resumer(self, **choice: Any) -> Callable[[], Any]:
        async def resume() -> None:
            bench = self._bench
            run = bench.feed.view
            if run is not None:
                view = await bench.desk.workspace.runs.resume(bench.desk.actor(), run.id, **choice)
                await bench.feed.show(view)

        return resume

    # ------------------------------------------------------------------ outputs

    def _outputs(self, run: RunView) -> None:
        if not run.outputs and run.status is RunStatus.SUCCEEDED:
            parts.text(
                "The run gave no outputs. A node “Output” says what the result of a flow is.",
                "ll-faint",
            )
        for name, value in run.outputs.items():
            found = find_file(self._bench.desk, run, value)
            if found is not None:
                self._file(run, name, found)
            else:
                show_value(name, value)

    def _file(self, run: RunView, name: str, found: Download) -> None:
        target = reference(self._bench.desk, run.id, name)
        with parts.box("ll-value-card").mark("output-file"):
            with parts.box("ll-value-head"):
                parts.icon("description").style("font-size: 18px")
                parts.text(found.name, "ll-clip ll-grow")
                parts.text(words.size(found.size), "ll-faint ll-num")
                with ui.link(target=target).classes("ll-mini"):
                    parts.icon("download")
                    parts.text("Download", tag="span")
            text = found.text(_PREVIEW_BYTES) if found.name.lower().endswith(_READABLE) else None
            if text is not None:
                with parts.box("ll-value-body"):
                    if found.name.lower().endswith((".md", ".markdown")):
                        markup.markdown(text)
                    else:
                        parts.text(text, "", "pre")
            with parts.box().style("padding: 0 12px 8px"):
                parts.text(str(found.path), "ll-mono ll-faint ll-clip")
