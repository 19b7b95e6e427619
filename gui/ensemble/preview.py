"""What weights given by hand would score, on the rows of the last build; a job for the side lane."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.progress import Progress
from engine.records import Comparison, EnsembleReport, Interval
from gui.translation import tr


@dataclass(frozen=True, slots=True)
class Preview:
    """The AUC of these weights and how it compares with the best member alone."""

    weights: Mapping[str, float]
    auc: Interval
    against_best: Comparison


def preview(report: EnsembleReport, weights: Mapping[str, float], *, progress: Progress) -> Preview:
    """Score `weights` (by member id) on the later rows of a report."""
    from engine.evaluation.comparison import compare
    from engine.evaluation.intervals import delong

    progress.report(0.0, tr("Scoring your weights"))
    label = report.out_of_fold.label
    shares = np.array([weights.get(member.id, 0.0) for member in report.members])
    mixed = shares @ report.predictions
    best = next(place for place, member in enumerate(report.members) if member.id == report.best_member)
    against = compare(label, mixed, report.predictions[best], tr("your mix"), report.members[best].name)
    return Preview(dict(weights), delong(label, mixed), against)
