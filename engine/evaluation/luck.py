"""What luck alone would have found: the best of many alike trials, deflated scores, the probability of overfitting.

Sources: Bailey and López de Prado, "The Deflated Sharpe Ratio", Journal of Portfolio Management 40 (2014); Bailey,
Borwein, López de Prado and Zhu, "The Probability of Backtest Overfitting", Journal of Computational Finance 20 (2017);
White, "A Reality Check for Data Snooping", Econometrica 68 (2000); Chernozhukov, Chetverikov and Kato, "Gaussian
approximations and multiplier bootstrap for maxima of sums", Annals of Statistics 41 (2013).
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.evaluation.comparison import normal_cdf
from engine.records import Floats, Ints

GROUPS = 16  # of blocks in CSCV: 12,870 ways to halve them
_MANY = 1000  # trials, from which on less is drawn and halved: the figures are sure enough by then
_FEW_GROUPS = 12
_DRAWS = 4000  # of the bootstrap: the expected maximum is then sure to 0.01 standard errors
_PIECE = 2_000_000  # numbers that are at hand at once
_REACH = 9.0  # standard deviations that the integral covers


@dataclass(frozen=True, eq=False, slots=True)
class Overfitting:
    """CSCV: `probability` that the best in one half of the time is below the median in the other.

    `logits` (ways,): of its rank there. `slope`: how its score in the other half follows that in its own; `loss`: how
    often it is below the score of no skill there.
    """

    probability: float
    logits: Floats
    slope: float
    loss: float


def expected_maximum(count: float) -> float:
    """The mean of the highest of so many independent standard normals; any count from 1 on, whole or not.

    The integral itself; Bailey and López de Prado's (1 - g) Z(1 - 1/N) + g Z(1 - 1/(N e)) comes within 2 % from 10 on.
    """
    grid, below = _normal()
    powered = below ** max(count, 1.0)
    step = float(grid[1] - grid[0])
    return float((np.where(grid > 0, 1.0 - powered, 0.0).sum() - np.where(grid < 0, powered, 0.0).sum()) * step)


def maxima(groups: Sequence[Floats], *, seed: int = 0) -> Floats:
    """What the highest of alike trials reaches without skill, in standard errors: draws (n,), in ascending order.

    Each group is (trials, blocks) of the same rows; other groups are independent. The trials' errors are drawn
    together, each block of rows with one random weight for all of them (the multiplier bootstrap), so that trials that
    err alike are high together. The share of draws above a score is White's p-value.
    """
    random = np.random.default_rng(seed)
    trials = sum(len(group) for group in groups)
    draws = _DRAWS // (4 if trials > _MANY else 1)
    highest = np.full(draws, -np.inf)
    for group in groups:
        errors = group - group.mean(axis=1, keepdims=True)
        size = np.sqrt((errors**2).sum(axis=1))
        errors = errors[size > 0] / size[size > 0, None]
        piece = max(_PIECE // max(len(errors), 1), 1)
        for start in range(0, draws if len(errors) else 0, piece):
            weights = random.standard_normal((min(piece, draws - start), errors.shape[1]))
            here = slice(start, start + len(weights))
            highest[here] = np.maximum(highest[here], (weights @ errors.T).max(axis=1))
    return np.sort(np.where(np.isfinite(highest), highest, 0.0))


def effective_count(drawn: Floats, trials: int) -> float:
    """How many independent trials would on the mean reach as high as these `maxima`: from 1 to all of them."""
    return _count_of(float(drawn.mean()), trials) if trials > 1 else 1.0


def by_luck(drawn: Floats, best: float, *, times: float = 1.0) -> float:
    """The probability that luck reaches `best` standard errors, in so many `times` as many trials as were drawn."""
    above = len(drawn) - int(np.searchsorted(drawn, best, side="left"))
    return -math.expm1(times * math.log1p(-min((above + 1) / (len(drawn) + 1), 1.0 - 1e-12)))


def deflated(value: float, error: float, bar: float) -> float:
    """The probability that the true score is above what luck alone reaches, `bar`, by the score's standard error.

    For the AUC this is the deflated Sharpe ratio's twin: DeLong's variance stands where the ratio's own stood.
    """
    if not error > 0:
        return float(value > bar)
    return normal_cdf((value - bar) / error)


def deflated_sharpe(returns: Floats, bar: float) -> float:
    """The probability that the true Sharpe ratio of a series is above `bar`, for skewed and heavy-tailed returns too.

    Bailey and López de Prado (2014), equation 2: Z[(SR - SR0) sqrt(T - 1) / sqrt(1 - skew SR + (kurtosis - 1)/4 SR²)].
    """
    ratio = sharpe(returns)
    centred = returns - returns.mean()
    spread = float(centred.std())
    if not spread > 0:
        return float(ratio > bar)
    skew, kurtosis = float((centred**3).mean()) / spread**3, float((centred**4).mean()) / spread**4
    variance = 1.0 - skew * ratio + (kurtosis - 1.0) / 4.0 * ratio**2
    return normal_cdf((ratio - bar) * math.sqrt(len(returns) - 1) / math.sqrt(max(variance, 1e-12)))


def sharpe(returns: Floats) -> float:
    """The mean over the standard deviation, of one block; 0 where nothing varies."""
    spread = float(returns.std(ddof=1)) if len(returns) > 1 else 0.0
    return float(returns.mean()) / spread if spread > 0 else 0.0


def overfitting(series: Floats, *, groups: int = GROUPS, nothing: float = 0.0) -> Overfitting | None:
    """Combinatorially symmetric cross-validation of (trials, blocks): every half of the time against the other.

    `nothing` is the score without skill. None for fewer than two trials or four blocks. The score of a half is the mean
    of its blocks.
    """
    trials, blocks = series.shape
    groups = min(groups if trials <= _MANY else _FEW_GROUPS, blocks - blocks % 2)
    if trials < 2 or groups < 4:
        return None
    parts = np.array_split(np.arange(blocks), groups)
    sums = np.stack([series[:, part].sum(axis=1) for part in parts])  # (groups, trials)
    sizes = np.asarray([len(part) for part in parts], dtype=np.float64)
    chosen = _halves(groups)
    ranks, inside, outside = [], [], []
    for start in range(0, len(chosen), max(_PIECE // trials, 1)):
        half = chosen[start:start + max(_PIECE // trials, 1)].astype(np.float64)
        own = half @ sums / (half @ sizes)[:, None]
        other = (1 - half) @ sums / ((1 - half) @ sizes)[:, None]
        best = own.argmax(axis=1)
        there = np.take_along_axis(other, best[:, None], axis=1)
        ranks.append(((other < there).sum(axis=1) + 0.5 * ((other == there).sum(axis=1) + 1)) / (trials + 1))
        inside.append(own.max(axis=1))
        outside.append(there[:, 0])
    return _summed(np.concatenate(ranks), np.concatenate(inside), np.concatenate(outside), nothing)


def _summed(rank: Floats, inside: Floats, outside: Floats, nothing: float) -> Overfitting:
    logits = np.log(rank / (1.0 - rank))
    spread = float(inside.var())
    slope = float(((inside - inside.mean()) * (outside - outside.mean())).mean()) / spread if spread > 0 else math.nan
    return Overfitting(float((logits < 0).mean()), logits, slope, float((outside < nothing).mean()))


@functools.cache
def _halves(groups: int) -> Ints:
    """Every choice of half the groups, as rows of 0 and 1."""
    chosen = np.zeros((math.comb(groups, groups // 2), groups), dtype=np.int64)
    for row, held in enumerate(itertools.combinations(range(groups), groups // 2)):
        chosen[row, held] = 1
    return chosen


@functools.cache
def _normal() -> tuple[Floats, Floats]:
    grid = np.linspace(-_REACH, _REACH, 3601)
    return grid, np.asarray([normal_cdf(float(each)) for each in grid])


def _count_of(highest: float, most: int) -> float:
    """The count whose expected maximum this is, by halving; between 1 and the number of trials."""
    low, high = 0.0, math.log(most)
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if expected_maximum(math.exp(middle)) < highest else (low, middle)
    return math.exp((low + high) / 2)
