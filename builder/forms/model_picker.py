"""Choosing a language model: what it costs, what it can do, and whether it can be used now."""

from collections.abc import Callable, Sequence
from typing import Any

from nicegui import ui

from builder.forms.toolbox import Toolbox
from builder.theme import markup, parts, words
from runtime.services.models import ModelInfo


class ModelPicker:
    """A field that opens the list of models."""

    def __init__(
        self, value: str, commit: Callable[[str], Any], toolbox: Toolbox, *, name: str = "Model"
    ) -> None:
        self._value = value
        self._commit = commit
        self._toolbox = toolbox
        self._models: Sequence[ModelInfo] = ()
        self._default = ""
        self._wanted = ""
        with parts.box("ll-pick", "button").props("type=button") as pick:
            pick.props["aria-label"] = name
            parts.icon("neurology")
            self._label = parts.text(value or "Default model", "ll-grow ll-clip", "span")
            parts.icon("unfold_more")
            with ui.menu().props("no-focus") as self._menu, parts.box("ll-col"):
                with parts.box().style("padding: 8px 8px 0"):
                    field = parts.search("Search models", self._search)
                    field.props("autofocus")
                    field.on("keydown.enter", self._take_typed, js_handler=markup.VALUE)
                self._list_box = parts.box("ll-model-list")
        pick.on("click", self._load)

    async def _load(self) -> None:
        if not self._models:
            self._models = await self._toolbox.models()
            self._default = await self._toolbox.default_model()
        self._draw()

    def _search(self, wanted: str) -> None:
        self._wanted = wanted.strip()
        self._draw()

    def _draw(self) -> None:
        self._list_box.clear()
        wanted = self._wanted.lower()
        shown = [
            m for m in self._models if wanted in f"{m.id} {m.title} {m.provider_title}".lower()
        ]
        usable = [model for model in shown if model.available]
        others = [model for model in shown if not model.available]
        with self._list_box:
            if not wanted:
                self._default_row()
            for model in usable[:80]:
                self._row(model)
            if others:
                parts.text("Needs a key or a running server", "ll-overline").style(
                    "padding: 10px 10px 4px"
                )
            for model in others[:60]:
                self._row(model)
            if wanted and not any(model.id == self._wanted for model in shown):
                with parts.box("ll-model", "button").props("type=button") as row:
                    parts.icon("keyboard_return")
                    parts.text(f"Use {self._wanted!r}", "ll-clip")
                row.on("click", lambda: self._take(self._wanted))

    def _default_row(self) -> None:
        with parts.box("ll-model", "button").props("type=button") as row:
            parts.icon("auto_awesome")
            with parts.box("ll-col ll-gap-0 ll-grow"):
                parts.text("Default model", "ll-strong")
                parts.text(self._default or "the best one available", "ll-small ll-faint ll-clip")
        row.on("click", lambda: self._take(""))

    def _row(self, model: ModelInfo) -> None:
        with parts.box("ll-model", "button").props("type=button") as row:
            with parts.box("ll-col ll-gap-0 ll-grow"):
                parts.text(model.id, "ll-clip").style("font-weight: 500; font-size: 13px")
                parts.text(model_line(model), "ll-small ll-faint ll-clip")
            if model.id == self._value:
                parts.icon("check").style("color: var(--ll-accent-ink)")
        if model.available:
            row.on("click", lambda: self._take(model.id))
        else:
            row.props("disabled")

    def _take_typed(self, event: Any) -> None:
        typed = event.args.strip() if isinstance(event.args, str) else ""
        if typed:
            self._take(typed)

    def _take(self, name: str) -> None:
        self._value = name
        self._label.set_text(name or "Default model")
        self._menu.close()
        self._commit(name)


def model_line(model: ModelInfo) -> str:
    """Return price and size of a model in one line, or why it cannot be used."""
    if not model.available:
        return model.why or "Not available."
    facts: list[str] = []
    if model.demo:
        facts.append("built in, for trying things out")
    elif model.input_price == 0 and model.output_price == 0:
        facts.append("free" if not model.local else "runs on your machine")
    elif model.input_price is not None and model.output_price is not None:
        facts.append(f"${model.input_price:g} in, ${model.output_price:g} out per million tokens")
    else:
        facts.append("price not known")
    if model.context:
        facts.append(f"{words.count(model.context)} tokens long")
    return ", ".join(facts)
