"""What any model must beat: the base rate, the last class, and the plain mean of all models."""

from __future__ import annotations

import numpy as np

from engine.evaluation.intervals import Values
from engine.records import Floats, Ints


def prior(train_label: Values, rows: int) -> Floats:
    """The share of wins in the training labels for each of `rows` rows; one half when there are none."""
    known = np.asarray(train_label)
    known = known[known >= 0]
    return np.full(rows, float((known == 1).mean()) if len(known) else 0.5)


def last_class(label: Values, time: Ints | None = None, label_time: Ints | None = None) -> Floats:
    """For each row in order of time, the newest outcome known when its signal fired, as 0 or 1; 0.5 before the first.

    With times, an outcome is known from its `label_time` on; without, from the next row on.
    """
    label = np.asarray(label)
    count = len(label)
    if time is None or label_time is None:
        known_by = np.arange(count)
        order = np.arange(count)
    else:
        order = np.argsort(label_time, kind="stable")
        known_by = np.searchsorted(label_time[order], time, "right")
    told = label[order] >= 0
    newest = np.maximum.accumulate(np.where(told, np.arange(count), -1))
    newest = np.append(-1, newest)[known_by]
    return np.where(newest < 0, 0.5, (label[order][newest] == 1).astype(np.float64))


def equal_weights(probability: Floats) -> Floats:
    """The plain mean of (k, n) member probabilities, a missing one (NaN) left out; NaN where all are missing."""
    present = ~np.isnan(probability)
    count = present.sum(axis=0)
    total = np.where(present, probability, 0.0).sum(axis=0)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)
