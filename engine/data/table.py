"""A table of signals, ready for models: a float matrix in order of time, labels, times and findings."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.data.schema import FeatureSchema, Matrix
from engine.records import Finding, Floats, Ints, Roles

UNKNOWN_LABEL = -1


@dataclass(frozen=True, eq=False, slots=True)
class SignalTable:
    """`n` signals with `d` features, sorted by signal time (stable; in file order where there is no time).

    `matrix` (n, d) float32, NaN = missing, categories as codes · `label` (n,) 1 win, 0 loss, -1 not known yet ·
    `time`, `label_time` (n,) int64 ns since 1970 UTC, or None; the label time of an open signal is -1 ·
    `realized_rr` (n,) float64, NaN = unknown, or None · `ids` (n,) text or None ·
    `row` (n,) the 0-based data row in the source file.
    """

    schema: FeatureSchema
    matrix: Matrix
    label: NDArray[np.int8]
    time: Ints | None
    label_time: Ints | None
    realized_rr: Floats | None
    ids: NDArray[np.object_] | None
    row: Ints
    roles: Roles
    source: str
    fingerprint: str
    findings: tuple[Finding, ...] = ()
    named_rows: int = 0  # data rows of the source that are not here: refused, and named in the findings

    def __len__(self) -> int:
        return len(self.label)

    def take(self, rows: NDArray[np.int64] | NDArray[np.bool_]) -> SignalTable:
        """The given rows (positions or a mask), in that order."""
        return replace(
            self, matrix=self.matrix[rows], label=self.label[rows], row=self.row[rows],
            time=_take(self.time, rows), label_time=_take(self.label_time, rows),
            realized_rr=_take(self.realized_rr, rows), ids=_take(self.ids, rows),
        )

    def labelled(self) -> SignalTable:
        """The signals whose outcome is known."""
        known = self.label != UNKNOWN_LABEL
        return self if known.all() else self.take(known)


def _take(values: NDArray | None, rows: NDArray) -> NDArray | None:  # type: ignore[type-arg]
    return None if values is None else values[rows]
