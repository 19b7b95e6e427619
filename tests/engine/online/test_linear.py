"""The linear twin against River itself, and its two ways of computing against each other."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from engine.errors import WorkbenchError
from engine.online import loops
from engine.online.kernels import LABEL, SIGNAL
from engine.online.linear import LinearModel, rates_of
from engine.online.options import LearnerOptions


def _rows(rows: int, width: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    matrix = rng.normal(size=(rows, width)) * rng.choice([0.01, 1, 1000], width) + rng.choice([0, 5, 1e4], width)
    matrix[:, -1] = 3.0  # a column that never moves
    label = (rng.random(rows) < 0.4).astype(np.int8)
    matrix[rng.random((rows, width)) < 0.1] = np.nan
    return matrix, label, rng.random(rows) * 3


def _alternating(label: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    rows = len(label)
    op = np.tile(np.asarray([SIGNAL, LABEL], dtype=np.int8), rows)
    return op, np.repeat(np.arange(rows), 2), np.repeat(label, 2), np.repeat(np.arange(rows), 2)


def _mapping(row: np.ndarray) -> dict[str, float]:
    return {str(place): value for place, value in enumerate(row.tolist()) if value == value}


@pytest.mark.parametrize(("rate", "l2", "seed"), [(0.005, 0.0, 1), (0.05, 0.01, 2), (1.0, 0.0, 3)])
def test_every_prediction_is_rivers_with_weights_penalty_and_missing_values(
    river_pipeline: Any, rate: float, l2: float, seed: int
) -> None:
    matrix, label, weight = _rows(1500, 7, seed)
    twin = LinearModel(7, rates_of(LearnerOptions(learning_rate=rate, l2=l2)))
    river = river_pipeline(rate, l2)
    for row, won, heft in zip(matrix, label, weight, strict=True):
        mapping = _mapping(row)
        assert abs(twin.predict(row) - river.predict_proba_one(mapping)[True]) <= 1e-12
        twin.learn(row, int(won), float(heft))
        river.learn_one(mapping, bool(won), w=float(heft))
    theirs = river["LogisticRegression"].weights
    np.testing.assert_allclose(twin.arrays.weights, [theirs[str(place)] for place in range(7)], atol=1e-12)


def _fade(river: Any, row: dict[str, float], keep: float) -> None:
    """What a half-life means, put upon River's own pipeline from outside: what was learnt counts `keep` times as much.
    """
    scaler, regression = river["StandardScaler"], river["LogisticRegression"]
    for name in row:
        scaler.counts[name] *= keep
    for name in list(regression._weights.keys()):
        regression._weights[name] *= keep


def test_with_decay_every_prediction_is_that_of_a_river_pipeline_that_is_faded_before_each_label(
    river_pipeline: Any
) -> None:
    matrix, label, weight = _rows(3000, 6, 8)
    twin = LinearModel(6, rates_of(LearnerOptions(learning_rate=0.02, half_life_events=150)))
    river, worst = river_pipeline(0.02), 0.0
    for row, won, heft in zip(matrix, label, weight, strict=True):
        mapping = _mapping(row)
        worst = max(worst, abs(twin.predict(row) - river.predict_proba_one(mapping)[True]))
        twin.learn(row, int(won), float(heft))
        _fade(river, mapping, 0.5 ** (1 / 150))
        river.learn_one(mapping, bool(won), w=float(heft))
    assert worst <= 1e-9
    assert twin.effective_window == pytest.approx(1 / (1 - 0.5 ** (1 / 150)), rel=1e-3)


def test_the_compiled_loop_gives_the_same_bits_as_numpy() -> None:
    matrix, label, weight = _rows(800, 5, 4)
    rates = rates_of(LearnerOptions(learning_rate=0.02, l2=0.001, half_life_events=200, half_life_hours=1e-9))
    stepwise, bulk, plain = LinearModel(5, rates), LinearModel(5, rates), LinearModel(5, rates)
    events = _alternating(label)
    scores, reference = np.empty(800), np.empty(800)
    bulk.run(*events, matrix, weight, scores)
    loops.plain().model_pass(*events, matrix, weight, plain.arrays, rates, reference, np.empty((2, 5)))
    one_by_one = []
    for place, row in enumerate(matrix):
        one_by_one.append(stepwise.predict(row))
        stepwise.learn(row, int(label[place]), float(weight[place]), float(place))
    assert scores.tolist() == one_by_one == reference.tolist()
    assert bulk.state() == stepwise.state() == plain.state()


@pytest.mark.parametrize(("name", "accuracy", "f1"), [("Bananas", 0.543208, 0.197015), ("Phishing", 0.8872, 0.871233)])
def test_rivers_published_figures_come_out_to_the_last_digit(name: str, accuracy: float, f1: float) -> None:
    from river import datasets, metrics

    rows = list(getattr(datasets, name)())
    names = list(rows[0][0])
    model = LinearModel(len(names), rates_of(LearnerOptions(learning_rate=0.005)))
    right, score = metrics.Accuracy(), metrics.F1()
    for mapping, won in rows:
        row = np.asarray([mapping[key] for key in names], dtype=float)
        said = model.predict(row) > 0.5
        right.update(won, said)
        score.update(won, said)
        model.learn(row, int(won))
    assert (round(right.get(), 6), round(score.get(), 6)) == (accuracy, f1)


def test_bulk_scores_are_the_row_by_row_scores() -> None:
    matrix, label, _ = _rows(300, 6, 5)
    model = LinearModel(6, rates_of(LearnerOptions(learning_rate=0.1)))
    for row, won in zip(matrix, label, strict=True):
        model.learn(row, int(won))
    np.testing.assert_allclose(model.predict_many(matrix), [model.predict(row) for row in matrix], atol=1e-14)


def test_state_goes_through_json_and_learning_goes_on_bit_for_bit() -> None:
    matrix, label, _ = _rows(600, 4, 6)
    model = LinearModel(4, rates_of(LearnerOptions(learning_rate=0.01, half_life_events=50)))
    for row, won in zip(matrix[:300], label[:300], strict=True):
        model.learn(row, int(won))
    twin = LinearModel.from_state(json.loads(json.dumps(model.state())))
    for row, won in zip(matrix[300:], label[300:], strict=True):
        assert twin.predict(row) == model.predict(row)
        model.learn(row, int(won))
        twin.learn(row, int(won))
    assert twin.state() == model.state()


def test_a_river_pipeline_goes_on_where_the_twin_stands() -> None:
    matrix, label, _ = _rows(400, 4, 7)
    names = tuple(str(place) for place in range(4))
    model = LinearModel(4, rates_of(LearnerOptions(learning_rate=0.01)))
    for row, won in zip(matrix[:200], label[:200], strict=True):
        model.learn(row, int(won))
    river = model.to_river(names)
    for row, won in zip(matrix[200:], label[200:], strict=True):
        assert abs(river.predict_proba_one(_mapping(row))[True] - model.predict(row)) <= 1e-12
        model.learn(row, int(won))
        river.learn_one(_mapping(row), bool(won))


def test_a_missing_value_counts_as_the_running_mean() -> None:
    matrix, label, _ = _rows(200, 3, 8)
    model = LinearModel(3, rates_of(LearnerOptions(learning_rate=0.1)))
    for row, won in zip(matrix, label, strict=True):
        model.learn(row, int(won))
    gap, filled = np.asarray([np.nan, 1.0, 3.0]), np.asarray([model.arrays.means[0], 1.0, 3.0])
    assert model.predict(gap) == model.predict(filled)


def test_new_columns_change_nothing_until_they_are_learnt() -> None:
    model = LinearModel(2, rates_of(LearnerOptions(learning_rate=0.1)))
    for place in range(20):
        model.learn(np.asarray([place, -place], dtype=float), place % 2)
    before = model.predict(np.asarray([3.0, 1.0]))
    model.grow(4)
    assert model.width == 4
    assert model.predict(np.asarray([3.0, 1.0, 99.0, np.nan])) == before


def test_decay_keeps_a_window_of_its_half_life() -> None:
    model = LinearModel(1, rates_of(LearnerOptions(half_life_events=100)))
    for place in range(3000):
        model.learn(np.asarray([float(place % 7)]), place % 2)
    assert model.effective_window == pytest.approx(1 / (1 - 0.5 ** (1 / 100)), rel=1e-3)


def test_a_shift_of_a_column_is_forgotten_with_decay_and_not_without() -> None:
    models = [LinearModel(1, rates_of(LearnerOptions(half_life_events=half_life))) for half_life in (0, 50)]
    for place in range(2000):
        for model in models:
            model.learn(np.asarray([0.0 if place < 1000 else 10.0]), place % 2)
    assert models[0].arrays.means[0] == pytest.approx(5.0)
    assert models[1].arrays.means[0] == pytest.approx(10.0, abs=0.01)


@pytest.mark.parametrize("spoil", [{"weights": ["zz"]}, {"means": []}, {"rates": None}])
def test_a_damaged_state_is_refused_in_words(spoil: dict[str, Any]) -> None:
    state = LinearModel(2, rates_of(LearnerOptions())).state() | spoil
    with pytest.raises(WorkbenchError, match="not usable"):
        LinearModel.from_state(state)
