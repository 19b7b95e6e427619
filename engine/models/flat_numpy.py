"""Flat forests walked by NumPy, all trees of some rows at once: the way where nothing can be compiled."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.schema import Matrix
from engine.models.flat_forest import NEGLIGIBLE, FlatForest, order_keys
from engine.models.flat_kernels import (
    BOUND,
    CODE,
    COLUMN,
    COUNT,
    DEPTH,
    LARGEST,
    LEAVES,
    LEFT,
    MISSING_RIGHT,
    MISSING_ZERO,
    MIXED,
    MODE,
    SET,
    SMALLEST,
    SOURCE,
    START,
    STRIDE,
    TABLE,
    THRESHOLD,
    ZERO_LEFT,
    ZERO_RIGHT,
    Values,
    Whole,
    Words,
)

_CELLS = 1 << 20  # rows x trees in memory at a time
Places = NDArray[np.int64]


def margin(forest: FlatForest, matrix: Matrix) -> Values:
    """Margins (n,) of float32 rows (n, width)."""
    step = max(1, _CELLS // max(len(forest.trees), 1))
    parts = [_margin(forest, matrix[start:start + step]) for start in range(0, len(matrix), step)]
    return np.concatenate(parts) if parts else np.zeros(0)


def _margin(forest: FlatForest, matrix: Matrix) -> Values:
    keys = column_keys(forest, matrix)
    leaves = _symmetric(forest, keys) if forest.symmetric else _general(forest, keys)
    base = 0.0 if forest.symmetric else forest.base
    kind = np.float32 if forest.single else np.float64
    # Added one after the other, in order of the trees, as the libraries do.
    every = np.column_stack([np.full(len(matrix), base), forest.values[leaves]]).astype(kind)
    total: Values = np.cumsum(every, axis=1)[:, -1].astype(np.float64)
    return total * forest.scale + forest.base if forest.symmetric else total


def column_keys(forest: FlatForest, matrix: Matrix) -> Whole:
    """What nodes compare (n, V), column by column; see `flat_kernels.seen` and `mixed`."""
    keys = np.empty((len(matrix), len(forest.columns)), dtype=np.int32)
    for place, column in enumerate(forest.columns):
        if column[MODE] == MIXED:
            keys[:, place] = forest.tables[column[TABLE] + _mixed(forest, matrix, column)]
        else:
            keys[:, place] = _seen(matrix[:, column[SOURCE]], int(column[MODE]))
    return keys


def _mixed(forest: FlatForest, matrix: Matrix, column: Whole) -> Places:
    place = np.zeros(len(matrix), dtype=np.int64)
    for term in forest.terms[column[SOURCE]:column[SOURCE] + column[COUNT]]:
        found = _seen(matrix[:, term[SOURCE]], int(term[MODE]))
        found = np.minimum(found, term[BOUND]) if term[MODE] == CODE else found > term[BOUND]
        place += found.astype(np.int64) * term[STRIDE]
    return place


def _seen(values: NDArray[np.float32], mode: int) -> Whole:
    gone = np.isnan(values)
    if mode == CODE:
        valid = (values >= 0) & (values < np.float32(1e9))
        return np.where(valid, np.where(valid, values, 0).astype(np.int32) + 1, 0).astype(np.int32)
    keys = order_keys(np.where(gone, np.float32(0), values))
    if mode in (ZERO_LEFT, ZERO_RIGHT):
        gone |= np.abs(values) <= NEGLIGIBLE
    if mode != MISSING_ZERO:
        keys[gone] = LARGEST if mode in (MISSING_RIGHT, ZERO_RIGHT) else SMALLEST
    return keys


def _general(forest: FlatForest, keys: Whole) -> Places:
    roots = forest.trees[:, START].astype(np.int64)
    at: NDArray[np.integer[Any]] = np.broadcast_to(roots, (len(keys), len(roots)))
    row = np.arange(len(keys))[:, None]
    has_sets = forest.has_sets
    for _ in range(int(forest.trees[:, DEPTH].max(initial=0))):
        node = forest.nodes[at]
        key = keys[row, node[..., COLUMN]] if len(forest.columns) else np.zeros(at.shape, dtype=np.int32)
        right = key > node[..., THRESHOLD]
        if has_sets:
            right = np.where(node[..., SET] != 0, _in_sets(key, node[..., SET], forest.sets), right)
        at = node[..., LEFT] + right
    return at.astype(np.int64)


def _in_sets(key: Whole, chosen: Whole, sets: Words) -> NDArray[np.bool_]:
    place, word = chosen >> 1, np.maximum(key, 0) >> 5
    inside = word < sets[place]
    bits = sets[np.where(inside, place + 1 + word, 0)] >> (key & 31).astype(np.uint32)
    return np.asarray((inside & (bits & 1 != 0)) ^ (chosen & 1 != 0))


def _symmetric(forest: FlatForest, keys: Whole) -> Places:
    depth = forest.trees[:, DEPTH]
    leaf: Places = np.zeros((len(keys), len(depth)), dtype=np.int64)
    for split in range(int(depth.max(initial=0))):
        deep = np.flatnonzero(depth > split)
        node = forest.nodes[forest.trees[deep, START] + split]
        leaf[:, deep] |= (keys[:, node[:, COLUMN]] > node[:, THRESHOLD]).astype(np.int64) << split
    return forest.trees[:, LEAVES] + leaf
