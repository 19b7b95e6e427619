"""Each way to find weights: right answers on made members, and what must hold for any."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.ensemble import blending, dynamic, greedy, stacking, weighting
from engine.ensemble.objectives import Metric, binned_auc
from engine.errors import WorkbenchError
from engine.evaluation.metrics import auc, log_loss
from engine.evaluation.pooling import Link
from tests.engine.ensemble.worlds import JUNK, panel, relabelled

FITS = {
    "blending": blending.blend, "weighted_average": weighting.weigh, "stacking": stacking.stack,
    "greedy": greedy.select, "dynamic": lambda p: dynamic.follow(p).latest(p),
}


@pytest.fixture(params=FITS, ids=str)
def fit(request):
    return FITS[request.param]


def test_weights_are_shares_and_the_same_every_time(fit):
    made = panel()
    pool = fit(made)
    assert sum(pool.weights) == pytest.approx(1)
    assert min(pool.weights) >= 0
    assert fit(made) == pool


def test_a_useless_member_gets_about_nothing(fit):
    made = panel(noises=(0.2, JUNK), strength=1.2, rows=20_000)
    assert fit(made).weights[1] < 0.1


def test_equally_good_members_share_about_equally(fit):
    assert np.ptp(fit(panel(rows=20_000)).weights) < 0.25


def test_the_pool_is_no_worse_than_the_best_member_on_new_rows(fit):
    seen, later = panel(seed=1), panel(seed=2, rows=20_000)
    best = max(auc(later.label, p) for p in later.probability)
    assert auc(later.label, fit(seen).apply(later.probability)) > best - 0.005


def test_blending_finds_the_least_log_loss():
    made = panel(noises=(0.3, 0.9), rows=2000)
    found = blending.blend(made)
    grid = [log_loss(made.label, np.array([w, 1 - w]) @ made.probability) for w in np.linspace(0, 1, 201)]
    assert log_loss(made.label, found.apply(made.probability)) <= min(grid) + 1e-7


def test_weighted_average_is_drawn_to_equal_on_few_rows_and_goes_to_blending_on_many():
    few, many = panel(noises=(0.2, 1.5), rows=60), panel(noises=(0.2, 1.5), rows=40_000)
    drawn, free = weighting.weigh(few).weights[0], blending.blend(few).weights[0]
    assert abs(drawn - 0.5) < abs(free - 0.5)
    assert weighting.weigh(many).weights[0] == pytest.approx(blending.blend(many).weights[0], abs=0.06)


@given(st.integers(0, 10_000), st.integers(2, 5))
@settings(max_examples=25, deadline=None)
def test_every_multiplicative_step_is_a_gain(seed, members):
    rng = np.random.default_rng(seed)
    likelihood, weight = rng.uniform(0.05, 0.95, (members, 40)), rng.uniform(0.5, 2, 40)

    def value(shares):
        return weight @ np.log(shares @ likelihood) / weight.sum() + 0.02 * np.log(shares).mean()

    values = [value(weighting.shrunk_shares(likelihood, weight, 0.02, steps)) for steps in (0, 1, 2, 5, 20, 100)]
    assert (np.diff(values) >= -1e-12).all()


def test_stacking_is_logistic_regression_with_its_own_prior():
    linear = pytest.importorskip("sklearn.linear_model")
    made = panel(rows=5000)
    z = stacking.logit(made.probability).T
    oracle = linear.LogisticRegression(C=1 / 1e-3, tol=1e-10).fit(z, made.label)
    columns = np.vstack((z.T, np.ones(len(z))))
    found = stacking.coefficients(columns, made.label.astype(float), np.ones(len(z)), 1e-3)
    np.testing.assert_allclose(found, np.append(oracle.coef_[0], oracle.intercept_), atol=1e-3)


def test_stacking_never_gives_a_negative_weight_and_pools_log_odds():
    made = panel(noises=(0.3, 0.3))
    made.probability[1] = 1 - made.probability[1]
    pool = stacking.stack(made)
    assert pool.weights == (1.0, 0.0)
    assert pool.link is Link.LOGIT


def test_greedy_is_never_worse_than_the_best_single_member_on_its_own_rows():
    for metric in Metric:
        made = panel(noises=(0.3, 0.6, JUNK), rows=1500)
        rate = greedy._rater(made, metric, np.ones(len(made)))
        pooled = rate(greedy.select(made, metric).apply(made.probability))
        assert pooled >= max(map(rate, made.probability)) - 1e-6


def test_the_binned_auc_is_the_exact_one_to_four_digits():
    made = panel(rows=30_000)
    for p in made.probability:
        assert binned_auc(made.label, p) == pytest.approx(auc(made.label, p), abs=1e-4)


def test_dynamic_weights_use_no_label_before_it_arrives():
    made = panel(rows=400, delay_hours=50)
    before, after = (dynamic.follow(p).pooled(p) for p in (made, relabelled(made, 200)))
    first = np.flatnonzero(before != after)[0]
    assert made.time[first] > made.label_time[200] >= made.time[first - 1]


def test_dynamic_weights_follow_a_change_of_regime():
    made = panel(rows=4000, noises=(0.2, JUNK), strength=1.5)
    made.probability[:, 2000:] = made.probability[::-1, 2000:].copy()
    path = dynamic.follow(made)
    assert path.weights[path.used[1999]][0] > 0.9
    assert path.weights[path.used[3999]][1] > 0.9


@given(st.integers(0, 10_000), st.integers(2, 4), st.floats(0.001, 0.2))
@settings(max_examples=40, deadline=None)
def test_fixed_share_keeps_its_regret_bound_against_every_single_switch(seed, members, share):
    """Herbster and Warmuth 1998: at most (s + 1) ln N + s ln(1 / a) + (T - 1 - s) ln(1 / (1 - a)) for s switches."""
    rng = np.random.default_rng(seed)
    count = 30
    gains = np.log(rng.uniform(0.05, 0.95, (count, members)))
    weights = dynamic.share_path(gains, np.full(count, 1 - share))
    own = -np.log((weights[:-1] * np.exp(gains)).sum(axis=1)).sum()
    bound = 2 * np.log(members) + np.log(1 / share) + (count - 2) * np.log(1 / (1 - share))
    best = min(
        -(gains[:turn, a].sum() + gains[turn:, b].sum())
        for turn in range(1, count) for a in range(members) for b in range(members) if a != b
    )
    assert own <= best + bound + 1e-9


def test_given_weights_are_made_to_sum_to_one():
    assert blending.given(("a", "b", "c"), {"a": 3, "b": 1}).weights == (0.75, 0.25, 0.0)


@pytest.mark.parametrize("weights", [{"z": 1}, {"a": -1, "b": 2}, {"a": 0}, {"a": float("nan")}])
def test_weights_that_make_no_sense_are_refused_in_words(weights):
    with pytest.raises(WorkbenchError) as caught:
        blending.given(("a", "b"), weights)
    assert caught.value.remedy


def test_weighting_by_realized_r_lets_large_outcomes_count_more():
    made = panel(noises=(0.5, 0.5), rows=4000)
    large = np.arange(4000) % 2 == 0
    made.realized_rr[large] *= 10
    made.realized_rr[~large] *= 0.01
    made.probability[0, ~large] = 0.5
    made.probability[1, large] = 0.5
    for fit in (blending.blend, weighting.weigh):
        assert fit(made, by_r=True).weights[0] > 0.8
        assert 0.3 < fit(made, by_r=False).weights[0] < 0.7
