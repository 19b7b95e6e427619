"""The batch share that did best on the newest labels, for the online learner of plain Python.

The monitor's book does the same in its compiled loop; see `mixing`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Any

import numpy as np

from engine.online import mixing


class RollingShare:
    """What batch and online had said of the last `window` labels, and what each share would have lost on them."""

    def __init__(self, window: int) -> None:
        self._told: deque[tuple[float, float, int]] = deque(maxlen=window)
        self._grid = np.zeros(mixing.GRID)

    def add(self, batch: float, online: float, won: int) -> None:
        """A label came; NaN for a member that gave no score, whose label no share is judged by."""
        if len(self._told) == self._told.maxlen:
            mixing.weigh_grid(*self._told[0], -1.0, self._grid)
        self._told.append((batch, online, won))
        mixing.weigh_grid(batch, online, won, 1.0, self._grid)

    def best(self, otherwise: float) -> float:
        """The batch share with the least loss; `otherwise` before there are labels enough."""
        return mixing.best_share(self._grid, len(self._told), otherwise)

    def copy(self) -> RollingShare:
        """An independent one that stands where this one does."""
        return RollingShare.from_state(self.state(), self._told.maxlen or 0)

    def state(self) -> dict[str, Any]:
        """Everything, as JSON."""
        return {"told": [[float(batch).hex(), float(online).hex(), int(won)] for batch, online, won in self._told],
                "grid": [value.hex() for value in self._grid.tolist()]}

    @classmethod
    def from_state(cls, state: dict[str, Sequence[Any]], window: int) -> RollingShare:
        """What `state` described."""
        found = cls(window)
        found._told.extend((float.fromhex(batch), float.fromhex(online), int(won))
                           for batch, online, won in state["told"])
        found._grid[:] = [float.fromhex(value) for value in state["grid"]]
        return found
