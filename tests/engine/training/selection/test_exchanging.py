"""Losses of exchanged values are those of rows scored one by one; repetitions that cannot matter are not made."""

from dataclasses import replace

import numpy as np
import pytest

from engine.data.schema import Feature, FeatureSchema, Kind
from engine.evaluation.metrics import losses
from engine.progress import Progress
from engine.training.config import ValidationOptions
from engine.training.selection import methods
from engine.training.selection.exchanging import Exchanged, groups
from engine.training.selection.material import material
from engine.training.selection.options import Method, SelectionOptions
from engine.training.task import Task
from engine.training.validation import plan
from tests.engine.training.selection.planted import planted
from tests.engine.training.worlds import quick

LIBRARIES = ("lightgbm", "xgboost", "catboost")


def odd(*, categories):
    """Missing, rounded and repeated values, a column of zeros, and categories."""
    table, random = planted(900, seed=3, true=3, noise=3), np.random.default_rng(0)
    matrix = table.matrix.copy()
    matrix[random.random(matrix.shape) < 0.1] = np.nan
    matrix[:, 1] = np.round(matrix[:, 1], 1)
    matrix[:, 2] = 0
    features = list(table.schema.features)
    if categories:
        matrix[:, 4] = random.integers(0, 5, len(matrix))
        features[4] = Feature(features[4].name, Kind.CATEGORY, tuple("abcde"))
    return replace(table, schema=FeatureSchema(tuple(features)), matrix=matrix)


def ground(table, kind="lightgbm"):
    task, config = Task(table, plan(table, ValidationOptions(folds=2))), quick(kind, rounds=30)
    return material(task.source(config), task.plan, config)


@pytest.mark.parametrize("categories", [False, True])
@pytest.mark.parametrize("kind", LIBRARIES)
def test_a_loss_looked_up_is_that_of_the_library_scoring_the_exchanged_rows(kind, categories):
    land = ground(odd(categories=categories), kind)
    fold = land.folds()[-1]
    fitted = land.early_stopped(fold.train, Progress())
    found, random = Exchanged(land, fitted, fold.test), np.random.default_rng(1)
    orders = np.stack([random.permutation(len(fold.test)) for _ in range(3)])
    rows, label = land.source.matrix[fold.test], land.source.label[fold.test]
    unchanged = losses(label, fitted.probability(rows, threads=1)).sum()
    for column in range(land.width):
        told = found.loss(column, orders)
        for order, loss in zip(orders, told, strict=True):
            exchanged = rows.copy()
            exchanged[:, column] = rows[order, column]
            asked = fitted.model.importance()[column] > 0
            expected = losses(label, fitted.probability(exchanged, threads=1)).sum()
            assert loss == pytest.approx(expected, rel=1e-6) if asked else expected == pytest.approx(unchanged)
    assert found.loss(0, np.arange(len(rows))[None]) == pytest.approx(unchanged, rel=1e-6)


def test_a_table_too_large_to_keep_is_scored_order_by_order_with_the_same_losses(monkeypatch):
    land = ground(odd(categories=False))
    fold = land.folds()[-1]
    fitted = land.early_stopped(fold.train, Progress())
    orders = land.orders(len(fold.test), 4, np.random.default_rng(2))
    looked_up = [Exchanged(land, fitted, fold.test).loss(column, orders) for column in range(land.width)]
    monkeypatch.setattr("engine.training.selection.exchanging._CELLS", 0)
    directly = [Exchanged(land, fitted, fold.test).loss(column, orders) for column in range(land.width)]
    np.testing.assert_array_equal(looked_up, directly)


def test_values_between_the_same_thresholds_are_one_group_and_those_on_one_or_missing_are_others():
    values = np.asarray([0.1, 1.0, 0.9, np.nan, 2.0, np.nan, 1.5, 0.1], dtype=np.float32)
    codes, shown = groups(values, np.asarray([1.0], dtype=np.float32))
    assert codes.tolist() == [0, 1, 0, 3, 2, 3, 2, 0]
    np.testing.assert_array_equal(shown, np.asarray([0.1, 1.0, 2.0, np.nan], dtype=np.float32))
    assert len(groups(values, None)[1]) == 6


@pytest.mark.parametrize("method", [Method.IMPORTANCE, Method.STABILITY])
def test_repetitions_end_once_no_verdict_can_change_and_the_verdicts_are_those_of_all(method, monkeypatch):
    land = ground(planted(1200, seed=5, true=2, noise=4, strength=1.5))
    made, plain = [], methods._beside_copies

    def counted(*args):
        made.append(1)
        return plain(*args)

    monkeypatch.setattr(methods, "_beside_copies", counted)
    options = SelectionOptions(method=method, repetitions=20)
    early = methods.judge(land, options, Progress())
    few = len(made)
    monkeypatch.setattr(methods, "_decided", lambda *_: False)
    whole = methods.judge(land, options, Progress())
    assert early.kept.tolist() == whole.kept.tolist()
    assert 12 <= few < len(made) - few == 20


def test_a_column_that_a_few_permutations_reach_is_judged_by_more_of_them(monkeypatch):
    land = ground(planted(1200, seed=6, true=2, noise=4, strength=1.5))
    asked, plain = [], methods._Test.go_on

    def followed(test, ground_, until, progress):
        asked.append(until)
        plain(test, ground_, until, progress)

    monkeypatch.setattr(methods._Test, "go_on", followed)
    monkeypatch.setattr(methods, "holm", lambda p: np.ones(len(p)))  # nothing is ever clear
    judged = methods.judge(land, SelectionOptions(method=Method.PERMUTATION, level=0.05), Progress())
    assert max(asked) == 5 * 6 / 0.05
    assert not judged.kept.any()
