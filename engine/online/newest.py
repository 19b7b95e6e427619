"""The newest signals of a stream with what became of them, for figures that allow for the labels still to come."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from engine.data.table import UNKNOWN_LABEL
from engine.evaluation.intervals import mean_interval
from engine.online.arrival import arrival_figures
from engine.online.kernels import Bytes
from engine.online.state import State, packed, unpacked
from engine.records import ArrivalFigures, Floats, Interval, Ints, SignalRow

_NEVER = np.iinfo(np.int64).max
_NO_ONE = -1


class Newest:
    """Rings over the last `window` signals, in order; a label finds its signal by the slot where that is stored."""

    def __init__(self, window: int) -> None:
        self._window = window
        self._ids: deque[str] = deque(maxlen=window)
        self._time = np.full(window, -1, dtype=np.int64)
        self._score = np.full(window, np.nan)
        self._label_time = np.full(window, _NEVER, dtype=np.int64)
        self._label: Bytes = np.full(window, UNKNOWN_LABEL, dtype=np.int8)
        self._gained = np.full(window, np.nan)
        self._count = 0  # signals ever
        self._number = np.empty(0, dtype=np.int64)  # by slot: which signal it was

    def fired(self, slots: Ints, ids: Sequence[str], time: Ints, score: Floats) -> None:
        """Signals (k,) in order."""
        if len(slots) and (room := int(slots.max()) + 1) > len(self._number):
            self._number = np.concatenate([self._number, np.full(2 * room - len(self._number), _NO_ONE)])
        numbers = self._count + np.arange(len(slots))
        self._number[slots] = numbers
        self._ids.extend(ids)
        kept = slice(max(len(slots) - self._window, 0), None)
        at = numbers[kept] % self._window
        self._time[at], self._score[at] = time[kept], score[kept]
        self._label_time[at], self._label[at], self._gained[at] = _NEVER, UNKNOWN_LABEL, np.nan
        self._count += len(slots)

    def labelled(self, slots: Ints, time: Ints, label: Bytes, gained: Floats) -> None:
        """Labels (k,) came for signals in slots, with their realized R."""
        number = self._number[slots]
        kept = (number >= 0) & (number >= self._count - self._window)
        at = number[kept] % self._window
        self._label_time[at] = np.maximum(time[kept], self._time[at])
        self._label[at], self._gained[at] = label[kept], gained[kept]

    def newest(self, most: int) -> tuple[SignalRow, ...]:
        """The newest signals first, with what is known of each."""
        order = self._order()[::-1][:most]
        rows = zip(list(self._ids)[::-1], self._time[order].tolist(), self._score[order].tolist(),
                   self._label[order].tolist(), self._label_time[order].tolist(), self._gained[order].tolist(),
                   strict=False)
        return tuple(SignalRow(id_, time, score, label if label != UNKNOWN_LABEL else None,
                               label_time if label != UNKNOWN_LABEL else None, gained)
                     for id_, time, score, label, label_time, gained in rows)

    def mean_r(self, threshold: float) -> Interval | None:
        """Mean realized R of the labelled signals that score above `threshold`; None where no R is known."""
        gained = self._gained[(self._score > threshold) & ~np.isnan(self._gained)]
        return mean_interval(gained) if len(gained) else None

    def figures(self, now: int | None) -> ArrivalFigures | None:
        """As things stand at `now`; None while nothing is pending or times are not known."""
        order = self._order()
        time, label = self._time[order], self._label[order]
        if now is None or not len(order) or time.min() < 0 or UNKNOWN_LABEL not in label:
            return None
        return arrival_figures(time, self._label_time[order], label, max(now, int(time.max())),
                               score=self._score[order], realized_rr=self._gained[order])

    def state(self) -> State:
        """Everything, as JSON, the oldest signal first."""
        order = self._order()
        return {"ids": list(self._ids), "time": packed(self._time[order]), "score": packed(self._score[order]),
                "label_time": packed(self._label_time[order]), "label": packed(self._label[order]),
                "gained": packed(self._gained[order])}

    def restore(self, state: Mapping[str, Any], slots: Mapping[str, int]) -> None:
        """Go on where `state` was taken; `slots` are where the signals that wait for a label are stored."""
        many = len(state["ids"])
        at = np.asarray([slots.get(id_, 0) for id_ in state["ids"]], dtype=np.int64)
        self.fired(at, state["ids"], unpacked(state["time"], self._time[:many]),
                   unpacked(state["score"], self._score[:many]))
        self._label_time[:many] = unpacked(state["label_time"], self._label_time[:many])
        self._label[:many] = unpacked(state["label"], self._label[:many])
        self._gained[:many] = unpacked(state["gained"], self._gained[:many])
        self._number[:] = _NO_ONE
        for number, id_ in enumerate(state["ids"]):
            if id_ in slots:
                self._number[slots[id_]] = number

    def _order(self) -> Ints:
        """The places in the rings, the oldest signal first."""
        many = min(self._count, self._window)
        return (self._count - many + np.arange(many)) % self._window
