"""Long series on few pixels: least and greatest of ever longer stretches, so that 10 million points pan in one frame.

pyqtgraph's own clipping and peak downsampling walk over every point in view at every frame. Here a frame costs about
the same whatever the length, and a peak of one point in a million is still seen.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.records import Floats, Ints

FACTOR = 16  # points of one level that are one of the next
_PLAIN = 4  # points a pixel that are drawn as they are


class Pyramid:
    """Least and greatest of `y` (n,) over ascending `x` (n,), level by level; NaN is passed over.

    Stretches begin at multiples of their length, so that a curve does not flicker while it is moved.
    """

    def __init__(self, x: Ints | Floats, y: Floats) -> None:
        self.x, self.y = x, y
        self._lows: list[NDArray[np.floating]] = [y]
        self._highs: list[NDArray[np.floating]] = [y]
        while len(self._lows[-1]) > FACTOR * FACTOR:
            starts = np.arange(0, len(self._lows[-1]), FACTOR)
            self._lows.append(np.fmin.reduceat(self._lows[-1], starts))
            self._highs.append(np.fmax.reduceat(self._highs[-1], starts))

    def __len__(self) -> int:
        return len(self.y)

    def between(self, first: float, last: float) -> tuple[int, int]:
        """The places of the points from `first` to `last`, with one more on either side."""
        ends = np.asarray((first, last))
        if self.x.dtype.kind == "i":  # another type would copy all of x
            ends = np.asarray((np.floor(first), np.ceil(last))).clip(-(2.0**62), 2.0**62).astype(self.x.dtype)
        start, end = np.searchsorted(self.x, ends)
        return max(int(start) - 1, 0), min(int(end) + 1, len(self.x))

    def stretches(self, first: float, last: float, columns: int) -> tuple[Floats, Floats, Floats]:
        """x, least and greatest (k,) of at most about `columns` stretches of what lies from `first` to `last`."""
        start, end = self.between(first, last)
        if end - start <= columns:
            part = self.y[start:end]
            return np.asarray(self.x[start:end], dtype=np.float64), part, part
        # A power of two near to the width of a column: it changes only at a zoom by two.
        length = 1 << max(int((end - start) // columns).bit_length(), 1)
        level = min(int(np.log2(length)) // 4, len(self._lows) - 1)  # FACTOR is 2 to the fourth
        one = FACTOR**level
        group = max(length // one, 1)
        begin = start // length * length // one
        finish = min(-(-end // one), len(self._lows[level]))
        starts = np.arange(0, finish - begin, group)
        low = np.fmin.reduceat(self._lows[level][begin:finish], starts)
        high = np.fmax.reduceat(self._highs[level][begin:finish], starts)
        return np.asarray(self.x[np.minimum((begin + starts) * one, len(self.x) - 1)], dtype=np.float64), low, high

    def outline(self, first: float, last: float, pixels: int) -> tuple[Floats, Floats]:
        """Points of a curve from `first` to `last` that looks the same on so many pixels."""
        start, end = self.between(first, last)
        if end - start <= _PLAIN * pixels:
            return np.asarray(self.x[start:end], dtype=np.float64), np.asarray(self.y[start:end], dtype=np.float64)
        x, low, high = self.stretches(first, last, pixels)
        return np.repeat(x, 2), np.column_stack([low, high]).astype(np.float64).ravel()

    def sample(self, first: float, last: float, points: int) -> tuple[Floats, Floats]:
        """Every so many points and the last, for what has no detail worth more."""
        start, end = self.between(first, last)
        places: slice | NDArray[np.int64] = slice(start, end)
        if end - start > points:
            places = np.linspace(start, end - 1, points).astype(np.int64)
        return np.asarray(self.x[places], dtype=np.float64), np.asarray(self.y[places], dtype=np.float64)
