"""The drift lane: rolling log loss against the base rate, and a flag for every alarm."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg

from engine.records import MonitorSnapshot
from gui.plots.legend import LegendEntry
from gui.plots.streams import BATCH, FINAL, ONLINE, stream_color, takes_part, words_of
from gui.plots.watched import WatchedPanel, newest, span_of

_FIELDS = {FINAL: "log_loss", BATCH: "log_loss_batch", ONLINE: "log_loss_online"}
_PRIOR = "log_loss_prior"
_HEADROOM = 0.12  # of the height, for the flags
_EMPTY = "Drift alarms appear here: when scores fit their labels worse than before."
_TIP = "Log loss of always giving the share of wins so far. Above it, a score is worse than no model."


class TimelinePanel(WatchedPanel):
    """Log loss (lower is better) of the predictors and of the base rate; flags mark drift alarms."""

    COLUMNS = {"Blended": "log_loss", "Batch only": "log_loss_batch", "Online only": "log_loss_online",
               "Base rate": _PRIOR}

    def __init__(self) -> None:
        super().__init__("Drift and Log Loss", y="Log loss", empty=_EMPTY, names=False)

    def _show(self, snapshot: MonitorSnapshot) -> None:
        curves = snapshot.curves
        for key, field in _FIELDS.items():
            values = getattr(curves, field) if takes_part(snapshot, key) else np.full(len(curves.event), np.nan)
            self.draw_curve(key, curves.event, values, pg.mkPen(stream_color(self.look, key), width=1))
        self.draw_curve("prior", curves.event, getattr(curves, _PRIOR), self.look.baseline_pen())
        low, high = span_of(*(getattr(curves, field) for field in (*_FIELDS.values(), _PRIOR)))
        self.follow_curves(curves, low, high + _HEADROOM * (high - low))
        self.legend.set_entries(self._entries(snapshot))
        many = len(snapshot.drifts)
        self.set_note("no alarm so far" if not many else f"{many} alarm{'' if many == 1 else 's'}")

    def _entries(self, snapshot: MonitorSnapshot) -> list[LegendEntry]:
        pens = {key: pg.mkPen(stream_color(self.look, key), width=2) for key in _FIELDS if takes_part(snapshot, key)}
        entries = [LegendEntry(key, words_of(snapshot, key).capitalize(), pen) for key, pen in pens.items()]
        return [*entries, LegendEntry("prior", "Base rate", self.look.baseline_pen(), tip=_TIP)]

    def _said(self, snapshot: MonitorSnapshot) -> str:
        alarms = "; ".join(mark.words for mark in snapshot.drifts[-5:]) or "none"
        return (f"Log loss, lower is better: {self._values_at(snapshot, -1, ', ')}; base rate "
                f"{newest(getattr(snapshot.curves, _PRIOR)):.4f}. Drift alarms: {alarms}.")

    def _values_at(self, snapshot: MonitorSnapshot, place: int, between: str = "   ") -> str:
        return between.join(f"{words_of(snapshot, key)} {getattr(snapshot.curves, field)[place]:.4f}"
                            for key, field in _FIELDS.items() if takes_part(snapshot, key))
