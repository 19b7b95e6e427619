"""What the drift watch finds on streams whose truth is known, how soon, and how often it cries for nothing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from engine.data.synthetic import stream
from engine.online.drift import DriftWatch
from engine.online.options import Detector, LearnerOptions
from engine.online.ripening import Arrived
from engine.online.shared_luck import labels_that_count_as_one

ROWS, TRAINED, CHANGE = 20_000, 4_000, 10_000
BARS = [("abrupt", 0.8, 300), ("abrupt", 0.6, 3500), ("feed_fault", 0.8, 500)]


KINDS = [Detector.BOTH, Detector.ADWIN, Detector.HDDM_A, Detector.PAGE_HINKLEY]


@dataclass(frozen=True)
class Found:
    delays: list[int | None]
    alarms: float  # false ones per 10,000 labels
    retrains: float


def _said(kind: str, auc: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """What a champion that was fitted on the first rows and then frozen says of the others, and their labels."""
    from sklearn.linear_model import LogisticRegression

    made = stream(kind, rows=ROWS, seed=seed, bayes_auc=auc, drift_at=CHANGE)
    champion = LogisticRegression(max_iter=200).fit(made.X[:TRAINED], made.label[:TRAINED])
    return champion.predict_proba(made.X[TRAINED:])[:, 1], made.label[TRAINED:]


def _found(kind: str, auc: float, seeds: int, detector: Detector = Detector.BOTH) -> Found:
    delays: list[int | None] = []
    alarms = retrains = labels = 0
    at = CHANGE - TRAINED if kind not in {"stationary", "dependent"} else ROWS - TRAINED
    for seed in range(seeds):
        watch = DriftWatch(LearnerOptions(detector=detector), champion=True)
        marks = watch.feed(Arrived.at_once(*_said(kind, auc, seed)), 1)
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
    for detector in KINDS:
        found = _found(kind, auc, 2, detector)
        assert _within(found.delays, most) == 2
        assert found.alarms == 0


def test_without_change_it_keeps_still_and_shared_luck_asks_for_nothing() -> None:
    assert _found("stationary", 0.8, 2).alarms == 0
    dependent = _found("dependent", 0.6, 2)
    assert dependent.alarms > 1, "the alarms are shown"
    assert dependent.retrains <= 1


@pytest.mark.slow
@pytest.mark.parametrize("detector", KINDS)
@pytest.mark.parametrize(("kind", "auc", "most"), BARS)
def test_over_ten_seeds_changes_are_found_in_time(kind: str, auc: float, most: int, detector: Detector) -> None:
    found = _found(kind, auc, 10, detector)
    assert _within(found.delays, most) >= 9
    assert found.alarms <= 0.5


@pytest.mark.slow
@pytest.mark.parametrize("detector", KINDS)
def test_over_ten_seeds_false_alarms_are_rare(detector: Detector) -> None:
    assert _found("stationary", 0.8, 10, detector).alarms <= 0.5
    assert _found("stationary", 0.6, 10, detector).alarms <= 0.5
    assert _found("dependent", 0.6, 10, detector).retrains <= 1


def test_a_real_change_on_a_dependent_stream_is_asked_for() -> None:
    score, label = _said("dependent", 0.6, 0)
    score[8000:] = 1 - score[8000:]
    marks = DriftWatch(LearnerOptions(), champion=True).feed(Arrived.at_once(score, label), 1)
    assert any(8000 <= mark.event < 10_000 and mark.retrain for mark in marks)


@pytest.mark.parametrize(("rho", "low", "high"), [(0.0, 1.0, 1.6), (0.5, 2.2, 4.0), (0.9, 10.0, 30.0)])
def test_the_labels_that_count_as_one_are_those_of_theory(rho: float, low: float, high: float) -> None:
    rng = np.random.default_rng(4)
    noise, series = rng.normal(size=6000), np.zeros(6000)
    for place in range(1, 6000):
        series[place] = rho * series[place - 1] + noise[place]
    assert low <= labels_that_count_as_one(series) <= high, f"theory says {(1 + rho) / (1 - rho):.1f}"
