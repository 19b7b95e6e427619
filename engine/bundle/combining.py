"""How the members' probabilities become one: plain data, applied with NumPy alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from engine.errors import WorkbenchError
from engine.records import Floats

CLIP = 1e-6
MEAN, LOGISTIC = "mean", "logistic"


@dataclass(frozen=True, slots=True)
class Combination:
    """`mean`: weighted average of probabilities. `logistic`: sigmoid(intercept + sum of coefficient * logit).

    `method` is the ensembler's own word for it (blending, stacking, ...). `weights` (by member, not negative) also
    say what to do when a member is missing: the weighted average of those that are there.
    """

    kind: str
    weights: Mapping[str, float]
    coefficients: Mapping[str, float] = field(default_factory=dict)
    intercept: float = 0.0
    method: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)

    def apply(self, scores: Mapping[str, Floats]) -> Floats:
        """One probability a row from the members that are there, each (n,)."""
        if self.kind == LOGISTIC and set(self.coefficients) <= set(scores):
            total = np.full(len(next(iter(scores.values()))), self.intercept)
            for name, coefficient in self.coefficients.items():
                total += coefficient * logit(scores[name])
            return sigmoid(total)
        return self._mean(scores)

    def _mean(self, scores: Mapping[str, Floats]) -> Floats:
        weights = {name: self.weights.get(name, 0.0) for name in scores}
        whole = sum(weights.values())
        if whole <= 0:
            raise WorkbenchError("None of the members that have a weight can be used.", code="no-members",
                                 remedy="Install the libraries of the missing members, or build the ensemble again.")
        total = np.zeros(len(next(iter(scores.values()))))
        for name, weight in weights.items():
            total += weight / whole * scores[name]
        return total


def sigmoid(margin: Floats) -> Floats:
    """Probabilities of log-odds, exact in both tails."""
    return np.asarray(np.exp(-np.logaddexp(0.0, -margin)))


def logit(probability: Floats) -> Floats:
    """Log-odds of probabilities, which are first kept off 0 and 1."""
    kept = np.clip(probability, CLIP, 1 - CLIP)
    return np.asarray(np.log(kept) - np.log1p(-kept))
