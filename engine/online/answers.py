"""What goes into the online learner and what comes out of it, checked: labels, weights, scores and their words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.schema import FeatureSchema
from engine.errors import WorkbenchError
from engine.online import book
from engine.records import Floats

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedModel


def schema_rows(schema: FeatureSchema, features: Any) -> Any:
    """Rows in the form that a schema takes: a list of mappings becomes a matrix."""
    if isinstance(features, (list, tuple)):
        return np.concatenate([schema.encode(row) for row in features]) if features else schema.encode(
            np.zeros((0, len(schema))))
    return schema.encode(features)


def batch_scores(batch: LoadedModel | None, features: Any, rows: int) -> tuple[Floats, str]:
    """The batch model's scores (n,) and what went wrong: a model that fails gives NaN and is named."""
    missing = np.full(rows, np.nan)
    if batch is None:
        return missing, ""
    try:
        scores = np.asarray(batch.predict(schema_rows(batch.schema, features)), dtype=np.float64)
    except (WorkbenchError, ValueError, RuntimeError, OSError) as error:
        return missing, f"the batch model failed ({error})"
    return scores, "the batch model gave no number" if np.isnan(scores).all() and rows else ""


def blended(batch: float, online: float, mixing: book.Mixing, weights: Floats) -> float:
    """The final score of one row."""
    mix = book.fixed_mix(batch, online, mixing.batch_weight)
    return book.shared_mix(batch, online, mix, weights) if mixing.adaptive else mix


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
    return list(values.tolist() if hasattr(values, "tolist") else values)
