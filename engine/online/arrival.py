"""What recent figures would be if all labels were in: quick losses arrive before slow wins, or the other way round.

Win and loss are competing risks of a signal's age; the pending ones are censored at their present age. Each label that
arrived stands for the signals that could have been seen to arrive at that age: the Aalen-Johansen estimate in its
weighted form (Satten and Datta, American Statistician 55:207, 2001).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from engine.data.table import UNKNOWN_LABEL
from engine.records import ArrivalFigures, Corrected, Floats, Ints


def arrival_figures(
    time: Ints, label_time: Ints, label: NDArray[np.int8], now: int, *,
    score: Floats | None = None, realized_rr: Floats | None = None,
) -> ArrivalFigures:
    """Figures at `now` of signals fired at `time` (n,); labels that come later than `now` are not known yet.

    `score` (n,) gives the accuracy, `realized_rr` (n,) the expected R.
    """
    fired = time <= now
    arrived = fired & (label != UNKNOWN_LABEL) & (label_time <= now)
    weight = label_weights((label_time - time)[arrived], (now - time)[fired])
    won = label[arrived] == 1
    right = np.full(len(won), np.nan) if score is None else ((score[arrived] > 0.5) == won).astype(np.float64)
    gained = np.full(len(won), np.nan) if realized_rr is None else realized_rr[arrived]
    signals = int(np.count_nonzero(fired))
    return ArrivalFigures(
        signals, 1.0 - len(won) / signals if signals else math.nan,
        *(_both(values, weight) for values in (won.astype(np.float64), right, gained)),
    )


def label_weights(delay: Ints, age: Ints) -> Floats:
    """For labels that took `delay` (k,), among signals of `age` (n,) now: how many signals each stands for.

    A label that took d could be seen only of signals that are at least d old; it stands for the others as well.
    """
    ordered = np.sort(age)
    old_enough = len(ordered) - np.searchsorted(ordered, delay, side="left")
    return np.asarray(len(ordered) / np.maximum(old_enough, 1), dtype=np.float64)


def _both(values: Floats, weight: Floats) -> Corrected:
    there = ~np.isnan(values)
    if not there.any():
        return Corrected(math.nan, math.nan)
    values, weight = values[there], weight[there]
    return Corrected(float(values.mean()), float(np.average(values, weights=weight)))
