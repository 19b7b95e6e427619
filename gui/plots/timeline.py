"""The drift lane: rolling log loss against the base rate, and a flag for every alarm."""

from __future__ import annotations

from engine.records import MonitorSnapshot
from gui.parts.words import counted
from gui.plots.legend import LegendEntry
from gui.plots.streams import BATCH, FINAL, ONLINE
from gui.plots.watched import WatchedPanel, newest, span_of
from gui.sentences import said
from gui.translation import later, tr

_PRIOR = "log_loss_prior"
_HEADROOM = 0.12  # of the height, for the flags
_LEAST_TALL = 0.01  # a log loss that hardly moves is no mountain
_EMPTY = later("Drift alarms appear here: when scores fit their labels worse than before.")
_TIP = later("Log loss of always giving the share of wins so far. Above it, a score is worse than no model.")


class TimelinePanel(WatchedPanel):
    """Log loss (lower is better) of the predictors and of the base rate; flags mark drift alarms."""

    COLUMNS = {later("Blended"): "log_loss", later("Batch only"): "log_loss_batch",
               later("Online only"): "log_loss_online", later("Base rate"): _PRIOR}

    STREAMS = {FINAL: "log_loss", BATCH: "log_loss_batch", ONLINE: "log_loss_online"}

    def __init__(self) -> None:
        super().__init__(tr("Drift and Log Loss"), y=tr("Log loss"), empty=_EMPTY, names=False)

    def _show(self, snapshot: MonitorSnapshot) -> None:
        curves = snapshot.curves
        self.draw_streams(snapshot)
        self.draw_curve("prior", curves.event, getattr(curves, _PRIOR), self.look.baseline_pen())
        low, high = span_of(*self.streams(curves).values(), getattr(curves, _PRIOR))
        tall = max(high - low, _LEAST_TALL)
        self.follow_curves(curves, (low + high - tall) / 2, (low + high + tall) / 2 + _HEADROOM * tall)
        base = LegendEntry("prior", tr("Base rate"), self.look.baseline_pen(), tip=_TIP)
        self.legend.set_entries([*self.stream_entries(snapshot), base])
        many = len(snapshot.drifts)
        self.set_note(tr("no alarm so far") if not many else counted(many, "alarm"))

    def _said(self, snapshot: MonitorSnapshot) -> str:
        alarms = "; ".join(said(mark.words) for mark in snapshot.drifts[-5:]) or tr("none")
        return (tr("Log loss, lower is better: {values_at}; base rate {newest:.4f}. Drift alarms: {alarms}.",
                   values_at=self._values_at(snapshot, -1, ', '), newest=newest(getattr(snapshot.curves, _PRIOR)),
                   alarms=alarms))
