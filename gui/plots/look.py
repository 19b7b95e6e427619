"""How charts look in the theme that is on: colours, pens and markers that stay apart without colour too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from gui.plots.series import Series
from gui.theme import Colors, theme

DASHES: tuple[Sequence[float], ...] = ((), (6, 3), (6, 2, 1.5, 2), (3, 2), (12, 4), (6, 2, 2, 2, 2, 2))
MARKERS = ("o", "s", "t1", "d", "t", "p")
DOTTED = (1.2, 2.4)
_FAR_APART = (0, 1, 2, 3, 5, 4)  # the two blues of the light set stand last


@dataclass(frozen=True, slots=True)
class PlotLook:
    """Colours of one theme as #rrggbb; all of them have at least 3:1 contrast on `background`."""

    background: str
    text: str
    muted: str
    axis: str
    grid: float  # opacity of grid lines, 0 to 1
    band: float  # opacity of interval bands, 0 to 1
    champion: str
    good: str
    warning: str
    bad: str
    series: tuple[str, ...]

    def color(self, series: Series) -> QColor:
        """The colour of a run."""
        return QColor(self.champion if series.champion else self.series[series.place % len(self.series)])

    def pen(self, series: Series, *, width: float = 2.0) -> QPen:
        """The line of a run: solid first, then dashes; dotted is the champion's alone."""
        pen = pg.mkPen(self.color(series), width=width)
        dashes = DOTTED if series.champion else DASHES[_second(series.place, len(self.series)) % len(DASHES)]
        return dashed(pen, dashes)

    def baseline_pen(self) -> QPen:
        """The line of a reference that is no model: thin, dotted, grey."""
        return dashed(pg.mkPen(QColor(self.muted), width=1), (2, 3))


@lru_cache(maxsize=8)
def _look(colors: Colors) -> PlotLook:
    return PlotLook(
        background=colors.surface, text=colors.text, muted=colors.muted, axis=colors.border,
        grid=0.20 if colors.dark else 0.22, band=0.24 if colors.dark else 0.18,
        champion=colors.series[-1], good=colors.positive, warning=colors.warning, bad=colors.danger,
        series=tuple(colors.series[place] for place in _FAR_APART),
    )


def current() -> PlotLook:
    """The look of this moment; the same object until the theme switches."""
    return _look(theme.colors)


def faded(color: str | QColor, alpha: float) -> QColor:
    """The colour, see-through: `alpha` from 0 to 1."""
    see_through = QColor(color)
    see_through.setAlphaF(alpha)
    return see_through


def marker(series: Series) -> str:
    """The marker of a run: a star for the champion."""
    return "star" if series.champion else MARKERS[_second(series.place, len(_FAR_APART)) % len(MARKERS)]


def _second(place: int, colors: int) -> int:
    """The place of line and marker: one further on for each time that the colours begin anew."""
    return place + place // colors


def dashed(pen: QPen, dashes: Sequence[float]) -> QPen:
    """The pen with a dash pattern in units of its width; none keeps it solid."""
    if dashes:
        pen.setDashPattern(list(dashes))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
