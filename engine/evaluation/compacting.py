"""What a compact form of a model costs, on given rows, before anybody uses it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from engine.data.schema import Matrix
from engine.evaluation.calibration import sigmoid
from engine.evaluation.intervals import Values
from engine.evaluation.metrics import auc
from engine.models.base import BoostedModel
from engine.models.compact import CompactModel, Leaves, pack
from engine.models.flat_proof import proved
from engine.progress import Progress
from engine.records import Floats

_CHUNK = 4_000  # rows between two looks at Cancel


@dataclass(frozen=True, slots=True)
class CompactPrice:
    """What a compact form of a model costs and saves, measured on rows; AUCs are NaN without both outcomes.

    `flipped` signals would be decided otherwise at the threshold; `code_bytes` is the size of a threshold's code, whose
    rounding loses nothing, and 0 where rounded leaves stand in a library's own file.
    """

    leaves: str
    code_bytes: int
    rows: int
    largest_difference: float  # of a probability
    mean_difference: float
    flipped: int
    auc_native: float
    auc_compact: float
    native_bytes: int
    compact_bytes: int
    native_rows_per_second: float
    compact_rows_per_second: float

    @property
    def auc_change(self) -> float:
        """Compact minus native."""
        return self.auc_compact - self.auc_native

    @property
    def words(self) -> str:
        """The price in one sentence."""
        auc = "" if np.isnan(self.auc_change) else f", AUC by {self.auc_change:+.1e}"
        own = "" if self.code_bytes else " in the libraries' own format"
        return (f"{self.leaves}{own}: {self.compact_bytes:,} bytes instead of {self.native_bytes:,}; over "
                f"{self.rows:,} rows a probability moves by at most {self.largest_difference:.1e}{auc}; "
                f"decisions that change: {self.flipped:,}.")


def compact(model: BoostedModel, leaves: Leaves = Leaves.FLOAT16, categories: Sequence[int] = ()) -> CompactModel:
    """A model's compact form, made of arrays that gave its own margins; raises `NotFlat` with the reason.

    `categories` is each feature's number of categories, 0 for numbers.
    """
    return CompactModel(pack(proved(model, categories), leaves))


def price(
    model: BoostedModel, small: CompactModel, matrix: Matrix, label: Values | None = None, *, offset: float = 0.0,
    threshold: float = 0.5, progress: Progress | None = None,
) -> CompactPrice:
    """Score rows (n, d) with both; labels are 0 or 1, anything else is unknown. Both run on one thread."""
    progress = progress or Progress()
    native, native_speed = _scored(lambda rows: model.margin(rows, threads=1), matrix, progress.part(0.0, 0.7))
    rounded, speed = _scored(small.margin, matrix, progress.part(0.7, 1.0))
    before, after = sigmoid(native + offset), sigmoid(rounded + offset)
    apart = np.abs(before - after)
    return CompactPrice(
        leaves=small.leaves.words, code_bytes=small.code_bytes, rows=len(matrix),
        largest_difference=float(apart.max(initial=0.0)), mean_difference=float(apart.mean()) if len(apart) else 0.0,
        flipped=int(np.count_nonzero((before >= threshold) != (after >= threshold))),
        auc_native=_auc(label, before), auc_compact=_auc(label, after),
        native_bytes=len(model.to_bytes()), compact_bytes=len(small.to_bytes()),
        native_rows_per_second=native_speed, compact_rows_per_second=speed,
    )


def _scored(margin: Callable[[Matrix], Floats], matrix: Matrix, progress: Progress) -> tuple[Floats, float]:
    """Margins (n,) and rows a second."""
    parts, spent = [], 0.0
    for start in range(0, len(matrix), _CHUNK):
        progress.report(start / len(matrix), f"row {start:,} of {len(matrix):,}")
        started = time.perf_counter()
        parts.append(margin(matrix[start:start + _CHUNK]))
        spent += time.perf_counter() - started
    if not parts:
        return np.zeros(0), 0.0
    return np.concatenate(parts), len(matrix) / max(spent, 1e-9)


def _auc(label: Values | None, probability: Floats) -> float:
    if label is None:
        return float("nan")
    known = np.isin(label, (0, 1))
    return auc(np.asarray(label)[known], probability[known])
