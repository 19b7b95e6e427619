"""The drift lane: rolling log loss against the base rate, and a flag for every alarm."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg

from engine.records import MonitorSnapshot
from gui.parts.words import counted
from gui.plots.legend import LegendEntry
from gui.plots.streams import BATCH, FINAL, ONLINE, stream_color, takes_part, words_of
from gui.plots.watched import WatchedPanel, newest, span_of
from gui.translation import later, tr

_FIELDS = {FINAL: "log_loss", BATCH: "log_loss_batch", ONLINE: "log_loss_online"}
_PRIOR = "log_loss_prior"
_HEADROOM = 0.12  # of the height, for the flags
_EMPTY = later("Drift alarms appear here: when scores fit their labels worse than before.")
_TIP = later("Log loss of always giving the share of wins so far. Above it, a score is worse than no model.")


class TimelinePanel(WatchedPanel):
    """Log loss (lower is better) of the predictors and of the base rate; flags mark drift alarms."""

    COLUMNS = {later("Blended"): "log_loss", later("Batch only"): "log_loss_batch",
               later("Online only"): "log_loss_online", later("Base rate"): _PRIOR}

    def __init__(self) -> None:
        super().__init__(tr("Drift and Log Loss"), y=tr("Log loss"), empty=_EMPTY, names=False)

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
        self.set_note(tr("no alarm so far") if not many else counted(many, "alarm"))

    def _entries(self, snapshot: MonitorSnapshot) -> list[LegendEntry]:
        pens = {key: pg.mkPen(stream_color(self.look, key), width=2) for key in _FIELDS if takes_part(snapshot, key)}
        entries = [LegendEntry(key, words_of(snapshot, key).capitalize(), pen) for key, pen in pens.items()]
        return [*entries, LegendEntry("prior", tr("Base rate"), self.look.baseline_pen(), tip=_TIP)]

    def _said(self, snapshot: MonitorSnapshot) -> str:
        alarms = "; ".join(mark.words for mark in snapshot.drifts[-5:]) or "none"
        return (tr("Log loss, lower is better: {values_at}; base rate {newest:.4f}. Drift alarms: {alarms}.",
                   values_at=self._values_at(snapshot, -1, ', '), newest=newest(getattr(snapshot.curves, _PRIOR)),
                   alarms=alarms))

    def _values_at(self, snapshot: MonitorSnapshot, place: int, between: str = "   ") -> str:
        return between.join(f"{words_of(snapshot, key)} {getattr(snapshot.curves, field)[place]:.4f}"
                            for key, field in _FIELDS.items() if takes_part(snapshot, key))
