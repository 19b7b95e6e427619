"""What goes into the online learner and what comes out: labels, weights, rows in parts, scores and their words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.schema import FeatureSchema
from engine.errors import WorkbenchError
from engine.online.blend import of_weights
from engine.online.columns import GrowingColumns
from engine.online.encoding import Encoding
from engine.online.linear import LinearModel
from engine.online.mixing import FIXED, Mixing, fixed_mix, shared_mix
from engine.progress import Progress
from engine.records import Floats, OnlinePrediction

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedModel

PART = 4096  # rows taken together: short enough that other threads hardly wait
_FEW = 64  # rows up to which one after the other is as quick


@dataclass(frozen=True, eq=False, slots=True)
class View:
    """The learner at one moment, for answering while it learns on; `encoding` goes with a batch model."""

    batch: LoadedModel | None
    encoding: Encoding | None
    columns: GrowingColumns
    model: LinearModel
    mixing: Mixing
    member_weights: Floats

    def answer(self, features: Any, progress: Progress) -> OnlinePrediction:
        """The blended score: floats for one row, arrays (n,) for many."""
        found = [self._part(part) for part in in_parts(features, progress)]
        batch, online = (np.concatenate([each[place] for each in found]) for place in (0, 1))
        fault = next((each[2] for each in found if each[2]), "")
        final = self._blended(batch, online)
        status = status_words(self.batch, fault, self.model.learnt)
        said = batch if self.batch is not None and not np.isnan(batch).all() else None
        weights = of_weights(self.member_weights, self.mixing, has_batch=said is not None)
        if one_row(features):
            return OnlinePrediction(float(final[0]), None if said is None else float(said[0]), float(online[0]),
                                    weights, status)
        return OnlinePrediction(final, said, online, weights, status)

    def _part(self, rows: Any) -> tuple[Floats, Floats, str]:
        online_rows = encoded_rows(self.batch, self.encoding, self.columns, rows, grow=False)
        if len(online_rows) <= _FEW:
            online = np.asarray([self.model.predict(row) for row in online_rows])
        else:
            online = self.model.predict_many(online_rows)
        batch, fault = batch_scores(self.batch, rows, len(online))
        return batch, online, fault

    def _blended(self, batch: Floats, online: Floats) -> Floats:
        """As `mixing.shared_mix` and `mixing.fixed_mix` blend one row."""
        silent = np.isnan(batch)
        mix = np.where(silent, online, self.mixing.batch_weight * batch + (1 - self.mixing.batch_weight) * online)
        if self.mixing.way == FIXED:
            return mix
        heard = np.where(silent, 0.0, self.member_weights[0])
        known = np.where(silent, 0.0, batch)
        shares = heard + self.member_weights[1] + self.member_weights[2]
        total = heard * known + self.member_weights[1] * online + self.member_weights[2] * mix
        return np.asarray(total / shares)


def blended(batch: float, online: float, how: Mixing, member_weights: Floats) -> float:
    """As `View` blends many rows; a batch score of NaN is not heard."""
    mix = fixed_mix(batch, online, how.batch_weight)
    return mix if how.way == FIXED else shared_mix(batch, online, mix, math.nan, member_weights)


def one_row(features: Any) -> bool:
    """Whether this is a single row: a mapping or a flat array."""
    return isinstance(features, Mapping) or (isinstance(features, np.ndarray) and features.ndim == 1)


def row_count(rows: Any) -> int:
    """How many rows a frame, table, array or list holds."""
    if one_row(rows):
        return 1
    return int(rows.num_rows) if hasattr(rows, "num_rows") else len(rows)


def in_parts(rows: Any, progress: Progress) -> Iterator[Any]:
    """Rows in pieces of `PART`, looking at Cancel before each; at least one piece."""
    count = row_count(rows)
    for start in range(0, max(count, 1), PART):
        progress.report(start / max(count, 1), f"row {start:,} of {count:,}")
        yield rows if count <= PART else rows_between(rows, start, min(start + PART, count))


def rows_between(rows: Any, start: int, end: int) -> Any:
    """Rows `start` to `end` of a frame, table, array or list."""
    if hasattr(rows, "iloc"):
        return rows.iloc[start:end]
    if hasattr(rows, "num_rows"):
        return rows.slice(start, end - start)
    return rows[start:end]


def encoded_rows(batch: LoadedModel | None, encoding: Encoding | None, columns: GrowingColumns, rows: Any, *,
                 grow: bool) -> Floats:
    """Rows (n, D) in the online model's columns: the batch model's features, or those learnt from the rows."""
    if batch is not None and encoding is not None:
        return encoding.apply(schema_rows(batch.schema, rows))
    if isinstance(rows, Mapping):
        return columns.row(rows, grow=grow)[None, :]
    return columns.rows(rows, grow=grow)


def schema_rows(schema: FeatureSchema, rows: Any) -> Any:
    """Rows as the float32 matrix of a schema; a list of mappings is rows too."""
    if isinstance(rows, (list, tuple)) and rows and isinstance(rows[0], Mapping):
        return np.concatenate([schema.encode(row) for row in rows])
    if isinstance(rows, (list, tuple)):
        rows = np.asarray(rows, dtype=np.float64).reshape(len(rows), -1 if rows else len(schema))
    return schema.encode(rows)


def batch_scores(batch: LoadedModel | None, rows: Any, count: int) -> tuple[Floats, str]:
    """The batch model's scores (n,) and what went wrong: a model that fails gives NaN and is named."""
    missing = np.full(count, np.nan)
    if batch is None:
        return missing, ""
    matrix = schema_rows(batch.schema, rows)
    try:
        scores = np.asarray(batch.predict(matrix), dtype=np.float64)
    except (WorkbenchError, ValueError, RuntimeError, OSError) as error:
        return missing, f"the batch model failed ({error})"
    return scores, "the batch model gave no number" if np.isnan(scores).any() else ""


def status_words(batch: LoadedModel | None, fault: str, learnt: int) -> str:
    """`ok`, or what is missing."""
    parts = []
    if batch is None:
        parts.append("no batch model: the score is the online model's alone")
    elif fault:
        parts.append(f"{fault}: the score is the online model's alone")
    if not learnt:
        parts.append("the online model has learnt nothing yet")
    return "; ".join(parts) or "ok"


def won_or_lost(label: Any) -> int:
    """1 or 0; anything else is refused."""
    try:
        if label in {0, 1}:
            return int(label)
    except TypeError:
        pass
    raise WorkbenchError(f"A label is {label!r}.", code="bad-label", remedy="Give 1 for a win and 0 for a loss.")


def checked_weight(weight: Any) -> float:
    """A finite weight of 0 or more; anything else is refused."""
    value = float(weight)
    if not (math.isfinite(value) and value >= 0.0):
        raise WorkbenchError(f"A weight is {value:g}.", code="bad-weight",
                             remedy="Give weights of 0 or more; map realized R to |R| first.")
    return value


def listed(values: Any) -> list[Any]:
    """Any column of values as a list."""
    if hasattr(values, "to_pylist"):
        return list(values.to_pylist())
    return list(values.tolist() if hasattr(values, "tolist") else values)
