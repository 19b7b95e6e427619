"""Greedy selection with replacement: Caruana et al., ICML 2004 (doi:10.1145/1015330.1015432), cut at the best step."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from engine.ensemble.objectives import Metric, binned_auc, taken_share
from engine.ensemble.panel import Panel, thinned
from engine.evaluation.calibration import CLIP
from engine.evaluation.intervals import Values
from engine.evaluation.pooling import Pool
from engine.records import Floats

STEPS = 25


def select(
    panel: Panel, metric: Metric = Metric.METHOD, *, by_r: bool = False, steps: int = STEPS,
    check: Callable[[], None] = lambda: None,
) -> Pool:
    """Add, `steps` times, the member that helps the mean most; ties go to members already in; keep the best mean.

    `check` is called before each try and may raise to end the work.
    """
    panel = thinned(panel)
    rate = _rater(panel, metric, panel.weight(by_r=by_r))
    counts = np.zeros(len(panel.names))
    total = np.zeros(len(panel))
    best, best_counts = -np.inf, counts
    for step in range(1, steps + 1):
        ratings = np.empty(len(counts))
        for i, p in enumerate(panel.probability):
            check()
            ratings[i] = round(rate((total + p) / step), 6)
        # Among equals first a member that is in already, then the earlier one: the same answer every time.
        chosen = max(range(len(counts)), key=lambda i: (ratings[i], counts[i] > 0, -i))
        counts[chosen] += 1
        total += panel.probability[chosen]
        if ratings[chosen] > best:
            best, best_counts = ratings[chosen], counts.copy()
    return Pool(panel.names, tuple(map(float, best_counts / best_counts.sum())))


def _rater(panel: Panel, metric: Metric, weight: Floats) -> Callable[[Floats], float]:
    if metric in (Metric.AUC, Metric.METHOD):
        return lambda p: binned_auc(panel.label, p, weight)
    if metric is Metric.LOG_LOSS:
        return lambda p: -_weighted_loss(panel.label, p, weight)
    rr = panel.rr
    count = taken_share(len(panel))
    return lambda p: float(rr[np.argpartition(-p, count - 1)[:count]].mean())


def _weighted_loss(label: Values, p: Floats, weight: Floats) -> float:
    right = np.clip(np.where(label == 1, p, 1 - p), CLIP, 1)
    return float(-(weight @ np.log(right)) / weight.sum())
