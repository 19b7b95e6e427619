"""What luck alone would have found, beside independent implementations of the published formulas."""

import math
from statistics import NormalDist

import numpy as np
import pytest
from purgedcv import _metrics, deflated_sharpe_ratio, probability_of_backtest_overfitting

from engine.evaluation import luck

Z = NormalDist()


def worth(series):
    return luck.effective_count(luck.maxima([series]), len(series))


@pytest.mark.parametrize("count", [1, 2, 3, 5, 20, 200, 5000])
def test_the_expected_maximum_is_that_of_drawn_normals(count):
    drawn = np.random.default_rng(0).standard_normal((20_000 if count < 1000 else 2_000, count)).max(axis=1)
    assert luck.expected_maximum(count) == pytest.approx(drawn.mean(), abs=4 * drawn.std() / math.sqrt(len(drawn)))


@pytest.mark.parametrize("count", [10, 50, 200, 1000])
def test_the_expected_maximum_agrees_with_the_published_approximation(count):
    gamma = 0.5772156649015329
    published = (1 - gamma) * Z.inv_cdf(1 - 1 / count) + gamma * Z.inv_cdf(1 - 1 / (count * math.e))
    assert luck.expected_maximum(count) == pytest.approx(published, rel=0.025)


@pytest.mark.parametrize(("seed", "count", "spread"), [(0, 1, 0.1), (1, 20, 0.2), (2, 200, 0.05), (3, 7, 0.01)])
def test_the_deflated_sharpe_ratio_is_that_of_another_implementation(seed, count, spread):
    returns = np.random.default_rng(seed).standard_t(4, 300) + 0.15
    _, bar = _metrics._deflated_benchmark(count, spread**2)
    theirs = deflated_sharpe_ratio(returns, count, spread**2)
    assert luck.deflated_sharpe(returns, bar) == pytest.approx(theirs, abs=2e-3)


@pytest.mark.parametrize(("trials", "blocks", "groups"), [(5, 40, 8), (12, 37, 6), (30, 64, 8)])
def test_the_probability_of_overfitting_is_that_of_another_implementation(trials, blocks, groups):
    series = np.random.default_rng(trials).normal(size=(trials, blocks)) + np.linspace(0, 0.3, trials)[:, None]
    theirs = probability_of_backtest_overfitting(series, groups, metric=np.mean)
    ours = luck.overfitting(series, groups=groups)
    assert ours.probability == theirs.pbo
    np.testing.assert_allclose(np.sort(ours.logits), np.sort(theirs.logits), atol=1e-12)
    assert ours.slope == pytest.approx(theirs.slope)


def test_a_choice_that_lasts_is_no_overfitting_and_one_in_noise_is_a_coin():
    random = np.random.default_rng(0)
    noise = random.normal(size=(50, 64))
    lasting = noise + np.where(np.arange(50) == 7, 1.0, 0.0)[:, None]
    assert luck.overfitting(lasting).probability < 0.01
    found = [luck.overfitting(random.normal(size=(20, 64))).probability for _ in range(20)]
    assert 0.35 < np.mean(found) < 0.65


def test_one_trial_and_few_blocks_say_nothing_of_overfitting():
    assert luck.overfitting(np.ones((1, 40))) is None
    assert luck.overfitting(np.ones((5, 3))) is None


def test_the_effective_count_lies_between_one_and_all():
    random = np.random.default_rng(1)
    apart = random.normal(size=(60, 256))
    assert worth(apart) == pytest.approx(60, rel=0.15)
    assert worth(np.repeat(apart[:1], 60, axis=0)) == pytest.approx(1, abs=0.1)
    groups = np.repeat(apart[:6], 10, axis=0) + 0.01 * random.normal(size=(60, 256))
    assert worth(groups) == pytest.approx(6, rel=0.15)


@pytest.mark.parametrize("alike", [0.3, 0.8])
def test_the_effective_count_gives_the_expected_maximum_of_correlated_trials(alike):
    """Equally correlated normals have a known law: sqrt(rho) Z0 + sqrt(1 - rho) Zi, so their maximum is known."""
    random = np.random.default_rng(2)
    series = math.sqrt(alike) * random.normal(size=(1, 256)) + math.sqrt(1 - alike) * random.normal(size=(100, 256))
    expected = math.sqrt(1 - alike) * luck.expected_maximum(100)
    assert luck.expected_maximum(worth(series)) == pytest.approx(expected, rel=0.08)


def test_the_chance_of_luck_is_that_of_the_highest_of_so_many():
    random = np.random.default_rng(3)
    reached = random.standard_normal((20_000, 30)).max(axis=1)
    drawn = luck.maxima([random.normal(size=(30, 256))])
    assert luck.by_luck(drawn, 2.5) == pytest.approx((reached >= 2.5).mean(), abs=0.03)
    assert luck.by_luck(drawn, 9.0) < 0.001
    assert luck.by_luck(drawn, -9.0) == pytest.approx(1.0)
    twice = luck.maxima([random.normal(size=(60, 256))])
    assert luck.by_luck(drawn, 2.5, times=2) == pytest.approx(luck.by_luck(twice, 2.5), abs=0.03)


def test_trials_on_other_rows_are_independent():
    random = np.random.default_rng(4)
    one = random.normal(size=(1, 100))
    alike, apart = luck.maxima([np.repeat(one, 2, axis=0)]), luck.maxima([one, one.copy()])
    assert alike.mean() == pytest.approx(0, abs=0.06)
    assert apart.mean() == pytest.approx(luck.expected_maximum(2), abs=0.06)
