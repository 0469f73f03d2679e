"""Home: every flow with its health, or where to begin."""

from collections.abc import Callable, Sequence

from nicegui import ui

from builder.pages.cards import blank_card, template_card
from builder.theme import frame, parts, words
from builder.theme.desk import Desk, told
from builder.theme.desk import tell as tell_person
from runtime.services.flows import FlowSummary


def register(desk: Desk) -> None:
    """Serve the page."""

    @ui.page("/", response_timeout=20)
    async def home() -> None:
        await _Home(desk).build()

    del home


class _Home:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._wanted = ""
        self._flows: Sequence[FlowSummary] = ()

    async def build(self) -> None:
        self._flows = await self._desk.workspace.flows.list(self._desk.actor())
        with frame.page(self._desk, "Flows", place="flows"):
            if self._flows:
                self._head()
                self._list()
                if len(self._flows) < 4:
                    self._more_starts()
            else:
                await _welcome(self._desk)

    def _head(self) -> None:
        with parts.box("ll-head"):
            with parts.box("ll-col ll-gap-0"):
                parts.text("Flows", tag="h1")
                number = words.plural(len(self._flows), "flow")
                parts.text(f"{number} in this workspace", "ll-muted")
            with parts.box("ll-head-actions"):
                parts.search("Search flows", self._search).style("width: 240px")
                parts.button(
                    "Start from a template",
                    lambda: ui.navigate.to("/templates"),
                    icon="dashboard",
                )
                parts.button("New flow", told(self._create), icon="add", kind="primary")

    def _more_starts(self) -> None:
        with parts.box("ll-col ll-gap-12").style("padding-top: 16px"):
            parts.text("Start from a template", tag="h2")
            with parts.box("ll-cards"):
                for info in self._desk.workspace.gallery.list()[:3]:
                    template_card(self._desk, info)

    def _search(self, wanted: str) -> None:
        self._wanted = wanted.strip().lower()
        self._list.refresh()

    async def _create(self) -> None:
        await create_flow(self._desk)

    @ui.refreshable_method
    def _list(self) -> None:
        shown = [flow for flow in self._flows if self._wanted in _haystack(flow)]
        if not shown:
            with parts.box("ll-panel"), parts.empty("search_off", "Nothing found"):
                parts.text("No flow has this in its name or description.", "ll-muted")
            return
        with parts.box("ll-panel").props('role="list"'):
            for flow in shown:
                self._row(flow)

    def _row(self, flow: FlowSummary) -> None:
        with parts.box("ll-item").props('role="listitem"').mark("flow-row"):
            ui.link(target=f"/flows/{flow.id}").classes("ll-cover").props["aria-label"] = flow.title
            last = flow.last_runs[0] if flow.last_runs else None
            first = flow.icons[0] if flow.icons else ""
            spec = self._desk.spec(first) if first else None
            parts.tile(spec.icon if spec else "account_tree", spec.category if spec else "flow")
            with parts.box("ll-col ll-gap-0 ll-grow"):
                with parts.box("ll-row"):
                    parts.text(flow.title, "ll-strong ll-clip")
                    self._icons(flow.icons[1:])
                parts.text(_second_line(flow), "ll-muted ll-clip", "div").style("font-size: 13px")
            with parts.box("ll-wide"):
                parts.run_dots(flow.last_runs)
            with parts.box("ll-col ll-gap-0 ll-wide").style("width: 132px"):
                if last:
                    parts.status(last.status)
                    parts.time_ago(last.created_at, "ll-small ll-faint")
                else:
                    parts.text("Never run", "ll-small ll-faint")
                    parts.time_ago(flow.updated_at, "ll-small ll-faint")
            with parts.box("ll-row ll-gap-0 ll-over"):
                run = parts.icon_button("play_arrow", f"Run {flow.title}", _opener(flow, run=True))
                run.set_visibility(not flow.broken)
                self._menu(flow)

    def _icons(self, types: Sequence[str]) -> None:
        with parts.box("ll-icons ll-wide"):
            for type_id in types:
                spec = self._desk.spec(type_id)
                parts.icon(spec.icon if spec else "extension_off").tooltip(
                    spec.title if spec else type_id
                )

    def _menu(self, flow: FlowSummary) -> None:
        with parts.icon_button("more_horiz", f"More for {flow.title}"), ui.menu():
            ui.menu_item("Open", _opener(flow))
            ui.menu_item("Duplicate", told(lambda: self._duplicate(flow)))
            ui.menu_item("Runs of this flow", lambda: ui.navigate.to(f"/runs?flow={flow.id}"))
            ui.menu_item("Delete", told(lambda: self._delete(flow))).style("color: var(--ll-bad)")

    async def _duplicate(self, flow: FlowSummary) -> None:
        made = await self._desk.workspace.flows.duplicate(self._desk.actor(), flow.id)
        tell_person(f"Copied as {made.title!r}.")
        await self._reload()

    async def _delete(self, flow: FlowSummary) -> None:
        await self._desk.workspace.flows.delete(self._desk.actor(), flow.id)

        async def bring_back() -> None:
            await self._desk.workspace.flows.restore(self._desk.actor(), flow.id)
            await self._reload()

        tell_person(f"{flow.title!r} was deleted.", action="Undo", on_action=bring_back)
        await self._reload()

    async def _reload(self) -> None:
        self._flows = await self._desk.workspace.flows.list(self._desk.actor())
        self._list.refresh()


async def create_flow(desk: Desk) -> None:
    """Make an empty flow and open it."""
    made = await desk.workspace.flows.create(desk.actor())
    ui.navigate.to(f"/flows/{made.id}")


async def _welcome(desk: Desk) -> None:
    with parts.box("ll-hero"):
        parts.text("What shall your first flow do?", tag="h1")
        parts.text(
            "Pick one that runs right away: no key, no account, on a built-in demo model. "
            "You can change every part of it afterwards.",
            "ll-muted",
        ).style("max-width: 560px; font-size: 15px; line-height: 24px")
    with parts.box("ll-cards"):
        for info in desk.workspace.gallery.list():
            template_card(desk, info)
        blank_card(told(lambda: create_flow(desk)))


def _opener(flow: FlowSummary, *, run: bool = False) -> Callable[[], None]:
    target = f"/flows/{flow.id}{'?run=1' if run else ''}"
    return lambda: ui.navigate.to(target)


def _haystack(flow: FlowSummary) -> str:
    return f"{flow.title} {flow.name} {flow.description} {' '.join(flow.icons)}".lower()


def _second_line(flow: FlowSummary) -> str:
    if flow.broken:
        return f"Cannot be opened: {flow.broken}"
    last = flow.last_runs[0] if flow.last_runs else None
    if last and last.error and last.status == "failed":
        return last.error.message
    return flow.description.partition("\n")[0] or words.plural(flow.nodes, "node")
