"""CatBoost's symmetric trees as a flat forest, read from its JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.models.catboost_categories import Category, Counter, counter_table, one_hot_table
from engine.models.flat_forest import FlatForest, NotFlat, order_keys
from engine.models.flat_kernels import CODE, MISSING_LEFT, MISSING_RIGHT, MIXED, Whole

_ABOVE = "AsTrue"  # a feature whose missing values count as larger than all others
_MOST_ENTRIES = 1 << 22  # of all tables together
Split = Mapping[str, Any]


def read(text: str | bytes, categories: Sequence[int] = ()) -> FlatForest:
    """The forest of a model saved as JSON, whose categories are the texts of the numbers 0 to `categories` - 1.

    Raises `NotFlat` for other trees, texts, embeddings, several outputs and categories without number.
    """
    model = json.loads(text)
    trees = model.get("oblivious_trees")
    if trees is None:
        raise NotFlat("its trees are not symmetric")
    scale, bias = model["scale_and_bias"]
    features = model["features_info"]
    if len(bias) > 1 or not trees:
        raise NotFlat("it has several outputs" if trees else "it has no trees")
    if features.get("text_features") or features.get("embedding_features"):
        raise NotFlat("it has texts or embeddings")
    return _forest(trees, _Columns(features, model.get("ctr_data") or {}, categories), float(scale),
                   float(bias[0]) if bias else 0.0)


def _forest(trees: Sequence[Mapping[str, Any]], columns: _Columns, scale: float, bias: float) -> FlatForest:
    depths = [len(tree["splits"] or ()) for tree in trees]
    leaves = [np.asarray(tree["leaf_values"], dtype=np.float64) for tree in trees]
    if any(len(values) != 1 << depth for values, depth in zip(leaves, depths, strict=True)):
        raise NotFlat("it has several outputs")
    nodes = np.zeros((sum(depths), 4), dtype=np.int32)
    splits = [split for tree in trees for split in tree["splits"] or ()]
    nodes[:, :2] = np.asarray([columns.asked(split) for split in splits], dtype=np.int64).reshape(-1, 2)
    starts = (np.cumsum([0, *depths[:-1]]), depths, np.cumsum([0, *map(len, leaves[:-1])]))
    return FlatForest(
        width=columns.width, columns=columns.whole(), nodes=nodes, values=np.concatenate(leaves),
        trees=np.ascontiguousarray(np.column_stack(starts), dtype=np.int32), sets=np.zeros(1, dtype=np.uint32),
        base=bias, scale=scale, symmetric=True, terms=np.asarray(columns.terms, dtype=np.int32).reshape(-1, 5),
        tables=np.concatenate([np.zeros(0, dtype=np.int32), *columns.tables]),
    )


class _Columns:
    """The columns that splits look at, each made when the first split asks for it."""

    def __init__(self, features: Mapping[str, Any], counters: Mapping[str, Any], categories: Sequence[int]) -> None:
        numbers, texts = features.get("float_features") or (), features.get("categorical_features") or ()
        self._numbers = {int(f["feature_index"]): f for f in numbers}
        self._texts = {int(f["feature_index"]): f for f in texts}
        self._categories = categories
        self._known: dict[tuple[Any, ...], int] = {}
        self._rows: list[tuple[int, ...]] = []
        self._counters = [Counter.read(ctr, counters) for ctr in features.get("ctrs") or ()]
        # Splits are numbered through: thresholds of numbers, then single categories, then those of counters.
        before = sum(len(f.get("borders") or ()) for f in numbers) + sum(len(f.get("values") or ()) for f in texts)
        self._ends = before + np.cumsum([len(counter.borders) for counter in self._counters])
        self.width = max((int(f["flat_feature_index"]) for f in (*numbers, *texts)), default=-1) + 1
        self.terms: list[tuple[int, ...]] = []
        self.tables: list[Whole] = []
        self._entries = 0
        self._hashed: dict[int, Category] = {}

    def asked(self, split: Split) -> tuple[int, int]:
        """The column of a split, and the key above which its bit is 1."""
        if split["split_type"] == "FloatFeature":
            feature = self._numbers[int(split["float_feature_index"])]
            return self._column(("number", *self._number(feature))), _key(split["border"])
        if split["split_type"] == "OneHotFeature":
            return self._column(("one", int(split["cat_feature_index"]), int(split["value"]))), 0
        place = int(np.searchsorted(self._ends, int(split["split_index"]), side="right"))
        return self._column(("counter", place)), _key(split["border"])

    def whole(self) -> Whole:
        """All columns."""
        return np.asarray(self._rows, dtype=np.int32).reshape(-1, 5)

    def _column(self, what: tuple[Any, ...]) -> int:
        if what not in self._known:
            self._rows.append(self._made(*what))
            self._known[what] = len(self._known)
        return self._known[what]

    def _made(self, kind: str, *which: int) -> tuple[int, ...]:
        if kind == "number":
            return (*which, -1, 0, 0)
        if kind == "one":
            self._check_room([self._count(which[0])])
            category = self._category(which[0])
            return self._mixed([(category.feature, CODE, -1, len(category.hashes) - 1, 1)],
                               one_hot_table(category, which[1]))
        counter = self._counters[which[0]]
        sizes = [self._count(place) + 2 for place in counter.categories] + [2] * len(counter.bounds)
        self._check_room(sizes)
        strides = np.cumprod([1, *sizes[:-1]])
        categories = [self._category(place) for place in counter.categories]
        terms = [(category.feature, CODE, -1, len(category.hashes) - 1) for category in categories]
        terms += [(*self._number(self._numbers[place]), -1, _key(bound)) for place, bound in counter.bounds]
        table = counter_table(counter, categories, sizes, strides)
        return self._mixed([(*term, int(stride)) for term, stride in zip(terms, strides, strict=True)],
                           order_keys(table))

    def _mixed(self, terms: list[tuple[int, ...]], table: Whole) -> tuple[int, ...]:
        column = (len(self.terms), MIXED, -1, len(terms), self._entries)
        self.terms += terms
        self.tables.append(table)
        self._entries += len(table)
        return column

    def _number(self, feature: Mapping[str, Any]) -> tuple[int, int]:
        mode = MISSING_RIGHT if feature["nan_value_treatment"] == _ABOVE else MISSING_LEFT
        return int(feature["flat_feature_index"]), mode

    def _check_room(self, sizes: Sequence[int]) -> None:
        if self._entries + math.prod(sizes) > _MOST_ENTRIES:
            raise NotFlat("it combines too many categories")

    def _count(self, place: int) -> int:
        feature = int(self._texts[place]["flat_feature_index"])
        if not (feature < len(self._categories) and self._categories[feature]):
            raise NotFlat("the number of its categories is not known")
        return self._categories[feature]

    def _category(self, place: int) -> Category:
        if place not in self._hashed:
            feature = int(self._texts[place]["flat_feature_index"])
            self._hashed[place] = Category.numbered(feature, self._count(place))
        return self._hashed[place]


def _key(border: float) -> int:
    keys: NDArray[np.int32] = order_keys(np.asarray([border], dtype=np.float32))
    return int(keys[0])
