"""From kept predictions to curves, in a job: everything that the plots of a run need."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.evaluation import curves, metrics
from engine.evaluation.baselines import equal_weights
from engine.evaluation.comparison import compare_all
from engine.progress import Progress
from engine.records import Comparison, Curve, LearningCurve, OutOfFold, Scores
from gui.translation import tr

_FEWEST = 20  # rows that both must have predicted


@dataclass(frozen=True, eq=False, slots=True)
class RunCurves:
    """What is drawn of one run; `scores` are of exactly the rows that the curves show."""

    scores: Scores
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
        scores=metrics.score(label, probability, realized_rr=rr if has_rr else None),
        roc=curves.roc(label, probability),
        precision_recall=curves.precision_recall(label, probability),
        calibration=curves.calibration(label, probability),
        expected_r=curves.expected_r(label, probability, rr) if has_rr else None,
        base_rate=float((label[known] == 1).mean()) if known.any() else float("nan"),
    )


@dataclass(frozen=True, eq=False, slots=True)
class Found:
    """Predictions that were read, curves that were missing, and the curves of the plain mean of all runs."""

    kept: dict[str, OutOfFold | None]
    curves: dict[str, RunCurves]
    together: RunCurves | None
    learning: dict[str, tuple[LearningCurve, ...]]


def find_curves(kept: Mapping[str, OutOfFold | None], known: frozenset[str],
                read: Callable[[str], OutOfFold | None],
                read_learning: Callable[[str], tuple[LearningCurve, ...]], *, progress: Progress) -> Found:
    """Read what is not at hand (None in `kept`), and compute what is not `known`."""
    learning = {run_id: read_learning(run_id) for run_id in kept if run_id not in known}
    predictions: dict[str, OutOfFold | None] = {}
    curves: dict[str, RunCurves] = {}
    for place, (run_id, one) in enumerate(kept.items()):
        progress.report(place / (len(kept) + 1), tr("drawing curves"))
        predictions[run_id] = one = one if one is not None else read(run_id)
        if run_id not in known and one is not None and len(one.label):
            curves[run_id] = run_curves(one)
    whole = [one for one in predictions.values() if one is not None]
    return Found(predictions, curves, mean_curves(whole), learning)


def live_curves(partial: Mapping[str, OutOfFold], *, progress: Progress) -> dict[str, RunCurves]:
    """The curves of models that are being trained, from the test blocks that are done."""
    found = {}
    for model, one in partial.items():
        progress.check()
        found[model] = run_curves(one)
    return found


def mean_curves(kept: Sequence[OutOfFold]) -> RunCurves | None:
    """The curves of the plain mean of several runs: what any weighting must beat. None unless their rows are equal."""
    if len(kept) < 2:
        return None
    first = kept[0]
    if not all(np.array_equal(one.row, first.row) and np.array_equal(one.label, first.label) for one in kept[1:]):
        return None
    return run_curves(replace(first, probability=equal_weights(np.stack([one.probability for one in kept]))))


def compare_runs(one: OutOfFold, other: OutOfFold, name: str, other_name: str, *,
                 progress: Progress | None = None) -> Comparison | None:
    """One run against another on the rows that both have predicted; None where these are too few."""
    _, mine, theirs = np.intersect1d(one.row, other.row, assume_unique=False, return_indices=True)
    label = one.label[mine]
    if len(mine) < _FEWEST or not np.array_equal(label, other.label[theirs]):
        return None
    realized = one.realized_rr[mine]
    other_name = other_name if other_name != name else f"{other_name} (2)"
    return compare_all(label, {name: one.probability[mine], other_name: other.probability[theirs]},
                       realized_rr=realized if np.isfinite(realized).any() else None)[0]
