"""Weighted average: multiplicative steps on log loss, AUC or expected R, pulled to equal by as much as rows leave open.

Sources: Cover, IEEE Trans. Inf. Theory 30 (1984); Helmbold et al., Machine Learning 27 (1997), whose
exponentiated gradient at rate 1 this is to first order. The pull is that of a Dirichlet prior.
"""

from __future__ import annotations

import numpy as np

from engine.ensemble.blending import likelihood_rows, rounded
from engine.ensemble.objectives import Going, Metric, always, best_shares
from engine.ensemble.panel import Panel, thinned
from engine.evaluation.pooling import Pool
from engine.records import Floats

_STEPS = 200


def weigh(panel: Panel, metric: Metric = Metric.METHOD, *, by_r: bool = False, going: Going = always) -> Pool:
    """Shares with little log loss (or what `metric` names), no further from equal than the rows can tell.

    They are the best so far where `going` ends the search.
    """
    if metric in (Metric.AUC, Metric.EXPECTED_R):
        rows = thinned(panel)
        return Pool(panel.names, rounded(best_shares(rows, metric, rows.weight(by_r=by_r), going)))
    likelihood, weight = likelihood_rows(panel, by_r=by_r)
    return Pool(panel.names, rounded(shrunk_shares(likelihood, weight, pull(likelihood), going=going)))


def pull(likelihood: Floats) -> float:
    """The strength of the pull: one standard error of the mean log loss by which members differ from their mean."""
    mean = likelihood.mean(axis=0)
    gaps = np.log(likelihood) - np.log(mean)
    return float(np.sqrt(np.mean(gaps.var(axis=1)) / max(likelihood.shape[1], 1)))


def shrunk_shares(
    likelihood: Floats, weight: Floats, strength: float, steps: int = _STEPS, *, going: Going = always
) -> Floats:
    """The shares w that maximise mean(weight * log(w @ likelihood)) + strength * mean(log w); each step is a gain."""
    members = len(likelihood)
    scaled = weight / weight.sum()
    shares = np.full(members, 1.0 / members)
    for step in range(steps):
        if not going(step / steps):
            break
        gain = likelihood @ (scaled / (shares @ likelihood))
        new = (shares * gain + strength / members) / (1.0 + strength)
        moved = float(np.abs(new - shares).max())
        shares = new / new.sum()
        if moved < 1e-5:
            break
    return shares
