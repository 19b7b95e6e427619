"""How alike the members of an ensemble score: a heat map with its numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

from engine.records import Floats
from gui import theme
from gui.plots.base import PlotPanel, Table
from gui.translation import tr, written

_LONGEST = 16


class CorrelationPanel(PlotPanel):
    """Correlation of the members' log-odds, -1 to 1: the paler a cell, the more two members differ."""

    def __init__(self) -> None:
        self.names: tuple[str, ...] = ()
        self.matrix: Floats = np.zeros((0, 0))
        self._image = pg.ImageItem(levels=(0.0, 255.0))
        self._texts: list[pg.TextItem] = []
        super().__init__(tr("Agreement of Members"),
                         empty=tr("Build an ensemble to see how alike its members score. Members that differ "
                                  "help most."))
        self.plot.addItem(self._image)
        self.plot.getViewBox().invertY(True)

    def set_records(self, names: Sequence[str], matrix: Floats) -> None:
        """Show the (k, k) correlation of the named members."""
        self.names, self.matrix = tuple(names), np.asarray(matrix, dtype=np.float64)
        self.set_empty(None if len(self.names) else self._empty.text())
        if len(self.names):
            self._changed()

    def _draw(self) -> None:
        many = len(self.names)
        shades = np.array([[self._shade(value) for value in row] for row in self.matrix], dtype=np.ubyte)
        self._image.setImage(shades.transpose(1, 0, 2), autoLevels=False)
        names = [(place + 0.5, f"{place + 1}  {_short(name)}") for place, name in enumerate(self.names)]
        self.plot.getAxis("left").setTicks([names])
        self.plot.getAxis("bottom").setTicks([[(place + 0.5, str(place + 1)) for place in range(many)]])
        while len(self._texts) < many * many:
            text = pg.TextItem(anchor=(0.5, 0.5))
            text.setFont(theme.small_font())
            self.plot.addItem(text, ignoreBounds=True)
            self._texts.append(text)
        for place, text in enumerate(self._texts):
            text.setVisible(place < many * many)
            if place < many * many:
                self._draw_number(text, place // many, place % many)
        self._home()

    def _draw_number(self, text: pg.TextItem, row: int, column: int) -> None:
        value = self.matrix[row, column]
        text.setText("–" if not np.isfinite(value) else written(value, '.2f'), color=self._ink(value))
        text.setPos(column + 0.5, row + 0.5)

    def _shade(self, value: float) -> tuple[int, int, int]:
        """The ground at 0, blue towards 1, orange towards -1; squared, since members are usually much alike."""
        ground = QColor(self.look.background)
        full = QColor(self.look.series[0] if not value < 0 else self.look.series[1])
        share = 0.0 if not np.isfinite(value) else 0.85 * float(min(abs(value), 1.0)) ** 2
        mixed = [round(a + (b - a) * share) for a, b in zip(ground.getRgb()[:3], full.getRgb()[:3], strict=True)]
        return mixed[0], mixed[1], mixed[2]

    def _ink(self, value: float) -> str:
        """Black or white, whichever stands out more from the cell."""
        cell = QColor(*self._shade(value)).name()
        return max(("#ffffff", "#12161c"), key=lambda ink: theme.contrast(ink, cell))

    def _restyle(self) -> None:
        self.plot.showGrid(x=False, y=False)

    def _home(self) -> None:
        many = max(len(self.names), 1)
        self.plot.setRange(xRange=(0, many), yRange=(0, many), padding=0)

    def _words(self) -> str:
        many = len(self.names)
        pairs = [tr("{names} and {names2} {matrix:.2f}", names=self.names[i], names2=self.names[j],
                    matrix=self.matrix[i, j])
                 for i in range(many) for j in range(i + 1, many)]
        return tr("Correlation of the members' scores: ") + ("; ".join(pairs) or tr("one member")) + "."

    def _readout(self, x: float, y: float) -> str:
        row, column = int(y), int(x)
        if not (0 <= row < len(self.names) and 0 <= column < len(self.names)):
            return ""
        return tr("{names} and {names2} {matrix:.2f}", names=self.names[row], names2=self.names[column],
                  matrix=self.matrix[row, column])

    def _table(self) -> Table:
        rows = tuple((name, *map(float, row)) for name, row in zip(self.names, self.matrix, strict=True))
        return Table((tr("Member"), *self.names), rows)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
