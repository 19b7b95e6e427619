"""How a procedure tells what it is doing, and how it hears Cancel and Stop."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.errors import Cancelled

_TELLING = 0.02  # a share of work below this says nothing about the time that is left
_SETTLED = 0.3  # seconds of work before an estimate is worth showing


@dataclass(frozen=True, slots=True)
class ProgressPoint:
    """One report: the share that is done (0 to 1), words for the user, seconds left, and values for live plots."""

    fraction: float
    words: str
    seconds_left: float | None
    values: Mapping[str, Any] = field(default_factory=dict)


class _Work:
    """What all parts of one piece of work share."""

    def __init__(self, listener: Callable[[ProgressPoint], None] | None) -> None:
        self.listener = listener
        self.cancelled = threading.Event()
        self.stopped = threading.Event()
        self.started = time.monotonic()
        self.furthest = 0.0
        self.lock = threading.Lock()


class Progress:
    """Handed to every procedure; `report` records a point and raises `Cancelled`, so reporting is the cancel point.

    `stop_requested` means: finish soon with the best so far. `part` gives a child that covers a share of the work.
    `cancel` and `stop` may be called from any thread. The fraction that the listener sees never goes back.
    """

    def __init__(self, listener: Callable[[ProgressPoint], None] | None = None) -> None:
        self._work = _Work(listener)
        self._start = 0.0
        self._end = 1.0

    def report(self, fraction: float, words: str, *, seconds_left: float | None = None, **values: Any) -> None:
        """Tell how far the work is; raises `Cancelled` when the user asked for that.

        `seconds_left` is for work that knows better than that the rest goes at the pace so far; NaN: not known yet.
        """
        self.check()
        work = self._work
        with work.lock:
            done = self._start + (self._end - self._start) * min(max(fraction, 0.0), 1.0)
            work.furthest = done = max(done, work.furthest)
        if work.listener is not None:
            left = self._seconds_left(done) if seconds_left is None else seconds_left
            left = None if left is not None and math.isnan(left) else left
            work.listener(ProgressPoint(done, words, left, values))

    def check(self) -> None:
        """Raise `Cancelled` when the user asked for that, without a report."""
        if self._work.cancelled.is_set():
            raise Cancelled

    def part(self, start: float, end: float) -> Progress:
        """A child whose 0 to 1 is `start` to `end` of this one."""
        child = Progress.__new__(Progress)
        child._work = self._work
        width = self._end - self._start
        child._start, child._end = self._start + width * start, self._start + width * end
        return child

    def cancel(self) -> None:
        """Ask for the work to end with nothing kept."""
        self._work.cancelled.set()

    def stop(self) -> None:
        """Ask for the work to end with the best so far."""
        self._work.stopped.set()

    def stop_heard(self) -> None:
        """A stage has ended as it was asked to; the one that follows is whole, unless Stop comes again."""
        self._work.stopped.clear()

    @property
    def cancelled(self) -> bool:
        """Whether the user asked to end the work with nothing kept."""
        return self._work.cancelled.is_set()

    @property
    def stop_requested(self) -> bool:
        """Whether the user asked to finish with the best so far."""
        return self._work.stopped.is_set()

    def _seconds_left(self, done: float) -> float | None:
        elapsed = time.monotonic() - self._work.started
        if done < _TELLING or elapsed < _SETTLED:
            return None
        return elapsed * (1.0 - done) / done
