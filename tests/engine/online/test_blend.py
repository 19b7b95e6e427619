"""The blend: its promise, its beginning, members that fall silent, and what it gains after a change."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.online import mixing
from engine.online.blend import bound, first_weights, mixing_of, of_weights
from engine.online.options import Blending, LearnerOptions


def _run(scores: np.ndarray, labels: np.ndarray, rate: float) -> float:
    """Total log loss of fixed share over members (n, 3 or 4), labels at once."""
    weights, total = first_weights(0.8, previous=scores.shape[1] == 4), 0.0
    for row, label in zip(scores.tolist(), labels.tolist(), strict=True):
        row = [*row, math.nan][:4]
        said = mixing.shared_mix(*row, weights)
        total += mixing.loss_of(said, label)
        mixing.share(*row, label, weights, rate)
    return total


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 4), st.sampled_from([0.001, 0.01, 0.2]), st.integers(2, 120),
       st.sampled_from([3, 4]))
def test_it_is_never_worse_than_the_best_sequence_beyond_the_proven_bound(
    seed: int, switches: int, rate: float, events: int, members: int
) -> None:
    rng = np.random.default_rng(seed)
    switches = min(switches, events - 1)
    scores, labels = rng.uniform(0.01, 0.99, (events, members)), rng.integers(0, 2, events)
    turns = np.sort(rng.choice(np.arange(1, events), switches, replace=False))
    member = rng.integers(0, members, switches + 1)[np.searchsorted(turns, np.arange(events), side="right")]
    rival = sum(mixing.loss_of(float(scores[i, m]), int(labels[i])) for i, m in enumerate(member))
    real = int(np.count_nonzero(np.diff(member)))
    first = first_weights(0.8, previous=members == 4)
    most = bound(events, real, first_weight=first[member[0]], rate=rate, members=members)
    assert _run(scores, labels, rate) <= rival + most + 1e-9


def test_adaptive_shares_begin_as_the_fixed_mix() -> None:
    batch, online = 0.9, 0.3
    mix = mixing.fixed_mix(batch, online, 0.8)
    assert mix == pytest.approx(0.8 * batch + 0.2 * online)
    assert mixing.shared_mix(batch, online, mix, math.nan, first_weights(0.8)) == pytest.approx(mix)
    way = mixing_of(LearnerOptions(blending=Blending.ADAPTIVE))
    assert of_weights(first_weights(0.8), way) == pytest.approx({"batch": 0.8, "online": 0.2})


def test_a_silent_member_is_out_at_once_and_keeps_its_place() -> None:
    weights = first_weights(0.8)
    assert mixing.fixed_mix(math.nan, 0.3, 0.8) == 0.3
    assert mixing.shared_mix(math.nan, 0.3, 0.3, math.nan, weights) == pytest.approx(0.3)
    before = weights.copy()
    mixing.share(math.nan, 0.3, 0.3, math.nan, 1, weights, 0.0)
    np.testing.assert_allclose(weights, before)
    assert math.isnan(mixing.fixed_mix(math.nan, math.nan, 0.8))


def test_it_follows_the_member_that_is_right_and_comes_back() -> None:
    weights = first_weights(0.8)
    for _ in range(200):
        mixing.share(0.2, 0.8, 0.32, math.nan, 1, weights, 0.001)
    assert weights[1] > 0.95
    for _ in range(200):
        mixing.share(0.9, 0.1, 0.74, math.nan, 1, weights, 0.001)
    assert weights[0] > 0.95
    assert weights.sum() == pytest.approx(1.0)


def _switching(seed: int, rows: int = 3000, late: int = 100) -> tuple[float, float]:
    """Log loss of fixed and adaptive when the batch model goes wrong in the middle third; labels 100 events late."""
    rng = np.random.default_rng(seed)
    truth = 1 / (1 + np.exp(-rng.normal(0, 1.5, rows)))
    labels = (rng.random(rows) < truth).astype(int)
    wrong = (np.arange(rows) // (rows // 3)) == 1
    batch = np.where(wrong, 1 - truth, truth)
    online = 1 / (1 + np.exp(-0.5 * np.log(truth / (1 - truth))))
    mix = 0.8 * batch + 0.2 * online
    weights, adaptive = first_weights(0.8), 0.0
    for i in range(rows):
        adaptive += mixing.loss_of(mixing.shared_mix(batch[i], online[i], mix[i], math.nan, weights), labels[i])
        if i >= late:
            j = i - late
            mixing.share(batch[j], online[j], mix[j], math.nan, labels[j], weights, 0.001)
    fixed = sum(mixing.loss_of(float(m), int(y)) for m, y in zip(mix, labels, strict=True))
    return fixed, adaptive


def test_after_a_change_it_beats_the_fixed_mix_though_labels_are_late() -> None:
    better = sum(adaptive < fixed for fixed, adaptive in (_switching(seed) for seed in range(20)))
    assert better >= 18


def test_with_a_previous_champion_the_shares_begin_at_four_fifths_batch() -> None:
    weights = first_weights(0.8, previous=True)
    way = mixing_of(LearnerOptions(blending=Blending.ADAPTIVE))
    assert weights.sum() == pytest.approx(1.0)
    assert of_weights(weights, way) == pytest.approx({"batch": 0.8, "online": 0.2})


def test_a_previous_champion_that_is_right_again_wins_the_shares() -> None:
    weights = first_weights(0.8, previous=True)
    for _ in range(40):
        mixing.share(0.1, 0.4, 0.16, 0.9, 1, weights, 0.001)
    assert weights[mixing.PREVIOUS_MEMBER] > 0.95


def test_the_best_share_of_the_window_is_the_one_with_the_least_loss() -> None:
    rng = np.random.default_rng(2)
    batch, online, label = rng.uniform(0.05, 0.95, 300), rng.uniform(0.05, 0.95, 300), rng.integers(0, 2, 300)
    grid = np.zeros(mixing.GRID)
    for b, o, y in zip(batch, online, label.tolist(), strict=True):
        mixing.weigh_grid(b, o, y, 1.0, grid)
    shares = np.linspace(0, 1, mixing.GRID)
    mixes = shares[:, None] * batch + (1 - shares[:, None]) * online
    losses = -np.log(np.where(label == 1, mixes, 1 - mixes)).sum(axis=1)
    np.testing.assert_allclose(grid, losses, rtol=1e-12)
    assert mixing.best_share(grid, 300, 0.8) == shares[losses.argmin()]
    assert mixing.best_share(grid, 10, 0.8) == 0.8, "too few labels to leave the stated share"
