"""The same model's AUC under four ways to split: one more fit for each dishonest one."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from engine.data import splits
from engine.errors import WorkbenchError
from engine.evaluation.metrics import auc
from engine.models.base import default_threads
from engine.records import Ints, LeakMeter, OutOfFold
from engine.training.config import TrainingConfig
from engine.training.fitting import WATCHED_SHARE, Source, fit_forest, newest
from engine.training.validation import Plan
from engine.training.work import FitWork, PlannedFit, Work

NAMES = ("shuffled", "blocked", "walk_forward")
FOLD = -2  # the fold number of these fits
_FOLDS = 5


def planned_fits(config: TrainingConfig, rows: int) -> list[PlannedFit]:
    """The three fits, for the estimate of time."""
    return [PlannedFit(f"Leak meter: {name.replace('_', ' ')}", config, rows * 4 // 5, FOLD) for name in NAMES]


def measure(source: Source, config: TrainingConfig, plan: Plan, honest: OutOfFold, work: Work) -> LeakMeter:
    """Three fits beside the purged walk-forward that is there already; nothing is purged in them, on purpose."""
    naive = _naive_source(source)
    rows = len(source.label)
    last = plan.folds[-1].test
    tests = (splits.shuffled(rows, _FOLDS, config.seed)[0], splits.blocked(rows, _FOLDS)[_FOLDS // 2],
             splits.Fold(np.arange(last[0]), last, 0))
    found: dict[str, float | None] = {}
    for name, fold in zip(NAMES, tests, strict=True):
        listener = work.begin()
        found[name] = _auc(naive, fold, config, listener, shuffled=name == "shuffled")
        listener.end()
    return LeakMeter(**found, purged_walk_forward=_known(auc(honest.label, honest.probability)))


def _naive_source(source: Source) -> Source:
    return Source(source.matrix, source.label, source.sample, source.categorical)


def _auc(
    source: Source, fold: splits.Fold, config: TrainingConfig, listener: FitWork, *, shuffled: bool
) -> float | None:
    """One fit, its early stopping chosen in the same naive way."""
    watched = _random_tail(fold.train, config.seed) if shuffled else newest(source, fold.train)
    try:
        fitted = fit_forest(source, fold.train, replace(config, refit=False), listener, watched=watched)
    except WorkbenchError:  # a block without wins says nothing about leaks
        return None
    threads = config.threads or default_threads()
    return _known(auc(source.label[fold.test], fitted.probability(source.matrix[fold.test], threads=threads)))


def _random_tail(train: Ints, seed: int) -> tuple[Ints, Ints]:
    mixed = np.random.default_rng(seed).permutation(train)
    cut = len(train) - int(len(train) * WATCHED_SHARE)
    return np.sort(mixed[:cut]), np.sort(mixed[cut:])


def _known(value: float) -> float | None:
    return value if math.isfinite(value) else None
