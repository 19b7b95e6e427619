"""Weights found on earlier rows with some of them locked, and what they gained on the later ones."""

from __future__ import annotations

import dataclasses
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.ensemble import locks, weighting
from engine.ensemble.blending import blend
from engine.ensemble.building import build_ensemble
from engine.ensemble.combining import combine
from engine.ensemble.objectives import Metric
from engine.ensemble.optimising import OptimiseOptions, optimise
from engine.ensemble.options import EnsembleOptions, Method
from engine.errors import Cancelled, WorkbenchError
from engine.evaluation.intervals import delong
from engine.evaluation.metrics import log_loss
from engine.progress import Progress
from engine.records import EarlierRows
from tests.engine.ensemble.worlds import JUNK, panel

ALL = ("by trend", "by speed", "by noise")
PANEL = panel(rows=1200, noises=(0.4, 0.8, JUNK))


@pytest.fixture
def report(table, workspace):
    return build_ensemble(table, ALL, EnsembleOptions(calibrate=False), workspace=workspace)


def ids(report):
    return {member.name: member.id for member in report.members}


@given(st.floats(0, 1), st.floats(0, 1), st.sampled_from([Metric.LOG_LOSS, Metric.AUC, Metric.EXPECTED_R]))
def test_whatever_is_locked_stays_exactly_and_the_sum_is_one(a, b, metric):
    held = {"m0": a, "m2": b * (1 - a)}
    pool = locks.found(PANEL, held, lambda free: weighting.weigh(free, metric))
    assert {name: weight for name, weight in zip(pool.names, pool.weights, strict=True) if name in held} == held
    assert sum(pool.weights) == pytest.approx(1.0, abs=1e-9)
    assert min(pool.weights) >= 0


def test_beside_a_lock_the_best_of_all_grid_points_is_found():
    pool = locks.found(PANEL, {"m0": 0.3}, blend)
    grid = np.linspace(0, 0.7, 701)
    mixed = [log_loss(PANEL.label, np.array([0.3, w, 0.7 - w]) @ PANEL.probability) for w in grid]
    assert pool.weights[1] == pytest.approx(grid[int(np.argmin(mixed))], abs=2e-3)


@pytest.mark.parametrize("method", [Method.BLENDING, Method.WEIGHTED_AVERAGE, Method.GREEDY])
def test_a_built_ensemble_holds_its_locks_whether_it_falls_back_or_not(method):
    options = EnsembleOptions(method=method, locked={"m1": 0.25})
    for made in (PANEL, panel(rows=1200, noises=(0.5, 0.5, 0.5)), panel(rows=30)):
        found = combine(made, options, Progress())
        assert found.pool.weights[1] == 0.25
        assert sum(found.pool.weights) == pytest.approx(1.0, abs=1e-9)
    assert "The locked weights stay" in found.fallback


@pytest.mark.parametrize("method", [Method.STACKING, Method.DYNAMIC])
def test_methods_without_fixed_shares_refuse_locks_in_words(method):
    with pytest.raises(WorkbenchError, match="no fixed shares"):
        EnsembleOptions(method=method, locked={"a": 0.5}).checked()


@pytest.mark.parametrize(("held", "words"), [
    ({"m9": 0.5}, "no member m9"), ({"m0": 1.5}, "locked weight of m0 is 1.5"), ({"m0": 0.7, "m1": 0.7}, "sum to 1.4"),
    ({"m0": 0.2, "m1": 0.2, "m2": 0.2}, "sum to 0.6"),
])
def test_impossible_locks_are_refused_in_words(held, words):
    with pytest.raises(WorkbenchError, match=words):
        combine(PANEL, EnsembleOptions(locked=held), Progress())


def test_nothing_of_the_scored_rows_moves_the_found_weights(report):
    later = report.out_of_fold
    turned = dataclasses.replace(report, out_of_fold=dataclasses.replace(later, label=1 - later.label))
    first, second = (optimise(each, OptimiseOptions()) for each in (report, turned))
    assert first.weights == second.weights
    assert first.auc.value == pytest.approx(1 - second.auc.value)


def test_a_member_of_noise_loses_its_weight_and_the_gain_is_told_with_its_interval(report):
    found = optimise(report, OptimiseOptions(Metric.AUC))
    mixed = np.array(list(found.weights.values())) @ report.predictions
    assert found.auc == delong(report.out_of_fold.label, mixed)
    assert found.weights[ids(report)["by noise"]] < 0.1
    assert found.gains[-1].over == "equal weights"
    assert found.gains[-1].difference.low > 0
    assert "A gain over equal weights: AUC +" in found.words
    assert f"{found.scored_rows:,} later ones" in found.words


def test_where_the_interval_holds_zero_there_is_no_evidence_of_gain():
    made = panel(seed=5, rows=1500, noises=(0.5, 0.5, 0.5))
    found = optimise(_report(made), OptimiseOptions())
    assert found.gains[0].difference.low <= 0 <= found.gains[0].difference.high
    assert found.words.startswith("No evidence of gain over equal weights: log loss -0.0008 (-0.0035 to +0.0019")


def test_weights_by_hand_are_what_is_to_be_beaten(report):
    junk = ids(report)["by noise"]
    found = optimise(report, OptimiseOptions(), before={junk: 0.9, ids(report)["by trend"]: 0.1})
    assert [gain.over for gain in found.gains] == ["the weights before", "equal weights"]
    assert found.gains[0].difference.low > 0


def test_a_locked_member_keeps_its_weight_and_the_others_share_the_rest(report):
    junk = ids(report)["by noise"]
    found = optimise(report, OptimiseOptions(locked={junk: 0.4}))
    assert found.weights[junk] == 0.4
    assert sum(found.weights.values()) == pytest.approx(1.0, abs=1e-9)


def test_stop_keeps_the_best_so_far_and_cancel_nothing(report):
    steps = []

    def ended(how):
        def listen(point):
            steps.append(point.words)
            if len(steps) == 6:
                how(progress)

        progress = Progress(listen)
        return progress

    found = optimise(report, OptimiseOptions(Metric.AUC, {ids(report)["by noise"]: 0.3}), progress=ended(Progress.stop))
    assert found.stopped
    assert len(steps) < 15  # of some 200 steps
    assert found.weights[ids(report)["by noise"]] == 0.3
    steps.clear()
    with pytest.raises(Cancelled):
        optimise(report, OptimiseOptions(Metric.AUC), progress=ended(Progress.cancel))


@pytest.mark.parametrize(("options", "words"), [
    (OptimiseOptions(Metric.METHOD), "what to make best"),
    (OptimiseOptions(locked={"m0": 0.1, "m1": 0.1}), "two weights"),
])
def test_what_cannot_be_searched_is_refused_in_words(options, words):
    with pytest.raises(WorkbenchError, match=words):
        optimise(_report(PANEL), options)


def test_without_earlier_rows_or_realized_r_nothing_is_invented(report):
    with pytest.raises(WorkbenchError, match="too few earlier rows"):
        optimise(dataclasses.replace(report, earlier=None), OptimiseOptions())
    plain = dataclasses.replace(PANEL, realized_rr=None)
    with pytest.raises(WorkbenchError, match="no realized R"):
        optimise(_report(plain), OptimiseOptions(Metric.EXPECTED_R))


def test_what_is_fitted_on_is_all_before_the_first_scored_row(report, table):
    first = report.out_of_fold.time.min()
    known = table.label_time < first
    assert 0 < len(report.earlier.label) <= np.count_nonzero(known)


def _report(made):
    """What a report over a made panel tells, the first 40 % earlier."""
    cut = round(0.4 * len(made))
    early, late = made.take(slice(0, cut)), made.take(slice(cut, None))
    rr = [np.full(len(part), np.nan) if part.realized_rr is None else part.realized_rr for part in (early, late)]
    return SimpleNamespace(
        members=[SimpleNamespace(id=name) for name in made.names],
        weights=dict.fromkeys(made.names, 1 / len(made.names)),
        earlier=EarlierRows(early.probability, early.label.astype(np.int64), rr[0]), predictions=late.probability,
        out_of_fold=SimpleNamespace(label=late.label.astype(np.int64), realized_rr=rr[1]),
    )
