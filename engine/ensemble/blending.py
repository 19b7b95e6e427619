"""Simplex weights that make the log loss of the weighted mean smallest: a convex problem with one answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from engine.ensemble.panel import Panel, thinned
from engine.errors import WorkbenchError
from engine.evaluation.pooling import Pool
from engine.records import Floats

_TINY = 1e-3  # a smaller weight is noise


def blend(panel: Panel, *, by_r: bool = False) -> Pool:
    """The weights in [0, 1] that sum to 1 with the least log loss on the panel."""
    return Pool(panel.names, rounded(simplex_minimum(*likelihood_rows(panel, by_r=by_r))))


def given(names: Sequence[str], weights: Mapping[str, float]) -> Pool:
    """The analyst's own weights, made to sum to 1; members that are not named get none."""
    unknown = sorted(set(weights) - set(names))
    if unknown:
        raise WorkbenchError(f"There is no member {', '.join(unknown)}.", where="weights", code="unknown-member",
                             remedy=f"The members are {', '.join(names)}.")
    values = np.array([float(weights.get(name, 0.0)) for name in names])
    if not np.isfinite(values).all() or (values < 0).any() or values.sum() <= 0:
        raise WorkbenchError("Weights must not be negative and one must be above 0.", where="weights",
                             code="bad-weights", remedy="Give each member a share from 0 to 1.")
    return Pool(tuple(names), tuple(map(float, values / values.sum())))


def likelihood_rows(panel: Panel, *, by_r: bool) -> tuple[Floats, Floats]:
    """Likelihoods (k, m) and row weights (m,) of the panel, thinned to what the weights need."""
    rows = thinned(panel)
    return rows.likelihood(), rows.weight(by_r=by_r)


def simplex_minimum(likelihood: Floats, weight: Floats) -> Floats:
    """The shares w (k,) that minimise -mean(weight * log(w @ likelihood))."""
    from scipy.optimize import minimize

    members = len(likelihood)
    total = weight.sum()

    def loss(shares: Floats) -> tuple[float, Floats]:
        mixed = np.maximum(shares @ likelihood, 1e-12)
        return float(-(weight @ np.log(mixed)) / total), -(likelihood @ (weight / mixed)) / total

    found = minimize(
        loss, np.full(members, 1 / members), jac=True, method="SLSQP", bounds=[(0.0, 1.0)] * members,
        constraints={"type": "eq", "fun": lambda w: w.sum() - 1.0, "jac": lambda w: np.ones(members)},
        options={"ftol": 1e-10, "maxiter": 100},
    )
    shares = np.clip(found.x, 0.0, None)
    return np.asarray(shares / shares.sum())


def rounded(shares: Floats) -> tuple[float, ...]:
    """Shares without the dust, summing to 1."""
    kept = np.where(shares < _TINY, 0.0, shares)
    return tuple(map(float, kept / kept.sum()))
