"""A against B on the same rows: paired DeLong (or mean R), the probability that A is better, one honest sentence."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from engine.evaluation.intervals import NOT_KNOWN, Z95, Placements, Values, covariance, placements
from engine.evaluation.money import disagreement_words
from engine.records import Comparison, Interval, Ints


def compare(
    label: Values, p_a: Values, p_b: Values, a: str, b: str, *, cluster: Ints | None = None
) -> Comparison:
    """Compare the AUCs of two predictions of the same rows; rows without a known label (-1) do not count.

    `cluster` (n,) names rows that share luck, as in `intervals.delong`.
    """
    other = b if a != b else f"{b} (2)"  # two runs may have the same name
    return compare_all(label, {a: p_a, other: p_b}, cluster=cluster)[0]


def compare_all(
    label: Values, predictions: Mapping[str, Values], *, cluster: Ints | None = None, realized_rr: Values | None = None
) -> tuple[Comparison, ...]:
    """Every pair, the earlier named first; each prediction is ranked once. With R it is said where money disagrees."""
    found = _ranked(np.asarray(label), predictions, cluster)
    if realized_rr is None:
        return found
    return tuple(replace(each, money=disagreement_words(each.a, each.b, label, predictions[each.a],
                                                        predictions[each.b], realized_rr)) for each in found)


def _ranked(
    label: Values, predictions: Mapping[str, Values], cluster: Ints | None
) -> tuple[Comparison, ...]:
    known = label >= 0
    label = label[known]
    names = list(predictions)
    pairs = [(a, b) for i, a in enumerate(names) for b in names[i + 1:]]
    wins = int(np.count_nonzero(label == 1))
    if min(wins, len(label) - wins) < 2:
        return tuple(Comparison(a, b, NOT_KNOWN, math.nan, _cannot(a, b)) for a, b in pairs)
    cluster = None if cluster is None else np.asarray(cluster)[known]
    found = {name: placements(label, np.asarray(p)[known]) for name, p in predictions.items()}
    return tuple(_compared(label, found[a], found[b], a, b, cluster) for a, b in pairs)


def compare_with(label: Values, p: Values, name: str, others: Mapping[str, Values]) -> tuple[Comparison, ...]:
    """One prediction against each of several on rows whose labels are known; each is ranked once."""
    label = np.asarray(label)
    wins = int(np.count_nonzero(label == 1))
    if min(wins, len(label) - wins) < 2:
        return tuple(Comparison(name, other, NOT_KNOWN, math.nan, _cannot(name, other)) for other in others)
    mine = placements(label, np.asarray(p))
    return tuple(_compared(label, mine, placements(label, np.asarray(q)), name, other, None)
                 for other, q in others.items())


def compare_means(a_values: Values, b_values: Values, a: str, b: str) -> Comparison:
    """The mean of paired values (n,) under A against that under B, by the normal approximation."""
    gaps = np.asarray(a_values, dtype=np.float64) - np.asarray(b_values, dtype=np.float64)
    if len(gaps) < 2:
        return Comparison(a, b, NOT_KNOWN, math.nan, _cannot(a, b))
    gap, error = float(gaps.mean()), float(gaps.std(ddof=1)) / math.sqrt(len(gaps))
    better = normal_cdf(gap / error) if error > 0 else 0.5 + 0.5 * float(np.sign(gap))
    difference = Interval(gap, gap - Z95 * error, gap + Z95 * error)
    return Comparison(a, b, difference, better, words(a, b, difference, better, "difference in expected R"))


def _compared(
    label: Values, found_a: Placements, found_b: Placements, a: str, b: str, cluster: Ints | None
) -> Comparison:
    gap = found_a.auc - found_b.auc
    spread = Placements(found_a.positive - found_b.positive, found_a.negative - found_b.negative)
    error = math.sqrt(max(covariance(label, spread, spread, cluster), 0.0))
    better = normal_cdf(gap / error) if error > 0 else 0.5 + 0.5 * float(np.sign(gap))
    difference = Interval(gap, gap - Z95 * error, gap + Z95 * error)
    return Comparison(a, b, difference, better, words(a, b, difference, better))


def words(a: str, b: str, difference: Interval, better: float, what: str = "difference") -> str:
    """The comparison as one sentence that claims no more than its interval."""
    if difference.value == difference.low == difference.high == 0:
        return f"{_first(a)} and {b} rank these rows alike."
    between = f"{thousandths(difference.low)} to {thousandths(difference.high)}"
    figures = f"{what} {thousandths(difference.value)} ({between})"
    chance = f"probability {percent(better)}"
    if difference.low > 0:
        return f"{_first(a)} is better than {b}: {figures}, {chance}."
    if difference.high < 0:
        return f"{_first(a)} is worse than {b}: {figures}, {chance} of being better."
    return f"No evidence that {a} is better than {b}: {figures}, {chance}."


def percent(share: float) -> str:
    """A probability in words that never claims certainty."""
    if share > 0.99:
        return "over 99 %"
    return "under 1 %" if share < 0.01 else f"{share:.0%}".replace("%", " %")


def thousandths(value: float) -> str:
    """Three digits, and no minus before a zero."""
    return f"{value:z.3f}"


def normal_cdf(z: float) -> float:
    """The standard normal distribution function."""
    return 0.5 * math.erfc(-z / math.sqrt(2))


def _cannot(a: str, b: str) -> str:
    return f"{_first(a)} and {b} cannot be compared: these rows hold fewer than two wins or two losses."


def _first(name: str) -> str:
    """A name as the first word of a sentence; only a leading "the" is ours to change."""
    return f"T{name[1:]}" if name.startswith("the ") else name
