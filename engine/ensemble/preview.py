"""What other weights would have scored, fast enough to follow a dragged slider, and where members disagree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.evaluation.metrics import auc
from engine.records import EnsembleReport, Floats, Ints


@dataclass(frozen=True, slots=True)
class PreviewPoint:
    """Scores of one choice of weights on the report's later rows; NaN where there is nothing to tell."""

    auc: float
    mean_r: float
    accepted_share: float


@dataclass(frozen=True, eq=False, slots=True)
class Disagreement:
    """Rows on which members differ most, the widest first: arrays (m,), `predictions` (k, m)."""

    row: Ints
    time: Ints
    label: Ints
    realized_rr: Floats
    spread: Floats
    predictions: Floats


class Preview:
    """Weights tried on a report's rows: exact, about 50 ms for a million rows.

    Whoever picks the best of many previews has fitted weights to these rows: build anew for an honest score.
    """

    def __init__(self, report: EnsembleReport, *, threshold: float = 0.5) -> None:
        self._ids = [member.id for member in report.members]
        self._predictions = report.predictions
        self._label = report.out_of_fold.label
        self._rr = np.nan_to_num(report.out_of_fold.realized_rr)
        self._known_rr = np.isfinite(report.out_of_fold.realized_rr)
        self._threshold = threshold

    def at(self, weights: Mapping[str, float]) -> PreviewPoint:
        """The score of weights by member id; they need not sum to 1, and members that are not named get none."""
        shares = np.array([max(float(weights.get(name, 0.0)), 0.0) for name in self._ids])
        if shares.sum() <= 0 or not len(self._label):
            return PreviewPoint(float("nan"), float("nan"), float("nan"))
        pooled = (shares / shares.sum()) @ self._predictions
        accepted = pooled >= self._threshold
        counted = accepted & self._known_rr
        rows = int(np.count_nonzero(counted))
        return PreviewPoint(
            auc(self._label, pooled), float(self._rr @ counted / rows) if rows else float("nan"),
            float(accepted.mean()),
        )


def disagreement(report: EnsembleReport, rows: int = 50) -> Disagreement:
    """The scored rows on which the members' probabilities lie furthest apart."""
    found = report.out_of_fold
    spread = np.ptp(report.predictions, axis=0) if len(found.row) else np.empty(0)
    widest = np.argsort(-spread, kind="stable")[:rows]
    return Disagreement(found.row[widest], found.time[widest], found.label[widest], found.realized_rr[widest],
                        spread[widest], report.predictions[:, widest])
