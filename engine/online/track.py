"""The history of figures along a stream, thinned as it grows so that its memory stays flat."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.evaluation.intervals import wilson_bounds
from engine.online.book import TRACK
from engine.records import Floats, OnlineCurves

CAPACITY = 100_000
_WHOLE = ("event", "time", "pending")


class Track:
    """Rows of figures, one every `stride` labels; when full, every other row leaves and the stride doubles."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self.stride = 1
        self._rows = np.empty((min(capacity, 1024), len(TRACK)))
        self._capacity = capacity
        self._size = 0

    def __len__(self) -> int:
        return self._size

    def extend(self, rows: Floats) -> None:
        """Append rows that were written with the present stride."""
        while self._size + len(rows) > self._capacity:
            self._thin()
            rows = rows[rows[:, 0] % self.stride == 0]
        while self._size + len(rows) > len(self._rows):
            self._rows = np.concatenate([self._rows, np.empty_like(self._rows)])
        self._rows[self._size : self._size + len(rows)] = rows
        self._size += len(rows)

    def copy(self, most: int | None = None) -> Floats:
        """The rows, evenly thinned to about `most`, the latest always among them."""
        rows = self._rows[: self._size]
        if most is None or len(rows) <= most:
            return rows.copy()
        step = -(-len(rows) // most)
        return np.ascontiguousarray(rows[(len(rows) - 1) % step :: step])

    def between(self, first: float, last: float, most: int) -> Floats:
        """The rows of labels `first` to `last`, evenly thinned to about `most`."""
        start, end = np.searchsorted(self._rows[: self._size, 0], (first, last))
        rows = self._rows[max(int(start) - 1, 0) : min(int(end) + 1, self._size)]
        return rows[:: max(-(-len(rows) // most), 1)].copy()

    def time_of(self, event: int) -> int | None:
        """When a label was learnt (ns UTC), or None where it is not known."""
        place = min(int(np.searchsorted(self._rows[: self._size, 0], event)), self._size - 1)
        found = int(self._rows[place, 1]) if self._size else -1
        return found if found >= 0 else None

    def restore(self, rows: Floats) -> None:
        """Take over the rows of an earlier history; the stride goes on from how far apart they are."""
        apart = np.diff(rows[:, 0])
        widest = int(apart.max()) if len(apart) else 1
        self.stride = 1 << (widest - 1).bit_length()
        rows = rows[rows[:, 0] % self.stride == 0]
        self._rows, self._size = rows.copy() if len(rows) else self._rows, len(rows)

    def _thin(self) -> None:
        self.stride *= 2
        kept = self._rows[: self._size]
        kept = kept[kept[:, 0] % self.stride == 0]
        self._rows[: len(kept)] = kept
        self._size = len(kept)


def curves(rows: Floats) -> OnlineCurves:
    """The plots' arrays from rows of a track; Wilson's band from the labels that each accuracy rests on."""
    columns: dict[str, Any] = dict(zip(TRACK, np.ascontiguousarray(rows.T), strict=True))  # turned all at once
    low = np.full(len(rows), np.nan)
    high = low.copy()
    known = columns.pop("known")
    there = known > 0
    low[there], high[there] = wilson_bounds(columns["accuracy"][there], known[there])
    columns.update({name: columns[name].astype(np.int64) for name in _WHOLE})
    return OnlineCurves(**columns, accuracy_low=low, accuracy_high=high)
