"""The predictions of several folds as one: in order of time, a row that was tested more than once by its mean."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from engine.data.splits import Fold
from engine.data.table import SignalTable
from engine.evaluation.metrics import auc
from engine.records import Floats, Ints, OutOfFold
from engine.training.config import ValidationOptions


def pooled(folds: Sequence[OutOfFold], positions: Sequence[Fold]) -> OutOfFold:
    """The folds' predictions joined; `positions` are the folds that made them."""
    names = OutOfFold.__dataclass_fields__
    joined = OutOfFold(**{name: np.concatenate([getattr(one, name) for one in folds]) for name in names})
    position = np.concatenate([fold.test for fold, _ in zip(positions, folds, strict=False)])
    _, first, place, count = np.unique(position, return_index=True, return_inverse=True, return_counts=True)
    found = OutOfFold(**{name: getattr(joined, name)[first] for name in names})
    if len(first) == len(position):
        return found
    return replace(found, probability=np.bincount(place, joined.probability) / count)


def tested(table: SignalTable, rows: Ints, probability: Floats, fold: Ints) -> OutOfFold:
    """What one fold predicted of the rows at these positions."""
    none = np.full(len(rows), -1, dtype=np.int64)
    return OutOfFold(
        row=table.row[rows], time=none if table.time is None else table.time[rows],
        label_time=none if table.label_time is None else table.label_time[rows],
        label=table.label[rows].astype(np.int64), probability=probability, fold=fold,
        realized_rr=np.full(len(rows), np.nan) if table.realized_rr is None else table.realized_rr[rows],
    )


def path_aucs(folds: Sequence[OutOfFold], options: ValidationOptions) -> tuple[float, ...]:
    """The AUC of each path of combinatorial splits: every group tested once, by another split in each path.

    López de Prado, Advances in Financial Machine Learning, 2018, chapter 12.
    """
    chosen = list(itertools.combinations(range(options.groups), options.test_groups))
    if len(folds) < len(chosen):  # stopped: there is no whole path
        return ()
    count = math.comb(options.groups - 1, options.test_groups - 1)
    parts: list[list[OutOfFold]] = [[] for _ in range(count)]
    used = [0] * options.groups
    for groups, fold in zip(chosen, folds, strict=True):
        for group in groups:
            parts[used[group]].append(_of_group(fold, group))
            used[group] += 1
    return tuple(
        auc(np.concatenate([part.label for part in path]), np.concatenate([part.probability for part in path]))
        for path in parts
    )


def _of_group(fold: OutOfFold, group: int) -> OutOfFold:
    here = fold.fold == group
    return OutOfFold(**{name: getattr(fold, name)[here] for name in OutOfFold.__dataclass_fields__})
