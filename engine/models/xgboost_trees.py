"""XGBoost's trees as a flat forest, read from its JSON."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.models.flat_forest import FlatForest, Nodes, NotFlat, bit_sets, general, order_keys
from engine.models.flat_kernels import CODE, MISSING_LEFT, MISSING_RIGHT, Words


def read(text: str | bytes) -> FlatForest:
    """The forest of a model saved as JSON; raises `NotFlat` for DART, linear models and several outputs."""
    learner = json.loads(text)["learner"]
    booster, size = learner["gradient_booster"], learner["learner_model_param"]
    if booster["name"] != "gbtree":
        raise NotFlat(f"its booster is {booster['name']}")
    trees = booster["model"]["trees"]
    if any(booster["model"]["tree_info"]) or any(t["tree_param"]["size_leaf_vector"] not in "01" for t in trees):
        raise NotFlat("it has several outputs")
    if not trees:
        raise NotFlat("it has no trees")
    nodes, sets = _nodes(trees)
    return general(nodes, int(size["num_feature"]), sets, base=_base_margin(size["base_score"]), single=True)


def _base_margin(stated: str) -> float:
    """The margin of the base score, which is kept as a probability and turned over in single precision."""
    chance = np.float32(float(stated.strip("[]").split(",")[0]))
    if not 0 < chance < 1:
        raise NotFlat("its base score is no probability")
    return float(np.float32(-math.log(float(np.float32(1.0) / chance - np.float32(1.0)))))


def _nodes(trees: list[dict[str, Any]]) -> tuple[Nodes, Words]:
    counts = [len(tree["left_children"]) for tree in trees]
    roots = np.cumsum([0, *counts[:-1]])
    shift = np.repeat(roots, counts)
    left, right = (_joined(trees, f"{side}_children", np.intp) for side in ("left", "right"))
    inner = left >= 0
    condition = _joined(trees, "split_conditions", np.float32)
    categorical = (_joined(trees, "split_type", np.intp) == 1) & inner
    to_left = _joined(trees, "default_left", np.intp) == 1
    chosen = np.zeros(len(left), dtype=np.int64)
    chosen[categorical], sets = _sets(trees, roots, to_left)
    return Nodes(
        feature=_joined(trees, "split_indices", np.intp),
        mode=np.where(categorical, CODE, np.where(to_left, MISSING_LEFT, MISSING_RIGHT)),
        threshold=order_keys(condition).astype(np.int64) - 1,  # x < t of whole numbers is x <= t - 1
        left=np.where(inner, left + shift, -1), right=np.where(inner, right + shift, -1), chosen=chosen,
        value=np.where(inner, 0.0, condition.astype(np.float64)), roots=roots,
        cover=_joined(trees, "sum_hessian", np.float64),
    ), sets


def _sets(trees: list[dict[str, Any]], roots: NDArray[np.intp], to_left: NDArray[np.bool_]) -> tuple[Any, Words]:
    """Each categorical node's set, whose members go right as the missing value may."""
    members = []
    for tree, root in zip(trees, roots, strict=True):
        codes = np.asarray(tree["categories"], dtype=np.int64)
        parts = zip(tree["categories_nodes"], tree["categories_segments"], tree["categories_sizes"], strict=True)
        members += [(root + node, codes[start:start + size]) for node, start, size in parts]
    members.sort(key=lambda pair: int(pair[0]))
    missing = [np.zeros(0 if to_left[node] else 1, dtype=np.int64) for node, _ in members]
    places, words = bit_sets([np.concatenate([none, codes + 1])
                              for none, (_, codes) in zip(missing, members, strict=True)])
    return places * 2, words


def _joined(trees: list[dict[str, Any]], key: str, kind: Any) -> Any:
    return np.concatenate([np.asarray(tree[key], dtype=kind) for tree in trees])

