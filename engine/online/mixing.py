"""How members become one score, one event at a time: the fixed mix, fixed share, and the best share of late.

Plain Python functions that numba compiles on first use; see `kernels`. What they promise stands in `blend`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, NamedTuple

from engine.records import Floats

FIXED, SHARED, ROLLING = 0, 1, 2  # Mixing.way
BATCH_MEMBER, ONLINE_MEMBER, MIX_MEMBER, PREVIOUS_MEMBER = range(4)  # places in the members' weights
GRID = 21  # batch shares 0, 0.05 ... 1 that the rolling way compares
GRID_LEAST = 50  # labels that it wants before it leaves the stated share
FLOOR = 1e-6  # scores are kept this far from 0 and 1 where the blend weighs them
LOSS_FLOOR = 2.220446049250313e-16  # one float64 step, as the evaluation takes it


class Mixing(NamedTuple):
    """How the members become the final score."""

    way: int
    batch_weight: float
    share_rate: float


def fixed_mix(batch: float, online: float, batch_weight: float) -> float:
    """The stated mix; a member that gives no score leaves the whole to the other."""
    if math.isnan(batch):
        return online
    if math.isnan(online):
        return batch
    return batch_weight * batch + (1.0 - batch_weight) * online


def shared_mix(batch: float, online: float, mix: float, previous: float, weights: Floats) -> float:
    """The members that gave a score, by their present weights; the previous champion counts where it has a weight."""
    said = (batch, online, mix, previous)
    total = 0.0
    share = 0.0
    for i in range(weights.shape[0]):
        if not math.isnan(said[i]):
            total += weights[i] * said[i]
            share += weights[i]
    return total / share if share > 0.0 else math.nan


def likelihood(score: float, label: int) -> float:
    """The probability that a score gave to what happened, kept off 0 and 1."""
    kept = max(min(score, 1.0 - FLOOR), FLOOR)
    return kept if label == 1 else 1.0 - kept


def loss_of(score: float, label: int) -> float:
    """Log loss of one score, NaN for none."""
    if math.isnan(score):
        return math.nan
    return -math.log(max(score if label == 1 else 1.0 - score, LOSS_FLOOR))


def share(batch: float, online: float, mix: float, previous: float, label: int, weights: Floats,
          rate: float) -> None:
    """Fixed share (Herbster and Warmuth, Machine Learning 32:151, 1998) on log loss with learning rate 1.

    A member without a score sleeps: its weight stays its share of the whole (Freund and others, STOC 1997).
    """
    said = (batch, online, mix, previous)
    blended = shared_mix(batch, online, mix, previous, weights)
    if math.isnan(blended):
        return
    whole = likelihood(blended, label)
    total = 0.0
    for i in range(weights.shape[0]):
        if not math.isnan(said[i]):
            weights[i] *= likelihood(said[i], label) / whole
        total += weights[i]
    for i in range(weights.shape[0]):
        weights[i] = (1.0 - rate) * weights[i] / total + rate / weights.shape[0]


def weigh_grid(batch: float, online: float, label: int, sign: float, grid: Floats) -> None:
    """Take one label's losses under every batch share of the grid in (sign 1) or out (sign -1)."""
    if math.isnan(batch) or math.isnan(online):
        return
    for g in range(grid.shape[0]):
        mix = fixed_mix(batch, online, g / (GRID - 1.0))
        grid[g] -= sign * math.log(likelihood(mix, label))


def best_share(grid: Floats, known: int, otherwise: float) -> float:
    """The batch share with the least loss of late; at a tie the one nearest to the stated share."""
    if known < GRID_LEAST:
        return otherwise
    best = otherwise
    least = math.inf
    for g in range(grid.shape[0]):
        here = g / (GRID - 1.0)
        if grid[g] < least or (grid[g] == least and abs(here - otherwise) < abs(best - otherwise)):
            best = here
            least = grid[g]
    return best


LOOPS: tuple[Callable[..., Any], ...] = (
    fixed_mix, shared_mix, likelihood, loss_of, share, weigh_grid, best_share,
)
