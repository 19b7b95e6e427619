"""A chart of records with parts that are placed by pixels: numbers at the right, least widths."""

from __future__ import annotations

from collections.abc import Sized

from PySide6.QtCore import Slot

from gui.parts.turns import turns
from gui.plots.base import PlotPanel


class ByPixelsPanel(PlotPanel):
    """Draws its `records` anew where there is another room for them, unless the user has zoomed.

    The room is that within the axes: long names at the left take of it after the chart itself has its size.
    """

    records: Sized = ()

    def _build(self) -> None:
        super()._build()
        self.plot.getViewBox().sigResized.connect(self._on_room)

    @Slot(object)
    def _on_room(self, _box: object) -> None:
        if self.records and self.header.reset.isHidden():
            self._stale = True
            with turns().put_off():
                turns().draw(self)
