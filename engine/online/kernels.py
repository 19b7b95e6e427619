"""The loops of the linear model, one event at a time: plain Python functions that numba compiles on first use.

All state is in arrays that the functions change in place, so that how a stream is cut into chunks never changes a
number. Sums run in column order and are never re-associated: the compiled and the plain functions give the same bits.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.records import Floats, Ints

Bytes = NDArray[np.int8]

SIGNAL, LABEL, EXPIRY = 0, 1, 2
INTERCEPT, STEPS, LAST_TIME, WINDOW = 0, 1, 2, 3  # places in Linear.scalars
NO_TIME = -1.0
STEEP = 18.0  # beyond this margin River's log loss takes its limits
SATURATED = 30.0  # beyond this margin River's sigmoid is exactly 0 or 1


class Linear(NamedTuple):
    """State of scaler and logistic regression: arrays (d,), and scalars (intercept, steps, last time, window)."""

    counts: Floats
    means: Floats
    variances: Floats
    weights: Floats
    scalars: Floats


class Rates(NamedTuple):
    """How fast the linear model learns and forgets; half-lives of 0 mean never."""

    learning_rate: float
    intercept_rate: float
    l2: float
    clip: float
    half_life_events: float
    half_life_ns: float


def sigmoid(margin: float) -> float:
    """River's sigmoid, which is exactly 0 and 1 far out."""
    if margin < -SATURATED:
        return 0.0
    if margin > SATURATED:
        return 1.0
    return 1.0 / (1.0 + math.exp(-margin))


def margin_of(row: Floats, state: Linear) -> float:
    """Log-odds of one row; a missing value and a constant column count as the running mean."""
    total = 0.0
    for j in range(row.shape[0]):
        spread = state.variances[j]
        if spread > 0.0 and not math.isnan(row[j]):
            total += (row[j] - state.means[j]) / math.sqrt(spread) * state.weights[j]
    return float(total + state.scalars[INTERCEPT])


def loss_gradient(margin: float, label: int) -> float:
    """Derivative of the log loss by the margin."""
    sign = 1.0 if label == 1 else -1.0
    z = margin * sign
    if z > STEEP:
        return math.exp(-z) * -sign
    if z < -STEEP:
        return -sign
    return -sign / (math.exp(z) + 1.0)


def decay_of(state: Linear, rates: Rates, time: float) -> float:
    """The factor by which older events fade before this one, and the clock moved on to `time`."""
    factor = 1.0
    if rates.half_life_events > 0.0:
        factor = math.pow(0.5, 1.0 / rates.half_life_events)
    before = state.scalars[LAST_TIME]
    if rates.half_life_ns > 0.0 and time > before >= 0.0:
        factor *= math.pow(0.5, (time - before) / rates.half_life_ns)
    state.scalars[LAST_TIME] = max(before, time)
    state.scalars[WINDOW] = state.scalars[WINDOW] * factor + 1.0
    return factor


def learn_scaler(row: Floats, state: Linear, keep: float) -> None:
    """Move the running means and variances of the columns that are there."""
    for j in range(row.shape[0]):
        value = row[j]
        if not math.isnan(value):
            n = state.counts[j] * keep + 1.0
            old = state.means[j]
            state.counts[j] = n
            state.means[j] = old + (value - old) / n
            state.variances[j] += ((value - old) * (value - state.means[j]) - state.variances[j]) / n


def learn_row(row: Floats, label: int, weight: float, time: float, state: Linear, rates: Rates) -> None:
    """One step of the scaler, then one gradient step: intercept first, then the weights."""
    keep = decay_of(state, rates, time)
    learn_scaler(row, state, keep)
    if keep < 1.0:
        for j in range(row.shape[0]):
            state.weights[j] *= keep
    gradient = loss_gradient(margin_of(row, state), label) * weight
    gradient = max(min(gradient, rates.clip), -rates.clip)
    state.scalars[INTERCEPT] -= rates.intercept_rate * gradient
    for j in range(row.shape[0]):
        if not math.isnan(row[j]):
            spread = state.variances[j]
            step = (row[j] - state.means[j]) / math.sqrt(spread) * gradient if spread > 0.0 else 0.0
            state.weights[j] -= rates.learning_rate * (step + rates.l2 * state.weights[j])
    state.scalars[STEPS] += 1.0


def model_pass(op: Bytes, slot: Ints, label: Bytes, time: Ints, features: Floats, weight: Floats,
               state: Linear, rates: Rates, online: Floats) -> None:
    """Events in order: a signal gets its online score, a label is learnt with the features of its signal."""
    for k in range(op.shape[0]):
        row = features[slot[k]]
        if op[k] == SIGNAL:
            online[slot[k]] = sigmoid(margin_of(row, state))
        elif op[k] == LABEL:
            learn_row(row, label[k], weight[slot[k]], float(time[k]), state, rates)


LOOPS: tuple[Callable[..., Any], ...] = (
    sigmoid, margin_of, loss_gradient, decay_of, learn_scaler, learn_row, model_pass,
)
