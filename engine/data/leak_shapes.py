"""Columns that know the future by their shape: outcomes under another name, means of the label, later rows, the clock.

Each hunter takes the columns as float64 (NaN = missing), rows in order of time, and answers with the columns it
suspects and a sentence about each. They look at relations that chance does not make, so that a strong honest feature
passes: equality with the label's own means, order of time, the wait for the outcome, and which row a column belongs to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.distinct import distinct
from engine.records import Floats, Ints

Columns = Mapping[str, Floats]
Label = NDArray[np.int8]

_CLOCK = 0.99  # rank correlation with the order of rows
_MANY = 100  # distinct values of something that counts time
_WAIT = 0.9  # rank correlation with the wait for the outcome
_MEAN = 5e-4  # how near a value is to the mean it encodes
_GROUP = 5  # rows of a value before its mean says anything
_MANY_GROUPS = 8
_AGAIN = 3  # rows of a value before it can be said to go with one outcome
_CHANCE = 1e-7  # of one value going with one outcome only
_LAGS = 8
_PIECE = 6_000
_COPY = 0.995
_AHEAD = 0.2  # summed squared correlation with later rows
_TIMES = 1.5
_ALIKE = 4.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A column and what is wrong with it: a stable code and a sentence."""

    column: str
    code: str
    words: str


def counts_time(columns: Columns) -> list[Shape]:
    """Ids and counters: they rise with the row, so a tree can look up the period instead of learning a rule."""
    found = []
    for name, values in columns.items():
        there = ~np.isnan(values)
        if there.mean() > 0.5 and len(distinct(values[there])) >= _MANY:
            order = _rank_correlation(values[there], np.flatnonzero(there).astype(np.float64))
            if abs(order) >= _CLOCK:
                way = "rises" if order > 0 else "falls"
                words = f"{name} {way} with time: it tells when a signal was, not what it was"
                found.append(Shape(name, "leak-time", words))
    return found


def tells_wait(columns: Columns, wait: Floats | None) -> list[Shape]:
    """Columns that go with how long the outcome took (bars held under another name)."""
    if wait is None or len(np.unique(wait)) < 3:
        return []
    found = []
    for name, values in columns.items():
        there = ~np.isnan(values)
        if there.sum() >= _MANY and abs(_rank_correlation(values[there], wait[there])) >= _WAIT:
            words = f"{name} tells how long the outcome took, which nobody knew before it"
            found.append(Shape(name, "leak-wait", words))
    return found


def means_of_outcome(columns: Columns, label: Label, ratio: Floats | None) -> list[Shape]:
    """Target-mean encodings, smoothed ones too, and values that each go with one outcome only (leave-one-out)."""
    found = []
    for name, values in columns.items():
        groups = _Groups.of(values, label)
        if groups is None:
            continue
        if groups.encodes(label.astype(np.float64)) or (ratio is not None and groups.encodes(ratio)):
            words = f"{name} is the mean outcome of its own groups, the rows to be tested included"
            found.append(Shape(name, "leak-target-mean", words))
        elif groups.pure(label):
            words = f"{name} has values that occur with one outcome only, more often than chance allows"
            found.append(Shape(name, "leak-pure", words))
    return found


def looks_ahead(columns: Columns, strength: Mapping[str, float], order: Ints | None = None) -> list[Shape]:
    """Columns that belong to a later row: a copy of another column's future, or shifted where they stand.

    `strength` (AUC of each column alone) tells which of two is the original where nothing else does; `order` puts
    rows of one symbol together.
    """
    names = list(columns)
    if len(names) < 2:
        return []
    stack = np.column_stack([columns[name] for name in names])
    if order is not None:
        stack = stack[order]
    first = max((len(stack) - _PIECE) // 2, 0)
    lags = _lagged(_standard_ranks(stack[first:first + _PIECE]))
    found = _shifted_in_place(names, lags, luck=len(names) / min(len(stack), _PIECE))
    return found + [one for one in _copies(names, lags, strength) if one.column not in {each.column for each in found}]


def _copies(names: Sequence[str], lags: NDArray[np.float64], strength: Mapping[str, float]) -> list[Shape]:
    """a[i] = b[i + k]: either a looks ahead or b looks back, which the other columns and the label decide."""
    found = []
    past = np.abs(lags[: _LAGS + 1]).max(axis=0)
    for k in range(1, _LAGS + 1):
        now = np.abs(lags[_LAGS + k])
        for a, b in np.argwhere((now >= _COPY) & (1 - now <= 0.1 * (1 - past)) & ~np.eye(len(names), dtype=bool)):
            if not _looks_back(int(b), int(a), k, lags, strength[names[b]] - strength[names[a]]):
                words = f"{names[a]} is {names[b]} of " + ("the next row" if k == 1 else f"{k:,} rows later")
                found.append(Shape(names[a], "leak-shifted", words))
    return found


def _moved(name: str, later: int) -> str:
    row = "the next row" if later == 1 else f"{later:,} rows later"
    return f"{name} goes with the other columns of {row}, not of its own"


def _looks_back(b: int, a: int, k: int, lags: NDArray[np.float64], stronger: float) -> bool:
    """Whether b is an honest lag of a: it goes with the other columns of k rows before, or tells less than a."""
    others = np.ones(lags.shape[1], dtype=bool)
    others[[a, b]] = False
    same, before = (lags[_LAGS][b, others] ** 2).sum(), (lags[_LAGS - k][b, others] ** 2).sum()
    if max(same, before) >= _AHEAD / 2:
        return bool(before > same)
    return stronger < -0.01


def _shifted_in_place(names: Sequence[str], lags: NDArray[np.float64], *, luck: float) -> list[Shape]:
    """Columns that go with all others of a later row far better than with those of their own.

    `luck` is what squared correlations of unrelated columns sum up to; neighbouring rows that are alike multiply it.
    """
    squares = lags**2
    for number in range(len(names)):
        squares[:, number, number] = 0.0
    together = squares.sum(axis=2)  # (lag, column)
    best = together.argmax(axis=0)
    rest = together[: _LAGS + 1].max(axis=0)
    return [
        Shape(name, "leak-shifted", _moved(name, int(best[i]) - _LAGS))
        for i, name in enumerate(names)
        if best[i] > _LAGS and together[best[i], i] >= max(_AHEAD, _TIMES * rest[i]) + _ALIKE * luck
        and np.sort(squares[best[i], i])[-2] >= 0.02  # one partner alone may be a lag
    ]


def _lagged(ranks: NDArray[np.float64]) -> NDArray[np.float64]:
    """Correlations (2 * lags + 1, d, d): [lags + k, a, b] is column a with column b of k rows later."""
    rows, width = ranks.shape
    found = np.zeros((2 * _LAGS + 1, width, width))
    for k in range(min(_LAGS, rows - 2) + 1):
        found[_LAGS + k] = ranks[: rows - k].T @ ranks[k:] / (rows - k)
        found[_LAGS - k] = found[_LAGS + k].T
    return found


def _standard_ranks(stack: NDArray[np.float64]) -> NDArray[np.float64]:
    """Ranks of mean 0 and variance 1 a column, missing cells 0."""
    ranks = np.zeros(stack.shape)
    for number, column in enumerate(stack.T):
        there = ~np.isnan(column)
        rank = _ranks(column[there])
        spread = rank.std() if len(rank) else 0.0
        if spread > 0:
            ranks[there, number] = (rank - rank.mean()) / spread * np.sqrt(len(column) / len(rank))
    return ranks


@dataclass(frozen=True, eq=False, slots=True)
class _Groups:
    """Rows by their value in a column of few values."""

    value: Floats
    place: Ints
    count: Ints
    there: NDArray[np.bool_]

    @classmethod
    def of(cls, values: Floats, label: Label) -> _Groups | None:
        there = ~np.isnan(values)
        value, place, count = np.unique(values[there], return_inverse=True, return_counts=True)
        if len(value) < 2 or len(value) > max(len(label) // 4, 2):
            return None
        return cls(value, place, count, there)

    def encodes(self, target: Floats) -> bool:
        """Whether each value is its rows' mean of the target, drawn to the overall mean by the same few rows."""
        target = target[self.there]
        if np.isnan(target).any():
            return False
        total, overall = np.bincount(self.place, target).astype(np.float64), float(target.mean())
        large = self.count >= _GROUP
        if large.sum() < 2 or self.count[large].sum() < 0.5 * self.count.sum():
            return False
        value, count, total = self.value[large], self.count[large], total[large]
        if np.ptp(total / count) < 4 * _MEAN:
            return False
        pull = _pull(value, count, total, overall)
        wanted = (total + pull * overall) / (count + pull)
        right = float(count[np.abs(value - wanted) <= _MEAN].sum() / count.sum())
        return right >= (1.0 if len(value) < _MANY_GROUPS else 0.6)  # groups that share a value by chance fit no mean

    def pure(self, label: Label) -> bool:
        """Whether some value goes with one outcome only although it is frequent."""
        label = label[self.there]
        rate = float(label.mean())
        if not 0 < rate < 1:
            return False
        wins = np.bincount(self.place, label == 1)
        losing = (wins == 0) & (self.count * np.log1p(-rate) < np.log(_CHANCE))
        winning = (wins == self.count) & (self.count * np.log(rate) < np.log(_CHANCE))
        return bool((losing | winning).any()) or self._all_pure(wins, rate)

    def _all_pure(self, wins: Ints, rate: float) -> bool:
        """Whether hardly any value that occurs again goes with both outcomes."""
        again = self.count >= _AGAIN
        pure = again & ((wins == 0) | (wins == self.count))
        luck = float((self.count[pure] * np.log(max(rate, 1 - rate))).sum())
        return bool(again.any() and pure.sum() >= 0.9 * again.sum() and luck < np.log(_CHANCE))


def _pull(value: Floats, count: NDArray[Any], total: Floats, overall: float) -> float:
    """With how many rows of the overall mean a smoothed encoding was mixed; 0 where it was not."""
    away = value - overall
    each = (total - value * count) / np.where(np.abs(away) > 1e-9, away, np.nan)
    each = each[np.isfinite(each)]
    middle = float(np.median(each)) if len(each) else 0.0
    return middle if 0 < middle < 1e6 else 0.0


def _rank_correlation(a: Floats, b: Floats) -> float:
    ra, rb = _ranks(a), _ranks(b)
    spread = float(ra.std() * rb.std())
    return float(((ra - ra.mean()) * (rb - rb.mean())).mean() / spread) if spread > 0 else 0.0


def _ranks(values: Floats) -> Floats:
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(count) - (count - 1) / 2)[place]
