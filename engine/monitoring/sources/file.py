"""A file of signals played as a live feed: as it happened, faster, or at full speed; labels at their own time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from engine.data.loading import load_for_schema, load_table
from engine.data.roles import NOTHING_GIVEN
from engine.data.schema import FeatureSchema
from engine.data.table import SignalTable
from engine.events import LabelEvent, SignalEvent
from engine.monitoring.sources.base import Poll, Source
from engine.online.kernels import SIGNAL
from engine.online.prequential import Events
from engine.online.timeline import signal_ids, timeline
from engine.progress import Progress
from engine.records import Roles

NS = 1_000_000_000


class Pace:
    """A clock of the file's own time that runs `speed` times as fast as the wall's; 0 is no clock at all.

    Safe from any thread. It starts with the first event, so that a file of last year plays at once.
    """

    def __init__(self, speed: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._speed = speed
        self._anchor: tuple[float, float] | None = None  # wall seconds, file ns
        self._held = False

    def until(self, moment: int) -> float:
        """Seconds until `moment` (ns) is due; 0 or less when it is."""
        with self._lock:
            if self._speed <= 0.0 or moment < 0:
                return 0.0
            if self._anchor is None:
                self._anchor = (self._clock(), float(moment))
            return (moment - self._now()) / NS / self._speed

    def set_speed(self, speed: float) -> None:
        """Go on from the present moment at another speed."""
        with self._lock:
            self._anchor = self._anchor and (self._clock(), self._now())
            self._speed = speed

    def hold(self) -> None:
        """Stop the clock."""
        with self._lock:
            self._anchor = self._anchor and (self._clock(), self._now())
            self._held = True

    def go_on(self) -> None:
        """Start the clock again."""
        with self._lock:
            self._anchor = self._anchor and (self._clock(), self._anchor[1])
            self._held = False

    def jump(self, moment: int) -> None:
        """The file's time is `moment` now: it was stepped there, or played at full speed."""
        with self._lock:
            self._anchor = (self._clock(), float(moment))

    def _now(self) -> float:
        assert self._anchor is not None
        wall, moment = self._anchor
        return moment if self._held else moment + (self._clock() - wall) * self._speed * NS


class FileSource(Source):
    """A table as a source; the cursor is the number of events taken.

    `pace` is a clock that goes on from another table's, `span` (ns) leaves out what is not from its first moment on and
    before its second.
    """

    def __init__(self, table: SignalTable, *, words: str, speed: float = 0.0,
                 clock: Callable[[], float] = time.monotonic, pace: Pace | None = None,
                 span: tuple[int, int] | None = None) -> None:
        self.table = table
        self.words = words
        self.schema = table.schema
        self.pace = Pace(speed, clock) if pace is None else pace
        self.speed = speed
        self._events = timeline(table) if span is None else _within(timeline(table), *span)
        self._ids = signal_ids(table)

    @classmethod
    def open(cls, path: Path, *, speed: float = 0.0, schema: FeatureSchema | None = None,
             given: Roles = NOTHING_GIVEN, progress: Progress | None = None) -> FileSource:
        """Read the file; with the champion's schema where there is one."""
        if schema is None:
            table = load_table(path, given, progress=progress)
        else:
            table = load_for_schema(path, schema, given, progress=progress)
        return cls(table, words=str(path), speed=speed)

    def __len__(self) -> int:
        return len(self._events.op)

    def poll(self, cursor: Any, most: int) -> Poll:
        """Up to `most` events that are due by the pace."""
        start = int(cursor or 0)
        end = min(start + most, len(self))
        if start >= len(self):
            return Poll((), start, ended=True, words="the file is at its end")
        wait = self.pace.until(int(self._events.time[start]))
        if self.speed > 0.0:
            end = self._due(start, end)
        else:
            self.pace.jump(int(self._events.time[end - 1]))
        if end == start:
            return Poll((), start, wait=max(wait, 0.0), words=f"next event in {_span(wait)}")
        return Poll(self._between(start, end), end, ended=end >= len(self))

    def step(self, cursor: Any, most: int = 1) -> Poll:
        """The next events whether they are due or not; the file's clock goes there."""
        start = int(cursor or 0)
        end = min(start + most, len(self))
        if end > start:
            self.pace.jump(int(self._events.time[end - 1]))
        return Poll(self._between(start, end), end, ended=end >= len(self))

    def fraction(self, cursor: Any) -> float | None:
        """The share of the events that are done."""
        return int(cursor or 0) / max(len(self), 1)

    def set_speed(self, speed: float) -> None:
        """Another speed from now on; 0 is full speed."""
        self.speed = speed
        self.pace.set_speed(speed)

    def hold(self) -> None:
        """Stop the file's clock."""
        self.pace.hold()

    def go_on(self) -> None:
        """Let the file's clock run on."""
        self.pace.go_on()

    def committed(self, cursor: Any) -> None:
        """Nobody keeps account of us."""
        return

    def close(self) -> None:
        """Nothing is open."""

    def _due(self, start: int, end: int) -> int:
        place = start
        while place < end and self.pace.until(int(self._events.time[place])) <= 0.0:
            place += 1
        return place

    def _event(self, place: int) -> SignalEvent | LabelEvent:
        return self._between(place, place + 1)[0]

    def _between(self, start: int, end: int) -> list[SignalEvent | LabelEvent]:
        """Events `start` to `end`."""
        op, slot, label, time = (array.tolist() for array in self._events.part(start, end))
        matrix, ids, rr = self.table.matrix, self._ids, self.table.realized_rr
        gained = [float("nan")] * len(slot) if rr is None else rr[slot].astype(np.float64).tolist()
        return [SignalEvent(ids[row], moment, matrix[row]) if kind == SIGNAL else LabelEvent(ids[row], moment, won, r)
                for kind, row, won, moment, r in zip(op, slot, label, time, gained, strict=True)]


def _within(events: Events, first: int, end: int) -> Events:
    """Those of these moments; events are in the order of time."""
    return events.part(*np.searchsorted(events.time, [first, end]).tolist())


def _span(seconds: float) -> str:
    """A waiting time in words."""
    if seconds < 90:
        return f"{max(seconds, 0):.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
