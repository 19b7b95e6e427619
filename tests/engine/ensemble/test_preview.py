"""Trying weights and finding disagreement on the rows of a report."""

import time

import numpy as np
import pytest

from engine.ensemble.building import build_ensemble
from engine.ensemble.options import EnsembleOptions
from engine.ensemble.preview import Preview, disagreement

BOTH = ("by trend", "by speed")


@pytest.fixture
def report(table, workspace):
    return build_ensemble(table, BOTH, EnsembleOptions(calibrate=False), workspace=workspace)


def test_the_reports_own_weights_give_the_reports_own_score(table, workspace):
    found = build_ensemble(table, BOTH, EnsembleOptions(calibrate=False, weights={"by trend": 0.6, "by speed": 0.4}),
                           workspace=workspace)
    point = Preview(found).at(found.weights)
    assert point.auc == pytest.approx(found.scores.auc.value, abs=1e-12)
    assert point.mean_r == pytest.approx(found.scores.mean_r.value)
    assert point.accepted_share == pytest.approx(found.scores.accepted_share)


def test_one_member_alone_scores_as_in_its_row(report):
    for member in report.members:
        assert Preview(report).at({member.id: 0.3}).auc == pytest.approx(member.auc.value, abs=1e-12)


def test_no_weight_at_all_has_no_score(report):
    assert np.isnan(Preview(report).at({}).auc)


def test_the_widest_disagreement_comes_first(report):
    found = disagreement(report, rows=10)
    assert len(found.row) == 10
    assert (np.diff(found.spread) <= 0).all()
    assert found.spread[0] == np.abs(report.predictions[0] - report.predictions[1]).max()
    place = int(np.flatnonzero(report.out_of_fold.row == found.row[0])[0])
    np.testing.assert_array_equal(found.predictions[:, 0], report.predictions[:, place])


def test_a_slider_on_a_million_rows_is_followed_at_once(report):
    preview = Preview(report)
    rng = np.random.default_rng(0)
    preview._predictions, preview._label = rng.random((3, 1_000_000)), rng.integers(0, 2, 1_000_000)
    preview._ids, preview._rr = ["a", "b", "c"], np.zeros(1_000_000)
    preview._known_rr = np.ones(1_000_000, dtype=bool)
    taken = []
    for _ in range(3):
        start = time.process_time()
        preview.at({"a": 1, "b": 2, "c": 1})
        taken.append(time.process_time() - start)
    assert min(taken) < 0.25  # 0.05 s on a quiet machine
