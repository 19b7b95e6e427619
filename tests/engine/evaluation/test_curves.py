"""Curves against scikit-learn and against counting by hand."""

import numpy as np
import pytest

from engine.evaluation import curves
from engine.evaluation.metrics import auc


def sample(rows=3000, decimals=3):
    rng = np.random.default_rng(2)
    label = (rng.random(rows) < 0.4).astype(np.int8)
    return label, np.clip(rng.normal(0.45 + 0.1 * label, 0.15), 0, 1).round(decimals)


def test_roc_passes_through_scikit_learns_points_and_keeps_the_area():
    oracle = pytest.importorskip("sklearn.metrics")
    label, p = sample()
    x, y, _ = oracle.roc_curve(label, p, drop_intermediate=False)
    found = curves.roc(label, p, points=10_000)
    np.testing.assert_allclose(found.x, x)
    np.testing.assert_allclose(found.y, y)
    thinned = curves.roc(label, p, points=200)
    assert len(thinned.x) <= 201
    assert np.trapezoid(thinned.y, thinned.x) == pytest.approx(auc(label, p), abs=2e-3)
    assert (thinned.x[0], thinned.y[0], thinned.x[-1], thinned.y[-1]) == (0, 0, 1, 1)


def test_precision_recall_passes_through_scikit_learns_points():
    oracle = pytest.importorskip("sklearn.metrics")
    label, p = sample()
    precision, recall, _ = oracle.precision_recall_curve(label, p)
    found = curves.precision_recall(label, p, points=10_000)
    np.testing.assert_allclose(found.x, recall[:-1][::-1])
    np.testing.assert_allclose(found.y, precision[:-1][::-1])


def test_bands_hold_the_curve():
    label, p = sample()
    for curve in (curves.roc(label, p), curves.precision_recall(label, p), curves.lift(label, p),
                  curves.calibration(label, p), curves.expected_r(label, p, label * 2.5 - 1)):
        assert len(curve.x) > 5
        assert (curve.low <= curve.y + 1e-12).all()
        assert (curve.high >= curve.y - 1e-12).all()


def test_calibration_counts_every_row_once_and_a_true_probability_lies_on_the_diagonal():
    rng = np.random.default_rng(9)
    p = rng.random(20_000)
    label = (rng.random(20_000) < p).astype(np.int8)
    found = curves.calibration(label, p)
    assert found.counts.sum() == 20_000
    assert len(found.x) == 10
    assert np.mean((found.low <= found.x) & (found.x <= found.high)) >= 0.8


def test_calibration_of_few_distinct_values_has_a_bin_for_each():
    found = curves.calibration(np.array([0, 1, 1, 0]), np.array([0.2, 0.2, 0.7, 0.7]))
    np.testing.assert_allclose(found.x, [0.2, 0.7])
    np.testing.assert_allclose(found.y, [0.5, 0.5])


def test_lift_ends_at_one_when_every_row_is_accepted():
    found = curves.lift(*sample())
    assert (found.x[-1], found.y[-1]) == (1, 1)
    assert found.y[:20].mean() > 1.2


def test_expected_r_is_the_mean_of_the_rows_at_or_above_the_threshold():
    label, p = sample()
    rr = np.random.default_rng(1).normal(0, 1, len(p))
    rr[::7] = np.nan
    found = curves.expected_r(label, p, rr)
    assert (np.diff(found.x) > 0).all()
    for x, y, count in zip(found.x[::40], found.y[::40], found.counts[::40], strict=True):
        taken = rr[(p >= x) & np.isfinite(rr)]
        assert (y, count) == (pytest.approx(taken.mean()), len(taken))


def test_nothing_to_draw_gives_empty_curves():
    nobody = np.empty(0)
    for curve in (curves.roc(nobody, nobody), curves.roc(np.ones(3), np.ones(3)), curves.lift(nobody, nobody),
                  curves.precision_recall(np.zeros(3), np.ones(3)), curves.calibration(nobody, nobody),
                  curves.expected_r(np.ones(3), np.ones(3), np.full(3, np.nan))):
        assert len(curve.x) == len(curve.y) == 0
