"""What was last shown of a monitor, for whoever asks while the learner is at work: nobody waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from engine.online.track import curves
from engine.records import Floats, OnlineCurves

POINTS = 4000  # of each curve in a snapshot
_Taken = tuple[Floats, dict[str, Any]]  # rows of the curves, and figures


class Showcase:
    """`take(points)` takes down rows and figures, and is called under the lock."""

    def __init__(self, lock: threading.Lock, take: Callable[[int], _Taken]) -> None:
        self._lock, self._take = lock, take
        self._shown: _Taken | None = None
        self._drawn: tuple[Floats, OnlineCurves] | None = None  # the curves that were made of such rows
        self._asked = False  # somebody came while the learner was at work

    def newest(self, points: int) -> tuple[OnlineCurves, dict[str, Any]]:
        """Curves and figures of now; while the learner is at work as they were, and it makes the next ones."""
        if points != POINTS:  # asked by the way: nobody else wants so few
            with self._lock:
                rows, values = self._take(points)
            return curves(rows), values
        if self._lock.acquire(blocking=self._shown is None):
            try:
                self._shown = self._take(POINTS)
            finally:
                self._lock.release()
        else:
            self._asked = True
        assert self._shown is not None
        rows, values = self._shown
        if self._drawn is None or self._drawn[0] is not rows:
            self._drawn = rows, curves(rows)
        return self._drawn[1], values

    def answer(self) -> None:
        """Between two pieces of the learner's work, under the lock."""
        if self._asked:
            self.renew()

    def renew(self) -> None:
        """Whoever asks next is shown no older figures than those of now; under the lock."""
        self._asked, self._shown = False, self._take(POINTS)
