"""Drift of what goes into a model: each feature in batches.

A batch is compared with the stream's first rows, by the Kolmogorov-Smirnov distance and by the share of missing values.
It needs no labels, so a fault of the feed shows within one batch. It asks for no retraining: inputs may move while the
law stays.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from engine.online import loops
from engine.records import DriftMark, Floats, InputShift, Ints

REFERENCE, BATCH = 2000, 250  # rows
LEVEL = 1e-6  # chance of a false alarm, shared by all features of a batch
NAME = "inputs"
_NAMED = 3  # features named in one alarm


def input_shifts(reference: Floats, batch: Floats, names: Sequence[str]) -> tuple[InputShift, ...]:
    """Features (of d) whose values in `batch` (m, d) are not those of `reference` (n, d), the furthest first.

    `reference` is sorted column by column.
    """
    return named(compared(reference, batch, names))


def named(shifts: Sequence[InputShift]) -> tuple[InputShift, ...]:
    """Those that chance does not explain, the furthest first."""
    found = [each for each in shifts if each.chance * 2 * len(shifts) < LEVEL]
    return tuple(sorted(found, key=lambda each: (each.chance, -each.distance)))


def compared(reference: Floats, batch: Floats, names: Sequence[str]) -> tuple[InputShift, ...]:
    """Every feature of `batch` beside the sorted `reference`, in their order."""
    found, apart = [], np.empty(len(names))
    ordered = np.sort(batch, axis=0)
    olds, news = (len(each) - np.isnan(each).sum(axis=0) for each in (reference, ordered))
    loops.best().distance_pass(reference, olds, ordered, news, apart)
    for name, far, old, new in zip(names, apart.tolist(), olds.tolist(), news.tolist(), strict=True):
        before, now = 1.0 - old / max(len(reference), 1), 1.0 - new / len(batch)
        chance = min(chance_of(far, old, new), _chance_of_gaps(before, now, len(reference), len(batch)))
        found.append(InputShift(name, far, chance, before, now))
    return tuple(found)


def chance_of(apart: float, olds: int, news: int) -> float:
    """The asymptotic chance of a Kolmogorov-Smirnov distance between samples of these sizes; 1 for an empty one."""
    if not olds or not news:
        return 1.0
    whole = math.sqrt(olds * news / (olds + news))
    reach = (whole + 0.12 + 0.11 / whole) * apart  # Stephens, JRSS B 32:115, 1970
    return min(1.0, 2.0 * math.exp(-2.0 * reach * reach))


def _chance_of_gaps(before: float, now: float, olds: int, news: int) -> float:
    """The chance of so different shares of missing values, by the normal approximation."""
    share = (before * olds + now * news) / (olds + news)
    error = math.sqrt(share * (1.0 - share) * (1.0 / olds + 1.0 / news))
    return math.erfc(abs(now - before) / error / math.sqrt(2.0)) if error > 0.0 else 1.0


class InputWatch:
    """Feeds rows, however cut, and tells at the end of each batch which features moved; the first rows are the norm.

    A feature that has been named is not named again until a batch of it is as it was.
    """

    def __init__(self, names: Sequence[str], *, reference: int = REFERENCE, batch: int = BATCH) -> None:
        self.names = tuple(names)
        self.reference: Floats = np.empty((0, len(self.names)))
        self._waiting: Floats = np.empty((0, len(self.names)))
        self._first, self._batch = reference, batch
        self._named: set[str] = set()
        self._seen = 0
        self.moved: list[Floats] = []  # how far each feature is, 0 to 1, of the batches since it was emptied

    def feed(self, rows: Floats, times: Ints) -> list[DriftMark]:
        """Take rows (k, d) of signals in; returns the alarms, at the number of the signal that ended the batch."""
        missing = max(self._first - len(self.reference), 0)
        if missing:
            self.reference = np.sort(np.concatenate([self.reference, rows[:missing]]), axis=0)
        new, marks = rows[missing:], []
        self._seen += min(missing, len(rows))
        start = 0
        while len(self._waiting) + len(new) - start >= self._batch:
            end = start + self._batch - len(self._waiting)
            batch = np.concatenate([self._waiting, new[start:end]])
            self._waiting = self._waiting[:0]
            self._seen += end - start
            marks += self._look(batch, int(times[missing + end - 1]))
            start = end
        self._waiting = np.concatenate([self._waiting, new[start:]])
        self._seen += len(new) - start
        return marks

    def _look(self, batch: Floats, time: int) -> list[DriftMark]:
        all_of_them = compared(self.reference, batch, self.names)
        self.moved.append(np.asarray([max(each.distance, abs(each.missing_now - each.missing_before))
                                      for each in all_of_them]))
        shifts = named(all_of_them)
        fresh = [shift for shift in shifts if shift.name not in self._named]
        self._named = {shift.name for shift in shifts}
        if not fresh:
            return []
        said = ", ".join(f"{each.name} ({_words(each)})" for each in fresh[:_NAMED])
        more = f" and {len(fresh) - _NAMED} more" if len(fresh) > _NAMED else ""
        words = f"The inputs moved at signal {self._seen:,}: {said}{more}. See whether the feed is in order."
        return [DriftMark(self._seen, time if time >= 0 else None, NAME, "inputs", False, words)]


def _words(shift: InputShift) -> str:
    if abs(shift.missing_now - shift.missing_before) > shift.distance:
        return f"missing {shift.missing_now:.0%} after {shift.missing_before:.0%}"
    return f"distance {shift.distance:.2f}"
