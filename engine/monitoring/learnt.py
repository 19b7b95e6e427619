"""The newest labels of a stream with what the champion read and said, to explain its alarms and to try detectors on."""

from __future__ import annotations

import numpy as np

from engine.data.schema import Matrix
from engine.online.causes import BEFORE
from engine.online.kernels import Bytes
from engine.records import DriftMark, Floats, Ints

TRIED = 5000  # labels that detectors are tried on
_MOST_CAUSES = 3  # alarms that wait for an explanation


class Learnt:
    """Rows of the champion's schema in the order of their labels; begins anew after a restart."""

    def __init__(self, width: int) -> None:
        self.rows: Matrix = np.empty((0, width), dtype=np.float32)
        self.residual = np.empty(0)
        self.score = np.empty(0)
        self.label: Bytes = np.empty(0, dtype=np.int8)
        self.unexplained: list[tuple[int, Matrix, Floats]] = []
        self._by_slot: Matrix = np.empty((0, width), dtype=np.float32)

    def fired(self, slots: Ints, rows: Matrix, room: int) -> None:
        """Signals (k,) were put into slots, of which there are `room`."""
        self._make_room(room)
        self._by_slot[slots] = rows

    def labelled(self, slots: Ints, label: Bytes, score: Floats, marks: list[DriftMark], labels: int) -> None:
        """Labels came for slots whose score was `score` (k,); alarms among them keep what they rest on.

        Of signals from before a restart the row is not known: their residual is NaN.
        """
        self._make_room(int(slots.max(initial=-1)) + 1)
        rows = self._by_slot[slots]
        unknown = np.isnan(rows).all(axis=1)
        self.score = np.concatenate([self.score, score])[-TRIED:]
        self.label = np.concatenate([self.label, label])[-TRIED:]
        self.rows = np.concatenate([self.rows, rows])
        self.residual = np.concatenate([self.residual, np.where(unknown, np.nan, label - score)])
        for mark in marks:
            if mark.retrain:
                end = len(self.rows) - (labels - mark.event)
                self.unexplained.append((mark.event, self.rows[:end], self.residual[:end]))
        self.rows, self.residual = self.rows[-BEFORE:], self.residual[-BEFORE:]
        self.unexplained = self.unexplained[-_MOST_CAUSES:]

    def _make_room(self, room: int) -> None:
        if room > len(self._by_slot):
            more = np.full((room - len(self._by_slot), self._by_slot.shape[1]), np.nan, dtype=np.float32)
            self._by_slot = np.concatenate([self._by_slot, more])
