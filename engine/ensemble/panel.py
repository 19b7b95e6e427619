"""The predictions of all members on the same rows in order of time, and the rows that may be used when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.calibration import CLIP
from engine.records import Floats, Ints

_ENOUGH = 50_000  # more rows than this move weights by less than is worth their time
_R_LOW, _R_HIGH = 0.1, 3.0  # realized R beyond these counts no less and no more


@dataclass(frozen=True, eq=False, slots=True)
class Panel:
    """`k` members on `n` labelled rows that none of them was trained on, in order of time.

    `probability` (k, n) · `label` (n,) 0 or 1 · `time`, `label_time` (n,) ns UTC, or None ·
    `realized_rr` (n,) or None · `row` (n,) the data row in the source.
    """

    names: tuple[str, ...]
    probability: Floats
    label: NDArray[np.int8]
    row: Ints
    time: Ints | None = None
    label_time: Ints | None = None
    realized_rr: Floats | None = None

    def __len__(self) -> int:
        return len(self.label)

    def take(self, rows: NDArray[Any] | slice) -> Panel:
        """The given rows (a slice, positions or a mask), in that order."""
        return replace(
            self, probability=self.probability[:, rows], label=self.label[rows], row=self.row[rows],
            time=None if self.time is None else self.time[rows],
            label_time=None if self.label_time is None else self.label_time[rows],
            realized_rr=None if self.realized_rr is None else self.realized_rr[rows],
        )

    def before(self, start: int, embargo_ns: int = 0) -> Panel:
        """The rows before row `start` whose outcome was known, with the embargo, when that row's signal fired."""
        earlier = self.take(slice(0, start))
        if self.time is None or earlier.label_time is None:
            return earlier
        known = earlier.label_time + embargo_ns < self.time[start]
        return earlier if known.all() else earlier.take(known)

    def likelihood(self) -> Floats:
        """What each member gave to the outcome that came, (k, n), kept `CLIP` away from 0 and 1."""
        p = np.clip(self.probability, CLIP, 1 - CLIP)
        return np.where(self.label == 1, p, 1 - p)

    @property
    def rr(self) -> Floats:
        """Realized R (n,); 0 where it is not known."""
        return np.zeros(len(self)) if self.realized_rr is None else np.nan_to_num(self.realized_rr)

    def weight(self, *, by_r: bool) -> Floats:
        """How much each row counts, (n,) with mean 1: alike, or by the size of its realized R."""
        if not by_r or self.realized_rr is None:
            return np.ones(len(self))
        size = np.clip(np.abs(np.nan_to_num(self.realized_rr, nan=_R_LOW)), _R_LOW, _R_HIGH)
        return np.asarray(size / size.mean())


def thinned(panel: Panel) -> Panel:
    """At most 50,000 rows of the panel, evenly spread in time."""
    step = -(-len(panel) // _ENOUGH) if len(panel) else 1
    return panel if step == 1 else panel.take(slice(None, None, step))
