"""The online linear model: an exact twin of River's `StandardScaler | LogisticRegression` on arrays.

One row runs in NumPy with nothing to compile; many events run through the compiled loops. Both add up in column order
and give the same bits; River's own figures differ by less than 1e-12.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from engine.online import kernels, loops
from engine.online.kernels import INTERCEPT, LABEL, LAST_TIME, NO_TIME, SIGNAL, STEPS, WINDOW, Bytes, Linear, Rates
from engine.online.options import LearnerOptions, resolved
from engine.online.state import State, bad_state, packed, unpacked
from engine.records import Floats, Ints

NS_PER_HOUR = 3.6e12
CLIP = 1e12  # River's default bound of a gradient


def rates_of(options: LearnerOptions) -> Rates:
    """The numbers that the loops want."""
    options = resolved(options, late=False)
    return Rates(options.learning_rate, options.intercept_rate, options.l2, CLIP, options.half_life_events,
                 options.half_life_hours * NS_PER_HOUR, options.intercept_settling)


class LinearModel:
    """Standard scaler and logistic regression over `width` columns; NaN is missing and counts as the running mean."""

    kind = "linear"

    def __init__(self, width: int, rates: Rates) -> None:
        self.rates = rates
        self.arrays = _fresh(width)
        self._divisors: tuple[Linear, float, Floats] = (self.arrays, 0.0, np.full(width, np.inf))

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.arrays.weights)

    @property
    def learnt(self) -> int:
        """How many labels it has learnt from."""
        return int(self.arrays.scalars[STEPS])

    @property
    def effective_window(self) -> float:
        """How many labels the decay lets count; all of them without decay."""
        return float(self.arrays.scalars[WINDOW])

    def predict(self, row: Floats) -> float:
        """Probability of a win for one row (d,)."""
        return kernels.sigmoid(self._margin(row))

    def predict_many(self, rows: Floats) -> Floats:
        """Probabilities (n,) of rows (n, d) by the present state."""
        margin = self._scaled(rows) @ self.arrays.weights + self.arrays.scalars[INTERCEPT]
        with np.errstate(over="ignore"):
            return np.asarray(1.0 / (1.0 + np.exp(-margin)))

    def parts(self, rows: Floats) -> tuple[Floats, float]:
        """What each column adds to the log-odds of rows (n, d) by the present state, and the intercept."""
        return self._scaled(rows) * self.arrays.weights, float(self.arrays.scalars[INTERCEPT])

    def learn(self, row: Floats, label: int, weight: float = 1.0, time: float = NO_TIME) -> None:
        """Learn one row: scaler first, then one gradient step, as River's pipeline does."""
        state, rates = self.arrays, self.rates
        keep = kernels.decay_of(state, rates, time)
        self._learn_scaler(row, keep)
        if keep < 1.0:
            state.weights[:] *= keep
        scaled = self._scaled(row)
        gradient = kernels.loss_gradient(_dot(scaled, state), label) * weight
        gradient = max(min(gradient, rates.clip), -rates.clip)
        state.scalars[INTERCEPT] -= kernels.intercept_rate_of(state, rates) * gradient
        there = ~np.isnan(row)  # River penalises the weights of the values that are there
        step = scaled[there] * gradient + rates.l2 * state.weights[there]
        state.weights[there] -= rates.learning_rate * step
        state.scalars[STEPS] += 1.0

    def run(self, op: Bytes, slot: Ints, label: Bytes, time: Ints, features: Floats, weight: Floats,
            online: Floats) -> None:
        """Events in order through the compiled loop, see `kernels.model_pass`, or in NumPy until that is ready."""
        if loops.usable():
            loops.compiled().model_pass(op, slot, label, time, features, weight, self.arrays, self.rates, online,
                                        np.empty((2, self.width)))
            return
        for kind, place, win, moment in zip(op.tolist(), slot.tolist(), label.tolist(), time.tolist(), strict=True):
            if kind == SIGNAL:
                online[place] = self.predict(features[place])
            elif kind == LABEL:
                self.learn(features[place], win, float(weight[place]), float(moment))

    def grow(self, width: int) -> None:
        """Append columns that nothing is known of yet."""
        extra = width - self.width
        if extra > 0:
            old = self.arrays
            grown = [np.concatenate([array, np.zeros(extra)]) for array in old[:4]]
            self.arrays = Linear._make([*grown, old.scalars])

    def copy(self) -> LinearModel:
        """An independent model that stands where this one does."""
        twin = LinearModel(0, self.rates)
        twin.arrays = Linear._make(array.copy() for array in self.arrays)
        return twin

    def state(self) -> State:
        """Everything, as JSON."""
        return {"kind": self.kind, "rates": packed(np.asarray(self.rates, dtype=np.float64)),
                **{name: packed(array) for name, array in self.arrays._asdict().items()}}

    @classmethod
    def from_state(cls, state: Mapping[str, Any]) -> LinearModel:
        """The model that `state` described."""
        try:
            model = cls(len(state["weights"]), Rates(*(float.fromhex(v) for v in state["rates"])))
            arrays = [unpacked(state[name], like) for name, like in model.arrays._asdict().items()]
        except (KeyError, TypeError, ValueError) as error:
            raise bad_state(f"linear model: {error}") from error
        model.arrays = Linear._make(arrays)
        return model

    def to_river(self, names: tuple[str, ...]) -> Any:
        """A River pipeline that goes on exactly where this model stands (without decay)."""
        from river import linear_model, optim, preprocessing
        from river.utils import VectorDict

        state = self.arrays
        scaler = preprocessing.StandardScaler._from_state(
            counts=dict(zip(names, state.counts.astype(int).tolist(), strict=True)),
            means=dict(zip(names, state.means.tolist(), strict=True)),
            vars=dict(zip(names, state.variances.tolist(), strict=True)),
        )
        regression = linear_model.LogisticRegression(
            optimizer=optim.SGD(self.rates.learning_rate), l2=self.rates.l2, intercept_lr=self.rates.intercept_rate,
        )
        regression._weights = VectorDict(dict(zip(names, state.weights.tolist(), strict=True)), regression.initializer)
        regression.intercept = float(state.scalars[INTERCEPT])
        regression.optimizer.n_iterations = self.learnt
        return scaler | regression

    def _margin(self, row: Floats) -> float:
        """As `_scaled` and `_dot` in fewer steps: one live row must cost microseconds."""
        state = self.arrays
        products = (row - state.means) / self._divisor() * state.weights
        total = float(products.cumsum()[-1]) if len(products) else 0.0
        return total + float(state.scalars[INTERCEPT]) if math.isfinite(total) else _dot(self._scaled(row), state)

    def _divisor(self) -> Floats:
        """Each column's spread, infinite for a constant one, which so counts as its mean; kept until the next label."""
        arrays, steps, spread = self._divisors
        if arrays is not self.arrays or steps != self.arrays.scalars[STEPS]:
            spread = np.sqrt(self.arrays.variances)
            spread[spread == 0.0] = np.inf
            self._divisors = self.arrays, float(self.arrays.scalars[STEPS]), spread
        return spread

    def _scaled(self, rows: Floats) -> Floats:
        state = self.arrays
        spread = np.sqrt(state.variances)
        with np.errstate(divide="ignore", invalid="ignore"):
            scaled = (rows - state.means) / spread
        return np.where((spread > 0.0) & ~np.isnan(rows), scaled, 0.0)

    def _learn_scaler(self, row: Floats, keep: float) -> None:
        there = ~np.isnan(row)
        state, value = self.arrays, row[there]
        n = state.counts[there] * keep + 1.0
        old = state.means[there]
        mean = old + (value - old) / n
        state.counts[there] = n
        state.means[there] = mean
        state.variances[there] += ((value - old) * (value - mean) - state.variances[there]) / n


def _fresh(width: int) -> Linear:
    scalars = np.zeros(4)
    scalars[LAST_TIME] = NO_TIME
    return Linear(np.zeros(width), np.zeros(width), np.zeros(width), np.zeros(width), scalars)


def _dot(scaled: Floats, state: Linear) -> float:
    """In column order, as the loops add; BLAS would add in another order."""
    if not math.isfinite(total := float(np.cumsum(scaled * state.weights)[-1]) if len(scaled) else 0.0):
        return math.nan
    return total + float(state.scalars[INTERCEPT])
