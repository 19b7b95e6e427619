"""The same model's AUC under four ways to split, on the same footing: one more fit for each way that is not there.

A single fit tests fewer rows than the run's pooled blocks, and rows differ in difficulty. So each way is set against
the run's own predictions of the very rows it tested, and its figure is the run's AUC plus that difference (a control
variate): without leakage all four are the same but for chance, whatever the rows.

The run's own figure is of ranks within its test blocks. Pooled scores of several models are a little too low: a block
with many wins lifts the base rate that the next block's model starts from, so a winner seems to stand below the losers
after it (Forman and Scholz, SIGKDD Explorations 12, 2010). On random walks that costs 0.01 to 0.02.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from engine.data import splits
from engine.data.distinct import distinct
from engine.data.splits import Fold
from engine.errors import WorkbenchError
from engine.evaluation.comparison import compare
from engine.evaluation.intervals import Z95
from engine.evaluation.metrics import auc
from engine.models.base import default_threads
from engine.records import Floats, Interval, Ints, LeakGap, LeakMeter, OutOfFold
from engine.training.config import Scheme, TrainingConfig
from engine.training.fitting import Source, fit_forest, newest, watched_rows
from engine.training.validation import Plan
from engine.training.work import FitWork, PlannedFit, Work

FOLD = -2  # the fold number of these fits
WORTH_SAYING = 0.02  # a smaller gain is no leak that would change a decision
_ERRORS = 3.0  # standard errors of a small gain
_LARGE = 0.1
_WAYS = (Scheme.SHUFFLED, Scheme.BLOCKED, Scheme.WALK_FORWARD, Scheme.PURGED_WALK_FORWARD)
_CUTS = 5  # the tested rows are cut in so many blocks, of which every second is held back from "blocked"


@dataclass(frozen=True, eq=False, slots=True)
class Own:
    """The run that the ways are set beside: what it predicted, at which positions of the table."""

    position: Ints
    label: Ints
    probability: Floats
    cluster: Ints
    block: Ints

    @classmethod
    def of(cls, plan: Plan, predictions: OutOfFold) -> Own:
        """Of a run whose folds are all done; rows whose labels overlap share their luck."""
        position = plan.tested
        return cls(position, predictions.label, predictions.probability, position // _overlap(plan), predictions.fold)

    @property
    def auc(self) -> float | None:
        """Of ranks within blocks; None where a class is missing."""
        return _known(auc(self.label, standing(self.probability, self.block)))


def ways(plan: Plan) -> tuple[Scheme, ...]:
    """The ways that need a fit: all but the run's own, three at most."""
    own = plan.options.scheme
    left_out = own if own in _WAYS else Scheme.BLOCKED
    return tuple(way for way in _WAYS if way is not left_out)


def planned_fits(config: TrainingConfig, plan: Plan, rows: int) -> list[PlannedFit]:
    """The fits, for the estimate of time."""
    return [PlannedFit(f"Leak meter: {way.value.replace('_', ' ')}", config, rows * 4 // 5, FOLD)
            for way in ways(plan)]


def measure(
    source: Source, config: TrainingConfig, plan: Plan, honest: OutOfFold, work: Work, *, parent: bytes | None = None
) -> LeakMeter:
    """Three fits beside the run that is there already; nothing is purged in the naive ones, on purpose."""
    own = Own.of(plan, honest)
    gaps: list[LeakGap] = []
    for way in ways(plan):
        listener = work.begin()
        fold = _fold(way, plan, own.position, len(source.label), config.seed)
        probability = _tested(source, fold, config, way, listener, parent)
        listener.end()
        if probability is not None:
            gaps.append(_gap(way, fold, probability, own))
    return verdict(plan.options.scheme, own.auc, gaps)


def standing(score: Floats, block: Ints) -> Floats:
    """Each row's rank within its block as a share from 0 to 1; ties share their ranks."""
    found = np.empty(len(score))
    for each in distinct(block):
        here = block == each
        ascending = np.sort(score[here])
        found[here] = (np.searchsorted(ascending, score[here], "left")
                       + np.searchsorted(ascending, score[here], "right")) / (2 * len(ascending))
    return found


def verdict(scheme: Scheme, own: float | None, gaps: list[LeakGap]) -> LeakMeter:
    """The four figures, and whether they differ by more than luck and by enough to matter."""
    figures: dict[str, float | None] = {way.value: None for way in _WAYS}
    if scheme.value in figures:
        figures[scheme.value] = own
    for gap in gaps:
        beside = gap.own_auc if gap.ranked is None else gap.ranked
        figures[gap.name] = None if own is None else _known(min(max(own + gap.auc - beside, 0.0), 1.0))
    leaks, words = _judged(scheme, figures, gaps)
    return LeakMeter(**figures, gaps=tuple(gaps), leaks=leaks, words=words)


def _judged(scheme: Scheme, figures: Mapping[str, float | None], gaps: list[LeakGap]) -> tuple[bool, str]:
    """A way's gain over the purged figure; a naive run is judged by what it claims over the purged way."""
    honest = figures[Scheme.PURGED_WALK_FORWARD.value]
    gains = {gap.name: gap.difference for gap in gaps}
    if scheme is not Scheme.PURGED_WALK_FORWARD:
        purged = gains.get(Scheme.PURGED_WALK_FORWARD.value)
        gains = {} if purged is None else {scheme.value: Interval(-purged.value, -purged.high, -purged.low)}
    sure = {name: gain.value for name, gain in gains.items() if _sure(gain)}
    if honest is None or not gains:
        return False, ""
    if not sure:
        return False, "No leak seen: the ways of splitting differ by no more than chance."
    worst = max(sure, key=sure.__getitem__)
    return True, (f"{Scheme(worst).short} would report an AUC of {figures[worst]:.2f} where rows of the future give "
                  f"{honest:.2f}: neighbouring rows share their outcomes. Trust the purged figure.")


def _sure(gain: Interval) -> bool:
    """Enough to matter, and beyond luck: three ways are looked at, so a small gain has to be the surer."""
    errors = Z95 if gain.value >= _LARGE else _ERRORS
    return gain.value >= WORTH_SAYING and gain.value > errors * (gain.value - gain.low) / Z95


def _gap(way: Scheme, fold: Fold, probability: Floats, own: Own) -> LeakGap:
    """The way against the run on the rows that both have tested."""
    _, mine, theirs = np.intersect1d(own.position, fold.test, assume_unique=True, return_indices=True)
    label, block = own.label[mine], own.block[mine]
    found = compare(label, probability[theirs], own.probability[mine], way.value, "own",
                    cluster=own.cluster[mine])
    return LeakGap(way.value, len(mine), float(auc(label, probability[theirs])),
                   float(auc(label, own.probability[mine])), found.difference,
                   float(auc(label, standing(own.probability[mine], block))))


def _overlap(plan: Plan) -> int:
    """How many rows begin before a row's label is known, in the middle."""
    if plan.label_time is None:
        return 1
    reach = np.searchsorted(plan.time, plan.label_time, side="right") - np.arange(len(plan.time))
    return max(int(np.median(reach)), 1)


def _fold(way: Scheme, plan: Plan, tested: Ints, rows: int, seed: int) -> Fold:
    """One split of the way, its test among the rows that the run has tested."""
    tested = np.sort(tested)
    if way is Scheme.SHUFFLED:
        test = np.sort(np.random.default_rng(seed).permutation(tested)[: max(len(tested) // 2, 1)])
        return Fold(np.setdiff1d(np.arange(rows), test, assume_unique=True), test, 0)
    cuts = np.array_split(tested, _CUTS)
    if way is Scheme.BLOCKED:
        test = np.concatenate(cuts[1::2])
        return Fold(np.setdiff1d(np.arange(rows), test, assume_unique=True), test, 0)
    last = plan.folds[-1].test if plan.options.scheme in _ORDERED else cuts[-1]
    if way is Scheme.WALK_FORWARD:
        return Fold(np.arange(last[0]), last, 0)
    train = splits.purge(np.arange(last[0]), last, plan.time, plan.label_time, plan.embargo_ns)
    return Fold(train, last, int(last[0]) - len(train))


_ORDERED = (Scheme.PURGED_WALK_FORWARD, Scheme.WALK_FORWARD)


def _tested(
    source: Source, fold: Fold, config: TrainingConfig, way: Scheme, listener: FitWork, parent: bytes | None
) -> Floats | None:
    """One fit, its early stopping chosen in the way's own manner; None where it cannot be trained."""
    honest = way is Scheme.PURGED_WALK_FORWARD
    if not honest:
        source = replace(source, time=None, label_time=None, embargo_ns=0)
    watched = _random_tail(fold.train, config.seed) if way is Scheme.SHUFFLED else newest(source, fold.train)
    try:
        # Leaking folds alone would look clear and be held back less: the ways must differ in one thing.
        config = replace(config, loosen=False)
        fitted = fit_forest(source, fold.train, config, listener, watched=watched, parent=parent)
    except WorkbenchError:  # a block without wins says nothing about leaks
        return None
    return fitted.probability(source.matrix[fold.test], threads=config.threads or default_threads())


def _random_tail(train: Ints, seed: int) -> tuple[Ints, Ints]:
    mixed = np.random.default_rng(seed).permutation(train)
    cut = len(train) - watched_rows(len(train))
    return np.sort(mixed[:cut]), np.sort(mixed[cut:])


def _known(value: float) -> float | None:
    return value if math.isfinite(value) else None
