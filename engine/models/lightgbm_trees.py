"""LightGBM's trees as a flat forest, read from its text format."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.models.flat_forest import (
    NEGLIGIBLE,
    FlatForest,
    Nodes,
    NotFlat,
    bit_sets,
    general,
    order_keys,
    rounded_down,
)
from engine.models.flat_kernels import CODE, MISSING_LEFT, MISSING_RIGHT, MISSING_ZERO, ZERO_LEFT, ZERO_RIGHT, Words

_CATEGORICAL, _DEFAULT_LEFT = 1, 2
_NONE, _ZERO, _NAN = 0, 1, 2  # what counts as missing at a node
Tree = Mapping[str, str]


def read(text: str) -> FlatForest:
    """The forest of a model in text; raises `NotFlat` for linear leaves, averaged forests and several outputs."""
    head, *blocks = text.partition("\nend of trees")[0].split("\nTree=")
    stated = _fields(head)
    if stated.get("num_class") != "1" or stated.get("num_tree_per_iteration") != "1":
        raise NotFlat("it has several outputs")
    if "\naverage_output" in head:
        raise NotFlat("its trees are averaged")
    trees = [_fields(block) for block in blocks]
    if any(tree.get("is_linear", "0") != "0" for tree in trees):
        raise NotFlat("its leaves are linear")
    if not trees:
        raise NotFlat("it has no trees")
    nodes, sets = _nodes(trees)
    return general(nodes, int(stated["max_feature_idx"]) + 1, sets, base=0.0, single=False)


def _fields(block: str) -> Tree:
    return dict(line.split("=", 1) for line in block.splitlines() if "=" in line)


def _nodes(trees: list[Tree]) -> tuple[Nodes, Words]:
    """In each tree first the inner nodes, then the leaves, which LightGBM numbers -1, -2 and so on."""
    leaves = np.asarray([int(tree["num_leaves"]) for tree in trees])
    roots = np.cumsum([0, *(2 * leaves - 1)[:-1]])
    tree = np.repeat(np.arange(len(trees)), leaves - 1)
    inner = roots[tree] + np.arange(len(tree)) - (np.cumsum(leaves - 1) - (leaves - 1))[tree]
    leaf_tree = np.repeat(np.arange(len(trees)), leaves)
    leaf = (roots + leaves - 1)[leaf_tree] + np.arange(len(leaf_tree)) - (np.cumsum(leaves) - leaves)[leaf_tree]
    kind, threshold = _joined(trees, "decision_type", np.int64), _joined(trees, "threshold", np.float64)
    chosen, sets = _sets(trees, kind, threshold)

    def spread(values: Any, where: Any, rest: float, dtype: Any) -> Any:
        whole = np.full(int((2 * leaves - 1).sum()), rest, dtype=dtype)
        whole[where] = values
        return whole

    def child(side: str) -> Any:
        number = _joined(trees, f"{side}_child", np.int64)
        return np.where(number >= 0, roots[tree] + number, (roots + leaves - 1)[tree] + ~number)

    cover = spread(_joined(trees, "internal_count", np.float64), inner, 0.0, np.float64)
    cover[leaf] = _joined(trees, "leaf_count", np.float64)
    return Nodes(
        feature=spread(_joined(trees, "split_feature", np.int64), inner, 0, np.intp),
        mode=spread(_modes(kind), inner, 0, np.intp),
        threshold=spread(_thresholds(threshold), inner, 0, np.int64),
        left=spread(child("left"), inner, -1, np.intp), right=spread(child("right"), inner, -1, np.intp),
        chosen=spread(chosen, inner, 0, np.int64),
        value=spread(_joined(trees, "leaf_value", np.float64), leaf, 0.0, np.float64),
        cover=cover, roots=roots,
    ), sets


def _modes(kind: NDArray[np.int64]) -> NDArray[np.int64]:
    missing, to_left = (kind >> 2) & 3, (kind & _DEFAULT_LEFT) != 0
    by_nan = np.where(to_left, MISSING_LEFT, MISSING_RIGHT)
    by_zero = np.where(to_left, ZERO_LEFT, ZERO_RIGHT)
    number = np.choose(missing, [np.full_like(kind, MISSING_ZERO), by_zero, by_nan])
    return np.where(kind & _CATEGORICAL, CODE, number)


def _thresholds(threshold: NDArray[np.float64]) -> NDArray[np.int64]:
    """Keys at or below which a value goes left. What is nearly zero is read as zero, so no threshold lies there."""
    near = np.abs(threshold) <= NEGLIGIBLE
    below = np.nextafter(-NEGLIGIBLE, np.float32(-1))
    whole = np.where(near, np.where(threshold >= 0, NEGLIGIBLE, below), rounded_down(threshold))
    return order_keys(whole.astype(np.float32)).astype(np.int64)


def _sets(trees: list[Tree], kind: NDArray[np.int64], threshold: NDArray[np.float64]) -> tuple[Any, Words]:
    """Each categorical node's set, whose members go left; the missing value and unknown categories go right."""
    members: list[NDArray[np.int64]] = []
    first = np.zeros(len(trees), dtype=np.int64)  # each tree's first set among all
    for place, tree in enumerate(trees):
        first[place] = len(members)
        if int(tree.get("num_cat", "0")):
            bounds = np.asarray(tree["cat_boundaries"].split(), dtype=np.int64)
            words = np.asarray(tree["cat_threshold"].split(), dtype=np.uint32)
            members += [_codes(words[start:end]) + 1 for start, end in itertools.pairwise(bounds)]
    places, packed = bit_sets(members)
    owner = np.repeat(np.arange(len(trees)), [int(tree["num_leaves"]) - 1 for tree in trees])
    categorical = (kind & _CATEGORICAL) != 0
    chosen = np.zeros(len(kind), dtype=np.int64)
    which = first[owner[categorical]] + threshold[categorical].astype(np.int64)
    chosen[categorical] = places[which] * 2 + 1
    return chosen, packed


def _codes(words: NDArray[np.uint32]) -> NDArray[np.int64]:
    bits = (words[:, None] >> np.arange(32, dtype=np.uint32)) & 1
    return np.flatnonzero(bits.reshape(-1))


def _joined(trees: list[Tree], key: str, kind: Any) -> Any:
    return np.asarray(" ".join(tree.get(key, "") for tree in trees).split(), dtype=kind)
