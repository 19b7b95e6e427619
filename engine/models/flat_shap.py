"""Exact TreeSHAP on flat forests, several times quicker than the libraries' own; see `flat_shap_kernels`."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.compiling import Machine
from engine.data.schema import Matrix
from engine.models import flat_numpy, flat_proof, flat_shap_kernels
from engine.models.base import BoostedModel
from engine.models.flat_forest import DEEPEST, FlatForest, NotFlat
from engine.models.flat_kernels import COLUMN, LEFT, SOURCE, START
from engine.records import Floats

_TABLE, _ONE, _REAL = "int32[:, ::1]", "int32[::1]", "float64[::1]"
MACHINE = Machine(flat_shap_kernels.LOOPS, {
    "explain": f"void({_TABLE}, {_TABLE}, uint32[::1], {_TABLE}, {_REAL}, {_ONE}, {_REAL}, {_ONE}, {_REAL}, {_REAL}, "
               f"{_ONE}, float64[:, ::1])",
})
_DOUBLE, _SINGLE = 1e-9, 1e-5  # of the largest value; XGBoost explains in single precision
Places = NDArray[np.int64]


@dataclass(frozen=True, eq=False, slots=True)
class Explainer:
    """A forest with what its SHAP values need, worked out once for all rows.

    Of each node but the roots: `feature` that its parent asks for, the nearest node `above` it on its path that was
    reached by the same feature (-1 for none), and the `share` of training rows that all questions for that feature
    so far would send this way.
    """

    forest: FlatForest
    trees: NDArray[np.int32]
    above: NDArray[np.int32]
    share: Floats
    feature: NDArray[np.int32]
    points: Floats
    weights: Floats
    sizes: NDArray[np.int32]
    bias: float

    def contributions(self, matrix: Matrix, *, threads: int = 1) -> Floats:
        """SHAP values (n, width + 1) of float32 rows, the bias last; they add up to the margin. Must be compiled."""
        code = MACHINE.prepare()
        if code is None:
            raise NotFlat(f"nothing can be compiled here ({MACHINE.failure})")
        forest, out = self.forest, np.empty((len(matrix), self.forest.width + 1))
        out[:, -1] = self.bias

        def explain(part: slice) -> None:
            keys = flat_numpy.column_keys(forest, matrix[part])
            code.explain(keys, forest.nodes, forest.sets, self.trees, forest.values, self.above, self.share,
                         self.feature, self.points, self.weights, self.sizes, out[part])

        step = max(-(-len(matrix) // threads), 1)
        parts = [slice(start, start + step) for start in range(0, len(matrix), step)]
        if len(parts) < 2:
            for part in parts:
                explain(part)
        else:
            with ThreadPoolExecutor(threads) as pool:
                list(pool.map(explain, parts))
        return out


def prove(explaining: Explainer, model: BoostedModel, *, rows: int = 48) -> None:
    """Raise `NotFlat` unless the values are the model's own for made-up rows; few, for its library is slow."""
    matrix = flat_proof.trying_rows(explaining.forest, rows, model.width)
    native, flat = model.contributions(matrix), explaining.contributions(matrix)
    bound = (_SINGLE if explaining.forest.single else _DOUBLE) * max(1.0, float(np.abs(native).max()))
    if flat.shape != native.shape or not (np.abs(flat - native) <= bound).all():
        raise NotFlat("its arrays do not explain as the library does")


def explainer(forest: FlatForest) -> Explainer:
    """Prepare a general forest that knows how many training rows its nodes met; raises `NotFlat` for others."""
    if forest.symmetric or len(forest.cover) != len(forest.nodes) or forest.scale != 1.0:
        raise NotFlat("it does not say how many rows its nodes met")
    parent, feature = _family(forest)
    above = _same_above(parent, feature)
    with np.errstate(divide="ignore", invalid="ignore"):
        own = np.where(parent >= 0, forest.cover / forest.cover[parent], 1.0)
    if not ((own > 0) & np.isfinite(own)).all():
        raise NotFlat("some of its nodes met no rows")
    share, several = own.copy(), np.zeros(len(parent), dtype=np.int64)
    for node in _levels(forest, parent):
        seen = above[node] >= 0
        share[node] = own[node] * np.where(seen, share[above[node]], 1.0)
        several[node] = several[parent[node]] + ~seen
    starts = forest.trees[:, START].astype(np.int64)
    stops = np.append(starts[1:], len(parent))
    points, weights, firsts, lasts = _integration(np.maximum((np.maximum.reduceat(several, starts) + 1) // 2, 1))
    leaf = forest.nodes[:, LEFT] == np.arange(len(parent))
    root = np.repeat(starts, stops - starts)
    expected = float((forest.values * forest.cover / forest.cover[root])[leaf].sum())
    return Explainer(
        forest, np.ascontiguousarray(np.column_stack([starts, stops, firsts, lasts]), dtype=np.int32),
        above.astype(np.int32), share, feature.astype(np.int32), points, weights,
        np.asarray([(stops - starts).max(), (lasts - firsts).max()], dtype=np.int32), forest.base + expected,
    )


def _integration(counts: Places) -> tuple[Floats, Floats, Places, Places]:
    """Points and weights of Gauss and Legendre between 0 and 1 for each tree, and where each tree's begin and end."""
    rules = {int(count): np.polynomial.legendre.leggauss(int(count)) for count in np.unique(counts)}
    points = np.concatenate([(rules[int(count)][0] + 1) / 2 for count in counts])
    weights = np.concatenate([rules[int(count)][1] / 2 for count in counts])
    ends = np.cumsum(counts)
    return points, weights, ends - counts, ends


def _family(forest: FlatForest) -> tuple[Places, Places]:
    """Each node's parent, -1 for roots, and the feature that the parent asks for."""
    inner = np.flatnonzero(forest.nodes[:, LEFT] != np.arange(len(forest.nodes)))
    parent = np.full(len(forest.nodes), -1, dtype=np.int64)
    feature = np.full(len(forest.nodes), -1, dtype=np.int64)
    for side in (0, 1):
        child = forest.nodes[inner, LEFT].astype(np.int64) + side
        parent[child] = inner
        feature[child] = forest.columns[forest.nodes[inner, COLUMN], SOURCE]
    return parent, feature


def _same_above(parent: Places, feature: Places) -> Places:
    """For each node the nearest one above that was reached by the same feature, else -1."""
    above = parent.copy()
    for _ in range(DEEPEST):
        on = (above >= 0) & (feature[above] != feature)
        if not on.any():
            break
        above[on] = parent[above[on]]
    above[(above >= 0) & (parent[above] < 0)] = -1  # a root was reached by nothing
    return above


def _levels(forest: FlatForest, parent: Places) -> list[Places]:
    """The nodes below the roots, level by level."""
    at: Places = forest.trees[:, START].astype(np.int64)
    levels: list[Places] = []
    while True:
        inner = at[forest.nodes[at, LEFT] != at]
        if not len(inner):
            return levels
        left = forest.nodes[inner, LEFT].astype(np.int64)
        at = np.concatenate([left, left + 1])
        levels.append(at)
