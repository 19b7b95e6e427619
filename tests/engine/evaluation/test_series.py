"""Scores as series of blocks."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.evaluation.intervals import covariance, placements
from engine.evaluation.metrics import auc
from engine.evaluation.series import LEAST_BLOCKS, MOST_BLOCKS, auc_series, blocks_of, r_series
from engine.records import OutOfFold


def looked_at(rows, *, seed=0, horizon=1, skill=0.0):
    random = np.random.default_rng(seed)
    label = random.integers(0, 2, rows)
    time = np.arange(rows, dtype=np.int64)
    rr = np.where(label == 1, 1.5, -1.0)
    return OutOfFold(time, time, time + horizon, label, 1 / (1 + np.exp(-random.normal(size=rows) - skill * label)),
                     time * 5 // rows, rr)


@given(rows=st.integers(20, 3000), seed=st.integers(0, 99), horizon=st.integers(1, 50))
def test_the_mean_of_the_series_is_the_auc_and_its_variance_delongs_clustered(rows, seed, horizon):
    found = looked_at(rows, seed=seed, horizon=horizon)
    if min(found.label.sum(), rows - found.label.sum()) < 2:
        return
    series = auc_series(found)
    assert LEAST_BLOCKS <= len(series) <= MOST_BLOCKS
    assert series.mean() == pytest.approx(auc(found.label, found.probability))
    stand = placements(found.label, found.probability)
    assert series.var(ddof=1) / len(series) == pytest.approx(covariance(found.label, stand, stand, blocks_of(found)))


def test_rows_whose_outcomes_overlap_share_a_block():
    assert len(set(blocks_of(looked_at(3000, horizon=50)))) == 30
    assert len(set(blocks_of(looked_at(3000, horizon=1)))) == MOST_BLOCKS


def test_the_mean_of_the_r_series_is_the_r_a_signal_brings():
    found = looked_at(1000)
    accepted = found.probability >= 0.5
    assert r_series(found, accepted).mean() == pytest.approx(found.realized_rr[accepted].sum() / 1000)
    assert r_series(found, np.zeros(1000, dtype=bool)) is None


def test_one_class_alone_has_no_series():
    found = looked_at(40)
    found.label[:] = 1
    assert auc_series(found) is None
