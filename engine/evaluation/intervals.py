"""95 % intervals: Wilson for shares, normal for means, DeLong for the AUC.

Sources: Wilson, JASA 22 (1927); DeLong, DeLong, Clarke-Pearson, Biometrics 44 (1988); Sun and Xu, IEEE Signal
Processing Letters 21 (2014) for the fast midrank form; Obuchowski, Biometrics 53 (1997) for clustered rows.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.records import Floats, Interval, Ints

Z95 = 1.959963984540054
NOT_KNOWN = Interval(math.nan, math.nan, math.nan)
Values = NDArray[Any]


@dataclass(frozen=True, eq=False, slots=True)
class Placements:
    """How each row stands in the other class, in row order: the structural components of DeLong.

    `positive[i]` is the share of negatives below positive i, `negative[j]` the share of positives above negative j;
    a tie counts half. Both have the AUC as their mean.
    """

    positive: Floats
    negative: Floats

    @property
    def auc(self) -> float:
        """The AUC, exact with ties."""
        return float(self.positive.mean())


def placements(label: Values, score: Values) -> Placements:
    """The placements of (n,) scores, higher meaning more likely positive; needs a row of each class."""
    won = np.asarray(label) == 1
    score = np.asarray(score)
    positive, negative = score[won], score[~won]
    up, down = np.argsort(positive), np.argsort(negative)
    return Placements(
        _share_below(positive, up, negative[down]),
        1.0 - _share_below(negative, down, positive[up]),
    )


def delong(label: Values, probability: Values, cluster: Ints | None = None) -> Interval:
    """The AUC with its DeLong interval on the logit scale, so that it stays within [0, 1].

    `cluster` (n,) names rows that share luck (overlapping outcomes); their errors then count together.
    One class missing: all NaN. Only one row of a class: no bounds. A perfect ranking has no spread of its own, so its
    far bound is Wilson's for the smaller class. A constant score has AUC 0.5 without uncertainty.
    """
    label = np.asarray(label)
    wins = int(np.count_nonzero(label == 1))
    losses = len(label) - wins
    if not wins or not losses:
        return NOT_KNOWN
    found = placements(label, probability)
    if min(wins, losses) < 2:
        return Interval(found.auc, math.nan, math.nan)
    if found.auc in {0.0, 1.0}:
        few = min(wins, losses)
        return wilson(few if found.auc else 0, few)
    return logit_interval(found.auc, covariance(label, found, found, cluster))


def covariance(label: Values, a: Placements, b: Placements, cluster: Ints | None = None) -> float:
    """The covariance of two AUCs on the same rows; with `a` is `b`, the variance."""
    da, db = (found.positive - found.auc for found in (a, b))
    ea, eb = (found.negative - found.auc for found in (a, b))
    wins, losses = len(da), len(ea)
    if cluster is None:
        return float(da @ db) / (wins * (wins - 1)) + float(ea @ eb) / (losses * (losses - 1))
    won = np.asarray(label) == 1
    sums = [_by_cluster(won, d / wins, e / losses, cluster) for d, e in ((da, ea), (db, eb))]
    groups = len(sums[0])
    return float(sums[0] @ sums[1]) * groups / max(groups - 1, 1)


def wilson(successes: int, trials: int) -> Interval:
    """A share with Wilson's score interval; no trials: all NaN."""
    if trials <= 0:
        return NOT_KNOWN
    share = successes / trials
    low, high = wilson_bounds(np.float64(share), np.float64(trials))
    return Interval(share, float(low), float(high))


def wilson_bounds(share: Any, trials: Any) -> tuple[Any, Any]:
    """Wilson's bounds for arrays of shares and trials (> 0)."""
    z2 = Z95 * Z95 / trials
    centre = (share + z2 / 2) / (1 + z2)
    half = Z95 * np.sqrt(share * (1 - share) / trials + z2 / (4 * trials)) / (1 + z2)
    # Rounding must not push the bound past the value itself at 0 and 1.
    return np.clip(np.minimum(centre - half, share), 0, 1), np.clip(np.maximum(centre + half, share), 0, 1)


def mean_interval(values: Floats, *, low: float = -math.inf, high: float = math.inf) -> Interval:
    """A mean with its normal interval, cut to what is possible; one value has no bounds, none is NaN."""
    count = len(values)
    if not count:
        return NOT_KNOWN
    mean = float(values.mean())
    if count < 2:
        return Interval(mean, math.nan, math.nan)
    half = Z95 * float(values.std(ddof=1)) / math.sqrt(count)
    return Interval(mean, max(mean - half, low), min(mean + half, high))


def logit_interval(value: float, variance: float) -> Interval:
    """A value within (0, 1) with an interval that is normal on the logit scale."""
    half = Z95 * math.sqrt(max(variance, 0.0)) / (value * (1 - value))
    centre = math.log(value / (1 - value))
    return Interval(value, min(_sigmoid(centre - half), value), max(_sigmoid(centre + half), value))


def _share_below(scores: Values, order: NDArray[np.intp], sorted_others: Values) -> Floats:
    # Sorted keys make the binary search walk memory forwards: several times faster than keys in row order.
    keys = scores[order]
    below = np.searchsorted(sorted_others, keys, "left") + np.searchsorted(sorted_others, keys, "right")
    shares = np.empty(len(scores))
    shares[order] = below / (2.0 * len(sorted_others))
    return shares


def _by_cluster(won: NDArray[np.bool_], positive: Floats, negative: Floats, cluster: Ints) -> Floats:
    influence = np.empty(len(won))
    influence[won], influence[~won] = positive, negative
    _, place = np.unique(cluster, return_inverse=True)
    return np.bincount(place, weights=influence).astype(np.float64)


def _sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))
