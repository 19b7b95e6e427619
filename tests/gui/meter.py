"""Measures every handler of the window's thread: which object, which event, how long by the clock and by its own work.

`MeteredApplication` stands in for the application; a handler is one event that the event loop, or a robot's hand,
delivers, with all that it calls. Its own work is the processor time of the thread: on a machine that does other work
too, the clock would measure that.
"""

from __future__ import annotations

import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

SLOW = 0.016  # seconds: a frame of the screen
_LOOK = 0.004  # seconds between two looks at what a slow handler does
_NAMED = ("gui", "engine", "pyqtgraph")


@dataclass(frozen=True, slots=True)
class Handled:
    """One handler that took at least a millisecond."""

    journey: str
    name: str
    wall: float
    work: float
    where: str = ""  # in which functions it was seen most often


@dataclass
class Meter:
    """What was measured so far; `looks` adds where slow handlers spend their time, at some cost."""

    looks: bool = False
    journey: str = "start"
    count: int = 0
    quick: list[tuple[float, float]] = field(default_factory=list)  # every handler: seconds of clock and work
    slow: list[Handled] = field(default_factory=list)
    depth: int = 0
    began: float = 0.0
    _seen: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._thread = threading.get_ident()
        if self.looks:
            threading.Thread(target=self._look, daemon=True, name="meter").start()

    @contextmanager
    def act(self, name: str) -> Iterator[None]:
        """Measure what is called without an event, as one handler."""
        self.depth += 1
        began = self.began = time.perf_counter()
        worked = time.thread_time()
        try:
            yield
        finally:
            self.depth -= 1
            if self.depth == 0:
                self._note(name, time.perf_counter() - began, time.thread_time() - worked)

    def _note(self, name: str, wall: float, work: float) -> None:
        self.count += 1
        self.quick.append((wall, work))
        if wall >= SLOW / 2:
            where = " < ".join(f"{place} {share}" for place, share in self._seen.most_common(6))
            self.slow.append(Handled(self.journey, name, wall, work, where))
        self._seen.clear()

    def _look(self) -> None:
        """In a thread of its own: where the window's thread is while a handler takes its time."""
        while True:
            time.sleep(_LOOK)
            if self.depth and time.perf_counter() - self.began > 2 * _LOOK:
                self._seen.update(set(_places(sys._current_frames().get(self._thread))))


def _places(frame: FrameType | None) -> Iterator[str]:
    """The functions of our own on a stack, by file and name."""
    while frame is not None:
        file = frame.f_code.co_filename
        if any(f"/{part}/" in file for part in _NAMED):
            yield f"{file.rsplit('/', 2)[-2]}/{file.rsplit('/', 1)[-1][:-3]}.{frame.f_code.co_name}"
        frame = frame.f_back


def _named(receiver: QObject, event: QEvent) -> str:
    try:
        return f"{event.type().name} of {type(receiver).__name__} {receiver.objectName()}".rstrip()
    except (AttributeError, RuntimeError, ValueError):  # an event must never be lost for the want of a name
        return "something without a name"


class MeteredApplication(QApplication):
    """An application that measures what it delivers."""

    def __init__(self, meter: Meter, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.meter = meter

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Deliver, and measure what is not part of another delivery."""
        meter = self.meter
        if meter.depth:
            return super().notify(receiver, event)
        meter.depth += 1
        name = _named(receiver, event)  # before: both may be gone after it
        began = meter.began = time.perf_counter()
        worked = time.thread_time()
        try:
            return super().notify(receiver, event)
        finally:
            meter.depth -= 1
            meter._note(name, time.perf_counter() - began, time.thread_time() - worked)
