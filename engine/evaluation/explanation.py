"""Why a model says what it says: TreeSHAP values as records for beeswarm, dependence and waterfall.

All in log-odds and in the file's own names (Lundberg et al., Nature Machine Intelligence 2, 2020).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.schema import FeatureSchema, Kind, Matrix
from engine.errors import WorkbenchError
from engine.records import Floats

_SWARM_BINS = 60  # of the width: points in one bin are stacked
_LEAST_PARTNER_ROWS = 50


@dataclass(frozen=True, eq=False, slots=True)
class Explanation:
    """`values` (n, d) and their `contributions` (n, d); each row's add up to `margin` - `bias` (n,).

    `exact` is False for an ensemble that averages probabilities: then they are a picture in proportion of weights.
    """

    schema: FeatureSchema
    values: Matrix
    contributions: Floats
    bias: Floats
    margin: Floats
    exact: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """The features."""
        return self.schema.names

    @property
    def importance(self) -> Floats:
        """Mean |contribution| (d,): one currency for all libraries; 0 for what no tree uses."""
        return np.asarray(np.abs(self.contributions).mean(axis=0))

    @property
    def gap(self) -> float:
        """The most by which a row's contributions miss its margin."""
        if not len(self.margin):
            return 0.0
        return float(np.abs(self.contributions.sum(axis=1) + self.bias - self.margin).max())

    def place(self, feature: str) -> int:
        """The column of a feature, or a refusal that names it."""
        if feature not in self.names:
            raise WorkbenchError(f"The model has no feature {feature}.", where=feature, code="no-such-feature",
                                 remedy=f"Choose one of {', '.join(self.names[:8])}.")
        return self.names.index(feature)


@dataclass(frozen=True, eq=False, slots=True)
class SwarmRow:
    """One feature of a beeswarm: a point a signal; `colour` (n,) is the value's rank from 0 to 1, NaN = missing.

    `height` (n,) from -1 to 1 stacks points of like contribution.
    """

    feature: str
    importance: float
    share: float
    contribution: Floats
    colour: Floats
    height: Floats


@dataclass(frozen=True, eq=False, slots=True)
class Dependence:
    """A feature's value against its contribution; `colour` is the rank of the `partner` that varies it most, or ""."""

    feature: str
    x: Floats
    y: Floats
    partner: str
    colour: Floats


@dataclass(frozen=True, slots=True)
class Step:
    """One bar of a waterfall, from `start` to `end` in log-odds."""

    feature: str
    value: str
    contribution: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Waterfall:
    """How one signal came to its score: the base, the steps in order of size, the others as one, the end."""

    row: int
    base: float
    steps: tuple[Step, ...]
    margin: float
    probability: float


@dataclass(frozen=True, slots=True)
class StabilityRow:
    """A feature's share of importance over the folds."""

    feature: str
    mean: float
    low: float
    high: float
    used: int  # folds whose model uses it at all


@dataclass(frozen=True, slots=True)
class Stability:
    """How much the folds' models agree on what matters: `agreement` is the mean rank correlation of their shares."""

    features: tuple[StabilityRow, ...]
    agreement: float
    words: str


def beeswarm(found: Explanation, *, top: int = 20) -> tuple[SwarmRow, ...]:
    """The most important features, best first."""
    importance = found.importance
    total = float(importance.sum()) or 1.0
    order = np.argsort(-importance, kind="stable")[:top]
    return tuple(
        SwarmRow(found.names[k], float(importance[k]), float(importance[k]) / total, found.contributions[:, k],
                 ranks(found.values[:, k]), _heights(found.contributions[:, k])) for k in order
    )


def dependence(found: Explanation, feature: str) -> Dependence:
    """One feature, coloured by the other one whose value best tells what is left of its contribution."""
    k = found.place(feature)
    x, y = np.asarray(found.values[:, k], dtype=np.float64), found.contributions[:, k]
    partner = _partner(found, k, x, y)
    if partner is None:
        return Dependence(feature, x, y, "", np.full(len(x), np.nan))
    return Dependence(feature, x, y, found.names[partner], ranks(found.values[:, partner]))


def waterfall(found: Explanation, row: int, *, top: int = 10) -> Waterfall:
    """One signal; what is smaller than the `top` steps is one step of its own."""
    if not 0 <= row < len(found.margin):
        raise WorkbenchError(f"There is no row {row}.", where="row", code="no-such-row",
                             remedy=f"Give a row from 0 to {len(found.margin) - 1}.")
    given, base = found.contributions[row], float(found.bias[row])
    order = np.argsort(-np.abs(given), kind="stable")
    bars = [(found.names[k], value_words(found, row, int(k)), float(given[k])) for k in order[:top]]
    if len(order) > top:
        bars.append((f"{len(order) - top} others", "", float(given[order[top:]].sum())))
    steps, at = [], base
    for name, words, size in bars:
        steps.append(Step(name, words, size, at, at + size))
        at += size
    margin = float(found.margin[row])
    return Waterfall(row, base, tuple(steps), margin, float(0.5 * (1 + np.tanh(0.5 * margin))))


def stability(shares: Sequence[Mapping[str, float]]) -> Stability | None:
    """Of the folds' importances by name; None where there are fewer than two."""
    if len(shares) < 2:
        return None
    names = tuple(dict.fromkeys(name for fold in shares for name in fold))
    table = np.asarray([[fold.get(name, 0.0) for name in names] for fold in shares])
    order = np.argsort(-table.mean(axis=0), kind="stable")
    rows = tuple(StabilityRow(names[k], float(table[:, k].mean()), float(table[:, k].min()), float(table[:, k].max()),
                              int(np.count_nonzero(table[:, k]))) for k in order)
    agreement = _agreement(table)
    verdict = ("the folds agree on what matters" if agreement > 0.7 else "the folds agree in part" if agreement > 0.3
               else "the folds do not agree: the ranking is mostly luck")
    return Stability(rows, agreement, f"Rank correlation of importances between folds {agreement:.2f}: {verdict}.")


def ranks(values: NDArray[np.generic]) -> Floats:
    """Each value's rank from 0 to 1, ties alike, NaN for missing."""
    numbers = np.asarray(values, dtype=np.float64)
    known = ~np.isnan(numbers)
    found = np.full(len(numbers), np.nan)
    distinct, place, count = np.unique(numbers[known], return_inverse=True, return_counts=True)
    if len(distinct) < 2:
        found[known] = 0.5
        return found
    middle = np.cumsum(count) - (count + 1) / 2
    found[known] = ((middle - middle[0]) / (middle[-1] - middle[0]))[place]
    return found


def value_words(found: Explanation, row: int, column: int) -> str:
    """A value as the file has it: a category by name, a missing one in words."""
    value, feature = float(found.values[row, column]), found.schema.features[column]
    if np.isnan(value):
        return "missing"
    if feature.kind is Kind.CATEGORY and 0 <= int(value) < len(feature.categories):
        return feature.categories[int(value)]
    return f"{value:.6g}"


def _heights(contribution: Floats) -> Floats:
    low, high = float(contribution.min()), float(contribution.max())
    if high <= low:
        return np.zeros(len(contribution))
    bins = np.minimum(((contribution - low) / (high - low) * _SWARM_BINS).astype(np.int64), _SWARM_BINS - 1)
    order = np.argsort(bins, kind="stable")
    count = np.bincount(bins, minlength=_SWARM_BINS)
    nth = np.empty(len(bins))
    nth[order] = np.arange(len(bins)) - np.repeat(np.cumsum(count) - count, count)
    step = (nth + 1) // 2 * np.where(nth % 2 == 0, 1, -1)
    return np.asarray(step / max(count.max() / 2, 1))


def _partner(found: Explanation, k: int, x: Floats, y: Floats) -> int | None:
    """The other feature whose ranks correlate most with what the feature's own value leaves open."""
    if len(x) < _LEAST_PARTNER_ROWS:
        return None
    order = np.argsort(x, kind="stable")
    window = max(len(x) // 20, 5)
    smooth = np.convolve(np.pad(y[order], window // 2, mode="edge"), np.ones(window) / window, "same")
    left = np.empty(len(x))
    left[order] = y[order] - smooth[window // 2:window // 2 + len(x)]
    others = [j for j in np.argsort(-found.importance)[:20] if j != k and found.importance[j] > 0]
    if not others or left.std() < 1e-12:
        return None
    return int(max(others, key=lambda j: abs(_correlation(left * np.sign(x - np.nanmedian(x)), found.values[:, j]))
                   + abs(_correlation(left, found.values[:, j]))))


def _correlation(a: Floats, values: NDArray[np.generic]) -> float:
    b = np.nan_to_num(ranks(values), nan=0.5)
    a = np.nan_to_num(a)
    spread = float(a.std() * b.std())
    return float(((a - a.mean()) * (b - b.mean())).mean()) / spread if spread > 0 else 0.0


def _agreement(table: Floats) -> float:
    if table.shape[1] < 2:
        return 1.0
    ranked = np.asarray([ranks(row) for row in table])
    pairs = [(i, j) for i in range(len(table)) for j in range(i + 1, len(table))]
    return float(np.mean([_correlation(ranked[i], ranked[j]) for i, j in pairs]))
