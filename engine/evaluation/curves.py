"""The curves that are drawn: ROC, precision-recall, calibration, lift and expected R, each with a 95 % band.

Thinned to at most `points` (a screen shows no more); the bands are pointwise.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.intervals import Z95, Values, wilson_bounds
from engine.records import Curve, Floats, Ints

POINTS = 500


@dataclass(frozen=True, eq=False, slots=True)
class Thresholds:
    """The rows accepted at each distinct score, from the highest on: wins and rows so far; arrays (k,)."""

    score: Floats
    wins: Ints
    rows: Ints


def thresholds(label: Values, probability: Values) -> Thresholds:
    """Every distinct threshold, descending; rows without a known label (-1) do not count."""
    label, p = _known(label, probability)
    order = np.argsort(-p)
    p = p[order]
    last = np.flatnonzero(np.append(p[1:] != p[:-1], True)) if len(p) else np.empty(0, np.int64)
    wins = np.cumsum(label[order] == 1)[last]
    return Thresholds(p[last], wins.astype(np.int64), (last + 1).astype(np.int64))


def roc(label: Values, probability: Values, *, points: int = POINTS) -> Curve:
    """Across: false positive rate, up: true positive rate with Wilson's band, (0, 0) to (1, 1); counts = accepted."""
    found = thresholds(label, probability)
    total_wins, total_losses = _totals(found)
    if not total_wins or not total_losses:
        return _empty()
    wins, rows = np.append(0, found.wins), np.append(0, found.rows)
    keep = thin((rows - wins) / total_losses + wins / total_wins, points)
    wins, rows = wins[keep], rows[keep]
    y = wins / total_wins
    low, high = wilson_bounds(y, float(total_wins))
    return Curve((rows - wins) / total_losses, y, low, high, rows)


def precision_recall(label: Values, probability: Values, *, points: int = POINTS) -> Curve:
    """Across: recall, up: precision with Wilson's band for the accepted rows; counts = accepted rows."""
    found = thresholds(label, probability)
    total_wins, _ = _totals(found)
    if not total_wins:
        return _empty()
    keep = thin(found.wins / total_wins + found.rows / found.rows[-1], points)
    wins, rows = found.wins[keep], found.rows[keep]
    low, high = wilson_bounds(wins / rows, rows)
    return Curve(wins / total_wins, wins / rows, low, high, rows)


def lift(label: Values, probability: Values, *, points: int = POINTS) -> Curve:
    """Across: share of rows accepted, best first; up: their share of wins over that of all rows; counts = accepted."""
    found = thresholds(label, probability)
    total_wins, _ = _totals(found)
    if not total_wins:
        return _empty()
    keep = thin(found.rows / found.rows[-1], points)
    wins, rows = found.wins[keep], found.rows[keep]
    base = total_wins / found.rows[-1]
    low, high = wilson_bounds(wins / rows, rows)
    return Curve(rows / found.rows[-1], wins / rows / base, low / base, high / base, rows)


def calibration(label: Values, probability: Values, *, bins: int = 10) -> Curve:
    """Bins of equally many rows: x = mean probability, y = share of wins with Wilson's band, counts = rows."""
    label, p = _known(label, probability)
    if not len(p):
        return _empty()
    edges = np.unique(np.quantile(p, np.linspace(0, 1, bins + 1)[1:-1]))
    place = np.searchsorted(edges, p, "left")
    counts = np.bincount(place, minlength=len(edges) + 1)
    used = counts > 0
    rows = counts[used]
    x = np.bincount(place, weights=p, minlength=len(counts))[used] / rows
    y = np.bincount(place, weights=label == 1, minlength=len(counts))[used] / rows
    low, high = wilson_bounds(y, rows)
    return Curve(x, y, low, high, rows.astype(np.int64))


def expected_r(
    label: Values, probability: Values, realized_rr: Values, *, points: int = 200, fewest: int = 5
) -> Curve:
    """Across: threshold ascending, up: mean realized R of the rows at or above it, normal band; counts = those rows.

    Thresholds that accept fewer than `fewest` rows tell nothing and are left out.
    """
    rr = np.asarray(realized_rr, dtype=np.float64)
    usable = (np.asarray(label) >= 0) & np.isfinite(rr)
    p, rr = np.asarray(probability, dtype=np.float64)[usable], rr[usable]
    order = np.argsort(-p)
    p, rr = p[order], rr[order]
    last = np.flatnonzero(np.append(p[1:] != p[:-1], True)) if len(p) else np.empty(0, np.int64)
    last = last[last + 1 >= max(fewest, 2)]
    if not len(last):
        return _empty()
    rows, total, squares = last + 1, np.cumsum(rr)[last], np.cumsum(rr * rr)[last]
    mean = total / rows
    half = Z95 * np.sqrt(np.maximum(squares - rows * mean**2, 0) / (rows - 1) / rows)
    keep = thin(rows / rows[-1], points)[::-1]
    return Curve(p[last][keep], mean[keep], (mean - half)[keep], (mean + half)[keep], rows[keep].astype(np.int64))


def thin(position: Floats, points: int) -> NDArray[np.intp]:
    """At most about `points` places, evenly spread along a never falling `position`, first and last always kept."""
    if len(position) <= points:
        return np.arange(len(position))
    wanted = np.linspace(position[0], position[-1], points)
    return np.unique(np.append(np.searchsorted(position, wanted), len(position) - 1))


def _totals(found: Thresholds) -> tuple[int, int]:
    if not len(found.rows):
        return 0, 0
    wins = int(found.wins[-1])
    return wins, int(found.rows[-1]) - wins


def _known(label: Values, probability: Values) -> tuple[Values, Floats]:
    label = np.asarray(label)
    known = label >= 0
    return label[known], np.asarray(probability, dtype=np.float64)[known]


def _empty() -> Curve:
    nothing = np.empty(0)
    return Curve(nothing, nothing, nothing, nothing, np.empty(0, np.int64))
