"""Settings: models and their providers, how it looks, and what this is."""

from importlib.metadata import version

from nicegui import ui

from builder.theme import frame, markup, parts
from builder.theme.desk import Desk


def register(desk: Desk) -> None:
    """Serve the page."""

    @ui.page("/settings", response_timeout=20)
    async def settings() -> None:
        await _Settings(desk).build()

    del settings


class _Settings:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def build(self) -> None:
        with frame.page(self._desk, "Settings", place="settings"):
            with parts.box("ll-col ll-gap-0"):
                parts.text("Settings", tag="h1")
                parts.text("Models, looks, and where everything is kept", "ll-muted")
            self._theme()
            self._about()

    def _theme(self) -> None:
        with parts.box("ll-panel ll-panel-pad ll-row ll-gap-16 ll-wrap"):
            with parts.box("ll-col ll-gap-0 ll-grow"):
                parts.text("Theme", tag="h2")
                parts.text("Kept in this browser.", "ll-muted")
            with parts.box("ll-row"):
                for mode, label, icon in (
                    ("system", "Like the system", "devices"),
                    ("light", "Light", "light_mode"),
                    ("dark", "Dark", "dark_mode"),
                ):
                    made = parts.button(label, icon=icon)
                    made.on("click", js_handler=markup.on_browser("choose", mode))

    def _about(self) -> None:
        settings = self._desk.workspace.settings
        with parts.box("ll-panel ll-panel-pad ll-col ll-gap-12"):
            parts.text("About", tag="h2")
            with parts.box("ll-facts"):
                for name, value in (
                    ("Version", version("loomline")),
                    ("Data", str(settings.data)),
                    ("Files of flows", str(settings.data / "files")),
                    ("Licence", "Apache-2.0"),
                ):
                    parts.text(name)
                    parts.text(value, "ll-mono" if name in ("Data", "Files of flows") else "")
