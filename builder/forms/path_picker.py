"""Choosing a file or folder on the server, inside the folders that are open to flows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from builder.forms.textbox import TextBox
from builder.forms.toolbox import Entry, Toolbox
from builder.theme import parts, words
from builder.theme.desk import told


class PathPicker:
    """A text field for a path with a button that opens the folders."""

    def __init__(
        self,
        value: str,
        commit: Callable[[str], Any],
        toolbox: Toolbox,
        *,
        kind: Literal["file", "folder"],
        name: str,
        placeholder: str = "",
    ) -> None:
        self._toolbox = toolbox
        self._kind = kind
        self._here = toolbox.folders.roots[0]
        self._box = TextBox(
            value, commit, aid=toolbox.aid, name=name,
            placeholder=placeholder or ("docs" if kind == "folder" else "docs/report.md"),
        )  # fmt: skip
        with self._box.control.add_slot("append"):
            parts.icon_button("folder_open", f"Choose a {kind}", told(self._open), slim=True)

    async def _open(self) -> None:
        folders = self._toolbox.folders
        self._here = folders.locate(str(self._box.control.value or ""))
        with parts.dialog(
            f"Choose a {self._kind}", "Folders on the server that flows may use"
        ) as d:
            self._dialog = d
            with parts.box("ll-dialog-body").style("padding: 8px 12px; min-height: 300px"):
                self._crumbs = parts.box("ll-crumbs ll-wrap").style("padding: 4px 8px")
                self._listing = parts.box("ll-col ll-gap-0")
            with parts.box("ll-dialog-foot"):
                parts.button("Cancel", d.close, kind="ghost")
                if self._kind == "folder":
                    parts.button("Use this folder", lambda: self._take(self._here), kind="primary")
        d.on("hide", d.delete)
        d.open()
        await self._show()

    async def _go(self, folder: Path) -> None:
        self._here = folder
        await self._show()

    async def _show(self) -> None:
        folders = self._toolbox.folders
        entries = await folders.entries(self._here)
        self._crumbs.clear()
        with self._crumbs:
            parts.icon("folder_open")
            parts.text(str(self._here), "ll-mono ll-clip")
        self._listing.clear()
        with self._listing:
            above = folders.parent(self._here)
            if above:
                self._line("arrow_upward", "..", above)
            elif len(folders.roots) > 1:
                for root in folders.roots:
                    if root != self._here:
                        self._line("hard_drive", str(root), root)
            if not entries:
                with parts.empty("folder_off", "This folder is empty"):
                    parts.text(f"Put files into {self._here} and look again.", "ll-muted ll-small")
            for entry in entries:
                self._entry(entry)

    def _line(self, icon: str, label: str, target: Path) -> None:
        with parts.box("ll-tree-row", "button").props("type=button") as row:
            parts.icon(icon, "ll-folder")
            parts.text(label, "ll-clip")
        row.on("click", told(lambda: self._go(target)))

    def _entry(self, entry: Entry) -> None:
        if entry.folder:
            self._line("folder", entry.name, entry.path)
            return
        with parts.box("ll-tree-row", "button").props("type=button") as row:
            parts.icon("description")
            parts.text(entry.name, "ll-clip ll-grow")
            parts.text(words.size(entry.size), "ll-small ll-faint ll-num")
        if self._kind == "file":
            row.on("click", lambda: self._take(entry.path))
        else:
            row.props("disabled").style("opacity: .6; cursor: default")

    def _take(self, path: Path) -> None:
        self._box.control.set_value(self._toolbox.folders.written(path))
        self._dialog.close()
