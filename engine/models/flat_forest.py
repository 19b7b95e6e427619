"""A booster's trees as arrays of whole numbers: one form for three libraries, exact for every float32 row.

Comparisons are made on keys: the bits of a float32, mapped so that as integers they stand in the order of the floats.
`x <= t` (LightGBM), `x < t` (XGBoost) and `not x > t` (CatBoost) all become `key <= threshold`, so one loop without
a branch walks them all, and the way of a missing value is a matter of the column that a node looks at.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.models.flat_kernels import COLUMN, LARGEST, LEFT, SET, THRESHOLD, Values, Whole, Words

NEGLIGIBLE = np.float32(1e-35)  # LightGBM reads anything this close to zero as zero
DEEPEST = 4096


class NotFlat(Exception):  # noqa: N818 - no error: the reason, in words, why a model keeps to its own library
    """A model that arrays cannot express, with the reason."""


@dataclass(frozen=True, eq=False, slots=True)
class FlatForest:
    """The trees of one model over `width` features.

    `columns` (V, 5): source feature, mode, and for a MIXED one its first term as source, its number of terms and where
    its answers begin in `tables`. `terms` (Q, 5): source, mode, unused, bound, stride; see `flat_kernels.mixed`.
    A general tree is a row (root, depth, 0) of `trees` and walks `nodes` (N, 4): column, threshold, left child (the
    right one is next to it; a leaf's is itself), and 0 or a set of categories: (place in `sets`) * 2 + whether its
    members go left. A set is its number of words, then the words; bit 0 is the missing value, bit c + 1 category c.
    Nodes stand tree by tree and level by level, brothers in the order of their parents.
    A symmetric tree is (first split, depth, first leaf), its splits rows of `nodes`, and bit k of a leaf's number says
    that split k is above its threshold. `values` has one number a node or leaf. The margin is `base` plus `scale` times
    the sum, added in order of the trees, in single precision where `single`. `cover`, where it is known, says how many
    training rows each node met, by the library's own count.
    """

    width: int
    columns: Whole
    nodes: Whole
    trees: Whole
    values: Values
    sets: Words
    base: float
    scale: float = 1.0
    single: bool = False
    symmetric: bool = False
    cover: Values = field(default_factory=lambda: np.zeros(0))
    terms: Whole = field(default_factory=lambda: np.zeros((0, 5), dtype=np.int32))
    tables: Whole = field(default_factory=lambda: np.zeros(0, dtype=np.int32))

    @property
    def has_sets(self) -> bool:
        """Whether some node asks for a set of categories."""
        return not self.symmetric and bool((self.nodes[:, SET] != 0).any())


@dataclass(frozen=True, eq=False, slots=True)
class Nodes:
    """General trees as a library has them, concatenated: one entry a node.

    `left` and `right` are places in these arrays, -1 for leaves; `roots` (T,). `mode` is the column's for the node;
    `chosen` is the node's `SET` or 0. Thresholds are keys.
    """

    feature: NDArray[np.intp]
    mode: NDArray[np.intp]
    threshold: NDArray[np.int64]
    left: NDArray[np.intp]
    right: NDArray[np.intp]
    chosen: NDArray[np.int64]
    value: Values
    cover: Values
    roots: NDArray[np.intp]


def order_keys(values: NDArray[np.float32]) -> Whole:
    """Integers (int32) in the order of finite float32 values; both zeros are 0."""
    bits = (np.ascontiguousarray(values, dtype=np.float32) + np.float32(0.0)).view(np.int32)
    return np.where(bits >= 0, bits, bits ^ np.int32(LARGEST))


def from_keys(keys: Whole) -> NDArray[np.float32]:
    """The inverse of `order_keys`."""
    keys = np.ascontiguousarray(keys, dtype=np.int32)
    return np.where(keys >= 0, keys, keys ^ np.int32(LARGEST)).astype(np.int32).view(np.float32)


def rounded_down(thresholds: Values) -> NDArray[np.float32]:
    """The largest float32 at or below each: a float32 is at or below one exactly when it is below the other."""
    with np.errstate(over="ignore"):
        near = thresholds.astype(np.float32)
    return np.where(near.astype(np.float64) > thresholds, np.nextafter(near, np.float32(-np.inf)), near)


def general(nodes: Nodes, width: int, sets: Words, *, base: float, single: bool) -> FlatForest:
    """Number each tree level by level, so that brothers are neighbours, and collect the columns that it looks at."""
    order, roots = _by_level(nodes)
    place = np.zeros(len(nodes.left), dtype=np.intp)
    place[order] = np.arange(len(order))
    inner = nodes.left[order] >= 0
    asking = order[inner]
    columns, which = distinct_columns(nodes.feature[asking], nodes.mode[asking])
    table = leaves_only(len(order))
    table[inner, COLUMN] = which
    table[inner, THRESHOLD] = nodes.threshold[asking]
    table[inner, LEFT] = place[nodes.left[asking]]
    table[inner, SET] = nodes.chosen[asking]
    return FlatForest(width, columns, table, general_trees(table, roots), nodes.value[order], sets, base,
                      single=single, cover=nodes.cover[order])


def _by_level(nodes: Nodes) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The nodes tree by tree and level by level, and the first place of each tree; a library may keep pruned nodes."""
    at, tree = nodes.roots, np.arange(len(nodes.roots))
    levels, owners, reached = [at], [tree], len(at)
    while (inner := nodes.left[at] >= 0).any():
        at, tree = at[inner], np.repeat(tree[inner], 2)
        at = np.column_stack([nodes.left[at], nodes.right[at]]).reshape(-1)
        levels.append(at)
        owners.append(tree)
        reached += len(at)
        if reached > len(nodes.left):
            raise NotFlat("its trees are no trees")
    owner = np.concatenate(owners)
    roots = np.searchsorted(np.sort(owner), np.arange(len(nodes.roots)))
    return np.concatenate(levels)[np.argsort(owner, kind="stable")], roots


def leaves_only(count: int) -> Whole:
    """Nodes that are all leaves: each its own left child, for ever."""
    table = np.zeros((count, 4), dtype=np.int32)
    table[:, THRESHOLD], table[:, LEFT] = LARGEST, np.arange(count)
    return table


def general_trees(nodes: Whole, roots: NDArray[np.integer[Any]]) -> Whole:
    """The rows of `trees` for trees with these roots: how many steps lead to each one's farthest leaf."""
    depth = np.zeros(len(roots), dtype=np.int32)
    at, tree = roots.astype(np.int64), np.arange(len(roots))
    for step in range(DEEPEST):
        inner = nodes[at, LEFT] != at
        if not inner.any():
            return np.ascontiguousarray(np.column_stack([roots, depth, np.zeros_like(depth)]), dtype=np.int32)
        left, tree = nodes[at[inner], LEFT].astype(np.int64), tree[inner]
        depth[tree] = step + 1
        at, tree = np.concatenate([left, left + 1]), np.concatenate([tree, tree])
    raise NotFlat("its trees are too deep")


def distinct_columns(feature: NDArray[np.intp], mode: NDArray[np.intp]) -> tuple[Whole, NDArray[np.intp]]:
    """The columns that splits look at, each once, and which one each split means."""
    pairs, which = np.unique(np.column_stack([feature, mode]), axis=0, return_inverse=True)
    columns = np.full((len(pairs), 5), -1, dtype=np.int32)
    columns[:, :2] = pairs
    return columns, which.reshape(-1)


def bit_sets(members: list[NDArray[np.int64]]) -> tuple[NDArray[np.int64], Words]:
    """Pack sets of bits one behind the other: the place of each, and the words."""
    places, words = [], [np.zeros(1, dtype=np.uint32)]  # place 0 means no set
    position = 1
    for bits in members:
        count = int(bits.max(initial=-1)) // 32 + 1
        packed = np.zeros(count + 1, dtype=np.uint32)
        packed[0] = count
        np.bitwise_or.at(packed, 1 + bits // 32, np.uint32(1) << (bits % 32).astype(np.uint32))
        places.append(position)
        words.append(packed)
        position += len(packed)
    return np.asarray(places, dtype=np.int64), np.concatenate(words)
