"""A text control that helps with expressions: `{{` offers the values of earlier steps."""

from collections.abc import Callable, Sequence
from typing import Any, cast

from nicegui import ui

from builder.forms.aid import Aid, Offer, complete, typed_reference
from builder.theme import markup, parts

_SHOWN = 40


class TextBox:
    """One line or many; commits when typing rests for a moment or the field is left."""

    def __init__(
        self,
        value: str,
        commit: Callable[[str], Any],
        *,
        lines: bool = False,
        aid: Aid | None = None,
        placeholder: str = "",
        mono: bool = False,
        name: str = "",
    ) -> None:
        self._aid = aid
        self._caret = len(value)
        self._typing: str | None = None
        """What is in the field right now; its value arrives only when typing rests."""
        self._offers = None
        control = ui.textarea if lines else ui.input
        with parts.box("ll-col ll-gap-4"):
            self.control = control(value=value, placeholder=placeholder or None)
            self.control.props("outlined dense debounce=600 spellcheck=false")
            self.control.props["aria-label"] = name
            if lines:
                self.control.props("autogrow").style("max-height: 60vh; overflow: auto")
            if mono:
                self.control.classes("ll-code")
            self.control.on_value_change(lambda e: commit(str(e.value or "")))
            if aid:
                self.control.on(
                    "keyup",
                    self._typed,
                    js_handler=markup.CARET,
                    args=None,
                    leading_events=False,
                    throttle=0.08,
                )
                self._offers = parts.box("ll-offers")
                self._offers.set_visibility(False)

    def offer(self) -> None:
        """Show everything that can be put in, whatever is typed."""
        if self._offers is not None and self._offers.visible:
            self._hide()
        elif self._aid:
            self._show(self._aid.offers())

    def _typed(self, event: Any) -> None:
        sent: Any = event.args
        args = cast("dict[str, Any]", sent if isinstance(sent, dict) else {})
        text, caret = args.get("text"), args.get("caret")
        if not isinstance(text, str) or not isinstance(caret, int) or not self._aid:
            return
        self._caret = caret
        self._typing = text if args.get("on") is True else None
        wanted = typed_reference(text, caret)
        if wanted is None or args.get("key") == "Escape":
            self._hide()
            return
        self._show([offer for offer in self._aid.offers() if offer.matches(wanted)])

    def _hide(self) -> None:
        if self._offers is not None and self._offers.visible:
            self._offers.set_visibility(False)

    def _show(self, offers: Sequence[Offer]) -> None:
        if self._offers is None:
            return
        self._offers.clear()
        self._offers.set_visibility(True)
        with self._offers:
            if not offers:
                parts.text(
                    "Nothing runs before this node yet. Connect it to another one to read its "
                    "values here.",
                    "ll-small ll-faint",
                ).style("padding: 8px 10px")
            for offer in offers[:_SHOWN]:
                self._row(offer)
        markup.call("reveal", self._offers.html_id)

    def _row(self, offer: Offer) -> None:
        row = parts.box("ll-offer", "button").props("type=button tabindex=0").mark("offer")
        row.on(
            "mousedown",
            lambda: self._take(offer),
            js_handler=markup.KEEP_FOCUS,
        )
        row.on("keydown.enter", lambda: self._take(offer))
        with row:
            parts.tile(offer.icon, offer.category)
            with parts.box("ll-col ll-gap-0 ll-grow"):
                parts.text(f"{offer.node_label} · {offer.port_title}", "ll-clip").style(
                    "font-size: 13px; font-weight: 500"
                )
                parts.text(offer.sample or f"{offer.type}, no value yet", "ll-offer-sample ll-clip")

    def _take(self, offer: Offer) -> None:
        text = str(self.control.value or "") if self._typing is None else self._typing
        made, caret = complete(text, self._caret if self._typing is not None else len(text), offer)
        self._typing = None
        self._hide()
        markup.call("fill", self.control.html_id, made, caret)
