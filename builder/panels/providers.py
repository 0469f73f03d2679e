"""Models and their providers: what can be used now, and keys for the rest."""

from collections.abc import Mapping, Sequence
from typing import Final

from nicegui import ui

from builder.theme import parts, words
from builder.theme.desk import Desk, tell, told
from nodes.sdk import UserError
from runtime.services.keys import SecretInfo
from runtime.services.models import ModelInfo

_PREFIX = "provider-"
_COMMON: Final = ("openai", "anthropic", "gemini", "ollama")
_LOCAL: Final = ("ollama", "lm_studio", "hosted_vllm")


class ProviderPanel:
    """One row for each provider; a key goes in and is never shown again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._models: Sequence[ModelInfo] = ()
        self._default = ""
        self._stored: Mapping[str, SecretInfo] = {}

    async def build(self) -> None:
        """Draw the panel."""
        await self._load()
        self._draw()

    async def _load(self, *, refresh: bool = False) -> None:
        services = self._desk.workspace
        self._models = await services.models.list(refresh=refresh)
        self._default = await services.models.default()
        found = await services.keys.list(self._desk.actor())
        self._stored = {info.slug: info for info in found}

    async def _again(self) -> None:
        await self._load(refresh=True)
        self._draw.refresh()

    @ui.refreshable_method
    def _draw(self) -> None:
        with parts.box("ll-panel"):
            with parts.box("ll-row ll-panel-pad ll-gap-16"):
                with parts.box("ll-col ll-gap-0 ll-grow"):
                    parts.text("Models", tag="h2")
                    parts.text(f"Taken when nothing else is said: {self._default}", "ll-muted")
                parts.icon_button("refresh", "Look for models again", told(self._again))
            rows = sorted(
                self._desk.workspace.keys.providers().items(),
                key=lambda pair: (not self._usable(pair[0]), pair[1].lower()),
            )
            first = [row for row in rows if self._in_front(row[0])]
            for provider, title in first:
                self._row(provider, title)
            with parts.box("ll-fold", "details"):
                with parts.box("ll-more-rows", "summary"):
                    parts.icon("chevron_right")
                    parts.text(f"{len(rows) - len(first)} more providers", tag="span")
                for provider, title in rows:
                    if not self._in_front(provider):
                        self._row(provider, title)

    def _in_front(self, provider: str) -> bool:
        known = provider in _COMMON or _slug(provider) in self._stored
        return known or bool(self._usable(provider))

    def _usable(self, provider: str) -> list[ModelInfo]:
        return [m for m in self._models if m.provider == provider and m.available]

    def _row(self, provider: str, title: str) -> None:
        usable = self._usable(provider)
        stored = _slug(provider) in self._stored
        with parts.box("ll-item ll-slim-row").mark(f"provider-{provider}"):
            with parts.box("ll-col ll-gap-0 ll-grow"):
                parts.text(title, "ll-strong")
                parts.text(self._line(provider, usable), "ll-small ll-faint ll-clip")
            if stored:
                ending = self._stored[_slug(provider)].ending
                parts.chip(f"Key \u2026{ending}" if ending else "Address kept", icon_name="key")
            if usable:
                parts.chip("Ready", icon_name="check", tone="ok")
            local = provider in _LOCAL
            label = "Change" if stored else "Add address" if local else "Add key"
            parts.button(label, lambda: self._ask(provider, title), slim=True)
            if stored:
                parts.icon_button(
                    "delete", f"Remove the key of {title}",
                    told(lambda: self._remove(provider, title)), slim=True,
                )  # fmt: skip

    def _line(self, provider: str, usable: Sequence[ModelInfo]) -> str:
        if usable:
            names = ", ".join(model.title or model.id for model in usable[:3])
            more = f" and {len(usable) - 3} more" if len(usable) > 3 else ""
            return f"{words.plural(len(usable), 'model')}: {names}{more}"
        reason = next((m.why for m in self._models if m.provider == provider and m.why), "")
        if provider in _LOCAL:
            return reason or "Not found on this machine; say its address if it runs elsewhere."
        return reason or "No key yet."

    def _ask(self, provider: str, title: str) -> None:
        with parts.dialog(f"Key for {title}", "Kept encrypted; it is never shown again.") as asked:
            with parts.box("ll-dialog-body"):
                with parts.box("ll-field"):
                    parts.text("Key", "ll-label")
                    key = ui.input(password=True).props(
                        'outlined dense autofocus autocomplete="off" aria-label="Key"'
                    )
                with parts.box("ll-field"):
                    parts.text("Address (only for servers of your own)", "ll-label")
                    address = ui.input(placeholder="https://").props(
                        'outlined dense aria-label="Address"'
                    )
            with parts.box("ll-dialog-foot"):
                parts.button("Cancel", asked.close, kind="ghost")

                async def keep() -> None:
                    if not key.value and not address.value:
                        raise UserError("There is nothing to keep yet.", hint="Paste the key.")
                    await self._desk.workspace.keys.put_provider(
                        self._desk.actor(), provider,
                        api_key=str(key.value or ""), base_url=str(address.value or ""),
                    )  # fmt: skip
                    asked.close()
                    tell(f"The key for {title} is kept.")
                    await self._again()

                parts.button("Keep", told(keep), kind="primary")
        asked.on("hide", asked.delete)
        asked.open()

    async def _remove(self, provider: str, title: str) -> None:
        await self._desk.workspace.keys.delete(self._desk.actor(), _slug(provider))
        tell(f"The key for {title} was removed.")
        await self._again()


def _slug(provider: str) -> str:
    return f"{_PREFIX}{provider.replace('_', '-')}"
