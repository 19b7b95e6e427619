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
SETTLED = 400.0  # labels
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
    settling: float


def sigmoid(margin: float) -> float:
    """River's sigmoid, which is exactly 0 and 1 far out."""
    if margin < -SATURATED:
        return 0.0
    if margin > SATURATED:
        return 1.0
    return 1.0 / (1.0 + math.exp(-margin))


def scale(row: Floats, state: Linear, root: Floats, scaled: Floats) -> None:
    """Standard scores of one row into `scaled`; a missing value and a constant column count as the running mean.

    No branch and no sum, so that the compiled loop takes several columns a step; `root` holds the deviations.
    """
    means = state.means
    for j in range(row.shape[0]):
        value, spread = row[j], root[j]
        varies = spread > 0.0
        z = (value - means[j]) / (spread if varies else 1.0)
        scaled[j] = z if varies & (not math.isnan(value)) else 0.0


def margin_of(scaled: Floats, state: Linear) -> float:
    """Log-odds of one scaled row, added up in column order."""
    total, weights = 0.0, state.weights
    for j in range(scaled.shape[0]):
        total += scaled[j] * weights[j]
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


def learn_scaler(row: Floats, state: Linear, root: Floats, keep: float) -> None:
    """Move the running means and variances of the columns that are there."""
    counts, means, variances = state.counts, state.means, state.variances
    for j in range(row.shape[0]):
        value = row[j]
        if not math.isnan(value):
            old, variance = means[j], variances[j]
            n = counts[j] * keep + 1.0
            mean = old + (value - old) / n
            variance += ((value - old) * (value - mean) - variance) / n
            counts[j] = n
            means[j] = mean
            variances[j] = variance
            root[j] = math.sqrt(variance)


def intercept_rate_of(state: Linear, rates: Rates) -> float:
    """The stated rate, or one that settles: as River's at first, then as a running mean of the labels that count."""
    settling: float = rates.settling / (SETTLED + state.scalars[WINDOW])
    return max(rates.intercept_rate, settling)


def learn_row(row: Floats, label: int, weight: float, time: float, state: Linear, rates: Rates, root: Floats,
              scaled: Floats) -> None:
    """One step of the scaler, then one gradient step: intercept first, then the weights."""
    weights = state.weights
    keep = decay_of(state, rates, time)
    learn_scaler(row, state, root, keep)
    if keep < 1.0:
        for j in range(row.shape[0]):
            weights[j] *= keep
    scale(row, state, root, scaled)
    gradient = loss_gradient(margin_of(scaled, state), label) * weight
    gradient = max(min(gradient, rates.clip), -rates.clip)
    state.scalars[INTERCEPT] -= intercept_rate_of(state, rates) * gradient
    rate, l2 = rates.learning_rate, rates.l2
    for j in range(row.shape[0]):
        value, old = row[j], weights[j]
        moved = old - rate * (scaled[j] * gradient + l2 * old)
        weights[j] = old if math.isnan(value) else moved
    state.scalars[STEPS] += 1.0


def model_pass(op: Bytes, slot: Ints, label: Bytes, time: Ints, features: Floats, weight: Floats,
               state: Linear, rates: Rates, online: Floats, room: Floats) -> None:
    """Events in order: a signal gets its online score, a label is learnt with the features of its signal.

    `room` (2, d) is for what is worked out on the way.
    """
    root, scaled = room[0], room[1]
    for j in range(root.shape[0]):
        root[j] = math.sqrt(state.variances[j])
    for k in range(op.shape[0]):
        row = features[slot[k]]
        if op[k] == SIGNAL:
            scale(row, state, root, scaled)
            online[slot[k]] = sigmoid(margin_of(scaled, state))
        elif op[k] == LABEL:
            learn_row(row, label[k], weight[slot[k]], float(time[k]), state, rates, root, scaled)


LOOPS: tuple[Callable[..., Any], ...] = (
    sigmoid, scale, margin_of, loss_gradient, decay_of, learn_scaler, intercept_rate_of,
    learn_row, model_pass,
)
