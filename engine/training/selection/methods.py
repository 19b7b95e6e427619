"""Four ways to judge columns: permutation, importance, null importances, stability.

Sources: Breiman, Machine Learning 45 (2001) and Altmann, Toloşi, Sander and Lengauer, Bioinformatics 26 (2010) for
permuted columns and null importances; Besag and Clifford, Biometrika 78 (1991) and Gandy, JASA 104 (2009) for ending a
permutation test early; Westfall and Young, Resampling-Based Multiple Testing, 1993; Stoppiglia et al., JMLR 3 (2003)
and Kursa and Rudnicki, Journal of Statistical Software 36 (2010) for shuffled copies; Meinshausen and Bühlmann, JRSS B
72 (2010) and Shah and Samworth, JRSS B 75 (2013) for stability.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.significance import benjamini_hochberg, holm, permutation_p
from engine.models.flat_scorer import MACHINE
from engine.progress import Progress
from engine.records import Floats, Ints
from engine.training.selection.exchanging import Exchanged
from engine.training.selection.material import Material
from engine.training.selection.options import Correction, Method, SelectionOptions

_ENOUGH = 20  # permutations that score as well as the column itself: it will not be kept any more
_BATCH = 25  # permutations that are scored at once
_SOME = 200  # permutations before a column can be told as kept
# Times the permutations of which a kept column may be reached by none: with no more than those, columns with a true
# p-value of 0.0005 were lost in two of ten worlds of 38 columns, by one permutation each.
_SPARE = 5
_MOST_PERMUTATIONS = 100_000
_FEWEST = 20  # repetitions that a stopped selection needs to judge at all


@dataclass(frozen=True, eq=False, slots=True)
class Judged:
    """What a method found of each column, (d,) each; `bound` is the most false ones to expect, where it is known."""

    kept: NDArray[np.bool_]
    strength: Floats
    p_value: Floats | None = None
    adjusted: Floats | None = None
    share: Floats | None = None
    bound: float | None = None


def judge(material: Material, options: SelectionOptions, progress: Progress) -> Judged:
    """Judge every column by the chosen method; after Stop by the repetitions so far."""
    ways: dict[Method, Callable[[Material, SelectionOptions, Progress], Judged]] = {
        Method.PERMUTATION: by_permutation, Method.IMPORTANCE: by_importance, Method.NULL: by_null_importances,
        Method.STABILITY: by_stability}
    return ways[options.method](material, options, progress)


def by_permutation(material: Material, options: SelectionOptions, progress: Progress) -> Judged:
    """How much worse later rows are scored when a column is shuffled in blocks within each fold.

    If a column says nothing of the label that the others do not say, the fold's own order is one of its permutations,
    so that the p-value is exact. A test ends once it is clear whether the column stays; one that Stop left without a
    clear answer stays too.
    """
    folds = material.folds()
    MACHINE.prepare(0.0)
    fits = []
    for number, fold in enumerate(folds):
        progress.report(0.2 * number / len(folds), f"Permutation: fitting block {number + 1} of {len(folds)}")
        fits.append(Exchanged(material, material.early_stopped(fold.train, progress), fold.test))
    least = math.ceil(material.width / options.level)
    most = options.permutations or min(max(_SPARE * least, _SOME), _MOST_PERMUTATIONS)
    correct = holm if options.correction is Correction.HOLM else benjamini_hochberg
    tests = [_Test(fits, column, options.seed) for column in range(material.width)]
    until, p, adjusted = 0, np.ones(material.width), np.ones(material.width)
    while until < most and not progress.stop_requested:
        until = min(until * 2 or _BATCH, most)
        open_ = [test for test in tests if test.open and (until <= _SOME or adjusted[test.column] > options.level)]
        part = progress.part(0.2 + 0.8 * min((until - 1) / most, 0.99), 1.0)
        for number, test in enumerate(open_):
            test.go_on(material, until, part.part(number / len(open_) / 2, (number + 1) / len(open_) / 2))
        p = np.asarray([test.p_value for test in tests])
        adjusted = correct(p)
    unclear = np.asarray([test.open and test.done < _SOME for test in tests])
    return Judged((adjusted <= options.level) | unclear, np.asarray([test.strength for test in tests]), p, adjusted)


class _Test:
    """The test of one column: how often its permutations scored no worse than the column itself."""

    def __init__(self, fits: list[Exchanged], column: int, seed: int) -> None:
        self.column = column
        self.done = self.reached = 0
        self._fits, self._random, self._total = fits, np.random.default_rng((seed, column)), 0.0
        self._own = math.nan

    @property
    def open(self) -> bool:
        """Whether the column may still be kept."""
        return self.reached < _ENOUGH

    @property
    def p_value(self) -> float:
        """As it stands."""
        return permutation_p(self.reached, self.done)

    @property
    def strength(self) -> float:
        """What shuffling costs in log loss a row."""
        return self._total / max(self.done, 1) / sum(len(fit.rows) for fit in self._fits)

    def go_on(self, material: Material, until: int, progress: Progress) -> None:
        """Up to so many permutations, unless it is clear before."""
        if not self.done:
            self._own = sum(float(fit.loss(self.column, np.arange(len(fit.rows))[None])[0]) for fit in self._fits)
        while self.done < until and self.open and not progress.stop_requested:
            progress.report(self.done / until, f"Permutation {self.done + 1}: column {self.column + 1} of "
                                               f"{material.width}")
            times = min(_BATCH, until - self.done)
            lost = sum((fit.loss(self.column, material.orders(len(fit.rows), times, self._random))
                        for fit in self._fits), np.zeros(times))
            self.reached += int((lost <= self._own).sum())
            self._total += float((lost - self._own).sum())
            self.done += times


def by_importance(material: Material, options: SelectionOptions, progress: Progress) -> Judged:
    """In how many fits a column is worth more to the trees than the best of shuffled copies of all columns."""
    won, strength = _contested(material, options, progress, "Importance: fit", lambda random: [material.rows])
    share = won.mean(axis=0)
    return Judged(share >= options.share, strength, share=share)


def by_null_importances(material: Material, options: SelectionOptions, progress: Progress) -> Judged:
    """How a column's importance stands among those that it has when the labels are shuffled in blocks.

    The p-value as it stands is the column's own; the corrected one asks how often the most outstanding column of a
    shuffled fit stands out as far (Westfall and Young), which holds for columns that depend on each other too.
    """
    random = np.random.default_rng(options.seed)
    rounds = _rounds(material, progress.part(0.0, 0.1))
    own = material.fit(material.rows, rounds, progress, seed=options.seed).gain()
    null = []
    for _ in _Repeated(options, progress.part(0.1, 1.0), "Null importances: fit"):
        label = material.source.label.astype(np.int64)
        label[material.rows] = label[material.shuffled(material.rows, random)]
        null.append(material.fit(material.rows, rounds, progress, seed=int(random.integers(2**31)), label=label).gain())
    drawn = np.stack(null)
    middle, spread = drawn.mean(axis=0), drawn.std(axis=0)
    spread = np.where(spread > 0, spread, 1.0)
    far, highest = (own - middle) / spread, ((drawn - middle) / spread).max(axis=1)
    p = np.asarray([permutation_p(int(count), len(drawn)) for count in (drawn >= own).sum(axis=0)])
    adjusted = np.asarray([permutation_p(int((highest >= each).sum()), len(drawn)) for each in far])
    return Judged(adjusted <= options.level, far, p, adjusted)


def by_stability(material: Material, options: SelectionOptions, progress: Progress) -> Judged:
    """In how many random halves of the rows a column is worth more than the best shuffled copy.

    Halves are taken in pairs that have no row in common, of whole blocks. With q columns chosen a half on the mean, at
    most q^2 / ((2 share - 1) d) false ones are to be expected (Meinshausen and Bühlmann 2010, theorem 1).
    """
    won, strength = _contested(material, options, progress, "Stability: half", material.halves)
    share = won.mean(axis=0)
    least = max(options.share, 0.5 + 1e-9)
    bound = float(won.sum(axis=1).mean()) ** 2 / ((2 * least - 1) * material.width)
    return Judged(share >= options.share, strength, share=share, bound=bound)


def _contested(
    material: Material, options: SelectionOptions, progress: Progress, words: str,
    rows: Callable[[np.random.Generator], Sequence[Ints]],
) -> tuple[NDArray[np.bool_], Floats]:
    """Which columns were worth more than the best shuffled copy, (fits, d), and their mean strength.

    `rows` gives the rows of the next fits. It ends once no verdict can change any more.
    """
    random = np.random.default_rng(options.seed)
    rounds = _rounds(material, progress.part(0.0, 0.1))
    repeated = _Repeated(options, progress.part(0.1, 1.0), words)
    won: list[NDArray[np.bool_]] = []
    strength: list[Floats] = []
    next_: list[Ints] = []
    for _ in repeated:
        next_ = next_ or list(rows(random))
        own, best = _beside_copies(material, next_.pop(), rounds, random, progress)
        won.append(own > best)
        strength.append(own)
        repeated.enough = _decided(won, options)
    return np.stack(won), np.mean(strength, axis=0)


def _decided(won: list[NDArray[np.bool_]], options: SelectionOptions) -> bool:
    """Whether the repetitions that are left could not change the verdict on any column."""
    wins, left = np.sum(won, axis=0), options.repetitions - len(won)
    needed = math.ceil(options.share * options.repetitions - 1e-9)
    return bool(((wins >= needed) | (wins + left < needed)).all())


class _Repeated:
    """Counts repetitions and tells of them; ends early once there are `enough`, after Stop with enough to judge by."""

    def __init__(self, options: SelectionOptions, progress: Progress, words: str) -> None:
        self._most, self._progress, self._words, self._done = options.repetitions, progress, words, 0
        self.enough = False

    def __iter__(self) -> _Repeated:
        return self

    def __next__(self) -> int:
        stopped = self._progress.stop_requested and self._done >= min(_FEWEST, self._most)
        if self.enough or stopped or self._done >= self._most:
            raise StopIteration
        self._progress.report(self._done / self._most, f"{self._words} {self._done + 1} of {self._most}")
        self._done += 1
        return self._done


def _rounds(material: Material, progress: Progress) -> int:
    """As many rounds as early stopping finds on these rows: all fits are made alike."""
    progress.report(0.0, "Finding the number of rounds")
    return material.early_stopped(material.rows, progress).model.trees


def _beside_copies(
    material: Material, rows: Ints, rounds: int, random: np.random.Generator, progress: Progress
) -> tuple[Floats, float]:
    """The strength of each column in a fit with a shuffled copy of each, and that of the best copy."""
    source = material.source
    copies = source.matrix.copy()
    order = material.shuffled(rows, random)
    for column in range(material.width):
        copies[rows, column] = source.matrix[np.roll(order, int(random.integers(len(order)))), column]
    matrix = np.ascontiguousarray(np.column_stack((source.matrix, copies)))
    twice = (*source.categorical, *(column + material.width for column in source.categorical))
    model = material.fit(rows, rounds, progress, seed=int(random.integers(2**31)), matrix=matrix, categorical=twice)
    found = model.gain()
    return found[:material.width], float(found[material.width:].max())
