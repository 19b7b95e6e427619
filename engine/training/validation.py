"""Which rows train and which are tested: the chosen scheme over a table, with what could not be purged said aloud."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.data import splits
from engine.data.distinct import distinct
from engine.data.splits import Fold
from engine.data.table import SignalTable
from engine.errors import WorkbenchError
from engine.records import Exposure, Ints, ValidationRecord
from engine.training.config import Scheme, ValidationOptions
from engine.training.exposure import seen_rows

_MOST_RUNS = 100  # of purged rows in a block: enough for a picture
_LEAST_BLOCK = 50  # rows of a test block when blocks are moved behind a parent's exposure
_LATER_TRAIN = ("Validated by combinatorial purged splits: rows later than a test block train too, so the spread over "
                "the paths tells more than the score itself.")


@dataclass(frozen=True, eq=False, slots=True)
class Plan:
    """Folds over a table whose rows are in order of time; `time` counts rows where the file has no times.

    `seen` (n,) marks the rows that a parent model has learnt.
    """

    options: ValidationOptions
    folds: tuple[Fold, ...]
    time: Ints
    label_time: Ints | None
    embargo_ns: int
    seen: NDArray[np.bool_]
    warnings: tuple[str, ...] = ()

    def contaminated(self, folds: int) -> bool:
        """Whether one of the first so many test blocks holds a row that a parent has seen."""
        return any(bool(self.seen[fold.test].any()) for fold in self.folds[:folds])

    @property
    def purges(self) -> bool:
        """Whether it is known, or an embargo stands for it, which labels reach into a test block."""
        return self.label_time is not None or self.embargo_ns > 0

    @property
    def tested(self) -> Ints:
        """The positions that are tested, each once, in order."""
        return distinct(np.concatenate([fold.test for fold in self.folds]))

    def of_first(self, folds: int) -> Plan:
        """The plan of a training that ended after so many folds."""
        return replace(self, folds=self.folds[:folds])

    def fold_of(self, number: int) -> Ints:
        """What each tested row of a fold is filed under: the fold, or its group where groups are tested together."""
        test = self.folds[number].test
        if self.options.scheme is Scheme.COMBINATORIAL:
            return splits.group_of(test, len(self.time), self.options.groups)
        return np.full(len(test), number)

    @property
    def record(self) -> ValidationRecord:
        """How the run was validated, for the library."""
        return ValidationRecord(
            scheme=self.options.scheme.value, folds=len(self.folds), purged_rows=sum(f.purged for f in self.folds),
            embargo=self.options.embargo, blocks=tuple((int(f.test[0]), int(f.test[-1])) for f in self.folds),
            purged=tuple(self._purged(fold) for fold in self.folds),
        )

    def _purged(self, fold: Fold) -> tuple[tuple[int, int], ...]:
        """Runs of rows that would have trained, had their outcome not reached into the test."""
        if not fold.purged:
            return ()
        forward = self.options.scheme is not Scheme.COMBINATORIAL
        candidate = np.zeros(len(self.time), dtype=bool)
        first = int(fold.train[0]) if self.options.recent_rows else 0
        candidate[first : int(fold.test[0]) if forward else len(candidate)] = True
        candidate[fold.test] = candidate[fold.train] = False
        return runs_of(np.flatnonzero(candidate))


def plan(table: SignalTable, options: ValidationOptions, *, seen: Sequence[Exposure] = (), seed: int = 0) -> Plan:
    """The folds of a table. Test blocks are moved behind what a parent has `seen` where enough later rows are left."""
    embargo = splits.parse_duration(options.embargo, "embargo")
    time, label_time, warnings = clock(table, options)
    known = seen_rows(table.matrix, seen, time=table.time, label_time=None if table.time is None else label_time,
                      fingerprint=table.fingerprint)
    if table.time is None and embargo:
        raise WorkbenchError("The file has no signal time, so an embargo in hours or days means nothing.",
                             where="embargo", remedy="Name the time column, or set the embargo to 0.", code="no-time")
    if options.scheme is Scheme.COMBINATORIAL:
        folds = splits.combinatorial(time, label_time, groups=options.groups, test_groups=options.test_groups,
                                     embargo_ns=embargo)
        return Plan(options, folds, time, label_time, embargo, known, (*warnings, _LATER_TRAIN))
    if options.scheme is not Scheme.PURGED_WALK_FORWARD:
        warnings += (f"Validated by {options.scheme.words}: the scores may be too good where labels overlap.",)
        folds = _naive(len(table), options, seed)
        return Plan(options, folds, time, label_time, embargo, known, warnings)
    count, share = options.folds, options.first_share
    count, share = _moved(known, count, share)
    folds = splits.purged_walk_forward(time, label_time, folds=count, embargo_ns=embargo, first_share=share)
    if options.recent_rows:
        folds = tuple(replace(fold, train=fold.train[-options.recent_rows:]) for fold in folds)
    return Plan(options, folds, time, label_time, embargo, known, warnings)


def clock(table: SignalTable, options: ValidationOptions) -> tuple[Ints, Ints | None, tuple[str, ...]]:
    """Signal and label times for purging: the file's own, else row numbers and the given horizon."""
    time = np.arange(len(table)) if table.time is None else table.time
    if table.time is not None and table.label_time is not None:
        return time, table.label_time, ()
    if options.horizon_rows:
        ends = np.minimum(np.arange(len(table)) + options.horizon_rows, len(table) - 1)
        return time, time[ends], ()
    lacking = "signal time" if table.time is None else "label time"
    words = (f"The file has no {lacking}: rows whose outcome came later than a test block's start could not be "
             "purged. Name the column, or give a label horizon in rows.")
    return time, None, (words,)


def runs_of(rows: Ints) -> tuple[tuple[int, int], ...]:
    """First and last of each run of consecutive rows; where they are many, the nearest are taken together."""
    if not len(rows):
        return ()
    gap = np.diff(rows)
    apart = np.flatnonzero(gap > 1)
    widest = np.sort(apart[np.argsort(-gap[apart], kind="stable")[: _MOST_RUNS - 1]])
    first, last = np.concatenate(([0], widest + 1)), np.concatenate((widest, [len(rows) - 1]))
    return tuple((int(rows[a]), int(rows[b])) for a, b in zip(first, last, strict=True))


def _naive(rows: int, options: ValidationOptions, seed: int) -> tuple[Fold, ...]:
    if options.scheme is Scheme.WALK_FORWARD:
        return splits.walk_forward(rows, options.folds, options.first_share)
    if options.scheme is Scheme.BLOCKED:
        return splits.blocked(rows, options.folds)
    return splits.shuffled(rows, options.folds, seed)


def _moved(seen: NDArray[np.bool_], folds: int, first_share: float) -> tuple[int, float]:
    """Folds and first share so that no test row comes before the last that a parent saw, if enough rows are left."""
    first = int(np.flatnonzero(seen)[-1]) + 1 if seen.any() else 0
    left = len(seen) - first
    if first <= len(seen) * first_share or left < _LEAST_BLOCK:
        return folds, first_share
    return max(1, min(folds, left // _LEAST_BLOCK)), (first + 0.25) / len(seen)
