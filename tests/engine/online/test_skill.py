"""What is said of skill, and the history that it is said with."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.evaluation.intervals import wilson
from engine.online import skill
from engine.online.book import TRACK
from engine.online.track import Track, curves
from engine.records import Interval


def test_kappa_temporal_is_one_for_perfect_and_below_zero_for_worse_than_the_last_class() -> None:
    assert skill.kappa_temporal(1.0, 0.85) == 1.0
    assert skill.kappa_temporal(0.8089, 0.8533) == pytest.approx(-0.3027, abs=1e-4)
    assert math.isnan(skill.kappa_temporal(math.nan, 0.5))
    assert math.isnan(skill.kappa_temporal(1.0, 1.0))


@pytest.mark.parametrize(("right", "loss", "said"), [
    (900, 0.3, "Skill:"), (400, 0.7, "No skill"), (620, 0.64, "better than the base"), (620, 0.70, "no better"),
])
def test_one_honest_sentence(right: int, loss: float, said: str) -> None:
    baseline = {"last_class": 0.53, "prior": 0.615, "prior_log_loss": 0.666}
    assert said in skill.words(wilson(right, 1000), loss, baseline, 1000)


def test_too_few_labels_are_not_judged() -> None:
    assert "Too few" in skill.words(Interval(1.0, 0.9, 1.0), 0.1, {"last_class": 0.5, "prior": 0.5}, 20)


def _rows(first: int, last: int) -> np.ndarray:
    rows = np.zeros((last - first + 1, len(TRACK)))
    rows[:, 0] = np.arange(first, last + 1)
    rows[:, -1] = 100
    return rows


def test_the_history_thins_itself_and_keeps_its_whole_length() -> None:
    track = Track(capacity=100)
    for start in range(1, 2001, 10):
        rows = _rows(start, start + 9)
        track.extend(rows[rows[:, 0] % track.stride == 0])
    kept = track.copy()[:, 0]
    assert len(kept) <= 100
    assert kept[0] <= 40
    assert kept[-1] >= 1970
    assert set(np.diff(kept)) == {float(track.stride)}


def test_a_restored_history_goes_on_with_its_stride() -> None:
    track, again = Track(capacity=64), Track(capacity=64)
    rows = _rows(1, 60)
    track.extend(rows)
    again.restore(track.copy(20))
    assert again.stride == 4
    again.extend(_rows(61, 100)[_rows(61, 100)[:, 0] % again.stride == 0])
    assert again.copy()[:, 0].tolist()[-1] == 100


def test_a_copy_is_thinned_evenly_and_ends_with_the_latest() -> None:
    track = Track()
    track.extend(_rows(1, 1000))
    copied = track.copy(100)[:, 0]
    assert len(copied) == 100
    assert copied[-1] == 1000


def test_no_history_gives_empty_curves() -> None:
    assert len(curves(Track().copy(10)).event) == 0
