"""The correction for labels that have not arrived, on a random walk with a far target and a near stop."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.online.arrival import arrival_figures, label_weights

LATEST = 6000
STEP = 0.1  # R a bar


def _walks(seed: int, signals: int) -> tuple[np.ndarray, np.ndarray]:
    """One signal a bar, target +2R, stop -1R: its delay in bars, and whether it won."""
    rng = np.random.default_rng(seed)
    place, delay, won = np.zeros(signals), np.full(signals, LATEST), np.zeros(signals, dtype=np.int8)
    on = np.arange(signals)
    for bar in range(1, LATEST):
        place[on] += rng.normal(0, STEP, len(on))
        out = (place[on] >= 2.0) | (place[on] <= -1.0)
        ended = on[out]
        delay[ended], won[ended] = bar, place[ended] > 0
        on = on[~out]
        if not len(on):
            break
    return delay, won


def _errors(bars: int, seeds: int = 40) -> tuple[float, float]:
    """Mean error of the naive and of the corrected win rate some bars after a swap; the truth is one third."""
    found = []
    for seed in range(seeds):
        delay, won = _walks(seed, bars)
        time = np.arange(bars)
        figures = arrival_figures(time, time + delay, won, bars)
        found.append((figures.win_rate.naive - 1 / 3, figures.win_rate.corrected - 1 / 3))
    naive, corrected = np.asarray(found).mean(axis=0)
    return float(naive), float(corrected)


def test_400_bars_after_a_swap_the_naive_win_rate_is_far_off_and_the_corrected_one_is_not() -> None:
    naive, corrected = _errors(400)
    assert naive < -0.07
    assert abs(corrected) < 0.04


def test_after_800_bars_the_corrected_one_has_come_to_the_truth() -> None:
    naive, corrected = _errors(800)
    assert abs(corrected) < 0.015
    assert abs(corrected) < abs(naive) / 2


def test_it_is_the_aalen_johansen_estimate() -> None:
    """Against the textbook recursion over ages, with distinct times."""
    rng = np.random.default_rng(3)
    age = np.arange(1, 201)
    delay = rng.permutation(400)[:200] + 0.5
    won = rng.random(200) < 0.5
    seen = delay <= age
    order = np.argsort(np.where(seen, delay, age))
    alive, wins, losses, left = 1.0, 0.0, 0.0, 200
    for i in order:
        if seen[i]:
            wins, losses = wins + alive / left * won[i], losses + alive / left * (not won[i])
            alive *= 1 - 1 / left
        left -= 1
    weight = label_weights(delay[seen], age)
    ours = float(np.average(won[seen], weights=weight))
    assert ours == pytest.approx(wins / (wins + losses), abs=0.06)


def test_with_every_label_in_nothing_is_corrected() -> None:
    time = np.arange(50)
    label = (time % 3 == 0).astype(np.int8)
    figures = arrival_figures(time, time + 1, label, 1000, score=np.full(50, 0.9),
                              realized_rr=np.where(label, 2.0, -1.0))
    assert figures.pending_share == 0.0
    for each in (figures.win_rate, figures.accuracy, figures.expected_r):
        assert each.naive == pytest.approx(each.corrected)
    assert figures.accuracy.naive == label.mean()
    assert figures.expected_r.naive == pytest.approx(3 * label.mean() - 1)


def test_nothing_known_is_nan_not_a_crash() -> None:
    none = np.empty(0, dtype=np.int64)
    assert math.isnan(arrival_figures(none, none, none.astype(np.int8), 5).win_rate.corrected)
    waiting = arrival_figures(np.arange(5), np.full(5, 99), np.ones(5, dtype=np.int8), 10)
    assert waiting.pending_share == 1.0
    assert math.isnan(waiting.win_rate.naive)
