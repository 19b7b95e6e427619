"""The drift lane: rolling log loss against the base rate, and a flag for every alarm."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg

from engine.records import MonitorSnapshot
from gui.plots import look
from gui.plots.base import Table
from gui.plots.legend import LegendEntry
from gui.plots.live import LivePanel, sparse
from gui.plots.streams import BATCH, FINAL, ONLINE, marks_of, stream_color, takes_part, words_of

_FIELDS = {FINAL: "log_loss", BATCH: "log_loss_batch", ONLINE: "log_loss_online"}
_EMPTY = "Drift alarms appear here: when scores fit their labels worse than before."


class TimelinePanel(LivePanel):
    """Log loss (lower is better) of the predictors and of the base rate; flags mark drift alarms."""

    def __init__(self) -> None:
        self.snapshot: MonitorSnapshot | None = None
        self._flags = pg.ScatterPlotItem(symbol="t", size=10)
        super().__init__("Drift and Log Loss", y="Log loss", empty=_EMPTY, names=False)
        self.plot.addItem(self._flags, ignoreBounds=True)

    def take(self, snapshot: MonitorSnapshot) -> None:
        """Show this snapshot."""
        self.snapshot = snapshot
        if self.empty_words and len(snapshot.curves.event):
            self.set_empty(None)
        if not self.empty_words:
            self._changed()

    def clear(self) -> None:
        """No monitor is open."""
        self.snapshot = None
        self.set_empty(_EMPTY)

    def _draw(self) -> None:
        snapshot = self.snapshot
        if snapshot is None:
            return
        curves = snapshot.curves
        for key, field in _FIELDS.items():
            values = getattr(curves, field) if takes_part(snapshot, key) else np.full(len(curves.event), np.nan)
            self.draw_curve(key, curves.event, values, pg.mkPen(stream_color(self.look, key), width=1))
        self.draw_curve("prior", *sparse(curves.event, curves.log_loss_prior), self.look.baseline_pen())
        self.draw_marks(marks_of(snapshot))
        low, high = self._span(snapshot)
        self.follow(float(curves.event[0]), float(curves.event[-1]), low, high + 0.12 * (high - low))
        self._draw_flags(snapshot)
        self.legend.set_entries(self._entries(snapshot))
        many = len(snapshot.drifts)
        self.set_note("no alarm so far" if not many else f"{many} alarm{'' if many == 1 else 's'}")

    def _draw_flags(self, snapshot: MonitorSnapshot) -> None:
        (_, (bottom, top)) = self.plot.getViewBox().viewRange()
        places = np.array([mark.event for mark in snapshot.drifts[-40:]], dtype=float)
        height = np.full(len(places), top - 0.05 * (top - bottom))
        self._flags.setData(places, height, brush=self.look.warning, pen=None)

    def _span(self, snapshot: MonitorSnapshot) -> tuple[float, float]:
        curves = snapshot.curves
        settled = len(curves.event) // 20
        values = np.concatenate([getattr(curves, f)[settled:] for f in (*_FIELDS.values(), "log_loss_prior")])
        values = values[np.isfinite(values)]
        return (float(values.min()), float(values.max())) if len(values) else (0.0, 1.0)

    def _entries(self, snapshot: MonitorSnapshot) -> list[LegendEntry]:
        pens = {key: pg.mkPen(stream_color(self.look, key), width=2) for key in _FIELDS if takes_part(snapshot, key)}
        entries = [LegendEntry(key, words_of(snapshot, key).capitalize(), pen) for key, pen in pens.items()]
        tip = "Log loss of always giving the share of wins so far. Above it, a score is worse than no model."
        return [*entries, LegendEntry("prior", "Base rate", self.look.baseline_pen(), tip=tip)]

    def _words(self) -> str:
        snapshot = self.snapshot
        if snapshot is None:
            return _EMPTY
        parts = [f"{words_of(snapshot, key)} {_last(getattr(snapshot.curves, f)):.4f}" for key, f in _FIELDS.items()
                 if takes_part(snapshot, key)]
        alarms = "; ".join(mark.words for mark in snapshot.drifts[-5:]) or "none"
        return (f"Log loss, lower is better: {', '.join(parts)}; base rate "
                f"{_last(snapshot.curves.log_loss_prior):.4f}. Drift alarms: {alarms}.")

    def _table(self) -> Table:
        curves = self.snapshot.curves if self.snapshot else None
        fields = ("event", "time", "log_loss", "log_loss_batch", "log_loss_online", "log_loss_prior")
        rows = () if curves is None else tuple(zip(*(getattr(curves, f).tolist() for f in fields), strict=True))
        return Table(("Label", "Time (ns UTC)", "Blended", "Batch only", "Online only", "Base rate"), rows)

    def _readout(self, x: float, y: float) -> str:
        if self.snapshot is None:
            return ""
        (first, last), _ = self.plot.getViewBox().viewRange()
        near = [mark for mark in self.snapshot.drifts if abs(mark.event - x) < 0.01 * (last - first)]
        return near[-1].words if near else ""

    def _restyle(self) -> None:
        self._flags.setPen(pg.mkPen(look.faded(self.look.warning, 1.0)))


def _last(values: np.ndarray) -> float:
    return float(values[-1]) if len(values) else float("nan")
