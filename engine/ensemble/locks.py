"""Weights that stay where they are: the others are found beside them and share what is left.

With room r = 1 - sum of the locked weights, a mean of all members is a mean of the free ones as seen beside the locked:
p'_j = sum of w_i p_i over the locked + r p_j. So whatever finds weights that sum to 1 finds them here too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np

from engine.ensemble.panel import Panel
from engine.errors import WorkbenchError
from engine.evaluation.pooling import Pool

_DUST = 1e-9


def check(names: Sequence[str], locked: Mapping[str, float]) -> None:
    """Raise `WorkbenchError` unless every locked member is there and the locked weights leave a sum of 1 possible."""
    unknown = sorted(set(locked) - set(names))
    if unknown:
        raise WorkbenchError(f"There is no member {', '.join(unknown)} to lock.", where="locked", code="unknown-member",
                             remedy=f"The members are {', '.join(names)}.")
    for name, weight in locked.items():
        if not 0 <= weight <= 1:
            raise WorkbenchError(f"The locked weight of {name} is {weight:g}.", where="locked", code="bad-weights",
                                 remedy="Lock a share from 0 to 1.")
    total = sum(locked.values())
    if total > 1 + _DUST or (len(locked) == len(names) and total < 1 - _DUST):
        raise WorkbenchError(f"The locked weights sum to {total:g}.", where="locked", code="bad-weights",
                             remedy="Lock less than 1 in all and leave a member free, or all members at a sum of 1.")


def free(names: Sequence[str], locked: Mapping[str, float]) -> tuple[str, ...]:
    """The members whose weights are still to be found."""
    return tuple(name for name in names if name not in locked)


def beside(panel: Panel, locked: Mapping[str, float]) -> Panel:
    """The free members as they are beside the locked ones, (free, n)."""
    weights = np.array([locked.get(name, 0.0) for name in panel.names])
    loose = [place for place, name in enumerate(panel.names) if name not in locked]
    seen = weights @ panel.probability + max(1.0 - weights.sum(), 0.0) * panel.probability[loose]
    return replace(panel, names=free(panel.names, locked), probability=seen)


def found(panel: Panel, locked: Mapping[str, float], find: Callable[[Panel], Pool]) -> Pool:
    """All weights: the locked exactly as they are, the free as `find` finds them on the panel it is given."""
    check(panel.names, locked)
    loose = free(panel.names, locked)
    if len(loose) < 2 or sum(locked.values()) >= 1 - _DUST:
        return even(panel.names, locked, loose)
    return _whole(panel.names, locked, find(beside(panel, locked)))


def even(names: Sequence[str], locked: Mapping[str, float], among: Collection[str]) -> Pool:
    """The locked weights as they are; the rest is shared alike `among` some free members (all, if none is free)."""
    loose = free(names, locked)
    chosen = [name for name in loose if name in among] or list(loose)
    return _whole(names, locked, Pool(loose, tuple((name in chosen) / len(chosen) for name in loose)))


def _whole(names: Sequence[str], locked: Mapping[str, float], loose: Pool) -> Pool:
    room = max(1.0 - sum(locked.values()), 0.0)
    shares = dict(zip(loose.names, loose.weights, strict=True))
    return Pool(tuple(names), tuple(float(locked[name]) if name in locked else room * shares[name] for name in names))
