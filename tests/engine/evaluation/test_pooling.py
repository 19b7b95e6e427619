"""One score from several: weights, missing members, plain data."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import WorkbenchError
from engine.evaluation import pooling
from engine.evaluation.baselines import equal_weights
from engine.evaluation.calibration import Platt
from engine.evaluation.pooling import Link, Pool

probability = st.one_of(st.just(float("nan")), st.floats(0.001, 0.999))


@given(st.lists(st.tuples(probability, probability, probability), min_size=1, max_size=20),
       st.tuples(*[st.floats(0, 1)] * 3).filter(lambda w: sum(w) > 0.01), st.sampled_from(Link))
@settings(max_examples=150, deadline=None)
def test_the_pooled_score_lies_between_the_members_that_are_there(rows, weights, link):
    scores = np.array(rows).T
    pool = Pool(("a", "b", "c"), tuple(np.array(weights) / sum(weights)), link)
    final = pool.apply(scores)
    gone = np.isnan(scores).all(axis=0)
    np.testing.assert_array_equal(np.isnan(final), gone)
    for column, value in zip(scores.T[~gone], final[~gone], strict=True):
        assert np.nanmin(column) - 1e-9 <= value <= np.nanmax(column) + 1e-9


def test_a_missing_member_is_left_out_and_the_others_grow():
    pool = Pool(("a", "b", "c"), (0.5, 0.3, 0.2))
    scores = np.array([[0.2, np.nan], [0.4, 0.4], [0.8, 0.8]])
    np.testing.assert_allclose(pool.apply(scores), [0.38, 0.3 / 0.5 * 0.4 + 0.2 / 0.5 * 0.8])
    assert pool.present_weights([False, True, True]) == pytest.approx({"a": 0.0, "b": 0.6, "c": 0.4})


def test_members_without_weight_stand_in_when_the_others_are_gone():
    pool = Pool.single(("a", "b", "c"), "a")
    np.testing.assert_allclose(pool.apply(np.array([[np.nan], [0.2], [0.4]])), [0.3])
    assert pool.present_weights([False, True, True]) == {"a": 0, "b": 0.5, "c": 0.5}
    assert sum(pool.present_weights([False] * 3).values()) == 0


def test_equal_weights_are_the_plain_mean():
    scores = np.random.default_rng(0).random((3, 50))
    scores[1, 10:20] = np.nan
    np.testing.assert_allclose(Pool.equal("abc").apply(scores), equal_weights(scores))


def test_a_pool_survives_json_bit_for_bit():
    pool = Pool(("a", "b"), (1 / 3, 2 / 3), Link.LOGIT, Platt(1.1, -0.3))
    scores = np.random.default_rng(0).random((2, 50))
    again = pooling.from_json(json.loads(json.dumps(pool.to_json())))
    assert again == pool
    np.testing.assert_array_equal(again.apply(scores), pool.apply(scores))


@pytest.mark.parametrize("change", [
    {"weights": [0.5, 0.6]}, {"weights": [1.5, -0.5]}, {"weights": [1.0]}, {"names": ["a", "a"]}, {"link": "exec"},
    {"weights": [float("nan"), 1.0]}, {"weights": None},
])
def test_damaged_weights_are_refused(change):
    with pytest.raises(WorkbenchError, match="cannot be read"):
        pooling.from_json(Pool(("a", "b"), (0.5, 0.5)).to_json() | change)


@pytest.mark.parametrize("link", list(Link))
@pytest.mark.parametrize("weights", [(0.5, 0.3, 0.2), (0.0, 1.0, 0.0)])
@pytest.mark.parametrize("calibrator", [None, Platt(2.0, 0.1)])
def test_one_row_is_pooled_as_many_are(link: Link, weights: tuple[float, ...], calibrator: Platt | None) -> None:
    pool = Pool(("a", "b", "c"), weights, link, calibrator)
    scores = np.random.default_rng(3).random((3, 60))
    scores[0, :20] = scores[1, 10:30] = scores[2, 15:40] = np.nan
    single = [pool.one(column.tolist()) for column in scores.T]
    np.testing.assert_allclose(single, pool.apply(scores), rtol=0, atol=1e-15)
