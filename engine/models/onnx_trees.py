"""A flat forest as one ONNX tree node, on columns that stand in the order of the forest's splits.

Thresholds are float32 already (LightGBM's are rounded down, as `flat_forest.rounded_down` says), so that a float32 row
goes the same way as in its library. Sets of categories become columns of 0 and 1 looked up in a table: tree operators
know no sets before version 5.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.models.flat_forest import FlatForest, NotFlat, from_keys
from engine.models.flat_kernels import (
    CODE,
    COLUMN,
    DEPTH,
    LEAVES,
    LEFT,
    MISSING_LEFT,
    MISSING_RIGHT,
    MISSING_ZERO,
    MODE,
    SET,
    SOURCE,
    START,
    THRESHOLD,
)

_MOST_NODES = 1 << 22
_NOT_TWO = -1  # the key between the largest number below zero and zero: no float32 has it


@dataclass(frozen=True, eq=False, slots=True)
class Derived:
    """A column that a tree looks at: a feature as it is, or for a set of categories a table (K + 1,) of 0 and 1.

    The table's first place is for missing and unknown categories, then one a code.
    """

    feature: int
    table: NDArray[np.float32] | None = None


@dataclass(frozen=True, eq=False, slots=True)
class TreeNode:
    """What `onnx.helper.make_node("TreeEnsembleRegressor", ...)` takes, and the columns that it stands on.

    The margin is `base` plus `scale` times the node's answer.
    """

    columns: tuple[Derived, ...]
    attributes: dict[str, Any]
    base: float
    scale: float


def tree_node(forest: FlatForest) -> TreeNode:
    """Raises `NotFlat` for what ONNX trees cannot express."""
    known = {MISSING_LEFT, MISSING_RIGHT, MISSING_ZERO, CODE}
    if not set(forest.columns[:, MODE].tolist()) <= known:
        raise NotFlat("some of its splits ask for what ONNX trees do not know")
    nodes = _symmetric(forest) if forest.symmetric else _general(forest)
    return TreeNode(tuple(nodes.columns), nodes.attributes(), forest.base, forest.scale)


@dataclass(eq=False, slots=True)
class _Nodes:
    """All nodes of all trees; `column` -1 for a leaf, children and numbers within their own tree."""

    columns: list[Derived]
    tree: NDArray[np.int64]
    number: NDArray[np.int64]
    column: NDArray[np.int64]
    threshold: NDArray[np.float32]
    missing_left: NDArray[np.bool_]
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: NDArray[np.float64]

    def attributes(self) -> dict[str, Any]:
        leaf = self.column < 0
        return {
            "n_targets": 1, "aggregate_function": "SUM", "post_transform": "NONE",
            "nodes_treeids": self.tree.tolist(), "nodes_nodeids": self.number.tolist(),
            "nodes_featureids": np.maximum(self.column, 0).tolist(),
            "nodes_modes": np.where(leaf, "LEAF", "BRANCH_LEQ").tolist(),
            "nodes_values": self.threshold.tolist(), "nodes_truenodeids": self.left.tolist(),
            "nodes_falsenodeids": self.right.tolist(),
            "nodes_missing_value_tracks_true": self.missing_left.astype(np.int64).tolist(),
            "target_treeids": self.tree[leaf].tolist(), "target_nodeids": self.number[leaf].tolist(),
            "target_ids": [0] * int(leaf.sum()), "target_weights": self.value[leaf].astype(np.float32).tolist(),
        }


def _general(forest: FlatForest) -> _Nodes:
    nodes = forest.nodes.astype(np.int64)
    count = len(nodes)
    leaf = nodes[:, LEFT] == np.arange(count)
    columns, which = _derived(forest, nodes, leaf)
    roots = forest.trees[:, START].astype(np.int64)
    order = np.argsort(roots)
    tree = order[np.searchsorted(roots[order], np.arange(count), side="right") - 1]
    first = roots[tree]
    return _Nodes(
        columns, tree, np.arange(count) - first, np.where(leaf, -1, which),
        np.select([leaf, nodes[:, SET] != 0], [np.float32(0), np.float32(0.5)], thresholds(forest.nodes[:, THRESHOLD])),
        _missing_left(forest, nodes) & ~leaf,
        np.where(leaf, 0, nodes[:, LEFT] - first), np.where(leaf, 0, nodes[:, LEFT] + 1 - first), forest.values,
    )


def _symmetric(forest: FlatForest) -> _Nodes:
    """Each tree as a heap: the root asks for the split of the highest bit, so that leaves stand in their order."""
    depth = forest.trees[:, DEPTH].astype(np.int64)
    sizes = (np.int64(2) << depth) - 1
    if sizes.sum() > _MOST_NODES:
        raise NotFlat("its trees are too large for ONNX")
    tree = np.repeat(np.arange(len(depth)), sizes)
    number = np.arange(len(tree)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    level = np.floor(np.log2(number + 1)).astype(np.int64)
    leaf = level == depth[tree]
    split = np.where(leaf, 0, forest.trees[tree, START] + depth[tree] - 1 - level)
    place = np.where(leaf, forest.trees[tree, LEAVES] + number + 1 - (np.int64(1) << depth[tree]), 0)
    nodes = forest.nodes[split].astype(np.int64) if len(forest.nodes) else np.zeros((len(tree), 4), dtype=np.int64)
    columns = [Derived(int(source)) for source in forest.columns[:, SOURCE]]
    return _Nodes(
        columns, tree, number, np.where(leaf, -1, nodes[:, COLUMN]),
        np.where(leaf, np.float32(0), thresholds(nodes[:, THRESHOLD].astype(np.int32))),
        _missing_left(forest, nodes) & ~leaf,
        np.where(leaf, 0, 2 * number + 1), np.where(leaf, 0, 2 * number + 2), forest.values[place],
    )


def thresholds(keys: NDArray[np.int32]) -> NDArray[np.float32]:
    """The float32 values of keys; what lies just below zero becomes the next float below it."""
    with np.errstate(invalid="ignore"):
        found = from_keys(np.where(keys == _NOT_TWO, keys - 1, keys))
    return np.where(np.isnan(found), np.float32(np.inf), found).astype(np.float32)


def _missing_left(forest: FlatForest, nodes: NDArray[np.int64]) -> NDArray[np.bool_]:
    if not len(forest.columns):
        return np.zeros(len(nodes), dtype=bool)
    mode = forest.columns[nodes[:, COLUMN], MODE]
    return np.asarray((mode == MISSING_LEFT) | ((mode == MISSING_ZERO) & (nodes[:, THRESHOLD] >= 0)))


def _derived(forest: FlatForest, nodes: NDArray[np.int64], leaf: NDArray[np.bool_]) -> tuple[list[Derived], Any]:
    """The distinct columns of a general forest, one for each set of categories, and each node's."""
    if not len(forest.columns):
        return [], np.zeros(len(nodes), dtype=np.int64)
    asked = np.column_stack([np.where(leaf, 0, nodes[:, COLUMN]), np.where(leaf, 0, nodes[:, SET])])
    pairs, which = np.unique(asked, axis=0, return_inverse=True)
    columns = []
    for column, chosen in pairs:
        source, mode = int(forest.columns[column, SOURCE]), int(forest.columns[column, MODE])
        columns.append(Derived(source, _goes_right(forest, int(chosen)) if chosen else None))
        if mode == CODE and not chosen and bool((~leaf & (nodes[:, COLUMN] == column) & (nodes[:, SET] == 0)).any()):
            raise NotFlat("it compares categories by their order")
    return columns, which.reshape(-1)


def _goes_right(forest: FlatForest, chosen: int) -> NDArray[np.float32]:
    """1 for each code (the missing one first) that goes right; codes beyond the set's words are no members."""
    place, members_left = chosen >> 1, chosen & 1
    words = forest.sets[place + 1:place + 1 + int(forest.sets[place])]
    member = (words[:, None] >> np.arange(32, dtype=np.uint32)) & 1
    right = np.append(member.reshape(-1), np.uint32(0)).astype(np.uint32) ^ np.uint32(members_left)
    return right.astype(np.float32)
