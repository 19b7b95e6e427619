"""Money: the threshold that earns most, checked on later rows, and accuracy that costs expectancy."""

from __future__ import annotations

import numpy as np
import pytest

from engine.evaluation.comparison import compare_all
from engine.evaluation.money import best_threshold, choose_threshold, disagreement_words, r_by_threshold


def world(rows: int = 4000, seed: int = 0) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Scores whose trades lose below 0.5 and earn above it."""
    random = np.random.default_rng(seed)
    p = random.uniform(0, 1, rows)
    return (random.random(rows) < p).astype(np.int64), p, (p - 0.5) * 2 + random.normal(0, 0.5, rows)


def test_the_threshold_is_where_trades_begin_to_earn() -> None:
    _, p, rr = world()
    assert best_threshold(p, rr) == pytest.approx(0.5, abs=0.06)
    assert best_threshold(p, rr, cost=0.5) == pytest.approx(0.75, abs=0.06)


def test_costs_lower_the_curve_by_themselves() -> None:
    label, p, rr = world()
    plain, dear = r_by_threshold(label, p, rr), r_by_threshold(label, p, rr, cost=0.2)
    np.testing.assert_allclose(dear.y, plain.y - 0.2)
    assert plain.low is not None
    assert (plain.low <= plain.y).all()


def test_where_nothing_earns_the_given_threshold_is_kept_and_said() -> None:
    _, p, rr = world()
    later = np.arange(len(p)) >= 3000
    found = choose_threshold(p, rr - 5, later, otherwise=0.4)
    assert (found.value, found.rule) == (0.4, "fixed")
    assert "No threshold earned anything" in found.words


def test_later_rows_never_choose_the_threshold_and_check_it() -> None:
    _, p, rr = world()
    later = np.arange(len(p)) >= 3000
    found = choose_threshold(p, rr, later)
    twisted = choose_threshold(p, np.where(later, -rr, rr), later)
    assert twisted.value == found.value
    assert found.words.endswith("confirmed.")
    assert twisted.words.endswith("not borne out.")
    assert found.checked_on.low > found.all_rows
    assert 0.4 < found.share < 0.6


def test_ties_are_accepted_whole_and_few_rows_choose_nothing() -> None:
    p = np.repeat([0.8, 0.2], 200)
    assert best_threshold(p, np.where(p > 0.5, 1.0, -1.0)) == 0.8
    assert best_threshold(p[:20], p[:20]) is None


def test_accuracy_up_and_expectancy_down_is_said_in_words() -> None:
    random = np.random.default_rng(1)
    label = (random.random(2000) < 0.5).astype(np.int64)
    rr = np.where(label == 1, 0.2, -0.2)
    big = random.random(2000) < 0.2
    rr[big] = np.where(label[big] == 1, 5.0, -1.0)
    right = np.where(big, 0.45, np.where(label == 1, 0.9, 0.1)) + random.normal(0, 0.01, 2000)
    rich = np.where(big & (label == 1), 0.95, 0.4) + random.normal(0, 0.01, 2000)
    words = disagreement_words("A", "B", label, right, rich, rr)
    assert words.startswith("Accuracy up, expectancy down: A is right more often than B")
    assert compare_all(label, {"A": right, "B": rich}, realized_rr=rr)[0].money == words
    assert compare_all(label, {"A": right, "B": rich})[0].money == ""
    assert disagreement_words("A", "A", label, right, right, rr) == ""
