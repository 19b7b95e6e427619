"""Exact TreeSHAP on flat forests: the libraries' own values, and Shapley's definition counted out."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest

from engine.models import flat_proof, flat_shap, flat_shap_kernels
from engine.models.base import BoostedModel
from engine.models.fit_data import FitData, Knobs
from engine.models.flat_forest import FlatForest, NotFlat
from engine.models.flat_kernels import COLUMN, LEFT, SOURCE, THRESHOLD
from engine.models.flat_numpy import column_keys
from engine.models.flat_shap import MACHINE, Explainer, explainer
from engine.models.lightgbm_model import LightGBMModel
from tests.engine.models.forests import CATEGORIES, EXPRESSIBLE, fitted

GENERAL = [name for name in EXPRESSIBLE if not name.startswith("catboost")]


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    assert MACHINE.prepare() is not None, MACHINE.failure


def made(model: BoostedModel) -> Explainer:
    return explainer(flat_proof.read(model, CATEGORIES))


@pytest.mark.parametrize("name", GENERAL)
def test_contributions_are_the_librarys_own(name: str) -> None:
    model = EXPRESSIBLE[name]()
    explaining = made(model)
    rows = flat_proof.trying_rows(explaining.forest, 70, model.width, seed=3)
    found, native = explaining.contributions(rows), model.contributions(rows)
    np.testing.assert_allclose(found, native, rtol=0, atol=1e-5 if model.name == "xgboost" else 1e-9)
    np.testing.assert_allclose(found.sum(axis=1), model.margin(rows), rtol=0,
                               atol=1e-5 if model.name == "xgboost" else 1e-9)
    flat_shap.prove(explaining, model)


def test_contributions_are_shapley_values_by_their_definition() -> None:
    random = np.random.default_rng(5)
    matrix = random.normal(size=(300, 4)).astype(np.float32)
    label = (matrix[:, 0] * matrix[:, 1] + matrix[:, 2] + random.normal(size=300) > 0).astype(np.int8)
    explaining = made(LightGBMModel.fit(FitData(matrix, label), Knobs(rounds=3, max_depth=6)))
    for row, found in zip(matrix[:5], explaining.contributions(matrix[:5]), strict=True):
        np.testing.assert_allclose(found[:-1], counted_out(explaining.forest, row), rtol=0, atol=1e-12)


def counted_out(forest: FlatForest, row: np.ndarray) -> np.ndarray:
    keys, width = column_keys(forest, row[None, :])[0], forest.width

    def expected(node: int, known: set[int]) -> float:
        left = forest.nodes[node, LEFT]
        if left == node:
            return float(forest.values[node])
        column = forest.nodes[node, COLUMN]
        if forest.columns[column, SOURCE] in known:
            return expected(left + int(keys[column] > forest.nodes[node, THRESHOLD]), known)
        return sum(expected(child, known) * forest.cover[child] for child in (left, left + 1)) / forest.cover[node]

    def value(known: set[int]) -> float:
        return sum(expected(int(root), known) for root in forest.trees[:, 0])

    phi = np.zeros(width)
    for feature in range(width):
        others = [other for other in range(width) if other != feature]
        for size in range(width):
            weight = math.factorial(size) * math.factorial(width - size - 1) / math.factorial(width)
            for known in itertools.combinations(others, size):
                phi[feature] += weight * (value({*known, feature}) - value(set(known)))
    return phi


def test_plain_loops_give_what_the_compiled_ones_give() -> None:
    explaining = made(fitted("lightgbm", (3, 5), rounds=3))
    rows = flat_proof.trying_rows(explaining.forest, 3, 8, seed=4)
    out = np.zeros((3, 9))
    flat_shap_kernels.explain(
        column_keys(explaining.forest, rows), explaining.forest.nodes, explaining.forest.sets, explaining.trees,
        explaining.forest.values, explaining.above, explaining.share, explaining.feature, explaining.points,
        explaining.weights, explaining.sizes, out)
    np.testing.assert_allclose(out[:, :-1], explaining.contributions(rows)[:, :-1], rtol=0, atol=1e-12)


def test_neither_threads_nor_the_number_of_rows_matter() -> None:
    explaining = made(fitted("xgboost"))
    rows = flat_proof.trying_rows(explaining.forest, 77, 8, seed=5)
    whole = explaining.contributions(rows)
    np.testing.assert_array_equal(explaining.contributions(rows, threads=3), whole)
    np.testing.assert_allclose(explaining.contributions(rows[5:6])[0], whole[5], rtol=0, atol=1e-12)
    assert explaining.contributions(rows[:0]).shape == (0, 9)


def test_forests_without_counts_cannot_be_explained() -> None:
    forest = flat_proof.read(fitted("xgboost"))
    for broken in (flat_proof.read(fitted("catboost")), replace(forest, cover=np.zeros(0))):
        with pytest.raises(NotFlat, match="how many rows"):
            explainer(broken)
    with pytest.raises(NotFlat, match="met no rows"):
        explainer(replace(forest, cover=forest.cover * (np.arange(len(forest.cover)) != 2)))


def test_other_values_are_not_believed() -> None:
    model = fitted("lightgbm")
    explaining = made(model)
    with pytest.raises(NotFlat, match="does"):
        flat_shap.prove(replace(explaining, share=explaining.share * 0.999), model)
