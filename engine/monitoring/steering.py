"""How a running monitor is steered: held, stepped, stopped, set to another speed or blend; from any thread, at once."""

from __future__ import annotations

import threading
from collections import deque
from typing import Any

from engine.errors import WorkbenchError
from engine.monitoring.sources.base import Source
from engine.online.mixing import GRID_LEAST
from engine.online.options import Blending

MOST_LABELS = 5000  # that other shares are tried on: a few milliseconds


class Steering:
    """The part of a monitor that takes wishes; its own thread grants them."""

    source: Source
    _wake: threading.Condition
    _wishes: deque[tuple[str, Any]]
    _paused: bool
    _stopped: bool
    _steps: int
    _speed: float
    _tuned_on: int
    _tune_next: int

    def pause(self) -> None:
        """Hold the source; nothing is lost."""
        with self._wake:
            self._paused = True
            self.source.hold()
            self._wake.notify_all()

    def resume(self) -> None:
        """Go on after a pause."""
        with self._wake:
            self._paused = False
            self._steps = 0
            self.source.go_on()
            self._wake.notify_all()

    def step(self, events: int = 1) -> None:
        """While paused, take the next events whether they are due or not."""
        with self._wake:
            self._steps += events
            self._wake.notify_all()

    def stop(self) -> None:
        """End the run; what was learnt is saved and the next start goes on from there."""
        with self._wake:
            self._stopped = True
            self._wake.notify_all()

    def set_speed(self, speed: float) -> None:
        """1 as it happened, 60 an hour in a minute, 0 full speed; at once."""
        if not 0.0 <= speed <= 1e9:
            raise WorkbenchError(f"A speed of {speed:g} is not possible.", code="out-of-range",
                                 remedy="Give 1 for as it happened, more for faster, 0 for full speed.")
        with self._wake:
            self._speed = speed
            self.source.set_speed(speed)
            self._wake.notify_all()

    def set_tuning(self, labels: int) -> None:
        """Keep the batch share at what did best on the last `labels`, while the way of blending is the fixed one; 0: no
        more.
        """
        if labels and not GRID_LEAST <= labels <= MOST_LABELS:
            raise WorkbenchError(f"A share cannot be tuned on the last {labels:,} labels.", code="out-of-range",
                                 remedy=f"Give {GRID_LEAST} to {MOST_LABELS:,} labels, or 0 for none.")
        with self._wake:
            self._tuned_on, self._tune_next = labels, 0
            self._wake.notify_all()

    def set_blend(self, batch_weight: float | None = None, *, adaptive: bool | None = None,
                  blending: Blending | None = None) -> None:
        """Another batch share or way of blending from the next signal on; kept in the journal as an event."""
        if batch_weight is not None and not 0.0 <= batch_weight <= 1.0:
            raise WorkbenchError(f"A batch share of {batch_weight:g} is not possible.", code="out-of-range",
                                 remedy="Give a share from 0 to 1.")
        with self._wake:
            if batch_weight is not None:
                self._wishes.append(("batch_weight", float(batch_weight)))
            if adaptive is not None:
                blending = Blending.ADAPTIVE if adaptive else Blending.FIXED
            if blending is not None:
                self._wishes.append(("blending", blending.value))
            self._wake.notify_all()
