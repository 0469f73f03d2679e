"""Settings: models and the keys of their providers, credentials, how it looks, what this is."""

from importlib.metadata import version

from nicegui import ui

from builder.panels.credentials import CredentialPanel
from builder.panels.providers import ProviderPanel
from builder.theme import frame, markup, parts
from builder.theme.desk import Desk, tell, told
from nodes.sdk import UserError
from runtime.app import current_session


def register(desk: Desk) -> None:
    """Serve the page."""

    @ui.page("/settings", response_timeout=20)
    async def settings() -> None:
        await _page(desk)

    del settings


async def _page(desk: Desk) -> None:
    with frame.page(desk, "Settings", place="settings") as column:
        column.style("max-width: 860px")
        with parts.box("ll-col ll-gap-0"):
            parts.text("Settings", tag="h1")
            parts.text("Models, credentials and how it looks", "ll-muted")
        await ProviderPanel(desk).build()
        await CredentialPanel(desk).build()
        _theme()
        _account(desk)
        _about(desk)


def _theme() -> None:
    with parts.box("ll-panel ll-panel-pad ll-row ll-gap-16 ll-wrap"):
        with parts.box("ll-col ll-gap-0 ll-grow"):
            parts.text("Theme", tag="h2")
            parts.text("Kept in this browser.", "ll-muted")
        with parts.box("ll-row ll-wrap"):
            for mode, label, icon in (
                ("system", "Like the system", "devices"),
                ("light", "Light", "light_mode"),
                ("dark", "Dark", "dark_mode"),
            ):
                made = parts.button(label, icon=icon).classes(f"ll-theme-{mode}")
                made.on("click", js_handler=markup.on_browser("choose", mode))


def _account(desk: Desk) -> None:
    with parts.box("ll-panel ll-panel-pad ll-row ll-gap-16"):
        with parts.box("ll-col ll-gap-0 ll-grow"):
            parts.text("Account", tag="h2")
            parts.text(f"Signed in as {desk.actor().name}", "ll-muted")
        parts.button("Change password", lambda: _ask_password(desk), icon="password")
        with parts.box("", "form").props('method="post" action="/logout"'):
            parts.button("Log out", icon="logout").props("type=submit")


def _ask_password(desk: Desk) -> None:
    with parts.dialog("Change password", "Every other browser is signed out.") as asked:
        with parts.box("ll-dialog-body"):
            fields = [_password(label) for label in ("Old password", "New password", "Once more")]
        with parts.box("ll-dialog-foot"):
            parts.button("Cancel", asked.close, kind="ghost")

            async def change() -> None:
                old, new, again = (str(field.value or "") for field in fields)
                if new != again:
                    raise UserError("The two new passwords differ.", hint="Type both again.")
                await desk.workspace.accounts.change_password(current_session(), old=old, new=new)
                asked.close()
                tell("The password was changed.")

            parts.button("Change", told(change), kind="primary")
    asked.on("hide", asked.delete)
    asked.open()


def _password(label: str) -> ui.input:
    with parts.box("ll-field"):
        parts.text(label, "ll-label")
        field = ui.input(password=True).props(f'outlined dense aria-label="{label}"')
        kind = "current-password" if label.startswith("Old") else "new-password"
        return field.props(f"autocomplete={kind}")


def _about(desk: Desk) -> None:
    data = desk.workspace.settings.data
    with parts.box("ll-panel ll-panel-pad ll-col ll-gap-12"):
        parts.text("About", tag="h2")
        with parts.box("ll-facts"):
            for name, value, mono in (
                ("Version", version("loomline"), False),
                ("Data", str(data), True),
                ("Files of flows", str(data / "files"), True),
                ("Licence", "Apache-2.0", False),
            ):
                parts.text(name)
                parts.text(value, "ll-mono" if mono else "")
