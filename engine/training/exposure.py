"""What a model's trees have seen, and which rows of another table that covers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.data import sketch as sketches
from engine.data.schema import Matrix
from engine.data.table import SignalTable
from engine.records import Exposure, Ints

Mask = NDArray[np.bool_]


def exposure_of(table: SignalTable, rows: Ints, label_time: Ints | None) -> Exposure:
    """What a model that learnt these rows of the table has seen."""
    mark = sketches.sketch(table.matrix[rows])
    if table.time is None:
        return Exposure(table.fingerprint, len(rows), None, None, None, mark)
    time = table.time[rows]
    last_label = None if label_time is None else int(label_time[rows].max())
    return Exposure(table.fingerprint, len(rows), int(time.min()), int(time.max()), last_label, mark)


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
