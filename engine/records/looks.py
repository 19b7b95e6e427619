"""What a monitor answers when its window asks for more than the figures: signals, inputs, other shares."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.records.values import Floats, Ints


@dataclass(frozen=True, slots=True)
class SignalRow:
    """One scored signal; `time` and `label_time` in ns UTC (-1: not known), `label` None while it is pending."""

    id: str
    time: int
    score: float
    label: int | None
    label_time: int | None
    realized_rr: float


@dataclass(frozen=True, eq=False, slots=True)
class InputTrack:
    """How far each input of `names` (d,) is from the stream's first rows, batch by batch: `moved` (m, d), 0 to 1.

    `event` (m,) is how many labels were learnt when the batch was full.
    """

    names: tuple[str, ...]
    event: Ints
    moved: Floats


@dataclass(frozen=True, eq=False, slots=True)
class BlendPreview:
    """What each batch share of `shares` (k,) would have scored on the last `labels` labels."""

    labels: int
    shares: Floats
    accuracy: Floats
    log_loss: Floats

    @property
    def best(self) -> float:
        """The share with the least log loss."""
        return float(self.shares[int(np.argmin(self.log_loss))])

    def at(self, share: float) -> tuple[float, float]:
        """Accuracy and log loss of a share."""
        place = int(np.argmin(np.abs(self.shares - share)))
        return float(self.accuracy[place]), float(self.log_loss[place])
