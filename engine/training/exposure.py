"""What a model's trees have seen, and which rows of another table that covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.data import sketch as sketches
from engine.data.schema import Matrix
from engine.data.table import SignalTable
from engine.records import Exposure, Ints

_GAP = 0.05  # of the joined range
Mask = NDArray[np.bool_]


def exposure_of(table: SignalTable, rows: Ints, label_time: Ints | None) -> Exposure:
    """What a model that learnt these rows of the table has seen."""
    mark = sketches.sketch(table.matrix[rows])
    if table.time is None:
        return Exposure(table.fingerprint, len(rows), None, None, None, mark)
    time = table.time[rows]
    last_label = None if label_time is None else int(label_time[rows].max())
    return Exposure(table.fingerprint, len(rows), int(time.min()), int(time.max()), last_label, mark)


def ledger(before: Sequence[Exposure], now: Exposure) -> tuple[Exposure, ...]:
    """What a warm-started model has seen, oldest first, in a size that does not grow with every start.

    The newest entry keeps the sketch of its rows; before it a range of times alone recognises what was seen, and
    ranges that follow one another are told as one. The parent's newest entry stays as it is, but for its sketch.
    """
    older = [replace(entry, sketch="") if entry.first is not None else entry for entry in before]
    kept: list[Exposure] = []
    for entry in older[:-1]:
        if kept and _adjoin(kept[-1], entry):
            kept[-1] = _joined(kept[-1], entry)
        else:
            kept.append(entry)
    return (*kept, *older[-1:], now)


def _adjoin(a: Exposure, b: Exposure) -> bool:
    """Whether two ranges overlap or leave only a small gap, which then counts as seen."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    gap = max(a.first, b.first) - min(a.last, b.last)
    return gap <= _GAP * (max(a.last, b.last) - min(a.first, b.first))


def _joined(a: Exposure, b: Exposure) -> Exposure:
    labels = [entry.last_label for entry in (a, b) if entry.last_label is not None]
    times = [time for entry in (a, b) for time in (entry.first, entry.last) if time is not None]
    return Exposure(b.fingerprint, a.rows + b.rows, min(times), max(times), max(labels, default=None))


def seen_rows(
    matrix: Matrix, seen: Sequence[Exposure], *, time: Ints | None = None, label_time: Ints | None = None,
    fingerprint: str = "",
) -> Mask:
    """Which rows (n,) overlap what was seen: by time from signal to label, else by the rows' own sketch."""
    found = np.zeros(len(matrix), dtype=bool)
    for exposure in seen:
        if time is not None and exposure.first is not None and exposure.last is not None:
            end = time if label_time is None else label_time
            last = exposure.last if exposure.last_label is None else max(exposure.last, exposure.last_label)
            found |= (time <= last) & (end >= exposure.first)
            continue
        known = sketches.seen_rows(matrix, exposure.sketch) if exposure.sketch else None
        if known is None:  # rows that cannot be told apart: the whole table, or nothing
            known = np.full(len(matrix), bool(fingerprint) and fingerprint == exposure.fingerprint)
        found |= known
    return found
