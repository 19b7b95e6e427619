"""ADWIN, the adaptive window of Bifet and Gavalda (SDM 2007), as River computes it, on plain arrays.

The window is kept as an exponential histogram: row i holds buckets of 2**i values, at most `MOST` each. As in River,
the window starts empty again after an alarm. Plain Python functions that numba compiles on first use; see `kernels`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from engine.records import Floats, Ints

DELTA = 0.002
CLOCK = 32  # values between looks for a change
MOST = 5  # buckets a row before the two oldest merge
LEAST = 5  # values that both sides of a cut must have
GRACE = 10
ROWS = 48
TOTAL, VARIANCE = 0, 1  # places in Adwin.sums
WIDTH, TICK, DEPTH = 0, 1, 2  # places in Adwin.counts


class Adwin(NamedTuple):
    """The histogram: each row's buckets, oldest first, and what they add up to."""

    totals: Floats  # (ROWS, MOST + 1)
    variances: Floats  # (ROWS, MOST + 1), sums of squares about the bucket's mean
    sizes: Ints  # (ROWS,) buckets in use
    sums: Floats  # (2,)
    counts: Ints  # (3,)


def fresh() -> Adwin:
    """An empty window."""
    return Adwin(np.zeros((ROWS, MOST + 1)), np.zeros((ROWS, MOST + 1)), np.zeros(ROWS, dtype=np.int64), np.zeros(2),
                 np.asarray([0, 0, 1]))


def empty(window: Adwin) -> None:
    """Forget everything."""
    window.sizes[:] = 0
    window.sums[:] = 0.0
    window.counts[WIDTH] = 0
    window.counts[TICK] = 0
    window.counts[DEPTH] = 1


def append(window: Adwin, row: int, total: float, variance: float) -> None:
    """A bucket at the young end of a row."""
    place = window.sizes[row]
    window.totals[row, place] = total
    window.variances[row, place] = variance
    window.sizes[row] = place + 1


def drop(window: Adwin, row: int, number: int) -> None:
    """The oldest buckets of a row leave."""
    left = window.sizes[row] - number
    for place in range(left):
        window.totals[row, place] = window.totals[row, place + number]
        window.variances[row, place] = window.variances[row, place + number]
    window.sizes[row] = left


def spread(n0: float, n1: float, gap: float) -> float:
    """What two groups whose means are `gap` apart add to their joint sum of squares."""
    return n0 * n1 * gap * gap / (n0 + n1)


def insert(window: Adwin, value: float) -> None:
    """One value at the young end; full rows pass two buckets on as one."""
    append(window, 0, value, 0.0)
    window.counts[WIDTH] += 1
    width = window.counts[WIDTH]
    if width > 1:
        gap = value - window.sums[TOTAL] / (width - 1)
        window.sums[VARIANCE] += (width - 1) * gap * gap / width
    window.sums[TOTAL] += value
    row = 0
    while window.sizes[row] == MOST + 1:
        size = float(2**row)
        first, second = window.totals[row, 0], window.totals[row, 1]
        joint = window.variances[row, 0] + window.variances[row, 1] + spread(size, size, first / size - second / size)
        drop(window, row, 2)
        append(window, row + 1, first + second, joint)
        window.counts[DEPTH] = max(window.counts[DEPTH], row + 2)
        row += 1


def forget_oldest(window: Adwin) -> None:
    """The oldest bucket leaves the window."""
    row = window.counts[DEPTH] - 1
    size = float(2**row)
    total, variance = window.totals[row, 0], window.variances[row, 0]
    window.counts[WIDTH] -= 2**row
    window.sums[TOTAL] -= total
    width = window.counts[WIDTH]
    gap = total / size - window.sums[TOTAL] / width
    window.sums[VARIANCE] -= variance + spread(size, float(width), gap)
    drop(window, row, 1)
    if window.sizes[row] == 0:
        window.counts[DEPTH] -= 1


def differs(window: Adwin, n0: float, n1: float, gap: float) -> bool:
    """Whether two means are further apart than chance allows."""
    width = float(window.counts[WIDTH])
    level = math.log(2.0 * math.log(width) / DELTA)
    shares = 1.0 / (n0 - LEAST + 1.0) + 1.0 / (n1 - LEAST + 1.0)
    bound = math.sqrt(2.0 * shares * (window.sums[VARIANCE] / width) * level) + 2.0 / 3.0 * level * shares
    return abs(gap) > bound


def has_cut(window: Adwin) -> bool:
    """Whether the window can be cut in two that differ, trying from its old end."""
    n0, u0 = 0.0, 0.0
    n1, u1 = float(window.counts[WIDTH]), window.sums[TOTAL]
    for row in range(window.counts[DEPTH] - 1, -1, -1):
        size = float(2**row)
        last = window.sizes[row] if row > 0 else window.sizes[row] - 1
        for place in range(last):
            n0 += size
            n1 -= size
            u0 += window.totals[row, place]
            u1 -= window.totals[row, place]
            if n0 >= LEAST and n1 >= LEAST and differs(window, n0, n1, u0 / n0 - u1 / n1):
                return True
    return False


def update(window: Adwin, value: float) -> bool:
    """Take a value in; True when the window shows a change."""
    insert(window, value)
    window.counts[TICK] += 1
    changed = False
    if window.counts[TICK] % CLOCK == 0 and window.counts[WIDTH] > GRACE:
        while has_cut(window):
            changed = True
            forget_oldest(window)
    return changed


def adwin_pass(values: Floats, window: Adwin, alarms: Ints) -> int:
    """Take values (k,) in, passing NaN over; writes the places of the alarms and returns how many there are."""
    found = 0
    for k in range(values.shape[0]):
        if not math.isnan(values[k]) and update(window, values[k]):
            alarms[found] = k
            found += 1
            empty(window)
    return found


LOOPS: tuple[Callable[..., Any], ...] = (
    empty, append, drop, spread, insert, forget_oldest, differs, has_cut, update, adwin_pass,
)
