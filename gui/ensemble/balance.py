"""Weights that always sum to 1: one is moved, the free ones give way, the locked ones stay."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

_NOTHING = 1e-12


def rebalanced(weights: Mapping[str, float], moved: str, value: float,
               locked: Collection[str] = ()) -> dict[str, float]:
    """`weights` with `moved` set to `value`, as near as the locked ones let it, and the sum kept at 1.

    The free ones keep their proportions; where they have none, they share alike.
    """
    held = sum(weights[name] for name in locked if name != moved)
    free = [name for name in weights if name != moved and name not in locked]
    room = max(1.0 - held, 0.0)
    taken = float(np.clip(value, 0.0, room)) if free else room
    return {**weights, moved: taken, **_shared({name: weights[name] for name in free}, room - taken)}


def evened(weights: Mapping[str, float], locked: Collection[str] = ()) -> dict[str, float]:
    """The free weights alike, the locked ones as they are."""
    free = [name for name in weights if name not in locked]
    room = max(1.0 - sum(weights[name] for name in locked), 0.0)
    return {**weights, **{name: room / len(free) for name in free}} if free else dict(weights)


def thousandths(weights: Mapping[str, float]) -> dict[str, int]:
    """Weights that sum to 1 as whole thousandths that sum to 1,000: what is cut off goes where most was cut."""
    exact = {name: round(1000 * weight, 6) for name, weight in weights.items()}
    shown = {name: int(value) for name, value in exact.items()}
    short = round(sum(exact.values())) - sum(shown.values())
    for name in sorted(exact, key=lambda name: shown[name] - exact[name])[:short]:
        shown[name] += 1
    return shown


def _shared(weights: Mapping[str, float], room: float) -> dict[str, float]:
    total = sum(weights.values())
    if total <= _NOTHING:
        return {name: room / len(weights) for name in weights}
    return {name: weight / total * room for name, weight in weights.items()}
