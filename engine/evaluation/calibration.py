"""Calibrators as plain data: Platt, temperature and isotonic maps from a probability to a better one.

None changes the ranking (isotonic may make ties). Sources: Platt 1999; Guo et al., ICML 2017; Zadrozny and Elkan 2002.
"""

from __future__ import annotations

import bisect
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from engine.errors import WorkbenchError
from engine.evaluation.intervals import Values
from engine.records import Floats

CLIP = 1e-6  # a model that claims more certainty than this is not believed
_FLATTEST = 1e-3  # a slope of zero would throw the ranking away, a negative one would turn it over
_ROUNDS = 50


class Calibrator(Protocol):
    """A monotone map of probabilities, NaN to NaN."""

    def apply(self, probability: Values) -> Floats:
        """Calibrated probabilities of the same shape."""

    def one(self, probability: float) -> float:
        """The same for one row, in a microsecond."""

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values that `from_json` reads."""


@dataclass(frozen=True, slots=True)
class Platt:
    """sigmoid(slope * logit(p) + intercept)."""

    slope: float
    intercept: float

    def apply(self, probability: Values) -> Floats:
        """Calibrated probabilities of the same shape."""
        return sigmoid(self.slope * logit(probability) + self.intercept)

    def one(self, probability: float) -> float:
        """The same for one row."""
        return sigmoid_one(self.slope * logit_one(probability) + self.intercept)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {"kind": "platt", "slope": self.slope, "intercept": self.intercept}


@dataclass(frozen=True, slots=True)
class Temperature:
    """sigmoid(logit(p) / temperature)."""

    temperature: float

    def apply(self, probability: Values) -> Floats:
        """Calibrated probabilities of the same shape."""
        return sigmoid(logit(probability) / self.temperature)

    def one(self, probability: float) -> float:
        """The same for one row."""
        return sigmoid_one(logit_one(probability) / self.temperature)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {"kind": "temperature", "temperature": self.temperature}


@dataclass(frozen=True, slots=True)
class Isotonic:
    """Straight lines through ascending points, level beyond the ends."""

    x: tuple[float, ...]
    y: tuple[float, ...]

    def apply(self, probability: Values) -> Floats:
        """Calibrated probabilities of the same shape."""
        p = np.asarray(probability, dtype=np.float64)
        return np.where(np.isnan(p), np.nan, np.interp(p, self.x, self.y))  # through one point, interp knows no NaN

    def one(self, probability: float) -> float:
        """The same for one row."""
        if math.isnan(probability):
            return probability
        right = bisect.bisect_right(self.x, probability)
        if right in (0, len(self.x)):
            return self.y[0 if right == 0 else -1]
        left = right - 1
        slope = (self.y[right] - self.y[left]) / (self.x[right] - self.x[left])
        return slope * (probability - self.x[left]) + self.y[left]

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {"kind": "isotonic", "x": list(self.x), "y": list(self.y)}


def from_json(values: Mapping[str, Any]) -> Calibrator:
    """The calibrator that `to_json` wrote; refuses anything that would not be a rising map."""
    try:
        kind = values["kind"]
        if kind == "platt":
            return _checked(Platt(float(values["slope"]), float(values["intercept"])), float(values["slope"]) > 0)
        if kind == "temperature":
            return _checked(Temperature(float(values["temperature"])), float(values["temperature"]) > 0)
        x, y = (tuple(map(float, values[name])) for name in ("x", "y"))
        rising = bool(len(x) == len(y) > 0 and (np.diff(x) > 0).all() and (np.diff(y) >= 0).all())
        return _checked(Isotonic(x, y), kind == "isotonic" and rising)
    except (KeyError, TypeError, ValueError) as error:
        raise _damaged() from error


def fit_platt(label: Values, probability: Values, *, weight: Floats | None = None) -> Platt:
    """The most likely slope (kept above zero) and intercept; one class alone leaves the probabilities as they are."""
    won, z, w = _prepared(label, probability, weight)
    if not 0 < won.sum() < len(won):
        return Platt(1.0, 0.0)
    slope, intercept = _newton(won, np.stack((z, np.ones_like(z))), w, np.array([1.0, 0.0]))
    if slope >= _FLATTEST:
        return Platt(float(slope), float(intercept))
    flat = _newton(won, np.ones((1, len(z))), w, np.zeros(1), fixed=_FLATTEST * z)
    return Platt(_FLATTEST, float(flat[0]))


def fit_temperature(label: Values, probability: Values, *, weight: Floats | None = None) -> Temperature:
    """The most likely temperature, between 0.01 and 1000."""
    won, z, w = _prepared(label, probability, weight)
    if not 0 < won.sum() < len(won):
        return Temperature(1.0)
    slope = float(_newton(won, z[None, :], w, np.ones(1))[0])
    return Temperature(1.0 / min(max(slope, _FLATTEST), 100.0))


def fit_isotonic(label: Values, probability: Values, *, weight: Floats | None = None) -> Isotonic:
    """The most likely rising step map, joined by lines between the steps; wants thousands of rows."""
    from sklearn.isotonic import IsotonicRegression

    label, p = np.asarray(label), np.asarray(probability, dtype=np.float64)
    known = label >= 0
    fitted = IsotonicRegression(y_min=0.0, y_max=1.0, out_of_bounds="clip")
    fitted.fit(p[known], label[known] == 1, sample_weight=None if weight is None else weight[known])
    return Isotonic(tuple(map(float, fitted.X_thresholds_)), tuple(map(float, fitted.y_thresholds_)))


def logit(probability: Values) -> Floats:
    """Log-odds; certainty beyond `CLIP` is not believed."""
    p = np.clip(np.asarray(probability, dtype=np.float64), CLIP, 1 - CLIP)
    return np.asarray(np.log(p) - np.log1p(-p))


def sigmoid(z: Values) -> Floats:
    """The inverse of `logit`, without overflow."""
    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * np.asarray(z, dtype=np.float64))))


def logit_one(probability: float) -> float:
    """`logit` of one number, to the same bits."""
    p = probability if math.isnan(probability) else min(max(probability, CLIP), 1 - CLIP)
    return float(np.log(p)) - float(np.log1p(-p))


def sigmoid_one(z: float) -> float:
    """`sigmoid` of one number, to the same bits: by NumPy's tanh, not by that of the C library."""
    return 0.5 * (1.0 + float(np.tanh(0.5 * z)))


def _prepared(label: Values, probability: Values, weight: Floats | None) -> tuple[Floats, Floats, Floats]:
    label = np.asarray(label)
    known = label >= 0
    w = np.ones(int(known.sum())) if weight is None else np.asarray(weight, dtype=np.float64)[known]
    return (label[known] == 1).astype(np.float64), logit(np.asarray(probability)[known]), w


def _newton(won: Floats, columns: Floats, weight: Floats, start: Floats, fixed: Floats | float = 0.0) -> Floats:
    """Newton's steps for logistic regression, `columns` (d, n); halved while the loss rises; a trace of ridge."""
    ridge = 1e-8 * weight.sum() * np.eye(len(start))
    at, loss = start, _loss(won, start @ columns + fixed, weight)
    for _ in range(_ROUNDS):
        p = sigmoid(at @ columns + fixed)
        slope = columns @ (weight * (p - won))
        step = np.linalg.solve((columns * (weight * p * (1 - p))) @ columns.T + ridge, slope)
        for _ in range(30):
            new_loss = _loss(won, (at - step) @ columns + fixed, weight)
            if new_loss <= loss:
                break
            step = step / 2
        at, gain, loss = at - step, loss - new_loss, new_loss
        if gain < 1e-10 * weight.sum():
            break
    return np.asarray(at)


def _loss(won: Floats, z: Floats, weight: Floats) -> float:
    return float(weight @ (np.logaddexp(0.0, z) - won * z))


def _checked(found: Calibrator, sound: bool) -> Calibrator:
    numbers = [v for value in found.to_json().values() if not isinstance(value, str)
               for v in (value if isinstance(value, list) else [value])]
    if not sound or not np.isfinite(numbers).all():
        raise _damaged()
    return found


def _damaged() -> WorkbenchError:
    return WorkbenchError("The calibration of this model cannot be read.", code="damaged-calibration",
                          remedy="Take the model from its source again.")
