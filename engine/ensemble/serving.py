"""Predicting with an ensemble: whatever happens to a member, the others answer and the status says so."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from engine.bundle.scoring import LoadedModel
from engine.errors import WorkbenchError
from engine.evaluation.pooling import Pool
from engine.records import EnsemblePrediction, Floats


class Answer(NamedTuple):
    """A member's probabilities (n,), or None and the reason in words."""

    probability: Floats | None
    words: str = ""


def predict(pool: Pool, models: Mapping[str, LoadedModel | str], features: Any) -> EnsemblePrediction:
    """Score one row (a mapping, a Series or a 1-d array: floats) or many (a frame or 2-d array: arrays).

    `models` has each member of the pool, or in words why it is not there. A member that is missing, fails or answers
    NaN is left out and the other weights grow; never raises. With no member left the score is NaN.
    """
    rows = as_rows(features)
    if is_one_row(rows):
        return _predict_one(pool, models, rows)
    answers = {name: _ask(models.get(name, "it was not loaded"), rows) for name in pool.names}
    given = [answer.probability for answer in answers.values() if answer.probability is not None]
    count = len(given[0]) if given else _length(rows)
    scores = np.stack([np.full(count, np.nan) if answer.probability is None else answer.probability
                       for answer in answers.values()])
    final = pool.apply(scores)
    there = ~np.isnan(scores)
    weights = pool.present_weights([bool(row.any()) for row in there])
    status = _status(answers, there)
    return EnsemblePrediction(final, dict(zip(answers, scores, strict=True)), weights, status)


def _predict_one(pool: Pool, models: Mapping[str, LoadedModel | str], row: Any) -> EnsemblePrediction:
    """The same for one row, in microseconds."""
    answers = {name: _ask(models.get(name, "it was not loaded"), row) for name in pool.names}
    scores = {name: math.nan if answer.probability is None else float(answer.probability[0])
              for name, answer in answers.items()}
    there = [not math.isnan(score) for score in scores.values()]
    final = pool.one(list(scores.values()))
    if all(there):
        return EnsemblePrediction(final, scores, dict(zip(pool.names, pool.weights, strict=True)), "ok")
    return EnsemblePrediction(final, scores, pool.present_weights(there),
                              _status(answers, np.asarray(there)[:, None]))


def is_one_row(features: Any) -> bool:
    """Whether these features are those of one signal: a mapping, a Series or a flat array."""
    return isinstance(features, Mapping) or getattr(features, "ndim", 2) == 1


def as_rows(features: Any) -> Any:
    """A Series as the mapping that it is, a list of mappings as a frame, anything else as it came."""
    if isinstance(features, (list, tuple)) and features and all(isinstance(row, Mapping) for row in features):
        import pandas as pd

        return pd.DataFrame(list(features))
    return features.to_dict() if hasattr(features, "to_dict") and getattr(features, "ndim", 2) == 1 else features


def _ask(model: LoadedModel | str, rows: Any) -> Answer:
    if isinstance(model, str):
        return Answer(None, model)
    try:
        return Answer(model.predict(rows))
    except WorkbenchError as error:
        return Answer(None, error.what)
    except Exception as error:  # a live score must not die of one member, whatever ails it
        return Answer(None, f"it failed ({type(error).__name__})")


def _length(rows: Any) -> int:
    return 1 if is_one_row(rows) or not hasattr(rows, "__len__") else len(rows)


def _status(answers: Mapping[str, Answer], there: Any) -> str:
    words = []
    for (name, answer), present in zip(answers.items(), there, strict=True):
        gone = int(np.count_nonzero(~present))
        if answer.probability is None:
            words.append(f"without {name}: {answer.words.rstrip('.')}")
        elif gone:
            words.append(f"without {name} in {gone} of {len(present)} rows: it gave no number")
    if words and not there.any():
        return "no score: " + "; ".join(words)
    return "; ".join(words) or "ok"
