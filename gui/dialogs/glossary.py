"""The glossary: every figure that the window shows, what it means and which way is better."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui import theme
from gui.glossary import METRICS, Metric
from gui.parts.fields import FilterLine
from gui.parts.labels import button, label
from gui.parts.table import Column, RecordTable
from gui.translation import tr


class GlossaryDialog(QDialog):
    """A table with a line to search by."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, windowTitle=tr("What the Figures Mean"), objectName="dialog.glossary")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = RecordTable(
            (Column("name", tr("Figure"), lambda metric: tr(metric.name), width=204),
             Column("direction", tr("Better"), lambda metric: tr(metric.direction), width=130),
             Column("meaning", tr("Meaning"), _meaning, tip=_meaning, width=460)),
            key=lambda metric: metric.name, name="glossary.table", words=tr("What the Figures Mean"),
            wrapped=True)
        self.table.set_records(tuple(METRICS.values()))
        self.filter = FilterLine(name="glossary.filter", words=tr("Find a figure"), width=220)
        self.filter.textChanged.connect(self.table.records_model.set_filter)
        column = QVBoxLayout(self, spacing=theme.MEDIUM)
        column.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.LARGE)
        head = QHBoxLayout()
        head.addWidget(label(tr("What the Figures Mean"), font="title"), 1)
        head.addWidget(self.filter)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(button(tr("Close"), self.close, kind="primary", name="glossary.close"))
        column.addLayout(foot)
        self.resize(900, 580)
        self.filter.setFocus()


def _meaning(metric: Metric) -> str:
    return tr(metric.meaning) + (f" ({tr(metric.formula)})" if metric.formula else "")
