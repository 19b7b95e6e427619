"""CatBoost's symmetric trees as a flat forest, read from its JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from engine.models.flat_forest import FlatForest, NotFlat, distinct_columns, order_keys
from engine.models.flat_kernels import MISSING_LEFT, MISSING_RIGHT

_ABOVE = "AsTrue"  # a feature whose missing values count as larger than all others
Split = Mapping[str, Any]


def read(text: str | bytes) -> FlatForest:
    """The forest of a model saved as JSON; raises `NotFlat` for other trees, texts, embeddings and several outputs."""
    model = json.loads(text)
    trees = model.get("oblivious_trees")
    if trees is None:
        raise NotFlat("its trees are not symmetric")
    scale, bias = model["scale_and_bias"]
    if len(bias) > 1:
        raise NotFlat("it has several outputs")
    features = model["features_info"]
    if any(features.get(kind) for kind in ("categorical_features", "text_features", "embedding_features")):
        raise NotFlat("it has categories")
    return _forest(trees, features["float_features"], float(scale), float(bias[0]) if bias else 0.0)


def _forest(trees: Sequence[Mapping[str, Any]], features: Sequence[Any], scale: float, bias: float) -> FlatForest:
    depths = [len(tree["splits"] or ()) for tree in trees]
    splits = [split for tree in trees for split in tree["splits"] or ()]
    if not trees:
        raise NotFlat("it has no trees")
    leaves = [np.asarray(tree["leaf_values"], dtype=np.float64) for tree in trees]
    if any(len(values) != 1 << depth for values, depth in zip(leaves, depths, strict=True)):
        raise NotFlat("it has several outputs")
    columns, which = _columns(splits, features)
    nodes = np.zeros((len(splits), 4), dtype=np.int32)
    nodes[:, 0] = which
    nodes[:, 1] = order_keys(np.asarray([split["border"] for split in splits], dtype=np.float32))
    starts = (np.cumsum([0, *depths[:-1]]), depths, np.cumsum([0, *map(len, leaves[:-1])]))
    return FlatForest(
        width=max((int(f["flat_feature_index"]) for f in features), default=-1) + 1, columns=columns, nodes=nodes,
        trees=np.ascontiguousarray(np.column_stack(starts), dtype=np.int32), values=np.concatenate(leaves),
        sets=np.zeros(1, dtype=np.uint32), base=bias, scale=scale, symmetric=True,
    )


def _columns(splits: Sequence[Split], features: Sequence[Mapping[str, Any]]) -> tuple[Any, Any]:
    known = {int(f["feature_index"]): f for f in features}
    asked = [known[int(split["float_feature_index"])] for split in splits]
    mode = [MISSING_RIGHT if f["nan_value_treatment"] == _ABOVE else MISSING_LEFT for f in asked]
    return distinct_columns(np.asarray([f["flat_feature_index"] for f in asked], dtype=np.intp),
                            np.asarray(mode, dtype=np.intp))
