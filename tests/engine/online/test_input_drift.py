"""Input drift feature by feature, whose contribution moved, and how often a detector cries on the user's own stream."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.schema import FeatureSchema
from engine.data.synthetic import stream
from engine.online import distances, loops
from engine.online.causes import cause_of, contribution_shifts
from engine.online.false_alarms import false_alarms, of_each
from engine.online.input_drift import InputWatch, chance_of, input_shifts
from engine.online.options import Detector, LearnerOptions
from engine.online.replay import replay
from tests.engine.online.made import Arithmetic, make_table


def test_the_distance_is_scipys_compiled_and_plain() -> None:
    from scipy.stats import ks_2samp

    rng = np.random.default_rng(1)
    old = np.sort(rng.normal(size=(900, 4)).round(1), axis=0)
    new = np.sort(rng.normal([0.0, 0.2, 1.0, 0.0], 1.0, (250, 4)).round(1), axis=0)
    new[200:, 1], new[:, 3] = np.nan, np.nan
    olds, news = np.full(4, 900), np.asarray([250, 200, 250, 0])
    ways = np.empty((3, 4))
    for way, out in zip((loops.compiled().distance_pass, distances.by_arrays, distances.distance_pass), ways,
                        strict=True):
        way(old, olds, new, news, out)
    np.testing.assert_array_equal(ways[0], ways[1])
    np.testing.assert_array_equal(ways[0], ways[2])
    for column in range(3):
        theirs = ks_2samp(old[:, column], new[: news[column], column], method="asymp")
        assert ways[0, column] == pytest.approx(theirs.statistic)
        assert chance_of(ways[0, column], 900, int(news[column])) == pytest.approx(theirs.pvalue, rel=0.3, abs=2e-3)
    assert (ways[0, 3], chance_of(0.0, 900, 0)) == (0.0, 1.0)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(1, 700), min_size=1, max_size=8))
def test_how_the_rows_are_cut_changes_nothing(cuts: list[int]) -> None:
    made = stream("feed_fault", rows=3000, seed=1, drift_at=2600)
    whole = InputWatch(made.names, reference=1000).feed(made.X, made.time)
    watch, start, pieces = InputWatch(made.names, reference=1000), 0, []
    while start < 3000:
        size = cuts[len(pieces) % len(cuts)]
        pieces += [watch.feed(made.X[start : start + size], made.time[start : start + size])]
        start += size
    assert [mark for piece in pieces for mark in piece] == whole
    assert whole


@pytest.mark.parametrize("seed", range(3))
def test_a_feed_fault_is_found_within_five_hundred_rows_and_the_feature_named(seed: int) -> None:
    made = stream("feed_fault", rows=8000, seed=seed, drift_at=5000)
    marks = InputWatch(made.names).feed(made.X, made.time)
    assert len(marks) == 1
    assert 5000 <= marks[0].event <= 5500
    wrong = int(np.argmax(np.abs(made.X[5000:]).mean(axis=0)))
    assert f"x{wrong}" in marks[0].words
    assert not marks[0].retrain


def test_still_inputs_are_silent() -> None:
    made = stream("stationary", rows=20_000, seed=3)
    assert not InputWatch(made.names).feed(made.X, made.time)


def test_values_that_go_missing_are_told() -> None:
    rng = np.random.default_rng(2)
    old, new = rng.normal(size=(1000, 2)), rng.normal(size=(250, 2))
    new[:100, 1] = np.nan
    (shift,) = input_shifts(np.sort(old, axis=0), new, ("a", "b"))
    assert (shift.name, shift.missing_before) == ("b", 0.0)
    assert shift.missing_now == pytest.approx(0.4)


def test_the_feature_whose_contribution_moved_is_named() -> None:
    table = make_table(500)
    champion = Arithmetic(table.schema)
    slopes = np.asarray([0.2, 2.0, 0.5, 0.0])
    champion.contributions = lambda rows: np.column_stack([rows * slopes, np.zeros(len(rows))])  # type: ignore[attr-defined]
    rows = np.random.default_rng(3).normal(size=(500, 4))
    moved = rows + np.asarray([1.0, 1.0, 0.0, 3.0])
    first, second, *_ = contribution_shifts(champion, rows, moved)  # type: ignore[arg-type]
    assert (first.name, second.name) == ("x1", "x0")
    assert first.moved == pytest.approx(2.0)
    assert first.share > 0.8


def test_where_the_market_turned_the_feature_that_no_longer_pays_is_named() -> None:
    made = stream("stationary", rows=4000, seed=5)
    champion = Arithmetic(FeatureSchema.plain(list(made.names)))
    weights = np.asarray([0.8, -0.8, 0.0, 0.0, 0.0, 0.0])
    champion.contributions = lambda rows: np.column_stack([rows * weights, np.zeros(len(rows))])  # type: ignore[attr-defined]
    sign = np.where(np.arange(4000) < 3700, 1.0, -1.0)
    margin = made.X[:, 0] * 0.8 * sign - 0.8 * made.X[:, 1]
    label = np.random.default_rng(1).random(4000) < 1 / (1 + np.exp(-margin))
    residual = label - 1 / (1 + np.exp(-made.X @ weights))
    found = cause_of(champion, 4000, made.X, residual)  # type: ignore[arg-type]
    assert found is not None
    assert found.shifts[0].name == "x0"
    assert found.shifts[0].turned < -4
    assert "no longer goes with the outcomes: x0" in found.words
    assert cause_of(champion, 400, made.X[:400], residual[:400]) is None, "too few labels"  # type: ignore[arg-type]
    assert cause_of(None, 4000, made.X, residual) is None


def test_the_false_alarms_of_a_stream_without_and_with_shared_luck() -> None:
    made = {kind: stream(kind, rows=6000, seed=4, bayes_auc=0.6) for kind in ("stationary", "dependent")}
    plain, storming = (of_each(each.probability, each.label, LearnerOptions(), champion=True) for each in made.values())
    assert [each.detector for each in plain] == ["adwin", "hddm-a", "page-hinkley", "ddm"]
    for still, lucky in zip(plain, storming, strict=True):
        assert still.alarms < 1
        assert lucky.alarms > still.alarms
        assert lucky.retrains < 1
        assert lucky.block > still.block
    chosen = false_alarms(made["stationary"].probability, made["stationary"].label, LearnerOptions(), champion=True)
    assert chosen is not None
    assert chosen.detector == "both"
    few, none = made["stationary"].probability[:500], LearnerOptions(detector=Detector.NONE)
    assert false_alarms(few, made["stationary"].label[:500], LearnerOptions(), champion=True) is None
    assert false_alarms(made["stationary"].probability, made["stationary"].label, none, champion=True) is None


def test_a_replay_names_the_feature_behind_an_alarm_and_the_detectors_false_alarms() -> None:
    table = make_table(4000, missing=0.0)
    table.matrix[3000:, 0] *= -3.0
    champion = Arithmetic(table.schema)
    champion.contributions = lambda rows: np.column_stack([rows[:, :1], np.zeros((len(rows), 4))])  # type: ignore[attr-defined]
    found = replay(table, champion=champion)  # type: ignore[arg-type]
    assert found.causes[0].shifts[0].name == "x0"
    assert found.causes[0].event == next(mark.event for mark in found.drifts if mark.retrain)
    assert "x0" in found.input_drifts[0].words
    assert found.false_alarms is not None
    assert found.false_alarms.detector == "both"
    assert len(found.detectors) == 4
