"""From a panel to an ensemble: honest rows, honest fall-back, honest words."""

import dataclasses

import numpy as np
import pytest

from engine.ensemble import forward
from engine.ensemble.combining import combine, correlation
from engine.ensemble.options import EnsembleOptions, Method
from engine.ensemble.panel import Panel
from engine.errors import Cancelled, WorkbenchError
from engine.evaluation.metrics import auc
from engine.progress import Progress
from tests.engine.ensemble.worlds import HOUR, JUNK, panel, relabelled


def built(made, **options):
    return combine(made, EnsembleOptions(**options), Progress())


@pytest.mark.parametrize("method", Method)
def test_no_label_of_a_scored_block_touches_the_weights_that_score_it(method):
    made = panel(rows=1000)
    options = EnsembleOptions(method=method)
    blocks = forward.stages(made, options)
    changed = relabelled(made, slice(blocks[-1].start, None))
    one, two = (forward.run(p, forward.stages(p, options), options, Progress()) for p in (made, changed))
    assert one.pools == two.pools
    before = slice(0, blocks[-1].start - one.start)
    np.testing.assert_array_equal(one.probability[before], two.probability[before])


def test_rows_whose_label_came_too_late_do_not_fit_weights():
    made = panel(rows=600, delay_hours=48)
    options = EnsembleOptions(embargo="5h")
    for stage in forward.stages(made, options):
        assert stage.past.label_time.max() + 5 * HOUR < made.time[stage.start]
        assert len(stage.past) > stage.start - 60


def test_everything_is_scored_on_the_same_later_rows():
    made = panel(rows=2000)
    found = built(made)
    assert len(found.out_of_fold.row) == found.scores.rows == found.equal_scores.rows == 1200
    assert {scores.rows for scores in found.member_scores} == {1200}
    assert found.out_of_fold.row[0] == 800
    assert found.scores.auc.value == auc(found.out_of_fold.label, found.out_of_fold.probability)
    assert sorted(set(found.out_of_fold.fold)) == [0, 1, 2]
    assert len(found.fitted) < 1600


def test_without_evidence_of_a_gain_equal_weights_are_used_and_it_is_said():
    found = built(panel(rows=2000))
    assert found.pool.weights == pytest.approx((1 / 3,) * 3)
    assert found.fallback.startswith("No evidence that the blend is better than equal weights: difference ")
    assert found.fallback.endswith("Equal weights are used.")


@pytest.mark.parametrize("method", Method)
def test_with_a_useless_member_the_good_one_stands_alone_and_it_is_said(method):
    later = panel(seed=99, rows=20_000, noises=(0.2, JUNK), strength=1.0)
    found = built(panel(rows=3000, noises=(0.2, JUNK), strength=1.0), method=method)
    assert found.pool.weights[1] < 0.02
    assert "m0 alone is used: no other member showed skill." in found.fallback or not found.fallback
    assert auc(later.label, found.pool.apply(later.probability)) > auc(later.label, later.probability[0]) - 0.005


def test_a_member_that_is_surely_better_than_the_mean_stands_alone_and_it_is_said():
    found = built(panel(rows=6000, noises=(0.1, 1.5, 2.0), strength=1.0))
    assert found.pool.weights == (1, 0, 0)
    assert found.fallback.endswith("m0 alone is used: it is better than the mean.")


def test_members_without_skill_are_left_out_of_the_mean_and_named():
    found = built(panel(rows=1200, noises=(0.5, 0.5, JUNK), strength=0.8))
    assert found.pool.weights == pytest.approx((0.5, 0.5, 0))
    assert found.fallback.endswith("Equal weights among all but m2 (no skill shown) are used.")


def test_a_true_gain_keeps_the_methods_weights_without_a_fall_back():
    found = built(panel(rows=30_000, noises=(0.6, 0.6, 0.6, JUNK, JUNK)), method=Method.STACKING)
    assert found.fallback == ""
    assert max(found.pool.weights[3:]) < 0.1
    assert all(comparison.difference.low > 0 for comparison in found.comparisons)


@pytest.mark.parametrize("noises", [(0.5, 0.5, 0.5), (0.2, JUNK), (0.6, 0.6, 1.0, JUNK)])
def test_the_reported_auc_keeps_its_promise_on_the_next_rows(noises):
    gaps, below = [], []
    for seed in range(20):
        whole = panel(seed, rows=12_000, noises=noises)
        found = built(whole.take(slice(0, 2500)), method=Method.WEIGHTED_AVERAGE)
        ahead = whole.take(slice(2500, None))
        got = auc(ahead.label, found.pool.apply(ahead.probability))
        gaps.append(found.scores.auc.value - got)
        below.append(max(auc(ahead.label, p) for p in ahead.probability) - got)
    assert np.mean(gaps) < 0.005 + 2 * np.std(gaps) / np.sqrt(20)
    assert np.mean(below) < 0.01


def test_given_weights_are_kept_and_what_they_lack_is_in_the_comparison():
    found = built(panel(noises=(0.2, JUNK), strength=1.2), weights={"m0": 0.2, "m1": 0.8})
    assert found.pool.weights == pytest.approx((0.2, 0.8))
    assert found.fallback == ""
    assert "The ensemble is worse than m0" in found.comparisons[0].words


def test_calibration_is_kept_only_where_it_lowers_the_loss():
    made = panel(rows=4000)
    shy = dataclasses.replace(made, probability=0.5 + 0.2 * (made.probability - 0.5))
    found, plain = built(shy), built(shy, calibrate=False)
    assert found.pool.calibrator is not None
    # One map for all blocks changes no order: pooled, nothing is lost.
    assert found.scores.auc.value == pytest.approx(plain.scores.auc.value, abs=1e-12)
    assert found.scores.log_loss.value < plain.scores.log_loss.value - 0.01


@pytest.mark.parametrize("rows", [0, 1, 30])
def test_too_few_rows_give_equal_weights_and_say_so(rows):
    found = built(panel(rows=200).take(slice(0, rows)))
    assert found.pool.weights == pytest.approx((1 / 3,) * 3)
    assert "Equal weights are used." in found.fallback
    assert (found.scores is None) == (rows == 0)


def test_one_class_alone_gives_equal_weights():
    made = panel(rows=500)
    found = built(dataclasses.replace(made, label=np.ones_like(made.label)))
    assert "too few" in found.fallback
    assert np.isnan(found.scores.auc.value)


def test_times_are_not_needed():
    made = dataclasses.replace(panel(rows=1000), time=None, label_time=None, realized_rr=None)
    found = built(made)
    assert set(found.out_of_fold.time) == {-1}
    assert found.scores.mean_r is None


def test_a_member_that_always_says_the_same_does_no_harm():
    made = panel(rows=1000)
    made.probability[2] = 0.4
    found = built(made, method=Method.STACKING)
    assert found.correlation[2, 0] == 0
    assert np.isfinite(found.pool.weights).all()


def test_leaving_out_a_useful_member_costs_and_a_weightless_one_does_not():
    found = built(panel(noises=(0.2, JUNK), strength=1.2), weights={"m0": 1.0})
    assert found.without[0] > 0.1
    assert found.without[1] == 0


def test_correlation_is_that_of_the_log_odds():
    made = panel(rows=500)
    z = np.log(made.probability / (1 - made.probability))
    np.testing.assert_allclose(correlation(made.probability), np.corrcoef(z), atol=1e-9)


def test_one_member_is_no_ensemble():
    made = panel()
    with pytest.raises(WorkbenchError, match="at least two members"):
        built(Panel(("m0",), made.probability[:1], made.label, made.row))


def test_cancel_ends_a_greedy_search():
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        combine(panel(), EnsembleOptions(method=Method.GREEDY), progress)


def test_weights_of_ones_own_belong_to_blending():
    with pytest.raises(WorkbenchError, match="finds its own weights"):
        EnsembleOptions(method=Method.STACKING, weights={"m0": 1}).checked()


def test_an_unknown_method_is_refused_with_the_list():
    with pytest.raises(WorkbenchError, match="blending, weighted_average, stacking, greedy, dynamic"):
        Method.named("magic")
