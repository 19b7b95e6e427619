"""How well probabilities fitted the labels: AUC, accuracy, log loss, Brier, average precision, mean R."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import WorkbenchError
from engine.evaluation import ranking
from engine.evaluation.intervals import NOT_KNOWN, delong, logit_interval, mean_interval, wilson
from engine.records import Floats, Interval, Scores

Values = NDArray[Any]
_EPS = float(np.finfo(np.float64).eps)


def score(
    label: Values, probability: Values, *, realized_rr: Values | None = None, threshold: float = 0.5
) -> Scores:
    """All scores of (n,) probabilities with their 95 % intervals; rows without a known label (-1) do not count.

    Accuracy and the accepted part use `probability >= threshold`. One class alone gives NaN for AUC and average
    precision. Raises `WorkbenchError` when a probability is missing or outside [0, 1].
    """
    label, probability, rr = _known(label, probability, realized_rr)
    wins = int(np.count_nonzero(label))
    accepted = probability >= threshold
    return Scores(
        rows=len(label),
        positives=wins,
        auc=delong(label, probability),
        accuracy=wilson(int(np.count_nonzero(accepted == (label == 1))), len(label)),
        log_loss=mean_interval(losses(label, probability), low=0.0),
        brier=mean_interval((probability - label) ** 2, low=0.0, high=1.0),
        average_precision=average_precision(label, probability),
        mean_r=None if rr is None else mean_interval(rr[accepted & np.isfinite(rr)]),
        accepted_share=float(accepted.mean()) if len(label) else None,
        mean_r_all=None if rr is None else mean_interval(rr[np.isfinite(rr)]).value,
    )


def auc(label: Values, probability: Values) -> float:
    """The area under the ROC curve, exact with ties; NaN where a class is missing. Any finite scores will do."""
    won = np.asarray(label) == 1
    scores = np.asarray(probability)
    if ranking.fits(scores):
        pairs = int(np.count_nonzero(won)) * int(np.count_nonzero(~won))
        return ranking.twice_below(won, scores) / (2 * pairs) if pairs else math.nan
    # compress is several times faster than indexing by a mask, and the copies it makes can be sorted in place
    return auc_between(np.compress(won, scores), np.compress(~won, scores))


def auc_between(positive: Values, negative: Values) -> float:
    """The AUC of the scores of wins against those of losses; sorts both in place."""
    if not len(positive) or not len(negative):
        return math.nan
    positive.sort()
    negative.sort()
    keys, counts = _runs(positive)
    return int(counts @ _twice_below(keys, negative)) / (2 * len(positive) * len(negative))


def _runs(ascending: Values) -> tuple[Values, NDArray[np.int64]]:
    """The distinct values of a sorted array and how often each stands in it."""
    first = np.flatnonzero(np.append(True, ascending[1:] != ascending[:-1]))
    return ascending[first], np.diff(np.append(first, len(ascending)))


def _twice_below(keys: Values, ascending: Values) -> NDArray[np.int64]:
    """For each of the sorted keys: twice the values below it and once those equal to it."""
    left = np.searchsorted(ascending, keys, "left")
    tied = ascending[np.minimum(left, len(ascending) - 1)] == keys
    below = 2 * left
    if tied.any():  # the second search is for these alone
        below[tied] += np.searchsorted(ascending, np.compress(tied, keys), "right") - np.compress(tied, left)
    return np.asarray(below, dtype=np.int64)


def losses(label: Values, probability: Values) -> Floats:
    """Each row's log loss in nats, (n,); probabilities are kept one float64 step from 0 and 1."""
    right = np.where(np.asarray(label) == 1, probability, 1.0 - np.asarray(probability, dtype=np.float64))
    return np.asarray(-np.log(np.clip(right, _EPS, 1.0 - _EPS)))


def log_loss(label: Values, probability: Values) -> float:
    """The mean log loss in nats."""
    return float(losses(label, probability).mean()) if len(label) else math.nan


def brier(label: Values, probability: Values) -> float:
    """The mean squared error of the probabilities."""
    return float(np.mean((np.asarray(probability) - label) ** 2)) if len(label) else math.nan


def accuracy(label: Values, probability: Values, threshold: float = 0.5) -> float:
    """The share of rows on the right side of the threshold."""
    return float(np.mean((np.asarray(probability) >= threshold) == (np.asarray(label) == 1)))


def average_precision(label: Values, probability: Values) -> Interval:
    """The step-wise area under the precision-recall curve, ties as one step.

    The interval is the infinitesimal jackknife (Efron 1982) on the logit scale: AP(w) = sum_i w_i y_i T_i/N_i / sum w_i
    y_i, with T_i wins and N_i rows scored no lower than i, has a closed derivative in each row's weight.
    """
    won = np.asarray(label) == 1
    wins = int(np.count_nonzero(won))
    if not wins or wins == len(won):
        return NOT_KNOWN
    order = np.argsort(-np.asarray(probability, dtype=np.float64))
    y = won[order].astype(np.float64)
    ends = _tie_ends(np.asarray(probability)[order])
    rows: Floats = (ends + 1).astype(np.float64)
    true: Floats = np.cumsum(y)[ends]
    precision = true / rows
    value = float((y * precision).sum()) / wins
    if value >= 1.0:
        return wilson(wins, wins)
    return logit_interval(value, float((_influence(y, ends, true, rows, value, wins) ** 2).sum()))


def _influence(y: Floats, ends: NDArray[np.intp], true: Floats, rows: Floats, value: float, wins: int) -> Floats:
    # A row's weight enters its own term, and T and N of each win scored no higher: sums from the row to the end.
    gains = np.cumsum((y / rows)[::-1])[::-1]
    costs = np.cumsum((y * true / rows**2)[::-1])[::-1]
    first = _tie_starts(ends)
    return np.asarray((y * (true / rows - value) + y * gains[first] - costs[first]) / wins)


def _tie_ends(descending: Values) -> NDArray[np.intp]:
    """For each place the last place with the same value."""
    last = np.flatnonzero(np.append(descending[1:] != descending[:-1], True))
    return last[np.searchsorted(last, np.arange(len(descending)))]


def _tie_starts(ends: NDArray[np.intp]) -> NDArray[np.intp]:
    start = np.append(True, ends[1:] != ends[:-1])
    return np.maximum.accumulate(np.where(start, np.arange(len(ends)), 0))


def _known(label: Values, probability: Values, rr: Values | None) -> tuple[Values, Floats, Floats | None]:
    label, p = np.asarray(label), np.asarray(probability, dtype=np.float64)
    if label.shape != p.shape:
        raise ValueError(f"{label.shape} labels for {p.shape} probabilities")
    known = label >= 0
    p = p[known]
    if not ((p >= 0) & (p <= 1)).all():
        raise WorkbenchError(
            "Some predictions are missing or not between 0 and 1.", code="not-a-probability",
            remedy="Score with a model that gives a probability for each row.",
        )
    return label[known].astype(np.int64), p, None if rr is None else np.asarray(rr, dtype=np.float64)[known]
