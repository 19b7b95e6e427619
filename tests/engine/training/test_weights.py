"""Weights are never negative, their scale does not matter, and their shift of the odds is taken back."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from engine.errors import WorkbenchError
from engine.training.weights import fit_weights, from_given, from_realized_r

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
