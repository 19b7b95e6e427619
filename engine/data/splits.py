"""Splits that keep the future out of training: purged walk-forward, combinatorial purged, and the naive ones.

Rows are in order of time. A row occupies `[time, label_time]`; training may not meet a test row's interval (López de
Prado, Advances in Financial Machine Learning, 2018, chapter 7). Intervals are closed and the embargo counts on both
sides, so a training row is dropped a little too often rather than once too seldom.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import WorkbenchError
from engine.records import Ints

_UNITS = {
    "ns": 1, "us": 10**3, "ms": 10**6, "s": 10**9, "sec": 10**9, "m": 60 * 10**9, "min": 60 * 10**9,
    "h": 3600 * 10**9, "hour": 3600 * 10**9, "hours": 3600 * 10**9, "d": 86400 * 10**9, "day": 86400 * 10**9,
    "days": 86400 * 10**9, "w": 7 * 86400 * 10**9, "week": 7 * 86400 * 10**9, "weeks": 7 * 86400 * 10**9,
}
_PART = re.compile(r"(\d+(?:\.\d+)?)\s*([a-z]+)\s*")
_LEAST_TRAINING = 2


@dataclass(frozen=True, eq=False, slots=True)
class Fold:
    """Row positions to train and to test on; `purged` is the number of training rows left out between them."""

    train: Ints
    test: Ints
    purged: int


def parse_duration(words: str, where: str = "") -> int:
    """Nanoseconds of a duration such as `4h`, `30min`, `2d`, `1h30m` or `0`; `m` is minutes."""
    text = words.strip().lower()
    if text in ("", "0"):
        return 0
    parts = _PART.findall(text)
    if not parts or _PART.sub("", text) or any(unit not in _UNITS for _, unit in parts):
        raise WorkbenchError(
            f"{words!r} is not a duration.", remedy="Give a number and a unit, such as 30min, 4h, 2d, or 0 for none.",
            where=where, code="not-a-duration",
        )
    return sum(round(float(number) * _UNITS[unit]) for number, unit in parts)


def purge(train: Ints, test: Ints, time: Ints, label_time: Ints | None, embargo_ns: int = 0) -> Ints:
    """The rows of `train` whose `[time, label_time]`, widened by the embargo, meets no test row's interval.

    Any sets of positions, in any order; O((n + m) log m).
    """
    if not len(train) or not len(test):
        return train
    end = time if label_time is None else np.maximum(label_time, time)
    by_time = test[np.argsort(time[test], kind="stable")]
    latest_end = np.maximum.accumulate(end[by_time])
    begun = np.searchsorted(time[by_time], end[train] + embargo_ns, side="right")
    meets = (begun > 0) & (latest_end[np.maximum(begun, 1) - 1] + embargo_ns >= time[train])
    kept: Ints = train[~meets]
    return kept


def purged_walk_forward(
    time: Ints, label_time: Ints | None, *, folds: int = 5, embargo_ns: int = 0, first_share: float = 0.5
) -> tuple[Fold, ...]:
    """Train on all rows before each of `folds` consecutive test blocks, less those whose label came too late.

    The first `first_share` of the rows is never tested. A training row is dropped if its label time plus the embargo
    reaches the first time of the block. `time` must not fall; `label_time=None` means that labels are known at once.
    """
    _require_order(time)
    end = time if label_time is None else np.maximum(label_time, time)
    return tuple(
        _purged_fold(np.flatnonzero(end[:low] + embargo_ns < time[low]), low, high)
        for low, high in _test_blocks(len(time), folds, first_share)
    )


def combinatorial(
    time: Ints, label_time: Ints | None, *, groups: int = 8, test_groups: int = 2, embargo_ns: int = 0
) -> tuple[Fold, ...]:
    """Every choice of `test_groups` out of `groups` consecutive blocks, purged on both sides of each block.

    Combinatorial purged cross-validation, same chapter 12. Training here includes rows after the test: right for
    asking how a finding varies, not for a headline score.
    """
    _require_order(time)
    _require_rows(len(time), groups)
    if not 0 < test_groups < groups:
        raise WorkbenchError(f"{test_groups} of {groups} groups cannot be tested.", code="bad-split",
                             remedy="Leave at least one group for training and one for testing.")
    end = time if label_time is None else np.maximum(label_time, time)
    edges = _edges(len(time), groups)
    meets = [_meets_block(time, end, low, high, embargo_ns) for low, high in itertools.pairwise(edges)]
    return tuple(
        _combined_fold(chosen, edges, meets) for chosen in itertools.combinations(range(groups), test_groups)
    )


def group_of(rows: Ints, n: int, groups: int) -> Ints:
    """The group of `combinatorial` that each of the given rows of n belongs to."""
    return np.searchsorted(np.asarray(_edges(n, groups)[1:]), rows, side="right")


def walk_forward(n: int, folds: int = 5, first_share: float = 0.5) -> tuple[Fold, ...]:
    """The blocks of `purged_walk_forward` with nothing purged: what many people report."""
    return tuple(
        Fold(np.arange(low), np.arange(low, high), 0) for low, high in _test_blocks(n, folds, first_share)
    )


def blocked(n: int, folds: int = 5) -> tuple[Fold, ...]:
    """Consecutive test blocks, trained on everything else, later rows too."""
    _require_rows(n, folds)
    rows = np.arange(n)
    return tuple(
        Fold(np.concatenate((rows[:low], rows[high:])), rows[low:high], 0)
        for low, high in itertools.pairwise(_edges(n, folds))
    )


def shuffled(n: int, folds: int = 5, seed: int = 0) -> tuple[Fold, ...]:
    """Random folds, time ignored: neighbours in training give a score that nobody will see again."""
    _require_rows(n, folds)
    fold_of = np.empty(n, dtype=np.int64)
    fold_of[np.random.default_rng(seed).permutation(n)] = np.arange(n) % folds
    return tuple(Fold(np.flatnonzero(fold_of != k), np.flatnonzero(fold_of == k), 0) for k in range(folds))


def _test_blocks(n: int, folds: int, first_share: float) -> list[tuple[int, int]]:
    if not 0 < first_share < 1:
        raise WorkbenchError(f"A first share of {first_share} leaves nothing to train or to test.", code="bad-split",
                             remedy="Give a share between 0 and 1, such as 0.5.")
    first = max(round(n * first_share), _LEAST_TRAINING)
    _require_rows(n - first, folds)
    edges = [first + edge for edge in _edges(n - first, folds)]
    return list(itertools.pairwise(edges))


def _edges(n: int, blocks: int) -> list[int]:
    """Bounds of blocks that differ by one row at most, the longer ones first."""
    size, longer = divmod(n, blocks)
    return [size * k + min(k, longer) for k in range(blocks + 1)]


def _purged_fold(train: NDArray[np.int64], low: int, high: int) -> Fold:
    if len(train) < _LEAST_TRAINING:
        raise WorkbenchError(
            f"Nothing is left to train on before test block {low} to {high - 1}: every earlier row is purged.",
            remedy="Use a shorter embargo, fewer folds, or more rows.", code="all-purged",
        )
    return Fold(train, np.arange(low, high), low - len(train))


def _meets_block(time: Ints, end: Ints, low: int, high: int, embargo_ns: int) -> NDArray[np.bool_]:
    """Which rows meet rows `low` to `high` - 1, the block itself included.

    In order of time an earlier row meets the block just if it reaches the block's first row, a later one just if the
    block's last label reaches it, so no pair has to be looked at.
    """
    meets = np.zeros(len(time), dtype=bool)
    meets[:low] = end[:low] + embargo_ns >= time[low]
    meets[low:high] = True
    meets[high:np.searchsorted(time, end[low:high].max() + embargo_ns, side="right")] = True
    return meets


def _combined_fold(chosen: Sequence[int], edges: Sequence[int], meets: Sequence[NDArray[np.bool_]]) -> Fold:
    test = np.concatenate([np.arange(edges[k], edges[k + 1]) for k in chosen])
    dropped = np.logical_or.reduce([meets[k] for k in chosen])
    train = np.flatnonzero(~dropped)
    return Fold(train, test, len(dropped) - len(train) - len(test))


def _require_order(time: Ints) -> None:
    if len(time) > 1 and bool((time[1:] < time[:-1]).any()):
        raise ValueError("rows must be in order of time")


def _require_rows(n: int, blocks: int) -> None:
    if blocks < 1 or n < blocks:
        raise WorkbenchError(f"Too few rows for {blocks} test blocks: {n:,} can be tested.",
                             code="too-few-rows", remedy="Use fewer test blocks or more rows.")
