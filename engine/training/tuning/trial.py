"""One trial: a configuration fitted fold by fold, looked at after every number of rounds, given up when it trails."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.splits import Fold
from engine.models import library
from engine.models.fit_data import FitData
from engine.records import Floats, Ints
from engine.training.config import TrainingConfig
from engine.training.fitting import Source, rows_of, sigmoid
from engine.training.tuning.choosing import EVEN, Goals, loss_share, worth
from engine.training.tuning.options import Objective
from engine.training.tuning.space import stages
from engine.training.weights import fit_weights, recency

BEST_SHARE = 0.2  # R is looked at on the fifth of the signals that score highest: as many trades for every trial
_LEAST_PATIENCE = 20
_LEAST_ROUNDS, _LEAST_LONG = 15, 100
_LITTLE = 0.01
_LONGER = 2.0
_STAGES = np.asarray(stages())
_SURE = 1e3  # log-odds in place of infinite ones


@dataclass(frozen=True, eq=False, slots=True)
class Bench:
    """What every trial of a study is fitted and scored on: purged folds of rows before the kept blocks."""

    source: Source
    folds: tuple[Fold, ...]
    realized_rr: Floats | None = None
    cost_r: float = 0.0
    step: int = 1  # of so many rows one is fitted

    @property
    def base_rate(self) -> float:
        """The share of wins among the tested rows."""
        return float(np.mean(self.source.label[np.concatenate([fold.test for fold in self.folds])]))

    @property
    def tested(self) -> int:
        """How many rows the folds test."""
        return sum(len(fold.test) for fold in self.folds)


@dataclass(slots=True)
class Course:
    """How a trial has gone: for each fold a table (stages, 3) of AUC, R and log loss; R is NaN where there is none."""

    tables: list[Floats] = field(default_factory=list)
    margins: list[Floats] = field(default_factory=list)  # (stages reached, rows) of each fold
    grown: list[int] = field(default_factory=list)  # rounds of each fold's fit
    seconds: float = 0.0  # in fits
    cut: bool = False  # by the end of the time
    short: bool = False  # a fit took all the time that it may, and was taken as far as it got

    def share(self, tested: int, base_rate: float) -> float:
        """How much the log loss counts beside the AUC, by the best that this trial reached."""
        return loss_share(float(np.mean(self.tables, axis=0)[:, 0].max()), tested, base_rate)

    def figures(self, goals: Goals, base_rate: float, share: float = EVEN) -> tuple[float, float, float, int, float]:
        """AUC, R and log loss at the best number of rounds, that number, and what the trial is worth there.

        No more rounds than a fit has grown: the stages after its end repeat its last figures.

        R alone is mostly luck: the rounds are then those of the best AUC and log loss. Folds in which no R is known
        say nothing of it; it is NaN while none does.
        """
        auc_, _, loss = np.mean(self.tables, axis=0).T
        telling = [table[:, 1] for table in self.tables if np.isfinite(table[:, 1]).all()]
        expected_r = np.mean(telling, axis=0) if telling else np.full(len(auc_), math.nan)
        steady = goals if goals[0] is not Objective.EXPECTED_R else (Objective.AUC,)
        place = int(np.argmax(_smooth(worth(steady, auc_, expected_r, loss, base_rate, share))))
        value = worth(goals, auc_, expected_r, loss, base_rate, share)[place]
        rounds = min(int(_STAGES[place]), max(self.grown, default=int(_STAGES[place])))
        return float(auc_[place]), float(expected_r[place]), float(loss[place]), rounds, float(value)

    def probabilities(self, rounds: int) -> list[Floats]:
        """Of each fold's tested rows, after a number of rounds."""
        place = int(np.searchsorted(_STAGES, rounds))
        return [sigmoid(margin[min(place, len(margin) - 1)]) for margin in self.margins]

    def of_folds(self, rounds: int) -> tuple[float, ...]:
        """Each fold's AUC at a number of rounds."""
        place = int(np.searchsorted(_STAGES, rounds))
        return tuple(float(table[place, 0]) for table in self.tables)


def run_trial(
    bench: Bench, config: TrainingConfig, *, goes_on: Callable[[Course], bool], over: Callable[[], bool],
    waiting: Callable[[], object] = lambda: None, most_seconds: float = math.inf, share: float = EVEN,
) -> Course:
    """Fit fold after fold while `goes_on`; ends within a round once the time is `over`, with `cut`.

    A fit that takes `most_seconds` is taken as far as it got. The less the log loss counts (`share`), the longer a fit
    goes on after its best.
    """
    course = Course()
    for fold in bench.folds:
        began = time.perf_counter()
        hear = _Patience(over, most_seconds, share)
        found = _fold(bench, fold, config, hear, waiting)
        course.seconds += time.perf_counter() - began
        course.short |= hear.short
        if found is None:
            course.cut = True
            return course
        margins, grown = found
        course.margins.append(margins)
        course.grown.append(grown)
        course.tables.append(_scored(bench, fold.test, margins))
        if not goes_on(course):
            return course
    return course


def thinned(folds: Sequence[Fold], step: int) -> tuple[Fold, ...]:
    """The folds with every so many rows, the newest among them."""
    return tuple(Fold(fold.train[::-step][::-1], fold.test[::-step][::-1], fold.purged) for fold in folds)


class _Patience:
    """Stops a fit that has nothing more to say.

    That is: no better loss for half of the rounds that the best took (some times as many where the loss hardly counts:
    trees go on to rank better while they grow too sure), or less than a hundredth of all that was gained in the last
    third of the rounds (the AUC moves by less than 0.001 then), or the time of a fit is over.
    """

    tells_train_loss = False

    def __init__(self, over: Callable[[], bool], most_seconds: float, share: float) -> None:
        self._waits = 0.5 + _LONGER * (1 - share / EVEN)
        self._over, self._until = over, time.perf_counter() + most_seconds
        self.short = False
        self._best: list[float] = []  # so far, by round
        self._at = 0
        self.cut = False

    def __call__(self, total: int, _train_loss: float, valid_loss: float) -> bool:
        if not self._best or valid_loss < self._best[-1]:
            self._at = total
        self._best.append(min(valid_loss, self._best[-1]) if self._best else valid_loss)
        self.cut = self._over()
        if self.cut or total < _LEAST_ROUNDS:
            return self.cut
        self.short = time.perf_counter() > self._until
        return self.short or self._enough(total)

    def _enough(self, total: int) -> bool:
        if total - self._at > max(_LEAST_PATIENCE, int(self._at * self._waits)):
            return True
        if self._at <= 2 * total // 3:  # past its best: the patience above decides
            return False
        gained = self._best[0] - self._best[-1]
        late = self._best[2 * total // 3] - self._best[-1]
        return total >= _LEAST_LONG and gained > 0 and late < _LITTLE * gained


def _fold(
    bench: Bench, fold: Fold, config: TrainingConfig, hear: _Patience, waiting: Callable[[], object]
) -> tuple[Floats, int] | None:
    """The margins at each stage, and how many rounds were grown."""
    source, train, test = bench.source, fold.train, fold.test
    weights = fit_weights(source.label[train], None if source.sample is None else source.sample[train],
                          config.scale_pos_weight, None if source.age is None else recency(source.age[train]))
    seen = rows_of(source.matrix, test)
    data = FitData(rows_of(source.matrix, train), source.label[train], weights.weight, seen, source.label[test],
                   weights.of_watched(source.label[test]), source.categorical, source.ordered)
    knobs = config.knobs()
    model = library(config.model_type.value).fit(data, knobs, hear, waiting=waiting)
    if hear.cut:
        return None
    reached = [stage for stage in _STAGES if stage < model.trees] + [model.trees]
    return model.staged(seen, reached, threads=knobs.threads) + weights.offset, model.trees


def _scored(bench: Bench, test: Ints, margins: Floats) -> Floats:
    """The figures at each stage; where the fit ended before a stage, those of its end.

    Where settings are so wild that a library's margin is no number, it says nothing: even odds.
    """
    margins = np.nan_to_num(margins, nan=0.0, posinf=_SURE, neginf=-_SURE)
    label = bench.source.label[test]
    earned = None if bench.realized_rr is None else bench.realized_rr[test] - bench.cost_r
    signed = np.where(label == 1, -margins, margins)
    table, reached = np.empty((len(_STAGES), 3)), len(margins)
    table[:reached, 0] = ranked(label, margins)
    table[:reached, 1] = [_best_r(margin, earned) for margin in margins]
    table[:reached, 2] = np.logaddexp(0.0, signed).mean(axis=1)  # the log loss of log-odds
    table[reached:] = table[reached - 1]
    return table


def ranked(label: NDArray[Any], margins: Floats) -> Floats:
    """The AUC of each row of (stages, rows) at once, ties counted half; a block of one class says nothing: 0.5."""
    wins = int(label.sum())
    if not 0 < wins < len(label):
        return np.full(len(margins), 0.5)
    order = np.argsort(margins, axis=1)
    sorted_, won = np.take_along_axis(margins, order, axis=1), label[order].astype(bool)
    place = np.arange(len(label))
    fresh = np.ones(sorted_.shape, dtype=bool)
    fresh[:, 1:] = sorted_[:, 1:] != sorted_[:, :-1]
    first = np.maximum.accumulate(np.where(fresh, place, 0), axis=1)
    ends = np.ones(sorted_.shape, dtype=bool)
    ends[:, :-1] = fresh[:, 1:]
    last = np.minimum.accumulate(np.where(ends, place, len(label))[:, ::-1], axis=1)[:, ::-1]
    lost = np.zeros((len(margins), len(label) + 1))
    np.cumsum(~won, axis=1, out=lost[:, 1:])
    below = np.take_along_axis(lost, first, axis=1) + np.take_along_axis(lost, last + 1, axis=1)
    return np.asarray((below * won).sum(axis=1) / (2 * wins * (len(label) - wins)))


def _best_r(margin: Floats, earned: Floats | None) -> float:
    if earned is None:
        return math.nan
    known = np.isfinite(earned)
    count = max(int(known.sum() * BEST_SHARE), 1)
    if not known.any():
        return math.nan
    best = np.argpartition(-margin[known], count - 1)[:count]
    return float(earned[known][best].mean())


def _smooth(values: Floats) -> Floats:
    """Each value with its neighbours, so that one lucky number of rounds does not win."""
    padded = np.concatenate((values[:1], values, values[-1:]))
    return np.asarray((padded[:-2] + 2 * padded[1:-1] + padded[2:]) / 4)

