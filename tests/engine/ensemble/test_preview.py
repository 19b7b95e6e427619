"""Trying weights and finding disagreement on the rows of a report."""

import dataclasses
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
    rng, count = np.random.default_rng(0), 1_000_000
    kept = report.out_of_fold
    whole = dataclasses.replace(kept, label=rng.integers(0, 2, count), realized_rr=rng.normal(size=count))
    preview = Preview(dataclasses.replace(report, predictions=rng.random((2, count)), out_of_fold=whole))
    first, second = (member.id for member in report.members)
    taken = []
    for _ in range(3):
        start = time.process_time()
        preview.at({first: 1, second: 2})
        taken.append(time.process_time() - start)
    assert min(taken) < 0.25  # 0.03 s on a quiet machine
