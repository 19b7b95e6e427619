"""Money: expected R by threshold with costs, the threshold that earns most, and accuracy that costs expectancy."""

from __future__ import annotations

import math

import numpy as np

from engine.evaluation.curves import expected_r
from engine.evaluation.intervals import Values, mean_interval
from engine.records import Curve, Floats, Interval, ThresholdChoice

CANDIDATES = 40  # thresholds that are tried, evenly over the rows: more would only fit luck
LEAST_ROWS = 30  # accepted rows below which a mean says nothing
LEAST_SHARE = 0.05
_LIKED = 0.2  # the best fifth by score, the same number of trades for both sides
_WORTH = 0.005  # smaller gaps in accuracy or R are not put into words


def r_by_threshold(
    label: Values, probability: Values, realized_rr: Values, *, cost: float = 0.0, points: int = 200
) -> Curve:
    """`curves.expected_r` after a cost in R of every trade."""
    return expected_r(label, probability, np.asarray(realized_rr, dtype=np.float64) - cost, points=points)


def best_threshold(probability: Values, realized_rr: Values, *, cost: float = 0.0) -> float | None:
    """The threshold whose trades earn most in total after costs; None where none earns anything.

    The total, not the mean, since a mean is highest where hardly anything is traded. Rows without R do not count.
    """
    p, earned = _known(probability, realized_rr, cost)
    least = max(LEAST_ROWS, math.ceil(LEAST_SHARE * len(p)))
    if len(p) < least:
        return None
    order = np.argsort(-p, kind="stable")
    p, total = p[order], np.cumsum(earned[order])
    rows = np.unique(np.linspace(least, len(p), CANDIDATES).astype(np.int64))
    rows = np.unique(np.searchsorted(-p, -p[rows - 1], "right"))  # whole ties only
    best = int(rows[np.argmax(total[rows - 1])])
    return float(p[best - 1]) if total[best - 1] > 0 else None


def choose_threshold(
    probability: Values, realized_rr: Values, later: np.ndarray, *, cost: float = 0.0, otherwise: float = 0.5
) -> ThresholdChoice:
    """The threshold that earned most on the earlier rows, checked on the `later` ones (a mask), in words."""
    p, rr = np.asarray(probability, dtype=np.float64), np.asarray(realized_rr, dtype=np.float64)
    found = best_threshold(p[~later], rr[~later], cost=cost)
    threshold = otherwise if found is None else found
    chosen, _ = _earned(p[~later], rr[~later], threshold, cost)
    checked, share = _earned(p[later], rr[later], threshold, cost)
    everything = mean_interval(_known(p[later], rr[later], cost)[1]).value
    words = _words(found, threshold, checked, everything, cost)
    return ThresholdChoice(threshold, "r" if found is not None else "fixed", cost, chosen, checked, share, everything,
                           words)


def disagreement_words(a: str, b: str, label: Values, p_a: Values, p_b: Values, realized_rr: Values) -> str:
    """That one is more often right and yet earns less than the other, by its best fifth of signals; else nothing."""
    label, rr = np.asarray(label), np.asarray(realized_rr, dtype=np.float64)
    usable = (label >= 0) & np.isfinite(rr)
    if usable.sum() < 5 * LEAST_ROWS:
        return ""
    right = [float(np.mean((np.asarray(p)[usable] >= 0.5) == (label[usable] == 1))) for p in (p_a, p_b)]
    earned = [_of_best(np.asarray(p)[usable], rr[usable]) for p in (p_a, p_b)]
    for first, second, more, less in ((a, b, 0, 1), (b, a, 1, 0)):
        if right[more] - right[less] > _WORTH and earned[less] - earned[more] > _WORTH:
            return (f"Accuracy up, expectancy down: {first} is right more often than {second} ({right[more]:.1%} and "
                    f"{right[less]:.1%}), but the fifth of the signals that it likes best brings {earned[more]:+.3f} R "
                    f"a trade against {earned[less]:+.3f} R.").replace("%", " %")
    return ""


def _of_best(p: Floats, rr: Floats) -> float:
    count = max(int(len(p) * _LIKED), 1)
    return float(rr[np.argsort(-p, kind="stable")[:count]].mean())


def _earned(p: Floats, rr: Floats, threshold: float, cost: float) -> tuple[Interval, float]:
    p, earned = _known(p, rr, cost)
    taken = p >= threshold
    return mean_interval(earned[taken]), float(taken.mean()) if len(p) else math.nan


def _known(probability: Values, realized_rr: Values, cost: float) -> tuple[Floats, Floats]:
    p, rr = np.asarray(probability, dtype=np.float64), np.asarray(realized_rr, dtype=np.float64)
    known = np.isfinite(rr) & np.isfinite(p)
    return p[known], rr[known] - cost


def _words(found: float | None, threshold: float, checked: Interval, everything: float, cost: float) -> str:
    costs = f" after {cost:g} R of costs" if cost else ""
    if found is None:
        return f"No threshold earned anything{costs} on the earlier blocks; {threshold:.2f} is kept."
    if not math.isfinite(checked.value):
        return f"Above {threshold:.3f} the earlier blocks earned most{costs}; the last block has no such signal."
    figures = f"{checked.value:+.3f} R a trade ({checked.low:+.3f} to {checked.high:+.3f})"
    verdict = "not borne out" if checked.value <= everything else "not proven"
    if checked.low > everything:
        verdict = "confirmed"
    return (f"Above {threshold:.3f} the earlier blocks earned most{costs}; on the last block {figures} against "
            f"{everything:+.3f} R for all signals: {verdict}.")
