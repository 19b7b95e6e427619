"""Calibrators: right maps found, rankings kept, plain data and back."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import WorkbenchError
from engine.evaluation import calibration
from engine.evaluation.calibration import Isotonic, Platt, Temperature, logit, sigmoid
from engine.evaluation.metrics import auc, log_loss


def distorted(seed=0, rows=20_000, slope=2.0, shift=0.7):
    rng = np.random.default_rng(seed)
    z = rng.normal(0, 1, rows)
    label = (rng.random(rows) < sigmoid(z)).astype(np.int8)
    return label, sigmoid(slope * z + shift)


def test_platt_undoes_a_slope_and_a_shift():
    label, p = distorted()
    found = calibration.fit_platt(label, p)
    assert found.slope == pytest.approx(0.5, abs=0.03)
    assert found.intercept == pytest.approx(-0.35, abs=0.05)


def test_platt_is_unregularised_logistic_regression():
    linear = pytest.importorskip("sklearn.linear_model")
    label, p = distorted(rows=2000)
    oracle = linear.LogisticRegression(C=1e10, tol=1e-10).fit(logit(p)[:, None], label)
    found = calibration.fit_platt(label, p)
    assert (found.slope, found.intercept) == pytest.approx((oracle.coef_[0, 0], oracle.intercept_[0]), abs=1e-4)


def test_temperature_undoes_overconfidence():
    label, p = distorted(slope=3.0, shift=0.0)
    assert calibration.fit_temperature(label, p).temperature == pytest.approx(3.0, rel=0.05)


@pytest.mark.parametrize("fit", [calibration.fit_platt, calibration.fit_temperature, calibration.fit_isotonic])
def test_every_calibrator_lowers_the_loss_survives_json_and_keeps_the_ranking(fit):
    label, p = distorted()
    found = fit(label, p)
    mapped = found.apply(p)
    assert log_loss(label, mapped) < log_loss(label, p)
    assert abs(auc(label, mapped) - auc(label, p)) < 0.002
    again = calibration.from_json(json.loads(json.dumps(found.to_json())))
    np.testing.assert_array_equal(again.apply(p), mapped)
    assert (np.diff(found.apply(np.linspace(0, 1, 101))) >= 0).all()


@pytest.mark.parametrize("label", [np.ones(5, np.int8), np.zeros(5, np.int8), np.full(5, -1, np.int8)])
def test_one_class_alone_changes_nothing(label):
    p = np.linspace(0.1, 0.9, 5)
    for fit in (calibration.fit_platt, calibration.fit_temperature):
        np.testing.assert_allclose(fit(label, p).apply(p), p)


def test_perfect_separation_and_a_backward_model_stay_finite_and_rising():
    label, p = np.repeat([0, 1], 50), np.linspace(0.1, 0.9, 100)
    for y in (label, 1 - label):
        found = calibration.fit_platt(y, p)
        assert np.isfinite([found.slope, found.intercept]).all()
        assert found.slope > 0


def test_weights_count_as_copies():
    label, p = distorted(rows=500)
    weight = np.random.default_rng(0).integers(1, 4, 500)
    weighted = calibration.fit_platt(label, p, weight=weight.astype(float))
    copied = calibration.fit_platt(np.repeat(label, weight), np.repeat(p, weight))
    assert weighted.slope == pytest.approx(copied.slope, abs=1e-4)


@given(st.floats(-13, 13))
def test_sigmoid_undoes_logit(z):
    assert logit(sigmoid(np.array([z])))[0] == pytest.approx(z, abs=1e-4)


def test_a_missing_probability_stays_missing():
    for found in (Platt(1, 0), Temperature(2), Isotonic((0.0, 1.0), (0.2, 0.8))):
        assert np.isnan(found.apply(np.array([np.nan, 0.5]))[0])


@pytest.mark.parametrize("values", [
    {}, {"kind": "platt", "slope": -1, "intercept": 0}, {"kind": "platt", "slope": float("nan"), "intercept": 0},
    {"kind": "temperature", "temperature": 0}, {"kind": "isotonic", "x": [0, 1], "y": [1, 0]},
    {"kind": "isotonic", "x": [0, 0], "y": [0, 1]}, {"kind": "exec", "x": [0], "y": [0]},
    {"kind": "platt", "slope": "x"},
])
def test_a_damaged_calibration_is_refused(values):
    with pytest.raises(WorkbenchError, match="cannot be read"):
        calibration.from_json(values)


@pytest.mark.parametrize("calibrator", [
    calibration.Platt(1.7, -0.4), calibration.Temperature(2.5), calibration.Isotonic((0.2,), (0.6,)),
    calibration.Isotonic((0.1, 0.3, 0.30001, 0.9), (0.0, 0.25, 0.25, 1.0)),
])
def test_one_row_is_calibrated_as_many_are(calibrator: calibration.Calibrator) -> None:
    chances = np.concatenate([np.linspace(0, 1, 301), [1e-9, 1 - 1e-9, 0.1, 0.3, 0.9, np.nan]])
    single = [calibrator.one(float(chance)) for chance in chances]
    np.testing.assert_allclose(single, calibrator.apply(chances), rtol=0, atol=1e-15)
