"""A recorded stream beside the same one with other settings: the curve as it was, and as it would have been."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QPen

from engine.records import ReplayRecord
from gui.parts.words import event_time, share
from gui.plots.base import Table
from gui.plots.legend import LegendEntry
from gui.plots.live import LivePanel, Mark
from gui.plots.streams import DETECTORS
from gui.plots.watched import place_of, span_of
from gui.sentences import said
from gui.translation import later, tr, written

MEASURES = {"accuracy": later("Accuracy"), "auc": later("AUC"), "log_loss": later("Log loss")}
_NAMES = {"recorded": later("as recorded"), "other": later("with these settings")}
_EMPTY = later("Choose a recorded stream: it is run again at about a million labels a second.")


class ReplayedPanel(LivePanel):
    """Two records over the same labels; alarms of the recorded one are faint, those of the other in colour."""

    def __init__(self) -> None:
        self.recorded: ReplayRecord | None = None
        self.other: ReplayRecord | None = None
        self.measure = "accuracy"
        super().__init__(tr("What Would Have Been"), y="", y_percent=True, empty=_EMPTY, x=tr("Labels learnt"))
        self._room = 172

    def set_records(self, recorded: ReplayRecord, other: ReplayRecord | None) -> None:
        """Show these two; the second one may still be on its way."""
        self.recorded, self.other = recorded, other
        empty = not len(recorded.curves.event)
        self.set_empty(tr("No label was learnt in this stream.") if empty else None)
        if not empty:
            self._changed()

    def set_measure(self, measure: str) -> None:
        """Show another figure: a key of `MEASURES`."""
        self.measure = measure
        self.plot.getAxis("left").percent = measure == "accuracy"
        if self.recorded is not None and not self.empty_words:
            self._changed()

    def clear(self) -> None:
        """Nothing is chosen."""
        self.recorded = self.other = None
        self.set_empty(tr(_EMPTY))

    def _records(self) -> dict[str, ReplayRecord]:
        both = {"recorded": self.recorded, "other": self.other}
        return {key: record for key, record in both.items() if record is not None}

    def _pen(self, key: str) -> QPen:
        color = self.look.muted if key == "recorded" else self.look.series[0]
        return pg.mkPen(color, width=1)

    def _draw(self) -> None:
        records = self._records()
        for key in _NAMES:
            record = records.get(key)
            curves = None if record is None else record.curves
            self.draw_curve(key, *((np.empty(0), np.empty(0)) if curves is None else
                                   (curves.event, getattr(curves, self.measure))), self._pen(key))
        self.draw_marks(sorted((mark for key, record in records.items() for mark in self._marks_of(key, record)),
                               key=lambda mark: mark.event))
        shown = [record for key, record in records.items() if key not in self.legend.hidden_keys] or [*records.values()]
        curves = shown[0].curves
        self.follow(float(curves.event[0]), float(curves.event[-1]),
                    *span_of(*(getattr(record.curves, self.measure) for record in shown)))
        self.draw_flags()
        self.draw_names(float(curves.event[-1]), {
            key: (float(getattr(record.curves, self.measure)[-1]), f"{tr(_NAMES[key])} {self._last(record)}",
                  self._pen(key).color()) for key, record in records.items() if key not in self.legend.hidden_keys})
        self.legend.set_entries([LegendEntry(key, tr(_NAMES[key]), pg.mkPen(self._pen(key).color(), width=2))
                                 for key in records])
        self.set_note(tr("{measure}, rolling", measure=tr(MEASURES[self.measure])))

    def _marks_of(self, key: str, record: ReplayRecord) -> list[Mark]:
        other = key == "other"
        return [Mark(mark.event, said(mark.words), color="warning" if other else "muted", strong=other and mark.retrain,
                     symbol="t", short=DETECTORS.get(mark.detector, mark.detector) if other else "")
                for mark in record.drifts]

    def _last(self, record: ReplayRecord) -> str:
        return self._value(float(getattr(record.curves, self.measure)[-1]))

    def _value(self, value: float) -> str:
        return share(value) if self.measure == "accuracy" else written(value, '.4f')

    def _words(self) -> str:
        parts = [f"{tr(_NAMES[key])} {self._last(record)}" for key, record in self._records().items()
                 if len(record.curves.event)]
        return tr("{measure} at the end: {parts}.", measure=tr(MEASURES[self.measure]), parts=", ".join(parts))

    def _table(self) -> Table:
        records = self._records()
        if not records:
            return Table((), ())
        first = next(iter(records.values())).curves
        columns = [np.interp(first.event, record.curves.event, getattr(record.curves, self.measure))
                   for record in records.values() if len(record.curves.event)]
        rows = tuple(zip(first.event.tolist(), first.time.tolist(), *(column.tolist() for column in columns),
                         strict=True))
        return Table((tr("Label"), tr("Time (ns UTC)"), *(tr(_NAMES[key]) for key in records)), rows)

    def _readout(self, x: float, y: float) -> str:
        mark = self.mark_near(x)
        if mark is not None or self.recorded is None:
            return mark.words if mark is not None else ""
        curves = self.recorded.curves
        values = "   ".join(
            f"{tr(_NAMES[key])} {self._value(float(getattr(record.curves, self.measure)[place_of(record.curves, x)]))}"
            for key, record in self._records().items() if len(record.curves.event))
        when = event_time(int(curves.time[place_of(curves, x)]))
        return tr("label {label:,} · {when}:  {values}", label=int(x), when=when, values=values)

    def _restyle(self) -> None:
        self._stale = True


