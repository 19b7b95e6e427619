"""The drift watch: what it finds, what it does not cry about, and that its state goes on however the stream is cut."""

from __future__ import annotations

import json
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import WorkbenchError
from engine.online.drift import DriftWatch
from engine.online.options import Detector, LearnerOptions
from engine.online.ripening import Arrived, Ripening, horizon_words
from engine.records import DriftMark

WATCHING = [Detector.BOTH, Detector.ADWIN, Detector.HDDM_A, Detector.PAGE_HINKLEY, Detector.DDM]


def _stream(rows: int, seed: int, change: int | None = None, skill: float = 1.5) -> tuple[np.ndarray, np.ndarray]:
    """A champion's score and the label; from `change` on what it says is the wrong way round."""
    rng = np.random.default_rng(seed)
    margin = rng.normal(0, skill, rows)
    turned = np.where(np.arange(rows) >= (rows if change is None else change), -margin, margin)
    label = (rng.random(rows) < 1 / (1 + np.exp(-turned))).astype(np.int8)
    return 1 / (1 + np.exp(-margin)), label


def _late(score: np.ndarray, label: np.ndarray, delay: np.ndarray) -> Arrived:
    """A signal every ten seconds, labels so many seconds later."""
    fired = np.arange(len(score)) * 10
    time = fired + delay
    order = np.argsort(time, kind="stable")
    return Arrived(score[order], label[order], time[order], fired[order], fired,
                   np.searchsorted(fired, time[order], side="right"))


def _cut(came: Arrived, cuts: list[int]) -> list[Arrived]:
    """The same labels in pieces, the signals that fired before each piece's last label with it."""
    edges = sorted({0, len(came.score), *(cut % len(came.score) for cut in cuts)})
    found, told = [], 0
    for start, end in pairwise(edges):
        until = int(came.before[end - 1])
        found.append(Arrived(*(array[start:end] for array in came[:4]), came.signals[told:until],
                             came.before[start:end] - told))
        told = until
    return found


def _feed(watch: DriftWatch, score: np.ndarray, label: np.ndarray, first: int = 1) -> list[DriftMark]:
    return watch.feed(Arrived.at_once(score, label), first)


def _watch(detector: Detector = Detector.BOTH, cool_down: int = 1000) -> DriftWatch:
    return DriftWatch(LearnerOptions(detector=detector, cool_down=cool_down), champion=True)


@pytest.mark.parametrize("detector", WATCHING)
def test_a_strong_change_is_found_soon_and_asks_for_retraining(detector: Detector) -> None:
    after = [mark for mark in _feed(_watch(detector), *_stream(4000, 1, change=2000)) if mark.event >= 2000]
    assert after
    assert after[0].event < 2400
    assert after[0].retrain
    assert "rose" in after[0].words


def test_a_still_stream_raises_no_alarm() -> None:
    assert not _feed(_watch(), *_stream(10_000, 2))


def test_an_improvement_is_told_but_asks_for_nothing() -> None:
    score, label = _stream(4000, 3, change=2000)
    marks = _feed(_watch(), score[::-1].copy(), label[::-1].copy())
    assert marks
    assert not any(mark.retrain for mark in marks)
    assert "fell" in marks[0].words


def test_within_the_cool_down_alarms_are_shown_and_not_acted_on() -> None:
    parts = [_stream(2400, seed, change=1200) for seed in range(6)]
    score, label = (np.concatenate([part[place] for part in parts]) for place in (0, 1))
    calm, eager = (_feed(_watch(cool_down=wait), score, label) for wait in (100_000, 0))
    assert [mark.event for mark in calm] == [mark.event for mark in eager]
    assert sum(mark.retrain for mark in calm) == 1
    assert sum(mark.retrain for mark in eager) > 1
    assert any("cool-down" in mark.words for mark in calm)


def test_errors_and_log_loss_are_both_watched_and_named() -> None:
    marks = _feed(_watch(), *_stream(4000, 4, change=2000))
    assert {mark.watched for mark in marks} == {"errors of the champion", "log loss of the champion"}
    assert {mark.detector for mark in marks} == {"adwin", "hddm-a"}
    online = DriftWatch(LearnerOptions(), champion=False)
    assert _feed(online, *_stream(4000, 4, change=2000))[0].watched.endswith("of the online model")


def test_labels_without_a_score_are_passed_over() -> None:
    score, label = _stream(3000, 5, change=1500)
    gaps, twice = np.repeat(score, 2), np.repeat(label, 2)
    gaps[1::2] = np.nan
    plain, gappy = _feed(_watch(), score, label), _feed(_watch(), gaps, twice)
    assert [2 * mark.event - 1 for mark in plain] == [mark.event for mark in gappy] != []


def test_luck_that_moves_all_forecasts_alike_is_no_loss_of_skill() -> None:
    """From the middle on everything is won more often: errors and log loss move, the order of the signals does not."""
    rng = np.random.default_rng(8)
    margin = rng.normal(-0.4, 0.5, 8000)
    lucky = margin + np.where(np.arange(8000) >= 4000, 0.8, 0.0)
    label = (rng.random(8000) < 1 / (1 + np.exp(-lucky))).astype(np.int8)
    marks = _feed(_watch(), 1 / (1 + np.exp(-margin)), label)
    assert {mark.watched for mark in marks} == {"errors of the champion"}


def test_losses_that_come_before_wins_look_like_no_change_after_a_swap_of_models() -> None:
    asked = {True: 0, False: 0}
    for seed in range(6):
        rng = np.random.default_rng(seed)
        margin = rng.normal(-1.0, 0.8, 6000)
        score = 1 / (1 + np.exp(-margin))
        label = (rng.random(6000) < score).astype(np.int8)
        delay = np.where(label == 1, rng.exponential(3000, 6000), rng.exponential(300, 6000)).astype(np.int64)
        came = _late(score, label, delay)
        for corrected in (True, False):
            each = came if corrected else Arrived.at_once(came.score, came.label)
            asked[corrected] += sum(mark.retrain for mark in _watch().feed(each, 1))
    assert asked[True] == 0
    assert asked[False] >= 5, "so the correction is what keeps it still"


@given(st.lists(st.integers(1, 2999), max_size=6), st.sampled_from(WATCHING))
def test_how_the_stream_is_cut_and_saved_changes_nothing(cuts: list[int], detector: Detector) -> None:
    rng = np.random.default_rng(6)
    came = _late(*_stream(3000, 6, change=1500), rng.integers(1, 900, 3000))
    whole, watch, marks, first = _watch(detector), _watch(detector), [], 1
    expected = whole.feed(came, 1)
    for piece in _cut(came, cuts):
        state = json.loads(json.dumps(watch.state()))
        watch = _watch(detector)
        watch.restore(state)
        marks += watch.feed(piece, first)
        first += len(piece.score)
    assert marks == expected != []
    assert watch.state() == whole.state()


def test_labels_ripen_in_the_order_in_which_their_signals_fired() -> None:
    rng = np.random.default_rng(9)
    number = np.arange(2000)
    came = _late(number / 2000, (number % 2).astype(np.int8), rng.integers(0, 400, 2000))
    ripening = Ripening()
    ripe = ripening.feed(came)
    assert ripening.horizon is not None
    assert 330 <= ripening.horizon <= 395, "nine in ten of delays up to 400"
    seen = np.round(ripe.score[ripe.watched] * 2000).astype(int)
    assert (np.diff(seen) > 0).all()
    late = np.count_nonzero((came.time - came.fired)[500:] > ripening.horizon)
    assert late > 20, "and they are not watched"
    assert (np.diff(ripe.place) >= 0).all()


def test_where_labels_become_slower_it_learns_anew_how_long_they_take() -> None:
    score, label = _stream(16_000, 12, change=12_000)
    delay = np.where(np.arange(16_000) < 3000, 50, 5000)
    watch = _watch()
    marks = watch.feed(_late(score, label, delay), 1)
    assert watch.ripening.horizon == 5000
    assert any(mark.retrain and 12_000 <= mark.event < 12_500 for mark in marks)


@pytest.mark.parametrize(("before", "now", "said"), [
    (None, 3_600_000_000_000 * 5, "within 5.0 hours of their signal"), (None, 2_000_000_000, "within 2 seconds"),
    (86_400_000_000_000 * 3, None, "longer than 3.0 days"), (None, 0, ""), (5, 5, ""), (None, None, ""),
])
def test_what_is_watched_and_what_is_not_is_said(before: int | None, now: int | None, said: str) -> None:
    words = horizon_words(before, now)
    assert said in words
    assert bool(said) == bool(words)


def test_a_stream_whose_labels_mostly_never_come_is_still_watched() -> None:
    score, label = _stream(6000, 10, change=3000)
    came = _late(score, label, np.full(6000, 50))
    kept = np.random.default_rng(1).random(6000) < 0.3
    some = Arrived(*(array[kept] for array in came[:4]), came.signals, came.before[kept])
    assert any(mark.retrain for mark in _watch().feed(some, 1))


def test_another_detectors_state_is_refused() -> None:
    with pytest.raises(WorkbenchError, match="ddm"):
        _watch().restore(_watch(Detector.DDM).state())
