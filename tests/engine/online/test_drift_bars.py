"""What the drift watch finds on streams whose truth is known, how soon, and how often it cries for nothing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from engine.data.synthetic import stream
from engine.online.drift import DriftWatch
from engine.online.options import Detector, LearnerOptions
from engine.online.shared_luck import labels_that_count_as_one

ROWS, TRAINED, CHANGE = 20_000, 4_000, 10_000
BARS = [("abrupt", 0.8, 300), ("abrupt", 0.6, 3500), ("feed_fault", 0.8, 500)]


@dataclass(frozen=True)
class Found:
    delays: list[int | None]
    alarms: float  # false ones per 10,000 labels
    retrains: float


def _losses(kind: str, auc: float, seed: int) -> np.ndarray:
    """Log loss and errors of a champion that was fitted on the first rows and then frozen."""
    from sklearn.linear_model import LogisticRegression

    made = stream(kind, rows=ROWS, seed=seed, bayes_auc=auc, drift_at=CHANGE)
    champion = LogisticRegression(max_iter=200).fit(made.X[:TRAINED], made.label[:TRAINED])
    said = np.clip(champion.predict_proba(made.X[TRAINED:])[:, 1], 1e-6, 1 - 1e-6)
    won = made.label[TRAINED:] == 1
    loss = -np.log(np.where(won, said, 1 - said))
    error = ((said > 0.5) != won).astype(float)
    return np.column_stack([loss, error, loss, error])


def _found(kind: str, auc: float, seeds: int, detector: Detector = Detector.ADWIN) -> Found:
    delays: list[int | None] = []
    alarms = retrains = labels = 0
    at = CHANGE - TRAINED if kind not in {"stationary", "dependent"} else ROWS - TRAINED
    for seed in range(seeds):
        losses = _losses(kind, auc, seed)
        watch = DriftWatch(LearnerOptions(detector=detector), champion=True)
        marks = watch.feed(losses, 1, np.arange(len(losses)))
        after = [mark.event - at for mark in marks if mark.event >= at and mark.retrain]
        delays.append(after[0] if after else None)
        alarms += sum(mark.event < at for mark in marks)
        retrains += sum(mark.event < at and mark.retrain for mark in marks)
        labels += at
    return Found(delays, alarms / labels * 10_000, retrains / labels * 10_000)


def _within(delays: list[int | None], most: int) -> int:
    return sum(delay is not None and delay <= most for delay in delays)


@pytest.mark.parametrize(("kind", "auc", "most"), BARS)
def test_a_change_is_found_in_time(kind: str, auc: float, most: int) -> None:
    found = _found(kind, auc, 2)
    assert _within(found.delays, most) == 2
    assert found.alarms == 0


def test_without_change_it_keeps_still_and_shared_luck_asks_for_nothing() -> None:
    assert _found("stationary", 0.8, 2).alarms == 0
    dependent = _found("dependent", 0.6, 2)
    assert dependent.alarms > 5, "the alarms are shown"
    assert dependent.retrains <= 1


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "auc", "most"), BARS)
def test_over_ten_seeds_changes_are_found_in_time(kind: str, auc: float, most: int) -> None:
    found = _found(kind, auc, 10)
    assert _within(found.delays, most) >= 9
    assert found.alarms <= 0.5


@pytest.mark.slow
def test_over_ten_seeds_false_alarms_are_rare() -> None:
    assert _found("stationary", 0.8, 10).alarms <= 0.5
    assert _found("stationary", 0.6, 10).alarms <= 0.5
    assert _found("dependent", 0.6, 10).retrains <= 1
    assert _found("dependent", 0.6, 10, Detector.HDDM_A).retrains <= 1


def test_a_real_change_on_a_dependent_stream_is_asked_for_once_it_is_proven() -> None:
    losses = _losses("dependent", 0.6, 0)
    losses[8000:, 0] += 0.6
    marks = DriftWatch(LearnerOptions(), champion=True).feed(losses, 1, np.arange(len(losses)))
    asked = [mark for mark in marks if mark.retrain]
    assert any(8000 <= mark.event < 12_000 and "stayed up" in mark.words for mark in asked)


@pytest.mark.parametrize(("rho", "low", "high"), [(0.0, 1.0, 1.6), (0.5, 2.2, 4.0), (0.9, 10.0, 30.0)])
def test_the_labels_that_count_as_one_are_those_of_theory(rho: float, low: float, high: float) -> None:
    rng = np.random.default_rng(4)
    noise, series = rng.normal(size=6000), np.zeros(6000)
    for place in range(1, 6000):
        series[place] = rho * series[place - 1] + noise[place]
    assert low <= labels_that_count_as_one(series) <= high, f"theory says {(1 + rho) / (1 - rho):.1f}"
