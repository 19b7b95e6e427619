"""The numbers behind a chart, as a table to sort, filter, copy and save."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from gui import theme
from gui.parts.fields import FilterLine
from gui.parts.labels import button, label
from gui.parts.table import Column, RecordTable
from gui.parts.words import counted
from gui.translation import localized, tr

if TYPE_CHECKING:
    from gui.plots.base import PlotPanel

_MOST = 20_000  # rows that anyone looks through; Copy Data and CSV have all
_WIDTH = 130


class TableDialog(QDialog):
    """The table of one chart, as it was when it was opened."""

    def __init__(self, panel: PlotPanel) -> None:
        super().__init__(panel.window(), windowTitle=tr("{title}: Table", title=panel.title), objectName="plot.table")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        table = panel.table()
        rows = [(number, row) for number, row in enumerate(table.rows[:_MOST])]
        self.table = RecordTable([_column(place, title, rows) for place, title in enumerate(table.columns)],
                                 key=_key, name="plot.table.rows", words=tr("{title}: Table", title=panel.title))
        self.table.set_records(rows)
        self.filter = FilterLine(name="plot.table.filter", words=tr("Filter rows"))
        self.filter.textChanged.connect(self._on_filter)
        column = QVBoxLayout(self, spacing=theme.MEDIUM)
        column.setContentsMargins(theme.HUGE, theme.LARGE, theme.HUGE, theme.LARGE)
        head = QHBoxLayout()
        head.addWidget(label(panel.title, font="title"))
        head.addWidget(label(_told(len(table.rows)), role="muted"), 1)
        head.addWidget(self.filter)
        column.addLayout(head)
        column.addWidget(label(panel.description, role="muted", wrap=True))
        column.addWidget(self.table, 1)
        foot = QHBoxLayout(spacing=theme.SMALL)
        foot.addWidget(button(tr("Copy Data"), panel.copy_data, icon_name="copy", name="plot.table.copy"))
        foot.addStretch()
        foot.addWidget(button(tr("Close"), self.close, kind="primary", name="plot.table.close"))
        column.addLayout(foot)
        self.resize(720, 520)

    @Slot(str)
    def _on_filter(self, text: str) -> None:
        self.table.records_model.set_filter(text)


def _told(many: int) -> str:
    if many > _MOST:
        return tr("the first {shown:,} of {many:,} rows; Copy Data takes all", shown=_MOST, many=many)
    return counted(many, "row")


def _column(place: int, title: str, rows: list[tuple[int, tuple[Any, ...]]]) -> Column:
    number = bool(rows) and all(isinstance(row[place], (int, float)) or row[place] is None for _, row in rows[:50])
    digits = max((_digits(row[place]) for _, row in rows), default=0) if number else 0
    return Column(f"c{place}", title, lambda record: _text(record[1][place], digits), number=number, width=_WIDTH,
                  sort=(lambda record: _sortable(record[1][place])) if number else None)


def _digits(value: Any) -> int:
    """Digits behind the point that six digits in all leave; a column shows as many in every row."""
    if not isinstance(value, float) or not math.isfinite(value) or not 1e-4 <= abs(value) < 1e6:
        return 0
    return len(f"{value:.6g}".partition(".")[2])


def _text(value: Any, digits: int) -> str:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return "–"
    if not isinstance(value, float):
        return str(value)
    plain = value == 0 or 1e-4 <= abs(value) < 1e6
    return localized(f"{value:.{digits}f}" if plain else f"{value:.6g}").replace("-", "\u2212")


def _sortable(value: Any) -> float:
    return -math.inf if value is None or not math.isfinite(value) else float(value)


def _key(record: tuple[int, Any]) -> str:
    return str(record[0])
