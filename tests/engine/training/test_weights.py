"""Weights are never negative, their scale does not matter, and their shift of the odds is taken back."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from engine.errors import WorkbenchError
from engine.library import runs
from engine.library.store import Workspace
from engine.models import LIBRARIES
from engine.training.config import TrainingConfig, Weighting
from engine.training.fitting import Source, fit_forest
from engine.training.trainer import train_models
from engine.training.weights import (
    FitWeights,
    ages,
    fit_weights,
    from_given,
    from_realized_r,
    kish,
    map_words,
    recency,
)
from tests.engine.training.worlds import quick, signals

FINITE = st.floats(-20, 20, allow_nan=False)


@given(arrays(np.float64, st.integers(1, 50), elements=FINITE))
def test_realized_r_becomes_positive_weights_of_mean_one_bounded_in_ratio(rr: np.ndarray) -> None:
    weight = from_realized_r(rr)
    assert (weight > 0).all()
    assert weight.mean() == pytest.approx(1)
    assert weight.max() <= 30.0001 * weight.min()


def test_the_map_is_the_one_that_is_stated() -> None:
    np.testing.assert_allclose(from_realized_r(np.asarray([-1.0, 0.0, 2.0, -8.0])),
                               np.asarray([1.0, 0.1, 2.0, 3.0]) / 1.525)


def test_unknown_r_is_refused_with_the_rows_named() -> None:
    with pytest.raises(WorkbenchError, match="rows 1, 3"):
        from_realized_r(np.asarray([1.0, np.nan, 2.0, np.inf]))


def test_given_weights_with_negative_values_are_taken_as_realized_r_and_said_so() -> None:
    weight, words = from_given(np.asarray([1.0, -1.0]), 2)
    np.testing.assert_array_equal(weight, [1, 1])
    assert "negative values: taken as realized R" in words


def test_given_weights_keep_their_proportions() -> None:
    weight, words = from_given(np.asarray([2.0, 4.0, 6.0]), 3)
    np.testing.assert_allclose(weight, [0.5, 1.0, 1.5])
    assert words == ""


@pytest.mark.parametrize("wrong", [[np.nan, 1.0], [np.inf, 1.0], [0.0, 0.0]])
def test_impossible_weights_are_refused(wrong: list[float]) -> None:
    with pytest.raises(WorkbenchError, match="row"):
        from_given(np.asarray(wrong), 2)


def test_the_offset_of_a_class_factor_is_minus_its_logarithm() -> None:
    label = np.asarray([1, 0, 0, 0], dtype=np.int8)
    found = fit_weights(label, None, 2.5)
    assert found.weight is not None
    np.testing.assert_allclose(found.weight, [2.5, 1, 1, 1])
    assert found.offset == pytest.approx(-math.log(2.5))
    np.testing.assert_allclose(found.of_watched(label), [2.5, 1, 1, 1])


def test_balanced_gives_wins_and_losses_the_same_total() -> None:
    label = np.asarray([1, 0, 0, 0, 1, 0], dtype=np.int8)
    sample = np.asarray([2.0, 1, 1, 1, 0.5, 0.5])
    found = fit_weights(label, sample, "balanced")
    assert found.weight is not None
    assert found.weight[label == 1].sum() == pytest.approx(found.weight[label == 0].sum())


def test_without_weights_there_is_nothing_to_take_back() -> None:
    found = fit_weights(np.asarray([1, 0], dtype=np.int8), None, 1.0)
    assert found.weight is None
    assert found.offset == 0
    assert found.of_watched(np.asarray([1], dtype=np.int8)) is None


def test_recency_halves_with_each_half_life_and_takes_the_newest_base_rate() -> None:
    label = np.asarray([0, 0, 0, 1, 1, 1], dtype=np.int8)
    fresh = recency(np.arange(6.0))
    assert fresh is not None
    np.testing.assert_allclose(fresh, [1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1])
    found = fit_weights(label, None, 1.0, fresh)
    assert found.weight is not None
    assert found.weight.mean() == pytest.approx(1)
    assert found.offset == pytest.approx(0), "that late wins count more is wished for and not taken back"
    assert fit_weights(label, None, 2.0, fresh).offset == pytest.approx(-math.log(2))


def test_very_old_rows_do_not_make_all_weights_vanish() -> None:
    old = recency(np.linspace(0, 5000, 100)[:10])
    assert old is not None
    assert old.max() == 1


@given(arrays(np.float64, st.integers(2, 40), elements=st.floats(0.01, 50)), st.floats(0.001, 1000))
def test_the_scale_of_weights_does_not_matter(weight: np.ndarray, factor: float) -> None:
    label = (np.arange(len(weight)) % 2).astype(np.int8)
    one, scaled = (fit_weights(label, each, "balanced") for each in (weight, weight * factor))
    assert one.weight is not None
    assert scaled.weight is not None
    np.testing.assert_allclose(scaled.weight, one.weight, rtol=1e-9)
    assert scaled.effective_rows(len(weight)) == pytest.approx(one.effective_rows(len(weight)))


def test_kish_counts_equal_rows_as_they_are_and_one_heavy_row_as_one() -> None:
    assert kish(np.full(50, 7.0)) == pytest.approx(50)
    assert kish(np.asarray([1000.0, *[1e-6] * 99])) == pytest.approx(1, abs=1e-3)
    assert FitWeights(None).effective_rows(12) == 12


def test_temper_and_bounds_shape_the_map_and_are_told() -> None:
    config = TrainingConfig(weight_power=0.5, weight_low=1.0, weight_high=4.0)
    np.testing.assert_allclose(from_realized_r(np.asarray([-0.2, 4.0, -9.0]), config), np.asarray([1, 2, 2]) * 3 / 5)
    assert map_words(config) == ("Weights are |realized R|, held between 1 and 4 to the power 0.5 and divided by their "
                                 "mean.")


def test_half_lives_are_of_time_or_of_rows() -> None:
    time = np.asarray([0, 24, 72], dtype=np.int64) * 3600 * 10**9
    assert ages(TrainingConfig(), 3, time) is None
    np.testing.assert_allclose(ages(TrainingConfig(half_life="1d"), 3, time), [0, 1, 3])
    np.testing.assert_allclose(ages(TrainingConfig(half_life="2 rows"), 3, None), [0, 0.5, 1])
    with pytest.raises(WorkbenchError, match="no signal time"):
        ages(TrainingConfig(half_life="1d"), 3, None)


@pytest.mark.parametrize("wrong", ["many rows", "0 rows", "-3 rows", "soon"])
def test_an_impossible_half_life_is_refused(wrong: str) -> None:
    with pytest.raises(WorkbenchError, match="not a"):
        TrainingConfig(half_life=wrong).checked()


@pytest.mark.parametrize("name", LIBRARIES)
def test_the_models_do_not_change_with_the_scale_and_a_weight_of_two_is_a_doubled_row(name: str) -> None:
    table = signals(300)
    config = quick(name, extra_params={"random_strength": 0} if name == "catboost" else {}, max_bins=32,
                   subsample=1.0, column_sample=1.0)
    matrix = np.clip(np.round(table.matrix * 2), -3, 3)
    weight = np.where(np.arange(300) % 3 == 0, 2.0, 1.0)
    rows = np.arange(300)
    one = fit_forest(Source(matrix, table.label, weight), rows, config)
    scaled = fit_forest(Source(matrix, table.label, weight * 1000), rows, config)
    np.testing.assert_allclose(scaled.model.margin(matrix), one.model.margin(matrix), atol=1e-6)
    assert one.effective_rows == pytest.approx(kish(weight))
    # By itself the mean of 1 shrinks leaves a little more than twice the rows would: the same at the same scale.
    twice = np.sort(np.concatenate((rows, rows[::3])))
    even = replace(config, l2=0.0, min_child_weight=0.0)
    doubled = fit_forest(Source(matrix[twice], table.label[twice]), np.arange(len(twice)), even)
    heavy = fit_forest(Source(matrix, table.label, weight), rows, even)
    np.testing.assert_allclose(heavy.model.margin(matrix), doubled.model.margin(matrix), atol=5e-3)


def test_the_run_tells_its_effective_rows_and_every_product_trains(workspace: Workspace) -> None:
    config = quick(weighting=Weighting.REALIZED_R, half_life="1d", scale_pos_weight="balanced", weight_power=0.7)
    run = train_models(signals(600), [config], workspace=workspace, leak_meter=False).runs[0]
    assert run.effective_rows is not None
    assert 1 < run.effective_rows < 100
    assert any("effective rows" in words for words in run.warnings)
    assert runs.get_run(workspace, run.id).effective_rows == run.effective_rows
