"""Stacking: logistic regression on the members' log-odds, drawn to their plain mean, never with a negative weight."""

from __future__ import annotations

import numpy as np

from engine.ensemble.panel import Panel
from engine.evaluation.calibration import Platt, logit, sigmoid
from engine.evaluation.pooling import Link, Pool
from engine.records import Floats

RIDGE = 10.0  # a prior deviation of 0.3 around each member's equal share: little on many rows, much on few
_ROUNDS = 30
_FLATTEST = 1e-3


def stack(panel: Panel, *, by_r: bool = False, ridge: float = RIDGE) -> Pool:
    """sigmoid(intercept + sum of coefficient * logit(member)), as shares on the logit scale and one Platt map."""
    columns = np.vstack((logit(panel.probability), np.ones(len(panel))))
    found = coefficients(columns, (panel.label == 1).astype(np.float64), panel.weight(by_r=by_r), ridge)
    slope = float(found[:-1].sum())
    if slope < _FLATTEST:
        equal = Pool.equal(panel.names)
        return Pool(equal.names, equal.weights, Link.LOGIT, Platt(_FLATTEST, float(found[-1])))
    shares = found[:-1] / slope
    return Pool(panel.names, tuple(map(float, shares)), Link.LOGIT, Platt(slope, float(found[-1])))


def coefficients(columns: Floats, won: Floats, weight: Floats, ridge: float) -> Floats:
    """Penalised likelihood over (k + 1, n) columns, the last one constant; a coefficient below 0 is set to 0.

    The penalty is ridge / 2 * the squared distance from 1/k each; the constant is free.
    """
    members = len(columns) - 1
    centre = np.append(np.full(members, 1.0 / members), 0.0)
    free = np.ones(members + 1, dtype=bool)
    while True:
        found = np.zeros(members + 1)
        found[free] = _newton(columns[free], won, weight, centre[free], ridge)
        negative = (found < 0) & (np.arange(members + 1) < members)
        if not negative.any():
            return found
        free &= ~negative


def _newton(columns: Floats, won: Floats, weight: Floats, centre: Floats, ridge: float) -> Floats:
    # From the plain mean of log-odds, near the answer, undamped Newton converges; the ridge keeps it finite.
    penalty = np.append(np.full(len(columns) - 1, ridge), 1e-6)
    at = centre.copy()
    for _ in range(_ROUNDS):
        p = sigmoid(at @ columns)
        slope = columns @ (weight * (p - won)) + penalty * (at - centre)
        curvature = (columns * (weight * np.maximum(p * (1 - p), 1e-4))) @ columns.T + np.diag(penalty)
        step = np.linalg.solve(curvature, slope)
        at = at - np.clip(step, -2.0, 2.0)
        if np.abs(step).max() < 1e-7:
            break
    return np.asarray(at)
