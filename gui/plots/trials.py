"""A search as it goes: every trial with the best so far, and how its trials trade one figure for another."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Signal, Slot

from engine.records import TrialRecord
from gui.plots import look
from gui.plots.base import PlotPanel, Table
from gui.plots.legend import LegendEntry
from gui.plots.pool import CurvePool
from gui.plots.series import Series, kind_words
from gui.sentences import said
from gui.translation import later, tr

FIGURES: Mapping[str, tuple[str, int]] = {  # how each is told, and whether more is better
    "auc": ("AUC", 1), "expected_r": (later("R of the best fifth"), 1), "log_loss": (later("Log loss"), -1),
}
_RING, _DOT, _FAINT = 13, 7, 0.45


class TrialsPanel(PlotPanel):
    """Trials as points; a click on one takes it.

    `x` is None for their order, or the figure that is set against `y`. *Signals*: `picked(str, int)` model and number.
    """

    picked = Signal(str, int)

    def __init__(self, title: str, *, y: str = "auc", x: str | None = None) -> None:
        self.trials: list[TrialRecord] = []
        self.chosen: tuple[str, int] | None = None
        self.front: frozenset[tuple[str, int]] = frozenset()
        self._figure, self._against = y, x
        self._places: dict[str, int] = {}
        self._dots: dict[str, pg.ScatterPlotItem] = {}
        self._ring = pg.ScatterPlotItem(pxMode=True, symbol="o", size=_RING, brush=None)
        super().__init__(title, x=tr("Trial") if x is None else tr(FIGURES[x][0]), y=tr(FIGURES[y][0]), legend="row",
                         empty=tr("Choose a tuned kind of settings, then train: each trial appears here as it ends."))
        self._pool = CurvePool(self.plot, z=-1)
        self._ring.setZValue(5)
        self.plot.addItem(self._ring)

    def begin(self, figure: str) -> None:
        """A search begins; `figure` is what it seeks."""
        self.trials, self.chosen, self.front = [], None, frozenset()
        self._places.clear()
        for dots in self._dots.values():
            dots.clear()
        if self._against is None:
            self._figure = figure
            self._axis_words = (self._axis_words[0], tr(FIGURES[figure][0]))
            self._dressed = False
        self.set_empty(tr("Waiting for the first trial."))

    def add(self, trials: Sequence[TrialRecord]) -> None:
        """Further trials have ended."""
        for trial in trials:
            self._places.setdefault(trial.model, len(self._places))
        self.trials += trials
        if self.trials:
            self.set_empty(None)
            self._changed()

    def mark(self, chosen: tuple[str, int] | None, front: frozenset[tuple[str, int]]) -> None:
        """Ring the chosen trial; `front` are those that no other beats."""
        self.chosen, self.front = chosen, front
        if self.trials:
            self._changed()

    def _series(self, model: str) -> Series:
        return Series(model, kind_words(model), self._places[model])

    def _points(self, trials: Sequence[TrialRecord]) -> tuple[np.ndarray, np.ndarray]:
        y = np.asarray([getattr(each, self._figure) for each in trials], dtype=float)
        x = [getattr(each, self._against) if self._against else each.number + 1 for each in trials]
        return np.asarray(x, dtype=float), y

    def _draw(self) -> None:
        self._pool.begin()
        for model in self._places:
            self._draw_model(model, [each for each in self.trials if each.model == model])
        self._pool.end()
        ringed = [each for each in self.trials if (each.model, each.number) == self.chosen]
        self._ring.setData(*self._points(ringed), pen=pg.mkPen(self.look.text, width=2))
        self.legend.set_entries([self._entry(model) for model in self._places])
        if self.header.reset.isHidden():  # nobody has zoomed
            self._home()

    def _draw_model(self, model: str, trials: list[TrialRecord]) -> None:
        dots = self._dots.get(model)
        if dots is None:
            dots = self._dots[model] = pg.ScatterPlotItem(pxMode=True, hoverable=True, hoverSize=_RING)
            dots.sigClicked.connect(self._on_clicked)
            self.plot.addItem(dots)
        shown = model not in self.legend.hidden_keys
        dots.setVisible(shown)
        if not shown:
            return
        color, mark = self.look.color(self._series(model)), look.marker(self._series(model))
        drawn = [each for each in trials if self._against is None or each.complete]
        x, y = self._points(drawn)
        dots.setData(x, y, data=[(model, each.number) for each in drawn], size=_DOT, symbol=mark, pen=None,
                     brush=[pg.mkBrush(color if each.complete else look.faded(color, _FAINT)) for each in drawn])
        self._draw_line(model, [each for each in trials if each.complete])

    def _draw_line(self, model: str, whole: list[TrialRecord]) -> None:
        """The best so far; or the front, from one end to the other."""
        if self._against is not None:
            whole = self._edge([each for each in whole if (model, each.number) in self.front])
        if not whole:
            return
        x, y = self._points(whole)
        if self._against is None:
            y = np.maximum.accumulate(y) if FIGURES[self._figure][1] > 0 else np.minimum.accumulate(y)
        self._pool.show(x, y, self.look.pen(self._series(model), width=1.5), antialias=False)

    def _edge(self, trials: list[TrialRecord]) -> list[TrialRecord]:
        """Of the front, what no other beats in the two figures of this picture."""
        ways = [FIGURES[each][1] for each in (str(self._against), self._figure)]
        x, y = (way * column for way, column in zip(ways, self._points(trials), strict=True))
        kept = [each for k, each in enumerate(trials)
                if not np.any((x >= x[k]) & (y >= y[k]) & ((x > x[k]) | (y > y[k])))]
        return sorted(kept, key=lambda each: float(getattr(each, str(self._against))))

    def _home(self) -> None:
        """Trials that were given up may lie far out: the picture is of the complete ones."""
        self.plot.getViewBox().enableAutoRange()
        _, y = self._points([each for each in self.trials if each.complete])
        y = y[np.isfinite(y)]
        if len(y):
            low, high = float(y.min()), float(y.max())
            self.plot.setYRange(low - 0.1 * (high - low) - 1e-4, high + 0.1 * (high - low) + 1e-4, padding=0)

    def _best(self, model: str) -> float:
        values = [getattr(each, self._figure) for each in self.trials if each.model == model and each.complete]
        return float((max if FIGURES[self._figure][1] > 0 else min)(values)) if values else math.nan

    def _entry(self, model: str) -> LegendEntry:
        series, best = self._series(model), self._best(model)
        told = "  " + tr("{best:.4f}", best=best) if math.isfinite(best) else ""
        return LegendEntry(model, f"{series.label}{told}", pg.mkPen(self.look.color(series), width=2),
                           marker=look.marker(series), tip=tr("Points: trials, faint where given up. Line: the best "
                                                              "so far, or the trials that no other beats."))

    def _words(self) -> str:
        parts = [tr("{model}, {n:,} trials, best {best:.4f}", model=kind_words(model), best=self._best(model),
                    n=sum(each.model == model for each in self.trials)) for model in self._places]
        return tr("{title}, {figure}: {parts}.", title=self.title, figure=tr(FIGURES[self._figure][0]),
                  parts="; ".join(parts))

    def _table(self) -> Table:
        rows = [(kind_words(each.model), each.number + 1, each.auc, each.expected_r, each.log_loss, each.rounds,
                 tr("yes") if each.complete else tr("no"), each.seconds, said(each.words)) for each in self.trials]
        return Table((tr("Model"), tr("Trial"), "AUC", tr("R of the best fifth"), tr("Log loss"), tr("Rounds"),
                      tr("All folds"), tr("Seconds"), tr("Settings")), tuple(rows))

    def _readout(self, x: float, y: float) -> str:
        left, height = (abs(a - b) or 1.0 for a, b in (self.plot.getViewBox().viewRange()[k] for k in (0, 1)))
        near = min(((abs(px - x) / left + abs(py - y) / height, each) for each in self.trials
                    for px, py in [[float(v[0]) for v in self._points([each])]] if math.isfinite(px + py)),
                   key=lambda item: item[0], default=None)
        if near is None or near[0] > 0.05:
            return super()._readout(x, y)
        return told(near[1])

    @Slot(object, object, object)
    def _on_clicked(self, _dots: object, points: Sequence[pg.SpotItem], _event: object = None) -> None:
        if len(points):
            model, number = points[0].data()
            self.picked.emit(model, number)


def told(trial: TrialRecord) -> str:
    """A trial's name and figures."""
    r = tr(" · R {r:+.3f}", r=trial.expected_r) if math.isfinite(trial.expected_r) else ""
    return tr("{model} trial {number} · AUC {auc:.4f} · log loss {loss:.4f}", model=kind_words(trial.model),
              number=trial.number + 1, auc=trial.auc, loss=trial.log_loss) + r
