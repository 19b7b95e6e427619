"""The newest signals of a stream with what became of them, for figures that allow for the labels still to come."""

from __future__ import annotations

import itertools
from collections import OrderedDict
from collections.abc import Iterable

import numpy as np

from engine.data.table import UNKNOWN_LABEL
from engine.evaluation.intervals import mean_interval
from engine.online.arrival import arrival_figures
from engine.records import ArrivalFigures, Interval, SignalRow

_NEVER = np.iinfo(np.int64).max


class Arrivals:
    """The last `window` signals by id; begins anew after a restart."""

    def __init__(self, window: int) -> None:
        self._window = window
        self._rows: OrderedDict[str, list[float]] = OrderedDict()  # time, score, label time, label, realized R

    def fired(self, signals: Iterable[tuple[str, int, float]]) -> None:
        """Signals (id, time, score) in order."""
        for id_, time, score in signals:
            self._rows[id_] = [time, score, _NEVER, UNKNOWN_LABEL, np.nan]
        while len(self._rows) > self._window:
            self._rows.popitem(last=False)

    def labelled(self, id_: str, time: int, label: int, realized_rr: float) -> None:
        """A label came; the first one counts."""
        row = self._rows.get(id_)
        if row is not None and row[3] == UNKNOWN_LABEL:
            row[2:] = [max(time, row[0]), label, realized_rr]

    def newest(self, most: int) -> tuple[SignalRow, ...]:
        """The newest signals first, each with what is known of it."""
        found = []
        for id_, (time, score, label_time, label, gained) in itertools.islice(reversed(self._rows.items()), most):
            known = label != UNKNOWN_LABEL
            found.append(SignalRow(id_, int(time), score, int(label) if known else None,
                                   int(label_time) if known else None, gained))
        return tuple(found)

    def mean_r(self, threshold: float) -> Interval | None:
        """Mean realized R of the labelled signals that score above `threshold`; None where no R is known."""
        gained = [row[4] for row in self._rows.values() if row[1] > threshold and row[4] == row[4]]
        return mean_interval(np.asarray(gained)) if gained else None

    def figures(self, now: int | None) -> ArrivalFigures | None:
        """As things stand at `now`; None while nothing is pending or times are not known."""
        if now is None or not self._rows:
            return None
        time, score, label_time, label, gained = zip(*self._rows.values(), strict=True)
        if min(time) < 0 or UNKNOWN_LABEL not in label:
            return None
        return arrival_figures(
            np.asarray(time, dtype=np.int64), np.asarray(label_time, dtype=np.int64), np.asarray(label, dtype=np.int8),
            max(now, int(max(time))), score=np.asarray(score), realized_rr=np.asarray(gained))
