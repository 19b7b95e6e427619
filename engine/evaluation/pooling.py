"""How the scores of several members become one score: plain data, renormalised where a member is missing."""

from __future__ import annotations

import enum
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.errors import WorkbenchError
from engine.evaluation import calibration
from engine.evaluation.calibration import Calibrator, logit, logit_one, sigmoid, sigmoid_one
from engine.records import Floats

_NOTHING = 1e-9  # weights that add up to less than this are not worth blowing up to 1

class Link(enum.Enum):
    """The scale on which members are averaged."""

    PROBABILITY = "probability"
    LOGIT = "logit"


@dataclass(frozen=True, slots=True)
class Pool:
    """A weighted mean of members, then a calibration. `weights` are not negative and sum to 1."""

    names: tuple[str, ...]
    weights: tuple[float, ...]
    link: Link = Link.PROBABILITY
    calibrator: Calibrator | None = None

    @classmethod
    def equal(cls, names: Sequence[str]) -> Pool:
        """Every member alike."""
        return cls(tuple(names), (1.0 / len(names),) * len(names))

    @classmethod
    def single(cls, names: Sequence[str], chosen: str) -> Pool:
        """One member alone."""
        return cls(tuple(names), tuple(float(name == chosen) for name in names))

    def apply(self, scores: Floats) -> Floats:
        """Final probabilities (n,) for member probabilities (k, n); NaN marks a missing member.

        Missing members are left out and the other weights grow to sum to 1; where only members without weight are
        left, these count alike. NaN where no member is left.
        """
        scores = np.asarray(scores, dtype=np.float64)
        if self.link is Link.PROBABILITY:
            pooled = _mean(scores, np.asarray(self.weights))
        else:
            pooled = sigmoid(_mean(logit(scores), np.asarray(self.weights)))
        return pooled if self.calibrator is None else self.calibrator.apply(pooled)

    def one(self, scores: Sequence[float]) -> float:
        """`apply` for one row: the members' probabilities (k,), NaN for a missing one."""
        total = there = 0.0
        for weight, score in zip(self.weights, scores, strict=True):
            if not math.isnan(score):
                total += weight * (score if self.link is Link.PROBABILITY else logit_one(score))
                there += weight
        if there <= _NOTHING:
            return float(self.apply(np.asarray(scores, dtype=np.float64)[:, None])[0])
        if any(map(math.isnan, scores)):
            total /= there
        pooled = total if self.link is Link.PROBABILITY else sigmoid_one(total)
        return pooled if self.calibrator is None else self.calibrator.one(pooled)

    def present_weights(self, present: Sequence[bool]) -> dict[str, float]:
        """The weights that `apply` uses when only some members are there; all 0 when none is."""
        there = np.asarray(present, dtype=bool)
        weights = np.where(there, self.weights, 0.0)
        if weights.sum() <= _NOTHING:
            weights = there.astype(np.float64)
        total = weights.sum()
        shares = weights / total if total > 0 else weights
        return dict(zip(self.names, map(float, shares), strict=True))

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {"names": list(self.names), "weights": list(self.weights), "link": self.link.value,
                "calibration": None if self.calibrator is None else self.calibrator.to_json()}


def from_json(values: Mapping[str, Any]) -> Pool:
    """The pool that `Pool.to_json` wrote; refuses weights that are not a share each."""
    try:
        names, weights = tuple(map(str, values["names"])), tuple(map(float, values["weights"]))
        link = Link(values["link"])
        mapped = values["calibration"]
    except (KeyError, TypeError, ValueError) as error:
        raise _damaged() from error
    sound = len(names) == len(weights) == len(set(names)) > 0 and all(0 <= w <= 1 for w in weights)
    if not sound or not math.isclose(sum(weights), 1.0, abs_tol=1e-6):
        raise _damaged()
    return Pool(names, weights, link, None if mapped is None else calibration.from_json(mapped))


def _mean(values: Floats, weights: Floats) -> Floats:
    # The usual case, nobody missing, is one product: one row must cost microseconds.
    # Not `weights @ values`: its last bit would depend on how many rows come at once.
    pooled: Floats = np.einsum("k,kn->n", weights, values)
    gone = np.isnan(values)
    if not gone.any():
        return pooled
    there = np.where(gone, 0.0, weights[:, None])
    there = np.where(there.sum(axis=0) > _NOTHING, there, ~gone)
    total = there.sum(axis=0)
    summed = (there * np.where(gone, 0.0, values)).sum(axis=0)
    return np.where(total > 0, summed / np.where(total > 0, total, 1.0), np.nan)


def _damaged() -> WorkbenchError:
    return WorkbenchError("The weights of this ensemble cannot be read.", code="damaged-ensemble",
                          remedy="Take the ensemble from its source again.")
