"""How well probabilities fitted rows, and which of two fitted better."""

from __future__ import annotations

from dataclasses import dataclass

from engine.records.values import Floats, Interval, Ints


@dataclass(frozen=True, slots=True)
class Scores:
    """How well probabilities fitted `rows` labelled rows; `mean_r` is the mean realized R of the accepted part."""

    rows: int
    positives: int
    auc: Interval
    accuracy: Interval
    log_loss: Interval
    brier: Interval
    average_precision: Interval
    mean_r: Interval | None = None
    accepted_share: float | None = None
    mean_r_all: float | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A against B on the same rows: difference in AUC with its interval, and the probability that A is better."""

    a: str
    b: str
    difference: Interval
    probability_better: float
    words: str
    money: str = ""  # that accuracy and expectancy disagree, where they do


@dataclass(frozen=True, eq=False, slots=True)
class Curve:
    """Points of a plot with an optional band and counts; arrays of equal length."""

    x: Floats
    y: Floats
    low: Floats | None = None
    high: Floats | None = None
    counts: Ints | None = None


@dataclass(frozen=True, eq=False, slots=True)
class LearningCurve:
    """One fold's rounds, a parent's counted too, with the log loss on training and on later, watched rows (or NaN)."""

    fold: int
    round: Ints
    train: Floats
    valid: Floats


@dataclass(frozen=True, eq=False, slots=True)
class OutOfFold:
    """A run's predictions on rows that its fold models had not seen; all arrays (n,), in order of time.

    `row` is the data row in the source file (0-based); `fold` counts from 0; times are ns since 1970 UTC or -1.
    """

    row: Ints
    time: Ints
    label_time: Ints
    label: Ints
    probability: Floats
    fold: Ints
    realized_rr: Floats
