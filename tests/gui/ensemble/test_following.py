"""Sliders that are followed: exact, of the newest weights, also on a million rows."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from engine.ensemble.preview import Preview as Scored
from engine.evaluation.metrics import auc
from engine.records import OutOfFold
from gui.ensemble.following import Followed, Follower
from gui.jobs import Jobs
from tests.gui.ensemble.robot import report

ROWS = 1_000_000


@pytest.fixture
def jobs(qtbot):
    made = Jobs()
    yield made
    made.close_now()


@pytest.fixture
def follower(jobs):
    made = Follower(jobs=jobs, parent=jobs)
    yield made
    made.stop()


@pytest.fixture(scope="module")
def large():
    """A report of three members on a million rows."""
    rng = np.random.default_rng(0)
    label = (rng.random(ROWS) < 0.4).astype(np.int64)
    truth = 0.3 * label + rng.normal(size=ROWS)
    predictions = 1 / (1 + np.exp(0.4 - 0.3 * (truth + rng.normal(size=(3, ROWS)))))
    row = np.arange(ROWS)
    rr = np.where(label == 1, 1.5, -1.0)
    found = report(["a", "b", "c"])
    return dataclasses.replace(
        found, predictions=predictions, out_of_fold=OutOfFold(row, row, row, label, predictions.mean(axis=0), row, rr))


def test_every_drag_ends_with_the_exact_scores_of_the_last_weights(qtbot, follower):
    built, heard = report(["a", "b"]), []
    follower.begin(built)
    follower.scored.connect(heard.append)
    for step in range(50):
        follower.follow({"a": step / 50, "b": 1 - step / 50})
    qtbot.waitUntil(lambda: bool(heard) and heard[-1].weights["a"] == 49 / 50, timeout=3000)
    mixed = np.array([49 / 50, 1 / 50]) @ built.predictions
    assert heard[-1].point.auc == pytest.approx(auc(built.out_of_fold.label, mixed), abs=1e-15)
    assert heard[-1].point.mean_r == pytest.approx(1.0)
    assert len(heard) < 50  # what was overtaken was not scored


def test_when_the_hand_rests_the_interval_comes(qtbot, follower):
    follower.begin(report(["a", "b"]))
    with qtbot.waitSignal(follower.settled, timeout=5000) as settled:
        follower.follow({"a": 0.3, "b": 0.7})
    assert settled.args[0].auc.low < settled.args[0].auc.value < settled.args[0].auc.high


def test_another_report_or_none_is_not_followed_with_old_scores(qtbot, jobs, follower):
    heard: list[Followed] = []
    follower.begin(report(["a", "b"]))
    follower.scored.connect(heard.append)
    follower.follow({"a": 1.0, "b": 0.0})
    follower.begin(None)
    follower.follow({"a": 0.5, "b": 0.5})
    qtbot.waitUntil(lambda: not jobs.active, timeout=3000)
    assert not heard


def test_a_million_rows_follow_a_drag_exactly(qtbot, follower, large):
    """How quickly is the benchmark's question."""
    follower.begin(large)
    for step in range(6):
        weights = {"a": step / 10, "b": 0.5, "c": 0.5 - step / 10}
        with qtbot.waitSignal(follower.scored, timeout=5000) as got:
            follower.follow(weights)
        assert got.args[0].weights == weights
    exact = np.array([0.5, 0.5, 0.0]) @ large.predictions
    assert got.args[0].point == Scored(large).at(weights)
    assert got.args[0].point.auc == pytest.approx(auc(large.out_of_fold.label, exact), abs=1e-15)
