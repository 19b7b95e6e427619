"""The law of a made-up signal: log-odds = a + b * score, with a and b solved for a wanted base rate and Bayes AUC.

The Bayes AUC is what the true probabilities score, so no honest model does better on fresh rows. Both integrals are
taken over a grid of scores with their weights: a normal score, or the product of two (an interaction).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.records import Floats

_STEPS = 60  # halvings: the bracket ends below 1e-15
_MOST_SLOPE = 60.0
_REACH = 8.0  # standard deviations on each side


@dataclass(frozen=True, slots=True)
class Law:
    """Probability of a win given a score: 1 / (1 + exp(-(intercept + slope * score)))."""

    intercept: float
    slope: float

    def probability(self, score: Floats) -> Floats:
        """Of each score (n,)."""
        return logistic(self.intercept + self.slope * score)


@dataclass(frozen=True, eq=False, slots=True)
class ScoreGrid:
    """Scores in rising order and their probability weights, which sum to 1."""

    score: Floats
    weight: Floats

    @classmethod
    def of(cls, scores: Floats, weights: Floats | None = None) -> ScoreGrid:
        """A grid of any scores; without weights each counts the same."""
        order = np.argsort(scores, kind="stable")
        weight = np.full(len(scores), 1.0 / len(scores)) if weights is None else weights[order] / weights.sum()
        return cls(scores[order], weight)

    def base_rate(self, law: Law) -> float:
        """The share of wins under a law."""
        return float(self.weight @ law.probability(self.score))

    def bayes_auc(self, law: Law) -> float:
        """P(a win's score is above a loss's), ties counting half."""
        win = self.weight * law.probability(self.score)
        loss = self.weight - win
        below = np.cumsum(loss) - loss / 2
        return float(win @ below / (win.sum() * loss.sum()))

    def thinned(self, points: int = 4000) -> ScoreGrid:
        """The grid in cells of equal probability: the same integrals in a fraction of the time."""
        cell = np.minimum((np.cumsum(self.weight) * points).astype(np.int64), points - 1)
        weight = np.bincount(cell, self.weight, points).astype(np.float64)
        total = np.bincount(cell, self.weight * self.score, points)
        there = weight > 0
        return ScoreGrid(total[there] / weight[there], weight[there])

    def solve(self, bayes_auc: float, base_rate: float) -> Law:
        """The law with this Bayes AUC (0.5 to about 0.95) and this share of wins."""
        if not 0.5 <= bayes_auc < 0.99 or not 0 < base_rate < 1:
            raise ValueError(f"no law has Bayes AUC {bayes_auc} and base rate {base_rate}")

        def with_slope(slope: float) -> Law:
            intercept = _bisect(lambda a: self.base_rate(Law(a, slope)) - base_rate, -200.0, 200.0)
            return Law(intercept, slope)

        if bayes_auc == 0.5:
            return with_slope(0.0)
        return with_slope(_bisect(lambda b: self.bayes_auc(with_slope(b)) - bayes_auc, 0.0, _MOST_SLOPE))


def logistic(log_odds: Floats) -> Floats:
    """Without overflow at either end."""
    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * log_odds)), dtype=np.float64)


def normal_cdf(values: Floats) -> Floats:
    """The standard normal distribution function."""
    from scipy.special import ndtr

    return np.asarray(ndtr(values), dtype=np.float64)


@lru_cache(maxsize=64)
def normal_law(bayes_auc: float, base_rate: float) -> Law:
    """For a standard normal score."""
    score = np.linspace(-_REACH, _REACH, 2001)
    return ScoreGrid.of(score, np.exp(-score * score / 2)).solve(bayes_auc, base_rate)


@lru_cache(maxsize=16)
def product_law(bayes_auc: float, base_rate: float) -> Law:
    """For the product of two independent standard normals."""
    axis = np.linspace(-_REACH, _REACH, 240)
    weight = np.exp(-axis * axis / 2)
    grid = ScoreGrid.of(np.outer(axis, axis).ravel(), np.outer(weight, weight).ravel())
    return grid.thinned().solve(bayes_auc, base_rate)


def _bisect(rises: Callable[[float], float], low: float, high: float) -> float:
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if rises(middle) < 0 else (low, middle)
    return (low + high) / 2


def unit(vector: NDArray[np.float64]) -> NDArray[np.float64]:
    """A vector of length 1."""
    return np.asarray(vector / np.linalg.norm(vector), dtype=np.float64)
