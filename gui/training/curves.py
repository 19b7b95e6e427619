"""From kept predictions to curves, in a job: everything that the plots of a run need."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from engine.evaluation import curves, metrics
from engine.evaluation.comparison import compare
from engine.progress import Progress
from engine.records import Comparison, Curve, Interval, OutOfFold


@dataclass(frozen=True, eq=False, slots=True)
class RunCurves:
    """What is drawn of one run; `auc` is of exactly the rows that the curves show."""

    auc: Interval
    roc: Curve
    precision_recall: Curve
    calibration: Curve
    expected_r: Curve | None
    base_rate: float


def run_curves(kept: OutOfFold) -> RunCurves:
    """The curves of one run's predictions on unseen rows."""
    label, probability = kept.label, kept.probability
    known = label >= 0
    rr = kept.realized_rr
    has_rr = bool(np.isfinite(rr[known]).any())
    return RunCurves(
        auc=metrics.score(label, probability).auc, roc=curves.roc(label, probability),
        precision_recall=curves.precision_recall(label, probability),
        calibration=curves.calibration(label, probability),
        expected_r=curves.expected_r(label, probability, rr) if has_rr else None,
        base_rate=float((label[known] == 1).mean()) if known.any() else float("nan"),
    )


def all_curves(kept: Mapping[str, OutOfFold | None], read: Callable[[str], OutOfFold | None], *,
               progress: Progress) -> tuple[dict[str, OutOfFold | None], dict[str, RunCurves]]:
    """The curves of several runs; predictions that are not at hand are read."""
    found: dict[str, RunCurves] = {}
    predictions = dict(kept)
    for place, run_id in enumerate(kept):
        progress.report(place / len(kept), "drawing curves")
        if predictions[run_id] is None:
            predictions[run_id] = read(run_id)
        one = predictions[run_id]
        if one is not None and len(one.label):
            found[run_id] = run_curves(one)
    return predictions, found


def compare_runs(one: OutOfFold, other: OutOfFold, name: str, other_name: str) -> Comparison | None:
    """One run against another on the rows that both have predicted; None where these are too few."""
    _, mine, theirs = np.intersect1d(one.row, other.row, assume_unique=False, return_indices=True)
    label = one.label[mine]
    if len(mine) < 20 or not np.array_equal(label, other.label[theirs]):
        return None
    return compare(label, one.probability[mine], other.probability[theirs], name, other_name)
