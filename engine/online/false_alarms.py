"""How often a detector cries on the user's own stream when nothing changes: its labels in blocks, put in random order.

Within a block neighbours keep the luck that they share; across blocks nothing is left that could be a change. Random
orders follow one another, so that the detector lives through one long stream (a block bootstrap).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from engine.online import loops, watched
from engine.online.drift import DriftWatch
from engine.online.kernels import Bytes
from engine.online.options import Detector, LearnerOptions
from engine.online.ripening import Arrived
from engine.online.shared_luck import labels_that_count_as_one
from engine.records import FalseAlarms, Floats, Ints

LEAST_LABELS = 1000
BLOCK = 50  # labels at least; where luck is shared, several times as many as count as one
MENU = (Detector.ADWIN, Detector.HDDM_A, Detector.PAGE_HINKLEY, Detector.DDM)
_MOST, _LONG, _LONG_PLAIN = 20_000, 100_000, 10_000
_TIMES = 4
_PART = 8192


def false_alarms(score: Floats, label: Bytes, options: LearnerOptions, *, champion: bool,
                 labels: int = _LONG) -> FalseAlarms | None:
    """Alarms and retrain signals per 10,000 labels of a long random order of `score` (n,) and `label` (n,), in the
    order of the stream; None for too few."""
    there = ~np.isnan(score)
    score, label = score[there][-_MOST:], label[there][-_MOST:]
    if options.detector is Detector.NONE or len(score) < LEAST_LABELS:
        return None
    block = max(BLOCK, int(_TIMES * _count_as_one(score, label)))
    order = _order(len(score), block, max(labels if loops.ready() else _LONG_PLAIN, len(score)))
    watch, marks = DriftWatch(options, champion=champion), []
    for start in range(0, len(order), _PART):
        part = order[start : start + _PART]
        marks += watch.feed(Arrived.at_once(score[part], label[part]), start + 1)
    per = 10_000 / len(order)
    return FalseAlarms(options.detector.value, len(marks) * per, sum(mark.retrain for mark in marks) * per, block)


def of_each(score: Floats, label: Bytes, options: LearnerOptions, *, champion: bool,
            kinds: Iterable[Detector] = MENU, labels: int = _LONG) -> tuple[FalseAlarms, ...]:
    """The same for several detectors, to choose by."""
    found = (false_alarms(score, label, replace(options, detector=each), champion=champion, labels=labels)
             for each in kinds)
    return tuple(each for each in found if each is not None)


def _order(rows: int, block: int, labels: int) -> Ints:
    random, starts = np.random.default_rng(1), np.arange(0, rows, block)
    orders = [np.concatenate([np.arange(s, min(s + block, rows)) for s in random.permutation(starts)])
              for _ in range(-(-labels // rows))]
    return np.concatenate(orders)


def _count_as_one(score: Floats, label: Bytes) -> float:
    series = np.empty((len(score), 3))
    loops.best().watched_pass(score, label, watched.fresh(), series)
    return max(labels_that_count_as_one(series[watched.WARM :, column]) for column in (watched.ERROR, watched.EXCESS))
