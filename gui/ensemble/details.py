"""What is drawn and listed of an ensemble beside its scores: curves and the rows of disagreement; a side job."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.progress import Progress
from engine.records import Curve, EnsembleReport, Interval
from gui.places import Places, lowest
from gui.plots.series import Series
from gui.translation import tr

if TYPE_CHECKING:
    from engine.ensemble.preview import Disagreement

ENSEMBLE = "ensemble"
_WIDEST = 200  # rows of disagreement that are listed


@dataclass(frozen=True, eq=False, slots=True)
class EnsembleDetails:
    """ROC and calibration by key (`ENSEMBLE` or a member's id), and where the members disagree."""

    report: EnsembleReport
    roc: Mapping[str, Curve]
    calibration: Mapping[str, Curve]
    brier: Mapping[str, Interval]
    apart: Disagreement


def details(report: EnsembleReport, *, progress: Progress) -> EnsembleDetails:
    """The curves of the ensemble and of each member on the same later rows."""
    from engine.ensemble.preview import disagreement
    from engine.evaluation import curves

    label = report.out_of_fold.label
    rated = {ENSEMBLE: report.out_of_fold.probability,
             **{member.id: p for member, p in zip(report.members, report.predictions, strict=True)}}
    roc, calibration = {}, {}
    both = 0 < int(np.count_nonzero(label == 1)) < len(label)
    for place, (key, p) in enumerate(rated.items() if both else ()):
        progress.report(place / len(rated), tr("Drawing curves"))
        roc[key], calibration[key] = curves.roc(label, p), curves.calibration(label, p)
    scores = {ENSEMBLE: report.scores, **{member.id: member.scores for member in report.members}}
    brier = {key: found.brier for key, found in scores.items() if found is not None}
    return EnsembleDetails(report, roc, calibration, brier, disagreement(report, _WIDEST))


def all_series(report: EnsembleReport, champion: str | None, places: Places) -> tuple[Series, ...]:
    """The ensemble and its members as they are drawn everywhere in the tab, members as in the other tabs."""
    found = places.borrow([member.id for member in report.members if member.id != champion])
    members = (Series(member.id, member.name, found.get(member.id, 0), member.id == champion)
               for member in report.members)
    return (Series(ENSEMBLE, tr("Ensemble"), lowest(found.values())), *members)
