"""The blend: its promise, its beginning, members that fall silent, and what it gains after a change."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.online import book
from engine.online.blend import bound, effective, first_weights, mixing_of
from engine.online.options import Blending, LearnerOptions


def _run(scores: np.ndarray, labels: np.ndarray, rate: float) -> float:
    """Total log loss of fixed share over members (n, 3), labels at once."""
    weights, total = first_weights(0.8), 0.0
    for row, label in zip(scores.tolist(), labels.tolist(), strict=True):
        said = book.shared_mix(*row, weights)
        total += book.loss_of(said, label)
        book.share(*row, label, weights, rate)
    return total


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 4), st.sampled_from([0.001, 0.01, 0.2]), st.integers(2, 120))
def test_it_is_never_worse_than_the_best_sequence_beyond_the_proven_bound(
    seed: int, switches: int, rate: float, events: int
) -> None:
    rng = np.random.default_rng(seed)
    switches = min(switches, events - 1)
    scores, labels = rng.uniform(0.01, 0.99, (events, 3)), rng.integers(0, 2, events)
    turns = np.sort(rng.choice(np.arange(1, events), switches, replace=False))
    member = rng.integers(0, 3, switches + 1)[np.searchsorted(turns, np.arange(events), side="right")]
    rival = sum(book.loss_of(float(scores[i, m]), int(labels[i])) for i, m in enumerate(member))
    real = int(np.count_nonzero(np.diff(member)))
    most = bound(events, real, first_weight=first_weights(0.8)[member[0]], rate=rate)
    assert _run(scores, labels, rate) <= rival + most + 1e-9


def test_adaptive_shares_begin_as_the_fixed_mix() -> None:
    batch, online = 0.9, 0.3
    mix = book.fixed_mix(batch, online, 0.8)
    assert mix == pytest.approx(0.8 * batch + 0.2 * online)
    assert book.shared_mix(batch, online, mix, first_weights(0.8)) == pytest.approx(mix)
    mixing = mixing_of(LearnerOptions(blending=Blending.ADAPTIVE))
    assert effective(first_weights(0.8), mixing) == pytest.approx({"batch": 0.8, "online": 0.2})


def test_a_silent_member_is_out_at_once_and_keeps_its_place() -> None:
    weights = first_weights(0.8)
    assert book.fixed_mix(math.nan, 0.3, 0.8) == 0.3
    assert book.shared_mix(math.nan, 0.3, 0.3, weights) == pytest.approx(0.3)
    before = weights.copy()
    book.share(math.nan, 0.3, 0.3, 1, weights, 0.0)
    np.testing.assert_allclose(weights, before)
    assert math.isnan(book.fixed_mix(math.nan, math.nan, 0.8))


def test_it_follows_the_member_that_is_right_and_comes_back() -> None:
    weights = first_weights(0.8)
    for _ in range(200):
        book.share(0.2, 0.8, 0.32, 1, weights, 0.001)
    assert weights[1] > 0.95
    for _ in range(200):
        book.share(0.9, 0.1, 0.74, 1, weights, 0.001)
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
        adaptive += book.loss_of(book.shared_mix(batch[i], online[i], mix[i], weights), labels[i])
        if i >= late:
            j = i - late
            book.share(batch[j], online[j], mix[j], labels[j], weights, 0.001)
    fixed = sum(book.loss_of(float(m), int(y)) for m, y in zip(mix, labels, strict=True))
    return fixed, adaptive


def test_after_a_change_it_beats_the_fixed_mix_though_labels_are_late() -> None:
    better = sum(adaptive < fixed for fixed, adaptive in (_switching(seed) for seed in range(20)))
    assert better >= 18
