"""The one dialog for what nobody foresaw: what happened, how often, and everything to copy."""

from __future__ import annotations

import platform
import sys

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

import engine
from gui import theme
from gui.errors import Fault, Faults
from gui.last_time import without_secrets
from gui.parts.labels import button, label
from gui.translation import tr

_WIDTH, _HEIGHT = 720, 460  # pixels


class ReportDialog(QDialog):
    """Opens itself on the first fault and gathers the later ones."""

    def __init__(self, faults: Faults, parent: QWidget) -> None:
        super().__init__(parent, windowTitle=tr("Unexpected Problem"), objectName="dialog.report")
        self._faults = faults
        self._list = QListWidget(maximumHeight=110)
        self._list.setAccessibleName(tr("Problems"))
        self._details = QPlainTextEdit(readOnly=True)
        self._details.setAccessibleName(tr("Details of the problem"))
        self._details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._details.setFont(_mono(self._details))
        self.copy = button(tr("Copy Report"), self._copy, icon_name="copy", name="dialog.report.copy")
        self.close_button = button(tr("Close"), self.close, kind="primary", name="dialog.report.close")
        self._lay_out()
        self._fill()
        self._list.currentRowChanged.connect(self._show_details)
        faults.told.connect(self.add)

    @Slot(object)
    def add(self, fault: Fault) -> None:
        """Gather a fault, and open unless open already."""
        self._fill()
        if not self.isVisible():
            self.open()

    def _fill(self) -> None:
        row = max(self._list.currentRow(), 0)
        self._list.clear()
        for seen in self._faults.seen.values():
            often = "  ·  " + tr("{count} times", count=seen.count) if seen.count > 1 else ""
            self._list.addItem(f"{seen.headline}{often}")
        self._list.setCurrentRow(min(row, self._list.count() - 1))
        found = bool(self._faults.seen)
        self._title.setText(tr("Something went wrong that should not have") if found else tr("No Problem So Far"))
        self._words.setText(tr(
            "Your data and models are safe: what is listed was written whole. "
            "You can go on working; if it comes again, copy the report and send it to us.") if found else tr(
            "Nothing unexpected has happened since the program was started. Should it, it is told here, to be copied "
            "and sent to us."))
        for part in (self._list, self._details, self.copy):
            part.setVisible(found)
        self.resize(_WIDTH, _HEIGHT if found else self.layout().totalHeightForWidth(_WIDTH))

    def offer(self, stacks: str) -> None:
        """Keep what the last session's crash left, to be looked at by Help, Problem Report, and copied."""
        self._faults.seen["last session"] = Fault(tr("The last session crashed"), stacks)
        self._fill()

    def report(self) -> str:
        """Everything in one text: versions, then every fault."""
        head = (tr("AlphaPulse Workbench {version} · Python {split} · {system} {release}", version=engine.__version__,
                   split=sys.version.split()[0], system=platform.system(), release=platform.release()))
        faults = (f"{fault.headline} ({fault.count}x)\n{fault.details}" for fault in self._faults.seen.values())
        return without_secrets("\n\n".join((head, *faults)))

    def _lay_out(self) -> None:
        self.setWindowModality(Qt.WindowModality.WindowModal)
        column = QVBoxLayout(self, spacing=theme.MEDIUM)
        column.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.LARGE)
        self._title = label(font="title", name="dialog.report.title")
        self._words = label(wrap=True, role="muted")
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self._list)
        column.addWidget(self._details, 1)
        row = QHBoxLayout(spacing=theme.SMALL)
        row.addWidget(self.copy)
        row.addStretch()
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.close_button.setDefault(True)

    @Slot(int)
    def _show_details(self, row: int) -> None:
        faults = list(self._faults.seen.values())
        self._details.setPlainText(without_secrets(faults[row].details) if 0 <= row < len(faults) else "")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report())
        self.copy.setText(tr("Copied"))


def _mono(widget: QWidget):  # noqa: ANN202
    from PySide6.QtGui import QFontDatabase

    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(widget.font().pointSizeF())
    return font
