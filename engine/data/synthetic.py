"""Streams of signals whose truth is known: eleven kinds of change, any length, AUC, base rate and label delay.

Six independent normal features; the log-odds of a win are a + b * (concept . features), the concept a unit vector.
Where the concept changes, the new one has a cosine of -0.2 with the old. Signals come every five minutes;
each label arrives a Poisson number of rows later (plus a second). A win pays about 1.5 R, a loss costs about 1 R.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.data.synthetic_law import Law, ScoreGrid, normal_cdf, normal_law, product_law, unit
from engine.records import Floats, Ints

if TYPE_CHECKING:
    import pandas as pd

FEATURES = 6
_RELEVANT = 3  # the first concept uses only these
_COSINE = -0.2
_RHO = 0.98
_COVARIATE_SHIFT = 1.5
_FAULT = 100.0  # a feed that suddenly gives percents
_DECAY_LEVELS = 20
STEP_NS = 300 * 10**9  # between two signals
_START_NS = 1_704_067_200 * 10**9  # 2024-01-01


class Kind(enum.Enum):
    """What happens in the stream."""

    STATIONARY = "stationary"  # nothing
    ABRUPT = "abrupt"  # the concept changes at once
    GRADUAL = "gradual"  # the new concept comes ever more often
    INCREMENTAL = "incremental"  # the concept turns slowly into the new one
    RECURRING = "recurring"  # the two concepts take turns
    COVARIATE_ONLY = "covariate_only"  # idle features move, the law stays
    PRIOR_ONLY = "prior_only"  # wins become rarer, the concept stays
    EDGE_DECAY = "edge_decay"  # the Bayes AUC sinks to 0.5
    FEED_FAULT = "feed_fault"  # one feature arrives in another unit, the world stays
    DEPENDENT = "dependent"  # nothing, but neighbours share luck
    INTERACTION = "interaction"  # x0 * x1: nothing for a linear model


@dataclass(frozen=True, eq=False, slots=True)
class SyntheticStream:
    """`X` (n, 6) as the feed shows it; `probability` (n,) of a win given the world; times in ns since 1970 UTC."""

    X: Floats
    label: NDArray[np.int8]
    time: Ints
    label_time: Ints
    realized_rr: Floats
    probability: Floats
    truth: Mapping[str, Any]

    @property
    def names(self) -> tuple[str, ...]:
        """x0 to x5."""
        return tuple(f"x{i}" for i in range(self.X.shape[1]))

    def frame(self) -> pd.DataFrame:
        """As a file of signals would hold it: id, time, features, win, realized_rr, label_time."""
        import pandas as pd

        return pd.DataFrame({
            "signal_id": [f"syn-{i:06d}" for i in range(len(self.label))],
            "signal_time": pd.to_datetime(self.time, utc=True),
            **{name: self.X[:, i] for i, name in enumerate(self.names)},
            "win": self.label, "realized_rr": self.realized_rr, "label_time": pd.to_datetime(self.label_time, utc=True),
        })


def stream(
    kind: Kind | str, *, rows: int = 20_000, seed: int = 0, bayes_auc: float = 0.8, base_rate: float = 0.4,
    delay: float = 30.0, drift_at: int | None = None, width: int | None = None, chapter: int = 0,
) -> SyntheticStream:
    """Make a stream. `delay` is the mean wait for a label in rows, 0 for none.

    `drift_at` is the row of the change (default: the middle; recurring: each turn's length, default a quarter);
    `width` is how long a gradual or incremental change takes (default: a tenth of the rows). A later `chapter` is the
    same story in the same world with fresh luck, and goes on in time where the one before it ends.
    """
    kind = Kind(kind)
    plan = _Plan(kind, rows, bayes_auc, base_rate, _drift_row(kind, rows, drift_at), width or max(rows // 10, 1))
    rng = np.random.default_rng(seed)
    first, second = _concepts(rng)
    rng = np.random.default_rng((seed, chapter)) if chapter else rng
    X = rng.standard_normal((rows, FEATURES))
    if kind is Kind.COVARIATE_ONLY:
        X[plan.drift_at:, _RELEVANT:] += _COVARIATE_SHIFT
    score, switched = _scores(plan, X, first, second, rng)
    probability = _probability(plan, score)
    label = (_luck(kind, rows, rng) < probability).astype(np.int8)
    shown = _with_fault(X, plan, first) if kind is Kind.FEED_FAULT else X
    return _assembled(shown, label, probability, delay, rng, chapter * rows, {
        "kind": kind.value, "rows": rows, "seed": seed, "bayes_auc": bayes_auc, "base_rate": base_rate,
        "concept_1": first.tolist(), "concept_2": second.tolist() if switched else None,
        "label_drift": kind in _LABEL_DRIFT, "covariate_drift": kind in (Kind.COVARIATE_ONLY, Kind.FEED_FAULT),
        "drift_points": _drift_points(plan),
    })


def planted(
    features: Floats, *, seed: int = 0, columns: int = 5, bayes_auc: float = 0.62, base_rate: float = 0.4,
    flip_at: int | None = None,
) -> tuple[NDArray[np.int8], Floats, dict[str, Any]]:
    """Labels for real features (n, d) from a known rule of `columns` of them, its main term flipping at a row.

    The columns enter by their ranks as normal scores, a missing value as the median. Returns label (n,), the true
    probability (n,), and the rule.
    """
    rng = np.random.default_rng(seed)
    varied = np.flatnonzero([len(np.unique(column[~np.isnan(column)])) > 2 for column in features.T])
    chosen = rng.choice(varied, size=min(columns, len(varied)), replace=False)
    minor = rng.uniform(0.3, 0.6, len(chosen) - 1) * rng.choice([-1, 1], len(chosen) - 1)
    weights = unit(np.concatenate(([1.0], minor)))
    ranks = np.column_stack([_normal_scores(features[:, column]) for column in chosen])
    flipped = np.arange(len(features)) >= (len(features) if flip_at is None else flip_at)
    main = np.where(flipped, -ranks[:, 0], ranks[:, 0])
    score = main * weights[0] + ranks[:, 1:] @ weights[1:]
    probability = np.empty(len(score))
    for part in (~flipped, flipped):
        if part.any():
            law = ScoreGrid.of(score[part]).thinned().solve(bayes_auc, base_rate)
            probability[part] = law.probability(score[part])
    label = (rng.random(len(score)) < probability).astype(np.int8)
    rule = {"columns": chosen.tolist(), "weights": weights.tolist(), "flip_at": flip_at, "bayes_auc": bayes_auc}
    return label, probability, rule


_LABEL_DRIFT = (Kind.ABRUPT, Kind.GRADUAL, Kind.INCREMENTAL, Kind.RECURRING, Kind.PRIOR_ONLY, Kind.EDGE_DECAY)


@dataclass(frozen=True, slots=True)
class _Plan:
    kind: Kind
    rows: int
    bayes_auc: float
    base_rate: float
    drift_at: int
    width: int

    def turned(self) -> Floats:
        """How far the change has come at each row, 0 to 1, around `drift_at`."""
        return np.clip((np.arange(self.rows) - self.drift_at) / self.width + 0.5, 0.0, 1.0)


def _drift_row(kind: Kind, rows: int, drift_at: int | None) -> int:
    if drift_at is None:
        return max(rows // (4 if kind is Kind.RECURRING else 2), 1)
    if not 0 < drift_at < rows:
        raise ValueError(f"row {drift_at} is not inside a stream of {rows} rows")
    return drift_at


def _concepts(rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Two unit vectors; the second leans slightly away from the first and uses every feature."""
    first = np.zeros(FEATURES)
    first[:_RELEVANT] = rng.uniform(0.5, 1.0, _RELEVANT) * rng.choice([-1.0, 1.0], _RELEVANT)
    first = unit(first)
    other = rng.standard_normal(FEATURES)
    other = unit(other - (other @ first) * first)
    return first, _COSINE * first + np.sqrt(1 - _COSINE**2) * other


def _scores(
    plan: _Plan, X: Floats, first: Floats, second: Floats, rng: np.random.Generator
) -> tuple[Floats, bool]:
    """Each row's score under the concept that rules there, and whether the second one ever does."""
    row = np.arange(plan.rows)
    if plan.kind is Kind.INTERACTION:
        return X[:, 0] * X[:, 1], False
    if plan.kind is Kind.INCREMENTAL:
        share = plan.turned()[:, None]
        concept = (1 - share) * first + share * second
        return (X * concept).sum(axis=1) / np.linalg.norm(concept, axis=1), True
    turned: dict[Kind, Callable[[], NDArray[np.bool_]]] = {
        Kind.ABRUPT: lambda: row >= plan.drift_at,
        Kind.GRADUAL: lambda: rng.random(plan.rows) < plan.turned(),
        Kind.RECURRING: lambda: (row // plan.drift_at) % 2 == 1,
    }
    if plan.kind not in turned:
        return X @ first, False
    return np.where(turned[plan.kind](), X @ second, X @ first), True


def _probability(plan: _Plan, score: Floats) -> Floats:
    if plan.kind is Kind.INTERACTION:
        return product_law(plan.bayes_auc, plan.base_rate).probability(score)
    law = normal_law(plan.bayes_auc, plan.base_rate)
    probability = law.probability(score)
    after = slice(plan.drift_at, None)
    if plan.kind is Kind.PRIOR_ONLY:
        probability[after] = normal_law(plan.bayes_auc, plan.base_rate / 2).probability(score[after])
    if plan.kind is Kind.EDGE_DECAY:
        probability[after] = _decayed(plan, score[after])
    return probability


def _decayed(plan: _Plan, score: Floats) -> Floats:
    """The Bayes AUC falls in even steps to 0.5 at the last row."""
    level = np.minimum(np.arange(len(score)) * _DECAY_LEVELS // max(len(score), 1), _DECAY_LEVELS - 1)
    aucs = np.linspace(plan.bayes_auc, 0.5, _DECAY_LEVELS)
    laws: list[Law] = [normal_law(round(float(auc), 6), plan.base_rate) for auc in aucs]
    intercept = np.asarray([law.intercept for law in laws])[level]
    slope = np.asarray([law.slope for law in laws])[level]
    return Law(0.0, 1.0).probability(intercept + slope * score)


def _luck(kind: Kind, rows: int, rng: np.random.Generator) -> Floats:
    """Uniform numbers; in a dependent stream an AR(1) normal's, so that neighbours win and lose together."""
    if kind is not Kind.DEPENDENT:
        return rng.random(rows)
    noise = rng.standard_normal(rows)
    state = noise.copy()
    scale = np.sqrt(1 - _RHO**2)
    for i in range(1, rows):
        state[i] = _RHO * state[i - 1] + scale * noise[i]
    return normal_cdf(state)


def _with_fault(X: Floats, plan: _Plan, concept: Floats) -> Floats:
    shown = X.copy()
    shown[plan.drift_at:, int(np.argmax(np.abs(concept)))] *= _FAULT
    return shown


def _drift_points(plan: _Plan) -> list[dict[str, int]]:
    if plan.kind in (Kind.STATIONARY, Kind.DEPENDENT, Kind.INTERACTION):
        return []
    if plan.kind is Kind.RECURRING:
        return [{"at": at, "width": 0} for at in range(plan.drift_at, plan.rows, plan.drift_at)]
    if plan.kind is Kind.EDGE_DECAY:
        return [{"at": plan.drift_at, "width": plan.rows - plan.drift_at}]
    slow = plan.kind in (Kind.GRADUAL, Kind.INCREMENTAL)
    return [{"at": plan.drift_at - slow * (plan.width // 2), "width": slow * plan.width}]


def _assembled(
    X: Floats, label: NDArray[np.int8], probability: Floats, delay: float, rng: np.random.Generator, before: int,
    truth: Mapping[str, Any],
) -> SyntheticStream:
    rows = len(label)
    time = _START_NS + (before + np.arange(rows, dtype=np.int64)) * STEP_NS
    waits = rng.poisson(delay, rows) if delay > 0 else np.zeros(rows, dtype=np.int64)
    label_time = time + waits * STEP_NS + (10**9 if delay > 0 else 0)
    rr = np.where(label == 1, 1.5, -1.0) + 0.1 * rng.standard_normal(rows)
    return SyntheticStream(X, label, time, label_time, rr, probability,
                           {**truth, "label_delay_rows_mean": float(waits.mean()) if rows else 0.0})


def _normal_scores(column: Floats) -> Floats:
    from scipy.special import ndtri

    missing = np.isnan(column)
    _, rank, count = np.unique(column[~missing], return_inverse=True, return_counts=True)
    middle = np.cumsum(count) - count / 2
    scores = np.zeros(len(column))
    scores[~missing] = ndtri(middle[rank] / max(len(rank), 1))
    return scores
