"""What columns are judged by: the rows before the first test block, cut into blocks that share their luck."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from engine.data import splits
from engine.data.schema import Matrix
from engine.data.splits import Fold
from engine.errors import WorkbenchError
from engine.models.base import BoostedModel
from engine.progress import Progress
from engine.records import Ints
from engine.training.config import TrainingConfig
from engine.training.fitting import Fitted, Source, fit_forest
from engine.training.validation import Plan

LEAST_ROWS = 200
_INNER_FOLDS = 3
_INNER_FIRST = 0.4  # of the rows only train
_LEAST_BLOCKS = 8
_STEP = 0.1  # least learning rate of the fits that judge: a ranking needs no fine steps


class Heard:
    """Hears of a fit for the sake of Cancel alone."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def learning(self, total_round: int, train_loss: float, valid_loss: float) -> bool:
        """Go on; the fits of a selection are short, so Stop waits for the end of one."""
        self.waiting()
        return False

    again = learning

    def stopping(self) -> bool:
        """Never within a fit."""
        return False

    def waiting(self) -> None:
        """Cancel is heard at once."""
        self._progress.check()


@dataclass(frozen=True, eq=False, slots=True)
class Material:
    """The rows that choose (positions in `source`), all of them before the first row that is tested later."""

    source: Source
    rows: Ints
    config: TrainingConfig
    time: Ints
    label_time: Ints | None
    embargo_ns: int
    block: int  # rows that are shuffled as one

    @property
    def width(self) -> int:
        """How many columns there are."""
        return int(self.source.matrix.shape[1])

    def folds(self) -> tuple[Fold, ...]:
        """Purged walk-forward folds within the rows that choose, as positions in the source."""
        ends = None if self.label_time is None else self.label_time[self.rows]
        found = splits.purged_walk_forward(self.time[self.rows], ends, folds=_INNER_FOLDS, embargo_ns=self.embargo_ns,
                                           first_share=_INNER_FIRST)
        return tuple(Fold(self.rows[fold.train], self.rows[fold.test], fold.purged) for fold in found)

    def early_stopped(self, rows: Ints, progress: Progress) -> Fitted:
        """A fit with as many rounds as its own newest rows ask for."""
        return fit_forest(self.source, rows, self.config, Heard(progress))

    def fit(
        self, rows: Ints, rounds: int, progress: Progress, *, seed: int, matrix: Matrix | None = None,
        label: Ints | None = None, categorical: tuple[int, ...] | None = None,
    ) -> BoostedModel:
        """A fit of so many rounds, with other columns or labels where they are given."""
        source = replace(
            self.source, matrix=self.source.matrix if matrix is None else matrix,
            label=self.source.label if label is None else label.astype(np.int8),
            categorical=self.source.categorical if categorical is None else categorical)
        config = replace(self.config, early_stopping_rounds=0, rounds=rounds, seed=seed)
        return fit_forest(source, rows, config, Heard(progress)).model

    def shuffled(self, rows: Ints, random: np.random.Generator) -> Ints:
        """The rows in another order, block by block, so that what neighbours share stays together."""
        first = int(random.integers(0, self.block))
        ends = [0, *range(first or self.block, len(rows), self.block), len(rows)]
        return np.concatenate([rows[ends[k]:ends[k + 1]] for k in random.permutation(len(ends) - 1)])

    def orders(self, rows: int, times: int, random: np.random.Generator) -> Ints:
        """So many such orders of the places of so many rows, (times, rows)."""
        places = np.arange(rows)
        return np.stack([self.shuffled(places, random) for _ in range(times)])

    def halves(self, random: np.random.Generator) -> tuple[Ints, Ints]:
        """The rows in two random halves of whole blocks, each in order of time."""
        number = np.arange(len(self.rows)) // self.block
        mixed = random.permutation(int(number[-1]) + 1)
        chosen = np.isin(number, mixed[: len(mixed) // 2])
        return self.rows[chosen], self.rows[~chosen]


def material(source: Source, plan: Plan, config: TrainingConfig) -> Material:
    """The rows that the first test block may be trained on; refuses when they are too few to choose by."""
    rows = plan.folds[0].train
    label = source.label[rows]
    if len(rows) < LEAST_ROWS or not 0 < int(label.sum()) < len(rows):
        raise WorkbenchError(
            f"Only {len(rows)} rows come before the first test block: too few to choose columns by.",
            where="selection", remedy=f"Choose on at least {LEAST_ROWS} rows with both outcomes: give a longer file, "
            "or raise the share of rows that only train.", code="too-few-rows")
    config = replace(config, learning_rate=max(config.learning_rate, _STEP), loosen=False, refit=False)
    return Material(source, rows, config, plan.time, plan.label_time, plan.embargo_ns, _block(plan, rows))


def _block(plan: Plan, rows: Ints) -> int:
    """Twice as long as outcomes overlap, and no shorter than the root of the rows of a fold."""
    overlap = 1
    if plan.label_time is not None:
        reach = np.searchsorted(plan.time, plan.label_time[rows], side="left") - rows
        overlap = max(int(np.median(reach)), 1)
    fold = len(rows) * (1 - _INNER_FIRST) / _INNER_FOLDS
    return max(min(max(2 * overlap, math.isqrt(int(fold))), int(fold) // _LEAST_BLOCKS), 1)
