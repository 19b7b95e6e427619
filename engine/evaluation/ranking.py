"""The AUC by one sort: a score's bits, which grow with it, carry the label as their last one."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

_STRETCH = 1 << 16  # sorted keys that stay in the cache
# Bits of a sign or of 2 and more would leave no room for the label; NaN has them too.
_ROOM: dict[Any, tuple[type[np.unsignedinteger[Any]], int]] = {
    np.dtype(np.float64): (np.uint64, 1 << 62), np.dtype(np.float32): (np.uint32, 1 << 30),
}


def fits(score: NDArray[Any]) -> bool:
    """Whether these are floats from 0 to below 2, as probabilities are."""
    kind = _ROOM.get(score.dtype)
    return kind is not None and score.ndim == 1 and len(score) > 0 and int(
        np.ascontiguousarray(score).view(kind[0]).max()) < kind[1]


def twice_below(won: NDArray[np.bool_], score: NDArray[Any]) -> int:
    """Over all wins: twice the losses scored below each, and once those scored alike. `score` must fit."""
    keys = _sorted_keys(won, score)
    one, found, losses, start = keys.dtype.type(1), 0, 0, 0
    while start < len(keys):
        end = min(start + _STRETCH, len(keys))
        end = int(np.searchsorted(keys, keys[end - 1] | one, "right"))  # no score is cut in two
        part = keys[start:end]
        winning = (part & one).astype(bool)
        wins = np.flatnonzero(winning)
        found += 2 * (len(wins) * losses + int(wins.sum()) - len(wins) * (len(wins) - 1) // 2) - _ties(part, winning)
        losses, start = losses + len(part) - len(wins), end
    return found


def _sorted_keys(won: NDArray[np.bool_], score: NDArray[Any]) -> NDArray[Any]:
    unsigned = _ROOM[score.dtype][0]
    keys = np.ascontiguousarray(score).view(unsigned) << unsigned(1)
    keys |= won
    keys.sort()
    return np.asarray(keys)


def _ties(keys: NDArray[Any], winning: NDArray[np.bool_]) -> int:
    """Pairs of a loss and a win of the same score: their runs follow each other, one key apart."""
    ends = np.flatnonzero(keys[1:] != keys[:-1])
    if not len(ends):
        return 0
    mixed = np.flatnonzero((keys[ends + 1] - keys[ends] == 1) & winning[ends + 1])
    lengths = np.diff(ends, prepend=-1, append=len(keys) - 1)
    return int((lengths[mixed] * lengths[mixed + 1]).sum())
