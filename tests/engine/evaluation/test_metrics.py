"""Scores against scikit-learn, and what must hold for any labels and probabilities."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import WorkbenchError
from engine.evaluation import metrics


def tied_sample(seed, rows=600, decimals=2):
    rng = np.random.default_rng(seed)
    label = (rng.random(rows) < 0.4).astype(np.int8)
    probability = np.clip(rng.normal(0.45 + 0.1 * label, 0.2), 0.001, 0.999).round(decimals)
    return label, probability


labels_and_scores = st.lists(
    st.tuples(st.integers(0, 1), st.integers(0, 20).map(lambda v: v / 20)), min_size=4, max_size=60
).filter(lambda rows: len({y for y, _ in rows}) == 2)


@pytest.mark.parametrize("seed", range(5))
def test_every_score_equals_scikit_learn(seed):
    oracle = pytest.importorskip("sklearn.metrics")
    label, p = tied_sample(seed)
    found = metrics.score(label, p)
    assert found.auc.value == pytest.approx(oracle.roc_auc_score(label, p), abs=1e-12)
    assert found.log_loss.value == pytest.approx(oracle.log_loss(label, p), abs=1e-12)
    assert found.brier.value == pytest.approx(oracle.brier_score_loss(label, p), abs=1e-12)
    assert found.average_precision.value == pytest.approx(oracle.average_precision_score(label, p), abs=1e-12)
    assert found.accuracy.value == oracle.accuracy_score(label, p >= 0.5)
    assert found.rows == 600
    assert found.positives == label.sum()


@given(labels_and_scores)
@settings(max_examples=100, deadline=None)
def test_auc_is_the_share_of_pairs_in_order_with_ties_as_half(rows):
    label, score = (np.array(column) for column in zip(*rows, strict=True))
    pairs = score[label == 1][:, None] - score[label == 0][None, :]
    assert metrics.auc(label, score) == pytest.approx(((pairs > 0) + 0.5 * (pairs == 0)).mean(), abs=1e-12)


@given(labels_and_scores)
@settings(max_examples=100, deadline=None)
def test_every_interval_holds_its_value_and_stays_in_range(rows):
    label, p = (np.array(column) for column in zip(*rows, strict=True))
    found = metrics.score(label, p)
    for interval in (found.auc, found.accuracy, found.brier, found.average_precision, found.log_loss):
        assert interval.value >= 0
        if not np.isnan(interval.low):
            assert 0 <= interval.low <= interval.value <= interval.high
    assert found.average_precision.high <= 1
    assert not found.auc.high > 1


def test_average_precision_interval_is_that_of_the_bootstrap():
    label, p = tied_sample(3, rows=1500)
    rng = np.random.default_rng(0)
    draws = []
    for _ in range(300):
        rows = rng.integers(0, len(label), len(label))
        draws.append(metrics.average_precision(label[rows], p[rows]).value)
    found = metrics.average_precision(label, p)
    assert found.high - found.low == pytest.approx(np.subtract(*np.quantile(draws, [0.975, 0.025])), rel=0.15)


def test_one_class_gives_no_ranking_scores_but_still_the_others():
    found = metrics.score(np.ones(5, np.int8), np.full(5, 0.9))
    assert np.isnan([found.auc.value, found.average_precision.value]).all()
    assert found.accuracy.value == 1
    assert found.log_loss.value == pytest.approx(-np.log(0.9))


def test_rows_without_a_known_label_do_not_count():
    label, p = tied_sample(1)
    mixed = np.append(label, [-1, -1]).astype(np.int8)
    assert metrics.score(mixed, np.append(p, [0.1, 0.9])) == metrics.score(label, p)


def test_mean_r_is_that_of_the_accepted_part_beside_that_of_all():
    p = np.array([0.9, 0.8, 0.3, 0.2, 0.7])
    rr = np.array([2.0, 1.0, -1.0, -1.0, np.nan])
    found = metrics.score(np.array([1, 1, 0, 0, 1]), p, realized_rr=rr, threshold=0.6)
    assert found.mean_r.value == 1.5
    assert found.mean_r_all == 0.25
    assert found.accepted_share == pytest.approx(0.6)


def test_a_missing_probability_is_refused_in_words():
    with pytest.raises(WorkbenchError, match="not between 0 and 1") as caught:
        metrics.score(np.array([0, 1]), np.array([0.5, np.nan]))
    assert caught.value.remedy


def test_certain_and_wrong_costs_much_but_not_infinity():
    assert 30 < metrics.log_loss(np.array([1]), np.array([0.0])) < 40
