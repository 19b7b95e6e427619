"""Is A better than B: paired DeLong and the sentence."""

import numpy as np
import pytest

from engine.evaluation.comparison import compare, compare_all, percent
from engine.evaluation.intervals import delong


def two_models(seed=0, rows=2000, edge=0.0):
    rng = np.random.default_rng(seed)
    label = (rng.random(rows) < 0.4).astype(np.int8)
    shared = rng.normal(0.6 * label, 1.0)
    a = shared + rng.normal(edge * label, 0.3)
    b = shared + rng.normal(0, 0.3, rows)
    return label, a, b


def brute_paired_error(label, a, b):
    def kernel(s):
        return (s[label == 1][:, None] > s[label == 0]) + 0.5 * (s[label == 1][:, None] == s[label == 0])

    gap = kernel(a) - kernel(b)
    return np.sqrt(np.var(gap.mean(1), ddof=1) / (label == 1).sum() + np.var(gap.mean(0), ddof=1) / (label == 0).sum())


def test_the_difference_and_its_interval_are_delongs():
    label, a, b = two_models(rows=300)
    found = compare(label, a, b, "A", "B")
    assert found.difference.value == pytest.approx(delong(label, a).value - delong(label, b).value)
    half = (found.difference.high - found.difference.low) / 2
    assert half == pytest.approx(1.959964 * brute_paired_error(label, a, b), rel=1e-6)


def test_a_clear_gain_is_stated_and_a_loss_is_its_mirror():
    label, a, b = two_models(edge=0.5)
    won, lost = compare(label, a, b, "A", "B"), compare(label, b, a, "B", "A")
    assert won.words.startswith("A is better than B: difference 0.")
    assert lost.words.startswith("B is worse than A: difference -0.")
    assert won.probability_better == pytest.approx(1 - lost.probability_better)


def test_no_evidence_is_said_with_difference_interval_and_probability():
    label, a, b = two_models(seed=3)
    found = compare(label, a, b, "monthly", "weekly")
    value, low, high = (f"{v:.3f}" for v in (found.difference.value, found.difference.low, found.difference.high))
    assert found.words == (
        f"No evidence that monthly is better than weekly: difference {value} ({low} to {high}), "
        f"probability {found.probability_better:.0%}".replace("%", " %") + "."
    )


def test_the_interval_misses_no_difference_in_about_5_of_100_samples():
    missed = sum(
        not (c.difference.low <= 0 <= c.difference.high)
        for c in (compare(*two_models(seed, rows=300), "A", "B") for seed in range(300))
    )
    assert 0.02 <= missed / 300 <= 0.09


def test_equal_rankings_are_said_to_be_alike():
    label, a, _ = two_models()
    found = compare(label, a, 2 * a + 1, "A", "B")
    assert found.words == "A and B rank these rows alike."
    assert found.probability_better == 0.5


def test_too_few_rows_of_a_class_cannot_be_compared():
    found = compare(np.array([1, 0, 0, -1]), *np.zeros((2, 4)), "A", "B")
    assert "cannot be compared" in found.words
    assert np.isnan(found.difference.value)


def test_all_pairs_are_what_each_pair_is_alone():
    label, a, b = two_models()
    found = compare_all(label, {"A": a, "B": b, "C": -a})
    assert [(c.a, c.b) for c in found] == [("A", "B"), ("A", "C"), ("B", "C")]
    assert found[0] == compare(label, a, b, "A", "B")


def test_certainty_is_never_claimed():
    assert (percent(1.0), percent(0.0), percent(0.683)) == ("over 99 %", "under 1 %", "68 %")


def test_a_hairs_breadth_below_zero_is_written_without_a_minus():
    rng = np.random.default_rng(0)
    label, a = rng.integers(0, 2, 400), rng.normal(size=400).round(1)
    b = a.copy()
    b[0] += 0.05
    assert "-0.000" not in compare(label, a, b, "A", "B").words
    assert "-0.000" not in compare(label, b, a, "A", "B").words


def test_two_predictions_of_the_same_name_are_told_apart():
    label, a, b = two_models(edge=0.5)
    found = compare(label, a, b, "blend", "blend")
    assert (found.a, found.b) == ("blend", "blend (2)")
    assert found.difference == compare(label, a, b, "one", "other").difference
