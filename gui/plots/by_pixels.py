"""A chart of records with parts that are placed by pixels: numbers at the right, least widths."""

from __future__ import annotations

from collections.abc import Sized

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent

from gui.overrides import override
from gui.plots.base import PlotPanel


class ByPixelsPanel(PlotPanel):
    """Draws its `records` anew in another size, unless the user has zoomed."""

    records: Sized = ()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place what is placed by pixels, once the layout has given the plot its new width."""
        super().resizeEvent(event)
        if self.records and self._reset.isHidden():
            self._stale = True
            QTimer.singleShot(0, self, self._draw_now)
