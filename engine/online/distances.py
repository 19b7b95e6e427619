"""How far two samples of each feature are apart: the Kolmogorov-Smirnov distance, column by column.

A plain Python function that numba compiles on first use; see `kernels`. `by_arrays` is the same in NumPy.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from engine.records import Floats, Ints


def distance_pass(old: Floats, olds: Ints, new: Floats, news: Ints, out: Floats) -> None:
    """Distances (d,) of sorted columns (n, d) and (m, d), of which the first `olds` (d,) and `news` (d,) are numbers.

    The one steps at the other's values alone, so the two are furthest apart just before or at one of them.
    """
    for j in range(out.shape[0]):
        out[j] = 0.0
        below = upto = k = 0
        while k < news[j] and olds[j] > 0:
            value, first = new[k, j], k
            while k < news[j] and new[k, j] == value:
                k += 1
            while below < olds[j] and old[below, j] < value:
                below += 1
            upto = max(upto, below)
            while upto < olds[j] and old[upto, j] <= value:
                upto += 1
            out[j] = max(out[j], abs(upto / olds[j] - k / news[j]), abs(below / olds[j] - first / news[j]))


def by_arrays(old: Floats, olds: Ints, new: Floats, news: Ints, out: Floats) -> None:
    """`distance_pass` a column at a time."""
    for j in range(out.shape[0]):
        a, b = old[: olds[j], j], new[: news[j], j]
        out[j] = 0.0
        if len(a) and len(b):
            at, before = (np.searchsorted(a, b, side=side) / len(a) for side in ("right", "left"))
            upto, below = (np.searchsorted(b, b, side=side) / len(b) for side in ("right", "left"))
            out[j] = max(np.abs(at - upto).max(), np.abs(before - below).max())


LOOPS: tuple[Callable[..., Any], ...] = (distance_pass,)
