"""How often a detector cries on the user's own stream when nothing changes: its losses in blocks, put in random order.

Within a block neighbours keep the luck that they share; across blocks nothing is left that could be a change.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.online.drift import DriftWatch, watched_column
from engine.online.options import Detector, LearnerOptions
from engine.online.shared_luck import labels_that_count_as_one
from engine.records import FalseAlarms, Floats

LEAST_LABELS = 1000
BLOCK = 50  # labels at least; where luck is shared, several times as many as count as one
_MOST, _ORDERS, _SLOW_ORDERS = 20_000, 10, 3
_TIMES = 4


def false_alarms(losses: Floats, options: LearnerOptions, *, champion: bool) -> FalseAlarms | None:
    """Alarms and retrain signals per 10,000 labels of `losses` (n, 4) in random order of blocks; None for too few."""
    losses = losses[-_MOST:]
    losses = losses[~np.isnan(losses[:, watched_column(options.detector, champion=champion)])]
    if options.detector is Detector.NONE or len(losses) < LEAST_LABELS:
        return None
    series = losses[:, watched_column(options.detector, champion=champion)]
    block = max(BLOCK, int(_TIMES * labels_that_count_as_one(series)))
    orders = _ORDERS if options.detector is Detector.ADWIN else _SLOW_ORDERS
    random, alarms, retrains = np.random.default_rng(1), 0, 0
    starts = np.arange(0, len(losses), block)
    for _ in range(orders):
        order = np.concatenate([np.arange(s, min(s + block, len(losses))) for s in random.permutation(starts)])
        marks = DriftWatch(options, champion=champion).feed(losses[order], 1, np.arange(len(order)))
        alarms += len(marks)
        retrains += sum(mark.retrain for mark in marks)
    labels = orders * len(losses)
    return FalseAlarms(options.detector.value, alarms / labels * 10_000, retrains / labels * 10_000, block)


def of_each(losses: Floats, options: LearnerOptions, *, champion: bool,
            detectors: tuple[Detector, ...] = (Detector.ADWIN, Detector.HDDM_A)) -> tuple[FalseAlarms, ...]:
    """The same for several detectors, to choose by."""
    found = (false_alarms(losses, replace(options, detector=each), champion=champion) for each in detectors)
    return tuple(each for each in found if each is not None)
