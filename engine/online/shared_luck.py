"""Telling a change from luck that neighbouring labels share: how many labels count as one, and what that leaves of it.

Detectors take labels for independent. Where trades overlap they are not: a run of bad luck looks like a change. The
integrated autocorrelation time says how many labels carry the news of one (Geyer, Statistical Science 7:473, 1992).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.online.state import State
from engine.records import Floats

LEAST = 150  # values below which nothing is said
SHARED = 3.0  # labels that count as one from which a stream is taken for dependent
FIRST_LOOK, LAST_LOOK = 400, 3200  # labels after an alarm; the looks between double
SURE = 4.0  # standard errors
_LAGS = 200
_SIDE = 20  # values at least on either side of a step


def labels_that_count_as_one(values: Floats) -> float:
    """The integrated autocorrelation time of values (n,), at least 1: the initial positive sequence of pairs.

    One step in their level is taken out first: across a change everything looks related.
    """
    if len(values) < LEAST:
        return 1.0
    centred = without_step(values)
    if not (spread := float(np.var(centred))):
        return 1.0
    lags = min(_LAGS, len(values) // 4)
    wave = np.fft.rfft(centred, 2 * len(centred))
    shared = np.fft.irfft(wave * wave.conj())[1:lags] / (spread * len(values))
    pairs = shared[: len(shared) // 2 * 2].reshape(-1, 2).sum(axis=1)
    ends = np.flatnonzero(pairs <= 0.0)
    return max(1.0, 1.0 + 2.0 * float(pairs[: ends[0] if len(ends) else len(pairs)].sum()))


def without_step(values: Floats) -> Floats:
    """Values about their mean before and after the place that splits them best."""
    n = len(values)
    sums, sizes = np.cumsum(values)[:-1], np.arange(1, n)
    gap = sums / sizes - (values.sum() - sums) / (n - sizes)
    gain = (gap * gap * sizes * (n - sizes))[_SIDE : -_SIDE]
    cut = _SIDE + 1 + int(np.argmax(gain))
    return np.concatenate([values[:cut] - values[:cut].mean(), values[cut:] - values[cut:].mean()])


@dataclass(slots=True)
class Suspicion:
    """An alarm on a dependent stream that waits for proof: the loss before it, and what has come since."""

    before: float
    error: float  # squared standard error of `before`
    spread: float  # variance of one label, times how many count as one
    seen: int = 0
    total: float = 0.0
    look: int = FIRST_LOOK

    @classmethod
    def of(cls, values: Floats, count_as_one: float) -> Suspicion:
        """From the values before the alarm."""
        spread = float(np.var(values)) * count_as_one
        return cls(float(values.mean()), spread / len(values), spread)

    def begin_again(self) -> None:
        """A further alarm: what came before it says nothing of the change that may have come now."""
        self.seen, self.total, self.look = 0, 0.0, FIRST_LOOK

    def take(self, values: Floats) -> None:
        """Values after the alarm, added one by one, so that it does not matter how the stream was cut."""
        self.total = float(np.cumsum(np.concatenate([[self.total], values]))[-1])
        self.seen += len(values)

    @property
    def due(self) -> int:
        """Labels until the next look."""
        return self.look - self.seen

    def proven(self) -> bool:
        """Whether the loss since the alarm lies above the loss before it by more than shared luck explains."""
        self.look *= 2
        rise = self.total / self.seen - self.before
        return rise > SURE * float(np.sqrt(self.spread / self.seen + self.error))

    @property
    def over(self) -> bool:
        """Whether it has waited long enough."""
        return self.look > LAST_LOOK

    def state(self) -> State:
        """Everything, as JSON."""
        return {"before": self.before.hex(), "error": self.error.hex(), "spread": self.spread.hex(),
                "seen": self.seen, "total": self.total.hex(), "look": self.look}

    @classmethod
    def from_state(cls, state: Mapping[str, Any]) -> Suspicion:
        """The suspicion that `state` described."""
        floats = {name: float.fromhex(state[name]) for name in ("before", "error", "spread", "total")}
        return cls(**floats, seen=int(state["seen"]), look=int(state["look"]))
