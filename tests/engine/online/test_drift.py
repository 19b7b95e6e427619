"""The drift watch: what it finds, what it does not cry about, and that its state goes on."""

from __future__ import annotations

import json

import numpy as np
import pytest

from engine.errors import WorkbenchError
from engine.online.drift import DriftWatch
from engine.online.options import Detector, LearnerOptions
from engine.records import DriftMark

WATCHING = [Detector.ADWIN, Detector.HDDM_A, Detector.PAGE_HINKLEY, Detector.DDM]


def _losses(rows: int, seed: int, change: int | None = None) -> np.ndarray:
    """Loss and error of champion and online model; from `change` on the champion errs more."""
    rng = np.random.default_rng(seed)
    share = np.where(np.arange(rows) >= (rows if change is None else change), 0.75, 0.25)
    wrong = (rng.random(rows) < share).astype(float)
    loss = 0.3 + wrong + rng.normal(0, 0.05, rows)
    return np.column_stack([loss, wrong, np.full(rows, 0.5), np.zeros(rows)])


def _feed(watch: DriftWatch, losses: np.ndarray, first: int = 1) -> list[DriftMark]:
    return watch.feed(losses, first, np.arange(len(losses)) + first)


@pytest.mark.parametrize("detector", WATCHING)
def test_a_strong_change_is_found_soon_and_asks_for_retraining(detector: Detector) -> None:
    marks = _feed(DriftWatch(LearnerOptions(detector=detector), champion=True), _losses(4000, 1, change=2000))
    after = [mark for mark in marks if mark.event >= 2000]
    assert after
    assert after[0].event < 2400
    assert after[0].retrain
    assert "rose" in after[0].words


def test_a_still_stream_raises_no_alarm() -> None:
    assert not _feed(DriftWatch(LearnerOptions(), champion=True), _losses(10_000, 2))


def test_an_improvement_is_told_but_asks_for_nothing() -> None:
    losses = _losses(4000, 3, change=2000)[::-1].copy()
    marks = _feed(DriftWatch(LearnerOptions(), champion=True), losses)
    assert marks
    assert not any(mark.retrain for mark in marks)
    assert "fell" in marks[0].words


def test_within_the_cool_down_alarms_are_shown_and_not_acted_on() -> None:
    losses = np.concatenate([_losses(2400, seed, change=1200) for seed in range(6)])
    calm = _feed(DriftWatch(LearnerOptions(cool_down=100_000), champion=True), losses)
    eager = _feed(DriftWatch(LearnerOptions(cool_down=0), champion=True), losses)
    assert [mark.event for mark in calm] == [mark.event for mark in eager]
    assert sum(mark.retrain for mark in calm) == 1
    assert sum(mark.retrain for mark in eager) > 1
    assert any("cool-down" in mark.words for mark in calm)


def test_without_a_champion_the_online_model_is_watched() -> None:
    watch = DriftWatch(LearnerOptions(), champion=False)
    assert watch.watched == "log loss of the online model"
    assert not _feed(watch, _losses(3000, 4, change=1500))


def test_labels_without_a_score_are_passed_over() -> None:
    losses = _losses(3000, 5, change=1500)
    gaps = np.repeat(losses, 2, axis=0)
    gaps[1::2] = np.nan
    plain, gappy = (_feed(DriftWatch(LearnerOptions(), champion=True), each) for each in (losses, gaps))
    assert [2 * mark.event - 1 for mark in plain] == [mark.event for mark in gappy]


@pytest.mark.parametrize("detector", [*WATCHING, Detector.NONE])
@pytest.mark.parametrize("cut", [0, 777, 1600])
def test_its_state_goes_through_json_and_finds_the_same(detector: Detector, cut: int) -> None:
    losses = _losses(4000, 6, change=2000)
    options = LearnerOptions(detector=detector)
    whole, first = DriftWatch(options, champion=True), DriftWatch(options, champion=True)
    expected = _feed(whole, losses)
    marks = _feed(first, losses[:cut])
    second = DriftWatch(options, champion=True)
    second.restore(json.loads(json.dumps(first.state())))
    assert marks + _feed(second, losses[cut:], cut + 1) == expected
    assert second.state() == whole.state()


def test_another_detectors_state_is_refused() -> None:
    state = DriftWatch(LearnerOptions(detector=Detector.DDM), champion=True).state()
    with pytest.raises(WorkbenchError, match="ddm"):
        DriftWatch(LearnerOptions(), champion=True).restore(state)
