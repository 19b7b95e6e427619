"""How much each member and each way of blending has lost more than the best single member, since the stream began."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QPen

from engine.records import Floats, MonitorSnapshot
from gui.parts.words import capitalised
from gui.plots import look
from gui.plots.legend import LegendEntry
from gui.plots.streams import BATCH, FINAL, ONLINE, stream_color
from gui.plots.watched import WatchedPanel, newest, span_of
from gui.translation import later, tr, written

MEMBERS = ("batch", "online", "mix", "previous")  # the best of these has no regret
_WORDS = {FINAL: later("blended"), BATCH: later("batch"), ONLINE: later("online"), "mix": later("fixed mix"),
          "shared": later("adaptive"),
          "previous": later("previous champion")}
_OTHERS = {"mix": (3, (5, 3)), "shared": (4, (1, 3)), "previous": (5, (6, 2, 1.5, 2))}  # series colour, dashes
_TIPS = {"mix": later("The stated shares of batch and online, whatever is in use."),
         "shared": later("Shares that follow whoever predicts better (fixed share), whatever is in use."),
         "previous": later("The champion before this one.")}
_EMPTY = later("Cumulative log loss of each member against the best of them appears here, as labels arrive.")


def regret_of(snapshot: MonitorSnapshot, key: str) -> Floats:
    """Nats more than the best single member that takes part (m,)."""
    totals = [getattr(snapshot.curves, f"total_{name}") for name in MEMBERS if name in snapshot.losses]
    return np.asarray(getattr(snapshot.curves, f"total_{key}") - np.min(totals, axis=0))


class RegretPanel(WatchedPanel):
    """Regret in nats over labels; lower is better, and what a blend may cost is seen beside what it saves."""

    COLUMNS = {f"{words.capitalize()} (nats)": f"total_{key}" for key, words in _WORDS.items()}

    def __init__(self) -> None:
        super().__init__(tr("Regret"), y=tr("Nats"), empty=_EMPTY)

    def _show(self, snapshot: MonitorSnapshot) -> None:
        curves, keys = snapshot.curves, _taking_part(snapshot)
        lines = {key: regret_of(snapshot, key) for key in keys}
        for key in _WORDS:
            self.draw_curve(key, curves.event, lines.get(key, np.full(len(curves.event), np.nan)), self._pen(key))
        away = self.legend.hidden_keys
        low, high = span_of(*(line for key, line in lines.items() if key not in away), np.zeros(1))
        self.follow_curves(curves, low, high)
        self.draw_names(float(curves.event[-1]), {
            key: (newest(line), f"{tr(_WORDS[key])} {written(newest(line), '+.1f')}", self._color(key))
            for key, line in lines.items() if key not in away})
        self.legend.set_entries([LegendEntry(key, capitalised(tr(_WORDS[key])), self._pen(key), tip=_TIPS.get(key, ""))
                                 for key in keys])
        self.set_note(tr("log loss above the best single member's"))

    def _color(self, key: str) -> str:
        return self.look.series[_OTHERS[key][0]] if key in _OTHERS else stream_color(self.look, key)

    def _pen(self, key: str) -> QPen:
        return look.dashed(pg.mkPen(self._color(key), width=1), _OTHERS[key][1] if key in _OTHERS else ())

    def _waiting(self, snapshot: MonitorSnapshot) -> str:
        return super()._waiting(snapshot) if snapshot.losses else self._begin

    def _said(self, snapshot: MonitorSnapshot) -> str:
        figures = ", ".join(f"{tr(_WORDS[key])} {written(snapshot.losses.get(key, float('nan')), ',.1f')} "
                            f"({written(newest(regret_of(snapshot, key)), '+.1f')})" for key in _taking_part(snapshot))
        return tr("Cumulative log loss in nats, and regret to the best single member: {figures}.", figures=figures)

    def _values_at(self, snapshot: MonitorSnapshot, place: int) -> str:
        return "   ".join(f"{tr(_WORDS[key])} {written(regret_of(snapshot, key)[place], '+.1f')}"
                          for key in _taking_part(snapshot))


def _taking_part(snapshot: MonitorSnapshot) -> tuple[str, ...]:
    return tuple(key for key in _WORDS if key in snapshot.losses and (snapshot.champion or key == ONLINE))
