"""No training interval ever meets a test interval; the purge is that of an independent library."""

from __future__ import annotations

import time as clock

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.splits import (
    Fold,
    blocked,
    combinatorial,
    parse_duration,
    purge,
    purged_walk_forward,
    shuffled,
    walk_forward,
)
from engine.errors import WorkbenchError

HOUR = 3600 * 10**9


@st.composite
def signals(draw, least=12, most=60):
    """Times with ties and bursts, label times at or after them."""
    steps = draw(st.lists(st.integers(0, 5), min_size=least, max_size=most))
    delays = draw(st.lists(st.integers(0, 12), min_size=len(steps), max_size=len(steps)))
    time = np.cumsum(np.asarray(steps, dtype=np.int64)) * HOUR
    return time, time + np.asarray(delays, dtype=np.int64) * HOUR


def meets_any(i, test, time, end, embargo):
    return any(time[i] <= end[j] + embargo and time[j] - embargo <= end[i] for j in test)


@given(signals(), st.integers(0, 3))
@settings(max_examples=60, deadline=None)
def test_walk_forward_keeps_exactly_the_earlier_rows_that_meet_no_test_row(data, embargo_hours):
    time, end = data
    embargo = embargo_hours * HOUR
    try:
        folds = purged_walk_forward(time, end, folds=3, embargo_ns=embargo)
    except WorkbenchError as error:
        assert error.code == "all-purged"  # noqa: PT017 - one of two right answers
        return
    for fold in folds:
        wanted = [i for i in range(fold.test[0]) if not meets_any(i, fold.test, time, end, embargo)]
        assert fold.train.tolist() == wanted
        assert fold.purged == fold.test[0] - len(wanted)


@given(signals(), st.integers(0, 3), st.data())
@settings(max_examples=60, deadline=None)
def test_purge_of_any_sets_keeps_exactly_the_rows_that_meet_no_test_row(data, embargo_hours, more):
    time, end = data
    chosen = np.asarray(more.draw(st.lists(st.booleans(), min_size=len(time), max_size=len(time))))
    train, test = np.flatnonzero(~chosen), np.flatnonzero(chosen)
    kept = purge(train, test, time, end, embargo_hours * HOUR)
    assert kept.tolist() == [i for i in train if not meets_any(i, test, time, end, embargo_hours * HOUR)]


@pytest.mark.parametrize("seed", range(5))
def test_purge_agrees_with_purgedcv(seed):
    import purgedcv

    rng = np.random.default_rng(seed)
    time = np.sort(rng.integers(0, 500, 200)) * HOUR
    end = time + rng.integers(0, 30, 200) * HOUR
    test = np.sort(rng.choice(200, 50, replace=False))
    train = np.setdiff1d(np.arange(200), test)
    embargo = int(rng.integers(0, 4)) * HOUR
    # Its intervals are half open, ours closed: one nanosecond makes them the same.
    oracle = purgedcv.purge(
        train, test, pd.Series(pd.to_datetime(time)), pd.Series(pd.to_datetime(end + 1)), pd.Timedelta(embargo, "ns")
    )
    assert purge(train, test, time, end, embargo).tolist() == oracle.tolist()


def test_combinatorial_folds_agree_with_purgedcv():
    import purgedcv

    rng = np.random.default_rng(3)
    time = np.cumsum(rng.integers(1, 5, 203)) * HOUR
    end = time + rng.integers(0, 20, 203) * HOUR
    oracle = purgedcv.CombinatorialPurgedCV(
        n_splits=6, n_test_groups=2, prediction_times=pd.Series(pd.to_datetime(time)),
        evaluation_times=pd.Series(pd.to_datetime(end + 1)), purge_horizon="2h",
    )
    folds = combinatorial(time, end, groups=6, test_groups=2, embargo_ns=2 * HOUR)
    wanted = {tuple(test): tuple(train) for train, test in oracle.split(np.zeros((203, 1)))}
    assert {tuple(fold.test): tuple(fold.train) for fold in folds} == wanted
    assert len(folds) == 15


@given(signals(least=16))
@settings(max_examples=40, deadline=None)
def test_combinatorial_folds_agree_with_the_purge_of_any_sets(data):
    time, end = data
    for fold in combinatorial(time, end, groups=4, test_groups=2, embargo_ns=HOUR):
        others = np.setdiff1d(np.arange(len(time)), fold.test)
        assert fold.train.tolist() == purge(others, fold.test, time, end, HOUR).tolist()
        assert fold.purged == len(others) - len(fold.train)


def test_twenty_eight_splits_of_100_000_rows_take_well_under_a_tenth_of_a_second():
    rng = np.random.default_rng(0)
    time = np.cumsum(rng.integers(1, 5, 100_000)) * HOUR
    end = time + rng.integers(0, 50, 100_000) * HOUR
    started = clock.process_time()
    assert len(combinatorial(time, end, groups=8, test_groups=2)) == 28
    assert clock.process_time() - started < 0.1


def test_the_second_half_is_tested_once_in_order():
    time = np.arange(101) * HOUR
    folds = purged_walk_forward(time, None, folds=5)
    assert np.concatenate([fold.test for fold in folds]).tolist() == list(range(50, 101))
    assert all(fold.purged == 0 and fold.train[-1] == fold.test[0] - 1 for fold in folds)


def test_rows_that_share_the_first_test_time_are_purged():
    time = np.repeat(np.arange(10), 10) * HOUR
    fold = purged_walk_forward(time, None, folds=1, first_share=0.55)[0]
    assert fold.train.tolist() == list(range(50))
    assert fold.purged == 5


def test_naive_splits_cover_every_row_once():
    for folds in (blocked(23, 5), shuffled(23, 5, seed=1)):
        assert sorted(np.concatenate([fold.test for fold in folds]).tolist()) == list(range(23))
        assert all(len(fold.train) + len(fold.test) == 23 for fold in folds)
    assert all(fold.train.tolist() == list(range(fold.test[0])) for fold in walk_forward(23, 3))


def test_shuffled_follows_its_seed():
    assert shuffled(50, 5, seed=4)[0].test.tolist() == shuffled(50, 5, seed=4)[0].test.tolist()
    assert shuffled(50, 5, seed=4)[0].test.tolist() != shuffled(50, 5, seed=5)[0].test.tolist()


@pytest.mark.parametrize(("call", "code"), [
    (lambda: purged_walk_forward(np.arange(6), np.full(6, 10), folds=2), "all-purged"),
    (lambda: purged_walk_forward(np.arange(6), None, folds=5), "too-few-rows"),
    (lambda: purged_walk_forward(np.arange(60), None, first_share=1.0), "bad-split"),
    (lambda: combinatorial(np.arange(60), None, groups=4, test_groups=4), "bad-split"),
])
def test_impossible_splits_are_refused_in_words(call, code):
    with pytest.raises(WorkbenchError) as refusal:
        call()
    assert refusal.value.code == code
    assert refusal.value.remedy


def test_rows_out_of_order_are_a_bug_of_the_caller():
    with pytest.raises(ValueError, match="order of time"):
        purged_walk_forward(np.array([3, 1, 2, 4]), None)


@pytest.mark.parametrize(("words", "hours"), [
    ("4h", 4), ("30min", 0.5), ("2d", 48), ("0", 0), ("1h30m", 1.5), ("1 week", 168), ("90s", 0.025), ("1.5h", 1.5),
])
def test_durations(words, hours):
    assert parse_duration(words) == round(hours * HOUR)


@pytest.mark.parametrize("words", ["4", "h", "-4h", "4 fortnights", "4h!", "nan"])
def test_durations_without_sense_are_refused(words):
    with pytest.raises(WorkbenchError, match="not a duration"):
        parse_duration(words)


@settings(max_examples=1000)
@given(data=signals(), embargo_hours=st.integers(0, 5), seed=st.integers(0, 99))
def test_no_training_interval_ever_meets_a_test_interval(data, embargo_hours, seed):
    time, end = data
    embargo = embargo_hours * HOUR
    folds = [*attempt(purged_walk_forward, time, end, folds=3, embargo_ns=embargo)]
    folds += attempt(combinatorial, time, end, groups=4, test_groups=2, embargo_ns=embargo)
    test = np.sort(np.random.default_rng(seed).choice(len(time), len(time) // 3, replace=False))
    train = purge(np.setdiff1d(np.arange(len(time)), test), test, time, end, embargo)
    for fold in [*folds, Fold(train, test, 0)]:
        apart = (end[fold.train][:, None] + embargo < time[fold.test]) | (
            end[fold.test] + embargo < time[fold.train][:, None])
        assert apart.all()


def attempt(split, *args, **how):
    """The folds, or none where everything is purged."""
    try:
        return split(*args, **how)
    except WorkbenchError:
        return ()
