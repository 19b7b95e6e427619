"""The leak meter: the same model's AUC under four ways to split; what only a dishonest split reports is leakage."""

from __future__ import annotations

import math

from engine.records import Interval, LeakMeter
from gui.plots.comparison import ComparisonPanel
from gui.plots.series import ScoreRecord, Series

_WAYS = (("shuffled", "Shuffled"), ("blocked", "Blocked"), ("walk_forward", "Walk-forward"),
         ("purged_walk_forward", "Purged walk-forward"))
_WORTH_SAYING = 0.01


class LeakMeterPanel(ComparisonPanel):
    """Four AUCs, the honest one last and as the reference."""

    def __init__(self) -> None:
        super().__init__("Leak Meter", score="AUC",
                         empty="After a training: what less honest splits would have claimed.")
        self._axis_words = ("AUC", "")  # single fits have no interval worth drawing
        self.setObjectName("training.leak_meter")

    def show_meter(self, meter: LeakMeter | None) -> None:
        """Show a training's meter."""
        if meter is None:
            self.set_records(())
            self.set_note("")
            return
        records = [ScoreRecord(Series(name, words, place), Interval(value, math.nan, math.nan))
                   for place, (name, words) in enumerate(_WAYS) if (value := getattr(meter, name)) is not None]
        honest = records[-1] if meter.purged_walk_forward is not None else None
        self.set_records(records, reference=honest)
        self.set_note(leak_words(meter))


def leak_words(meter: LeakMeter) -> str:
    """What the meter says, in a few words."""
    honest = meter.purged_walk_forward
    others = [(words, getattr(meter, name)) for name, words in _WAYS[:-1] if getattr(meter, name) is not None]
    if honest is None or not others:
        return ""
    words, most = max(others, key=lambda pair: pair[1])
    if most - honest < _WORTH_SAYING:
        return "no leak seen"
    return f"{words.lower()} folds would claim {most - honest:.2f} more"
