"""Weights that aim at the AUC or at expected R, and what a method scored where others' weights are used."""

import dataclasses

import numpy as np
import pytest

from engine.ensemble import weighting
from engine.ensemble.combining import combine, disagreement
from engine.ensemble.objectives import Metric, best_shares, compared, taken
from engine.ensemble.options import EnsembleOptions, Method
from engine.errors import WorkbenchError
from engine.evaluation.calibration import sigmoid
from engine.evaluation.metrics import auc
from engine.progress import Progress
from tests.engine.ensemble.worlds import JUNK, panel


def paid(made, seed=0):
    """The same panel where member 0 knows who wins and member 1 how much."""
    rng = np.random.default_rng(seed)
    size = rng.exponential(1.0, len(made))
    rr = np.where(made.label == 1, size, -size * rng.random(len(made)))
    money = sigmoid(rr + rng.normal(0, 1.0, len(made)))
    return dataclasses.replace(made, realized_rr=rr, probability=np.stack((made.probability[0], money)))


def test_aiming_at_the_auc_gives_at_least_the_auc_of_equal_weights():
    made, later = panel(rows=8000, noises=(0.3, 1.2, JUNK)), panel(seed=9, rows=20_000, noises=(0.3, 1.2, JUNK))
    shares = best_shares(made, Metric.AUC, made.weight(by_r=False))
    assert shares.sum() == pytest.approx(1)
    assert shares[0] > 0.6 > 0.15 > shares[2]
    assert auc(later.label, shares @ later.probability) > auc(later.label, later.probability.mean(axis=0)) + 0.005


def test_aiming_at_expected_r_prefers_the_member_that_knows_how_much():
    made, later = paid(panel(rows=8000, noises=(0.2, 0.2))), paid(panel(seed=5, rows=20_000, noises=(0.2, 0.2)), 5)
    by_r, by_auc = (weighting.weigh(made, metric) for metric in (Metric.EXPECTED_R, Metric.AUC))
    assert by_r.weights[1] > by_auc.weights[1]
    gain = compared(later, by_r.apply(later.probability), later.probability.mean(axis=0), "own", "equal",
                    Metric.EXPECTED_R)
    assert gain.difference.value > -0.005


@pytest.mark.parametrize("metric", [Metric.AUC, Metric.EXPECTED_R])
def test_where_nothing_is_gained_weights_stay_near_equal(metric):
    made = panel(rows=1500)
    np.testing.assert_allclose(best_shares(made, metric, made.weight(by_r=False)), 1 / 3, atol=0.25)


def test_expected_r_is_the_mean_r_of_the_best_fifth():
    made = panel(rows=1000)
    p = made.probability[0]
    best = np.argsort(-p)[:200]
    assert (taken(p) * made.rr).mean() == pytest.approx(made.rr[best].mean())


def test_where_expected_r_is_the_aim_the_gain_is_told_in_r():
    made = paid(panel(rows=4000, noises=(0.2, 0.2)))
    options = EnsembleOptions(method=Method.WEIGHTED_AVERAGE, metric=Metric.EXPECTED_R)
    assert "expected R" in combine(made, options, Progress()).fallback  # equal weights are used
    locked = combine(made, dataclasses.replace(options, locked={made.names[0]: 0.8}), Progress())
    assert "expected R" in locked.comparisons[-1].words


def test_without_realized_r_it_cannot_be_the_aim():
    made = dataclasses.replace(panel(rows=500), realized_rr=None)
    with pytest.raises(WorkbenchError, match="no realized R"):
        combine(made, EnsembleOptions(method=Method.GREEDY, metric=Metric.EXPECTED_R), Progress())


def test_methods_that_know_one_aim_refuse_another():
    with pytest.raises(WorkbenchError, match="Stacking cannot aim at AUC"):
        EnsembleOptions(method=Method.STACKING, metric=Metric.AUC).checked()


def test_where_others_are_used_the_asked_weights_and_their_score_are_told():
    found = combine(panel(rows=2000), EnsembleOptions(), Progress())
    assert found.fallback
    assert found.asked.scores.rows == found.scores.rows
    assert sum(found.asked.weights) == pytest.approx(1)
    assert "the blend" in found.asked.words.lower()
    assert found.asked.scores.auc.value != found.scores.auc.value


def test_where_the_asked_weights_are_used_there_is_nothing_else_to_tell():
    found = combine(panel(rows=30_000, noises=(0.6, 0.6, 0.6, JUNK, JUNK)), EnsembleOptions(method=Method.STACKING),
                    Progress())
    assert found.asked is None


def test_each_member_stands_beside_the_ensemble():
    found = combine(panel(rows=2000), EnsembleOptions(), Progress())
    for place, comparison in enumerate(found.against):
        alone = auc(found.scored.label, found.scored.probability[place])
        assert comparison.difference.value == pytest.approx(found.scores.auc.value - alone)


def test_disagreement_is_the_share_of_rows_on_either_side_of_the_threshold():
    p = np.array([[0.2, 0.6, 0.7, 0.4], [0.6, 0.6, 0.1, 0.4]])
    np.testing.assert_allclose(disagreement(p, 0.5), [[0, 0.5], [0.5, 0]])


def test_a_calibration_is_chosen_by_earlier_rows_alone():
    made = panel(rows=4000)
    shy = dataclasses.replace(made, probability=0.5 + 0.2 * (made.probability - 0.5))
    last = int(len(made) * 0.8)
    turned = dataclasses.replace(shy, label=np.where(np.arange(len(made)) >= last, 1 - shy.label, shy.label))
    one, two = (combine(each, EnsembleOptions(), Progress()) for each in (shy, turned))
    same = one.out_of_fold.fold < 2  # the turned labels lie in the last block: nothing before may know of them
    np.testing.assert_array_equal(one.out_of_fold.probability[same], two.out_of_fold.probability[same])
