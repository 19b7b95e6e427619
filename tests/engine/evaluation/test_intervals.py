"""Intervals against published figures, brute force and their own coverage."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.evaluation import intervals


def brute_variance(label, score):
    """DeLong's variance from the definition, pair by pair."""
    wins, losses = score[label == 1], score[label == 0]
    kernel = (wins[:, None] > losses) + 0.5 * (wins[:, None] == losses)
    return np.var(kernel.mean(1), ddof=1) / len(wins) + np.var(kernel.mean(0), ddof=1) / len(losses)


@pytest.mark.parametrize(("successes", "trials", "low", "high"), [
    # Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718),
])
def test_wilson_gives_the_published_bounds(successes, trials, low, high):
    found = intervals.wilson(successes, trials)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 8)), min_size=6, max_size=40))
@settings(max_examples=80, deadline=None)
def test_fast_delong_is_delong_by_definition(rows):
    label = np.array([int(y) for y, _ in rows])
    score = np.array([float(s) for _, s in rows])
    if min(label.sum(), len(label) - label.sum()) < 2:
        return
    found = intervals.placements(label, score)
    assert intervals.covariance(label, found, found) == pytest.approx(brute_variance(label, score), abs=1e-12)


def test_delong_covers_the_truth_in_about_95_of_100_samples():
    rng = np.random.default_rng(11)
    truth = 0.5 * (1 + 0.5204998778130465)  # P(N(1,1) > N(0,1)) = Phi(1/sqrt 2), erf(1/2) = 0.5204998778
    covered = 0
    for _ in range(400):
        label = np.repeat([1, 0], [40, 60])
        found = intervals.delong(label, rng.normal(label, 1.0))
        covered += found.low <= truth <= found.high
    assert 0.92 <= covered / 400 <= 0.98


def test_delong_stays_inside_zero_and_one_near_the_edge():
    label = np.repeat([1, 0], 6)
    score = np.append(np.linspace(0.55, 1, 6), np.append(np.linspace(0, 0.4, 5), 0.6))
    found = intervals.delong(label, score)
    assert 0 < found.low < found.value < found.high < 1


def test_a_perfect_ranking_has_a_bound_from_its_smaller_class():
    found = intervals.delong(np.repeat([1, 0], [4, 100]), np.repeat([0.9, 0.1], [4, 100]))
    assert found.value == found.high == 1
    assert found.low == intervals.wilson(4, 4).low
    assert intervals.delong(np.repeat([0, 1], 4), np.repeat([0.9, 0.1], 4)).high == intervals.wilson(0, 4).high


def test_degenerate_labels_give_no_bounds():
    assert np.isnan(intervals.delong(np.ones(4), np.arange(4.0)).value)
    one_win = intervals.delong(np.array([1, 0, 0]), np.array([0.5, 0.7, 0.2]))
    assert one_win.value == 0.5
    assert np.isnan(one_win.low)


def test_a_constant_score_has_auc_one_half_without_uncertainty():
    found = intervals.delong(np.repeat([1, 0], 10), np.full(20, 0.3))
    assert (found.value, found.low, found.high) == (0.5, 0.5, 0.5)


def test_rows_of_one_each_cluster_change_nothing_and_copies_widen_the_interval():
    rng = np.random.default_rng(5)
    label = (rng.random(400) < 0.5).astype(int)
    score = rng.normal(0.5 * label, 1)
    alone = intervals.delong(label, score)
    same = intervals.delong(label, score, cluster=np.arange(400))
    assert same.low == pytest.approx(alone.low, abs=2e-3)
    copied = intervals.delong(np.repeat(label, 4), np.repeat(score, 4), cluster=np.repeat(np.arange(400), 4))
    assert copied.low == pytest.approx(alone.low, abs=2e-3)
    assert intervals.delong(np.repeat(label, 4), np.repeat(score, 4)).low > alone.low + 0.015


def test_the_mean_of_one_value_has_no_bounds_and_of_none_is_not_known():
    assert intervals.mean_interval(np.array([2.0])).value == 2
    assert np.isnan(intervals.mean_interval(np.array([2.0])).low)
    assert np.isnan(intervals.mean_interval(np.array([])).value)


def test_no_trials_have_no_share():
    assert np.isnan(intervals.wilson(0, 0).value)
