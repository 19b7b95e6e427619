"""Deleted models: seen, brought back, or removed for good."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from engine.records import RunRecord
from gui import theme
from gui.dialogs.ask import ask
from gui.library import Library
from gui.parts.labels import button, label
from gui.parts.table import Column, RecordTable
from gui.parts.words import interval, local_time, model_name
from gui.translation import plural, tr


class TrashDialog(QDialog):
    """What was deleted lately, newest first."""

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent, windowTitle=tr("Deleted Models"), objectName="dialog.trash")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._library = library
        self.table = RecordTable(
            (Column("name", tr("Name"), lambda run: run.name, width=220),
             Column("kind", tr("Model"), lambda run: model_name(run.kind), width=110),
             Column("auc", tr("AUC"), _auc, width=190),
             Column("created", tr("Made"), lambda run: local_time(run.created), width=140)),
            key=lambda run: run.id, name="trash.table", words=tr("Deleted models"))
        self.state = label(role="muted", wrap=True, name="trash.state")
        self.back = button(tr("Bring Back"), self._on_back, icon_name="undo-2", name="trash.back",
                           hint=tr("List the chosen models again, with all that was kept of them."))
        self.empty = button(tr("Empty…"), self._on_empty, icon_name="trash-2", name="trash.empty",
                            hint=tr("Remove all deleted models from the disk now."))
        self.table.selected.connect(self._on_selected)
        self._lay_out()
        self._reload()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self, spacing=theme.MEDIUM)
        column.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.LARGE)
        column.addWidget(label(tr("Deleted Models"), font="title"))
        column.addWidget(self.state)
        column.addWidget(self.table, 1)
        foot = QHBoxLayout(spacing=theme.SMALL)
        foot.addWidget(self.back)
        foot.addWidget(self.empty)
        foot.addStretch()
        foot.addWidget(button(tr("Close"), self.close, kind="primary", name="trash.close"))
        column.addLayout(foot)
        self.resize(760, 460)

    def _reload(self) -> None:
        found = self._library.deleted()
        self.table.set_records(found)
        self.state.setText(tr("They are kept for 30 days, then removed from the disk for good.") if found else
                           tr("Nothing was deleted in the last 30 days."))
        self.empty.setEnabled(bool(found))
        self._on_selected([])

    @Slot(list)
    def _on_selected(self, runs: list[RunRecord]) -> None:
        self.back.setEnabled(bool(runs))

    def _on_back(self) -> None:
        self._library.restore([run.id for run in self.table.selected_records()])
        self._reload()

    def _on_empty(self) -> None:
        count = len(self.table.records_model.records)
        ask(self, tr("Remove Deleted Models"),
            plural(count, "Remove {n} deleted model for good? It cannot be brought back.",
                   "Remove {n} deleted models for good? They cannot be brought back."),
            yes=tr("Remove for Good"), then=self._emptied)

    def _emptied(self) -> None:
        self._library.empty_trash()
        self._reload()


def _auc(run: RunRecord) -> str:
    return "–" if run.scores is None else interval(run.scores.auc)
