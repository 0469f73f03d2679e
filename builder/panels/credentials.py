"""Credentials that nodes use, for example mail accounts: put in, told apart, taken out."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

from nicegui import ui
from pydantic import ValidationError

from builder.forms.field import FormField, plain_schema
from builder.theme import parts
from builder.theme.desk import Desk, tell, told
from nodes.sdk import Credential, UserError, title_of
from runtime.services.keys import SecretInfo


class CredentialPanel:
    """What is there, and a form for each kind of credential a node asks for."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kinds = kinds(desk)
        self._found: Sequence[SecretInfo] = ()

    async def build(self) -> None:
        """Draw the panel, if any node needs a credential at all."""
        if self._kinds:
            await self._load()
            self._draw()

    async def _load(self) -> None:
        found = await self._desk.workspace.keys.list(self._desk.actor())
        self._found = [info for info in found if info.kind in self._kinds]

    @ui.refreshable_method
    def _draw(self) -> None:
        with parts.box("ll-panel"):
            with parts.box("ll-row ll-panel-pad ll-gap-16"):
                with parts.box("ll-col ll-gap-0 ll-grow"):
                    parts.text("Credentials", tag="h2")
                    parts.text("Flows only hold their names, never what is in them.", "ll-muted")
                for kind, cls in self._kinds.items():
                    parts.button(f"Add {_title(cls)}", self._asker(kind), icon="add", slim=True)
            for info in self._found:
                with parts.box("ll-item ll-slim-row"):
                    parts.icon("key", "ll-faint").style("font-size: 20px")
                    with parts.box("ll-col ll-gap-0 ll-grow"):
                        parts.text(info.slug, "ll-strong ll-clip")
                        kind = _title(self._kinds[info.kind])
                        ending = f", secret \u2026{info.ending}" if info.ending else ""
                        parts.text(f"{kind}{ending}", "ll-small ll-faint")
                    parts.icon_button(
                        "delete", f"Remove {info.slug}", told(self._remover(info.slug)), slim=True
                    )

    def _remover(self, slug: str) -> Callable[[], Any]:
        async def remove() -> None:
            await self._desk.workspace.keys.delete(self._desk.actor(), slug)
            tell(f"{slug!r} was removed.")
            await self._load()
            self._draw.refresh()

        return remove

    def _asker(self, kind: str) -> Callable[[], None]:
        return lambda: self._ask(self._kinds[kind])

    def _ask(self, cls: type[Credential]) -> None:
        values: dict[str, Any] = {}
        with parts.dialog(
            f"Add {_title(cls)}", "Kept encrypted; it is never shown again."
        ) as asked:
            with parts.box("ll-dialog-body"):
                with parts.box("ll-field"):
                    parts.text("Name", "ll-label")
                    name = ui.input(placeholder="team-mail")
                    name.props('outlined dense autofocus aria-label="Name"')
                    parts.text("Flows find it by this name.", "ll-small ll-faint")
                for field, secret in fields_of(cls):
                    _control(field, values, secret=secret)
            with parts.box("ll-dialog-foot"):
                parts.button("Cancel", asked.close, kind="ghost")

                async def keep() -> None:
                    given = {key: value for key, value in values.items() if value not in ("", None)}
                    try:
                        made = cls.model_validate(given)
                    except ValidationError as error:
                        first = error.errors()[0]
                        where = title_of(str(first["loc"][0])) if first["loc"] else "It"
                        raise UserError(f"{where}: {first['msg']}.") from error
                    slug = str(name.value or "").strip()
                    await self._desk.workspace.keys.put(self._desk.actor(), slug, made)
                    asked.close()
                    tell(f"{slug!r} is kept.")
                    await self._load()
                    self._draw.refresh()

                parts.button("Keep", told(keep), kind="primary")
        asked.on("hide", asked.delete)
        asked.open()


def kinds(desk: Desk) -> dict[str, type[Credential]]:
    """Return the kinds of credentials that nodes ask for."""
    found: dict[str, type[Credential]] = {}
    for spec in desk.workspace.catalog.types():
        for field in spec.fields:
            if field.credential:
                annotation = spec.cls.model_fields[field.name].annotation
                for part in (annotation, *get_args(annotation)):
                    if isinstance(part, type) and issubclass(part, Credential):
                        found[field.credential] = part
    return found


def fields_of(cls: type[Credential]) -> list[tuple[FormField, bool]]:
    """Return the fields of a kind of credential; True for those that are secret."""
    schema = cls.model_json_schema()
    properties: Mapping[str, Mapping[str, Any]] = schema.get("properties", {})
    required = set(schema.get("required", ()))
    found: list[tuple[FormField, bool]] = []
    for name, raw in properties.items():
        part = plain_schema(raw)
        kind = part.get("type")
        control = "choice" if part.get("enum") else "number" if kind == "integer" else "text"
        field = FormField(
            name=name,
            title=str(part.get("title") or title_of(name)),
            control=control,
            help=str(part.get("description", "")),
            required=name in required,
            default=part.get("default"),
            choices=tuple(str(choice) for choice in part.get("enum", ())),
            whole=kind == "integer",
        )
        found.append((field, part.get("format") == "password" or bool(part.get("writeOnly"))))
    return found


def _control(field: FormField, values: dict[str, Any], *, secret: bool) -> None:
    def keep(event: Any) -> None:
        value = event.value
        values[field.name] = int(value) if field.whole and isinstance(value, float) else value

    with parts.box("ll-field"):
        with parts.box("ll-field-head"):
            parts.text(field.title, "ll-label", "span")
            if field.required:
                parts.text("*", "ll-required", "span")
        if field.control == "choice":
            made = ui.select(list(field.choices), value=field.default)
        elif field.control == "number":
            made = ui.number(value=field.default, format="%d")
        else:
            made = ui.input(value=str(field.default or ""), password=secret)
            made.props('autocomplete="off"')
        made.props("outlined dense").on_value_change(keep)
        made.props["aria-label"] = field.title
        if field.help:
            parts.text(field.help, "ll-small ll-faint")


def _title(cls: type[Credential]) -> str:
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in cls.__name__)
    return words.strip()
