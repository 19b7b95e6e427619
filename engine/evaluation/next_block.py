"""What a model may be expected to get on the block after its last tested one: less than what it got, and less surely.

The pooled score of the tested blocks is right for those rows. As a promise it is too high wherever an edge fades, and
its interval is too narrow, since blocks differ by more than their rows explain. So block scores are joined as a
random-effects mean (DerSimonian and Laird, Controlled Clinical Trials 7, 1986), newer ones count more, and what is
above chance is shrunk by its own error (James and Stein, 1961). The rate of
forgetting and the degrees of freedom were chosen by looking at three sets of signals and two streams; see the README.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from engine.evaluation.intervals import Values, covariance, placements
from engine.records import Floats, NextBlock

_FADES = 0.8  # what a block counts against the one after it
_CHANCE = 0.5
_LEAST_BLOCKS, _LEAST_OF_A_CLASS = 2, 2


def next_block(blocks: Sequence[tuple[Values, Floats]]) -> NextBlock | None:
    """The AUC to expect on a block like the last of these, with its 95 % prediction interval.

    `blocks` are labels (n,) and probabilities (n,) of rows that were not learnt, oldest first; rows without a known
    label (-1) do not count. None where fewer than two blocks hold two rows of each class.
    """
    blocks = [(label[label >= 0], p[label >= 0]) for label, p in blocks]
    told = [_told(label, p) for label, p in blocks if _both(label)]
    if len(told) < _LEAST_BLOCKS:
        return None
    auc, variance = (np.asarray(each) for each in zip(*told, strict=True))
    mean, error2, between = _joined(auc, variance)
    value = _shrunk(mean, error2)
    half = _quantile(len(auc)) * math.sqrt(error2 + between + variance[-1])
    low, high = max(value - half, 0.0), min(value + half, 1.0)
    rows = len(blocks[-1][0])
    return NextBlock(value, low, high, rows, tuple(map(float, auc)), _words(value, low, high, rows))


def _words(value: float, low: float, high: float, rows: int) -> str:
    return f"Expect an AUC of {value:.3f} ({low:.3f} to {high:.3f}) on the next {rows:,} signals."


def _both(label: Values) -> bool:
    wins = int(np.count_nonzero(label == 1))
    return min(wins, len(label) - wins) >= _LEAST_OF_A_CLASS


def _told(label: Values, probability: Floats) -> tuple[float, float]:
    """A block's AUC and its variance; a perfect ranking has none of its own, so one pair is taken for wrong."""
    found = placements(label, probability)
    pairs = len(found.positive) * len(found.negative)
    return found.auc, max(covariance(label, found, found), 1.0 / pairs)


def _joined(auc: Floats, variance: Floats) -> tuple[float, float, float]:
    """The mean of the blocks, its variance, and the variance between blocks that their rows do not explain."""
    weight = 1.0 / variance
    spread = float(weight @ (auc - weight @ auc / weight.sum()) ** 2)
    scale = float(weight.sum() - weight @ weight / weight.sum())
    between = max((spread - (len(auc) - 1)) / scale, 0.0)
    weight = _FADES ** np.arange(len(auc) - 1, -1, -1) / (variance + between)
    weight /= weight.sum()
    return float(weight @ auc), float(weight**2 @ (variance + between)), between


def _shrunk(mean: float, error2: float) -> float:
    above = mean - _CHANCE
    return mean if above <= 0 else _CHANCE + above * max(1.0 - error2 / above**2, 0.0)


def _quantile(blocks: int) -> float:
    """Student's t of 97.5 % at as many degrees of freedom as blocks: so few do not tell how much they differ."""
    from scipy.special import stdtrit

    return float(stdtrit(blocks, 0.975))
