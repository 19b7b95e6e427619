"""The leak meter: the same model's AUC under four ways to split; what only a dishonest split reports is leakage."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.records import Interval, LeakMeter
from gui import theme
from gui.parts.labels import label, set_role
from gui.plots.comparison import ComparisonPanel
from gui.plots.series import ScoreRecord, Series
from gui.sentences import said
from gui.translation import later, tr

_WAYS = (("shuffled", later("Shuffled")), ("blocked", later("Blocked")), ("walk_forward", later("Walk-forward")),
         ("purged_walk_forward", later("Purged walk-forward")))


class LeakMeterPanel(ComparisonPanel):
    """Four AUCs, the honest one last and as the reference."""

    def __init__(self) -> None:
        super().__init__(tr("Leak Meter"), score="AUC",
                         empty=tr("After a training: what less honest splits would have claimed."))
        self._axis_words = (tr("AUC; bars: 95 % of the difference to the run's own"), "")
        self.setObjectName("training.leak_meter")
        self.badge = label(name="training.leak_meter.badge", font="small")
        self.verdict = label(wrap=True, font="small", name="training.leak_meter.verdict")
        self.meter: LeakMeter | None = None
        self._lay_out_verdict()

    def show_meter(self, meter: LeakMeter | None) -> None:
        """Show a training's meter."""
        if meter == self.meter:
            return
        self.meter = meter
        self._judge(meter)
        if meter is None:
            self.set_records(())
            return
        gaps = {gap.name: gap.difference for gap in meter.gaps}
        records = [ScoreRecord(Series(name, words, place), _around(value, gaps.get(name)))
                   for place, (name, words) in enumerate(_WAYS) if (value := getattr(meter, name)) is not None]
        honest = records[-1] if meter.purged_walk_forward is not None else None
        self.set_records(records, reference=honest)

    def _judge(self, meter: LeakMeter | None) -> None:
        """The verdict in a word, red where it leaks, and in a sentence."""
        told = meter is not None and bool(meter.words)
        leaks = meter is not None and meter.leaks
        self._verdict_row.setVisible(told)
        self.badge.setText("" if not told else tr("LEAK") if leaks else tr("NO LEAK"))
        set_role(self.badge, "danger" if leaks else "good", property_name="badge")
        self.verdict.setText(said(meter.words) if meter is not None else "")

    def _lay_out_verdict(self) -> None:
        self._verdict_row = QWidget()
        row = QHBoxLayout(self._verdict_row, spacing=theme.SMALL)
        row.setContentsMargins(theme.MEDIUM, 0, theme.MEDIUM, theme.TIGHT)
        row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.verdict, 1)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, self._verdict_row)
        self._verdict_row.hide()

    def _words(self) -> str:
        told = f" {self.badge.text().capitalize()}. {self.verdict.text()}" if self.verdict.text() else ""
        return super()._words() + told


def _around(value: float, difference: Interval | None) -> Interval:
    """A way's figure with the interval of its difference to the run's own."""
    if difference is None:
        return Interval(value, math.nan, math.nan)
    return Interval(value, value - (difference.value - difference.low), value + (difference.high - difference.value))
