"""How long a signal waits for its score: median and 99th percentile on a logarithmic axis, with the budget."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QPen

from engine.records import Floats, MonitorSnapshot
from gui.parts.words import milliseconds
from gui.plots import look
from gui.plots.base import Table
from gui.plots.legend import LegendEntry
from gui.plots.watched import WatchedPanel
from gui.translation import later, tr

BUDGET = 1.0  # milliseconds that a score may take
_TICKS = [(-3, "1 µs"), (-2, "10 µs"), (-1, "0.1 ms"), (0, "1 ms"), (1, "10 ms"), (2, "0.1 s"), (3, "1 s"), (4, "10 s")]
_LEAST = 1e-4  # milliseconds: nothing is quicker, and zero has no logarithm
_EMPTY = later("The time from a signal's arrival to its score appears here.")
_LINES = {"p50": (later("Median"), 1), "p99": (later("99th percentile"), 2)}  # the column of the track


def played(snapshot: MonitorSnapshot) -> bool:
    """Whether a file is played at full speed: in large groups, and nobody waits for a score."""
    return snapshot.fraction is not None and snapshot.speed == 0.0


class LatencyPanel(WatchedPanel):
    """p50 and p99 along the way; the dashed line is the budget."""

    def __init__(self) -> None:
        self._budget = pg.InfiniteLine(angle=0, movable=False)
        super().__init__(tr("Latency"), y="", empty=_EMPTY, names=True)
        self._room = 96
        self._budget.setPos(np.log10(BUDGET))
        self.plot.addItem(self._budget, ignoreBounds=True)
        self.plot.getAxis("left").setTicks([_TICKS])

    def _waiting(self, snapshot: MonitorSnapshot) -> str:
        return "" if len(snapshot.latency_track) and len(snapshot.curves.event) else _EMPTY

    def _show(self, snapshot: MonitorSnapshot) -> None:
        track = snapshot.latency_track
        lines = {key: _log(track[:, column]) for key, (_, column) in _LINES.items()}
        for key, line in lines.items():
            self.draw_curve(key, track[:, 0], line, self._pen(key))
        every = np.concatenate([*lines.values(), [np.log10(BUDGET)]])
        self.follow_curves(snapshot.curves, float(every.min()) - 0.3, float(every.max()) + 0.4)
        away = self.legend.hidden_keys
        self.draw_names(float(snapshot.curves.event[-1]), {
            key: (float(line[-1]), f"{key} {milliseconds(float(track[-1, _LINES[key][1]]))}", self._pen(key).color())
            for key, line in lines.items() if key not in away})
        self.legend.set_entries([LegendEntry(key, words, self._pen(key)) for key, (words, _) in _LINES.items()]
                                + [LegendEntry("budget", tr("Budget {BUDGET:g} ms", BUDGET=BUDGET),
                                               self._budget_pen())])
        self._budget.setVisible("budget" not in away)
        self.set_note(tr("in large groups at full speed: nobody waits for a score") if played(snapshot) else "")

    def _pen(self, key: str) -> QPen:
        return pg.mkPen(self.look.series[0 if key == "p50" else 1], width=1)

    def _budget_pen(self) -> QPen:
        return look.dashed(pg.mkPen(self.look.bad, width=1), (4, 3))

    def _restyle(self) -> None:
        self._budget.setPen(self._budget_pen())

    def _said(self, snapshot: MonitorSnapshot) -> str:
        return (tr("Time from a signal's arrival to its score: median {milliseconds}, 99 of 100 within "
                   "{milliseconds2}; the budget is {BUDGET:.1f} ms.", milliseconds=milliseconds(snapshot.latency_p50),
                   milliseconds2=milliseconds(snapshot.latency_p99), BUDGET=BUDGET))

    def _table(self) -> Table:
        rows = () if self.snapshot is None else tuple(map(tuple, self.snapshot.latency_track.tolist()))
        return Table((tr("Label"), tr("p50 (ms)"), tr("p99 (ms)")), rows)

    def _values_at(self, snapshot: MonitorSnapshot, place: int) -> str:
        track = snapshot.latency_track
        near = int(np.clip(np.searchsorted(track[:, 0], snapshot.curves.event[place]), 0, len(track) - 1))
        return "   ".join(f"{key} {milliseconds(float(track[near, column]))}" for key, (_, column) in _LINES.items())


def _log(values: Floats) -> Floats:
    return np.asarray(np.log10(np.maximum(values, _LEAST)))
