"""The live page of a monitor: charts on the left, the form on the right; where that is too narrow, one or the other."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui import theme
from gui.monitor.charts import LiveCharts
from gui.monitor.side import SideColumn
from gui.overrides import override
from gui.parts.ahead import rest

_NARROW = 860  # pixels below which charts beside the form could not be read


class LivePage(QWidget):
    """*Signals*: `narrowed(bool)` whether there is room for one of the two only."""

    narrowed = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.narrow = False
        self._form = True  # where there is room for one: whether it is the form
        self._columns = QHBoxLayout(self, spacing=theme.SMALL)
        self._columns.setContentsMargins(0, 0, 0, 0)

    def fill(self, charts: LiveCharts, side: SideColumn) -> None:
        """Put in what is shown."""
        self._charts, self._side = charts, side
        self._columns.addWidget(charts, 1)
        rest(self, self._add_side)

    def _add_side(self) -> None:
        self._columns.addWidget(self._side)
        self._arrange()

    @property
    def shows_form(self) -> bool:
        """Whether the form is in front of the charts, or would be in a narrow view."""
        return self._form

    def show_form(self, shown: bool) -> None:
        """In a narrow view the form, or the charts."""
        self._form = shown
        self._arrange()

    def _arrange(self) -> None:
        if self._columns.indexOf(self._side) < 0:  # it would be a window of its own
            return
        self._charts.setVisible(not self.narrow or not self._form)
        self._side.setVisible(not self.narrow or self._form)
        self._side.set_wide(self.narrow)
        self._side.scroll.verticalScrollBar().setValue(0)  # a hidden field with the focus would pull it down

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both where there is room for both."""
        super().resizeEvent(event)
        if (self.width() < _NARROW) is not self.narrow:
            self.narrow = not self.narrow
            self._arrange()
            self.narrowed.emit(self.narrow)
