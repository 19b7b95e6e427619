"""A short search, and what is the same of two of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from engine.records import TuningReport
from engine.training.config import ValidationOptions
from engine.training.tuning.options import TuningOptions

SHORT = ValidationOptions(folds=3, first_share=0.6)
SEARCH = TuningOptions(trials=12, seed=7, held_blocks=1)  # beyond the starts: some points are the sampler's own


def essence(report: TuningReport) -> list[Any]:
    """All but times."""
    return [(study.model, study.best, study.front, study.importance,
             [replace(each, seconds=0.0, at=0.0) for each in study.trials]) for study in report.studies]
