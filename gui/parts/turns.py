"""One chart is drawn a turn of the event loop: a page of them at once would hold up everything else meanwhile.

A chart that is asked for alone is drawn at once; what comes with the end of a job or with another page waits for turns
of its own (`put_off`). So does what a beginning or an end can do without for a moment (`later`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

if TYPE_CHECKING:
    from gui.plots.base import PlotPanel

_PAUSE = 10  # milliseconds between two: what came due meanwhile goes first


class Turns(QObject):
    """The chart that asks first is drawn at once, others in the turns that follow; what is hidden by then waits until
    it is shown.
    """

    def __init__(self) -> None:
        super().__init__(QCoreApplication.instance())
        self._drawn: PlotPanel | None = None  # in this turn
        self._waiting: deque[PlotPanel] = deque()
        self._pieces: deque[tuple[QObject, Callable[[], object]]] = deque()
        self._put_off = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._next)

    @property
    def busy(self) -> bool:
        """Whether a chart or a piece waits for its turn."""
        return bool(self._waiting or self._pieces)

    def draw(self, chart: PlotPanel) -> None:
        """Now, if no other chart was drawn in this turn, else soon."""
        free = self._drawn is None or self._drawn is chart or not shiboken6.isValid(self._drawn)
        try:
            if free and not self._put_off:
                self._drawn = chart
                chart.draw_now()
            elif chart not in self._waiting:
                self._waiting.append(chart)
        finally:  # a chart that fails holds up no other
            self._go_on()

    def later(self, owner: QObject, piece: Callable[[], object]) -> None:
        """Do this in a turn of its own, before any chart that waits, unless `owner` is gone by then."""
        self._pieces.append((owner, piece))
        self._go_on()

    @contextmanager
    def put_off(self) -> Iterator[None]:
        """Nothing is drawn while this lasts, but soon after."""
        before, self._put_off = self._put_off, True
        try:
            yield
        finally:
            self._put_off = before

    def _go_on(self) -> None:
        if not self._timer.isActive():  # starting it anew would put the others off while one is drawn all the time
            self._timer.start(_PAUSE if self.busy else 0)

    @Slot()
    def _next(self) -> None:
        self._drawn = None
        if self._pieces:
            self._do(*self._pieces.popleft())
            return
        while self._waiting and self._drawn is None:
            chart = self._waiting.popleft()
            if shiboken6.isValid(chart) and chart.isVisible():
                self.draw(chart)

    def _do(self, owner: QObject, piece: Callable[[], object]) -> None:
        try:
            if shiboken6.isValid(owner):
                with self.put_off():
                    piece()
        finally:
            self._go_on()


@cache
def turns() -> Turns:
    """Those of this program."""
    return Turns()
