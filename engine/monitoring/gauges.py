"""How fast a monitor is: time from a signal's arrival to its score, and signals a second."""

from __future__ import annotations

from collections import deque

import numpy as np

from engine.records import Floats

KEPT = 4096  # latencies that the percentiles rest on
KEPT_HISTORY = 4096  # of the percentiles along the way; then every other leaves
_APART = 0.25  # seconds between two of them, at least
_SPAN = 2.0  # seconds that the rate looks back


class Gauges:
    """Rings of the newest latencies and counts."""

    def __init__(self) -> None:
        self._latency = np.zeros(KEPT)
        self._count = 0
        self._marks: deque[tuple[float, int]] = deque(maxlen=10_000)
        self._history: list[tuple[float, float, float]] = []
        self._apart = _APART
        self._noted = -np.inf
        self._noted_count = 0

    def scored(self, signals: int, seconds: float) -> None:
        """`signals` signals waited `seconds` for their score."""
        number = min(signals, KEPT)
        places = (self._count + np.arange(number)) % KEPT
        self._latency[places] = seconds * 1000.0
        self._count += number

    def count(self, now: float, signals: int) -> None:
        """In total so many signals at wall time `now`."""
        self._marks.append((now, signals))
        while len(self._marks) > 2 and now - self._marks[0][0] > _SPAN:
            self._marks.popleft()

    def note(self, now: float, labels: int) -> None:
        """Keep the percentiles since the last time beside the number of labels, a few times a second at most."""
        fresh = self._count - self._noted_count
        if now - self._noted < self._apart or not fresh:
            return
        low, high = np.percentile(self.latencies(fresh), (50, 99))
        self._history.append((float(labels), float(low), float(high)))
        self._noted, self._noted_count = now, self._count
        if len(self._history) > KEPT_HISTORY:
            self._history = self._history[1::2]
            self._apart *= 2.0

    @property
    def history(self) -> Floats:
        """Labels, p50 and p99 along the way (m, 3)."""
        return np.asarray(self._history).reshape(-1, 3)

    @property
    def rate(self) -> float:
        """Signals a second over the last moments."""
        if len(self._marks) < 2:
            return 0.0
        (start, before), (end, after) = self._marks[0], self._marks[-1]
        return (after - before) / (end - start) if end > start else 0.0

    def latencies(self, most: int = KEPT) -> Floats:
        """The newest latencies in milliseconds, oldest first."""
        if self._count <= KEPT:
            return self._latency[: self._count][-most:].copy()
        return np.roll(self._latency, -(self._count % KEPT))[-most:]

    def percentiles(self) -> tuple[float, float]:
        """Median and 99th percentile in milliseconds; NaN before the first signal."""
        if not self._count:
            return float("nan"), float("nan")
        low, high = np.percentile(self._latency[: min(self._count, KEPT)], (50, 99))
        return float(low), float(high)
