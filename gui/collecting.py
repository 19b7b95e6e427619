"""Garbage is collected in the window's thread only: Qt objects that a worker's collection ends can hang or crash."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

_TICK, _LEAST = 500, 20  # milliseconds
_LOADING = 50  # the same while the engine is imported: a hundred thousand objects come within two seconds
_LONG = 0.004  # seconds: after a walk that took longer the next one comes sooner, and finds less


class Collector(QObject):
    """Takes over from Python's automatic collection, which runs in whichever thread happens to allocate, for good.

    The youngest objects are looked through at each tick, older ones as often as Python itself would; ticks come the
    quicker the more there is to look through. What comes while the engine is loaded (`begin_loading` until
    `end_loading`, and on while there is `more`) stays: no later collection walks through it, which would stop the
    window for a moment.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self.collect)
        self._loading = self._loaded = False
        self._more: Callable[[], bool] = lambda: False
        gc.disable()
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation that is due, and with it all younger ones."""
        if self._loaded and self._loading and not self._more():
            self._loading = False
        due = [place for place, (count, limit) in enumerate(zip(gc.get_count(), self._thresholds, strict=True))
               if count > limit]
        began = time.perf_counter()
        if due and self._loading:
            gc.collect(0)
            gc.freeze()
        elif due:
            gc.collect(max(due))
        self._pace(time.perf_counter() - began)

    def _pace(self, took: float) -> None:
        now = self._timer.interval()
        wanted = max(now // 2, _LEAST) if took > _LONG else min(now * 2, _LOADING if self._loading else _TICK)
        if wanted != now:
            self._timer.setInterval(wanted)

    def begin_loading(self, more: Callable[[], bool] = lambda: False) -> None:
        """From now on each tick looks at what came since the last one, and then never again."""
        self._loading, self._loaded, self._more = True, False, more
        self._timer.setInterval(_LOADING)

    @Slot()
    def end_loading(self) -> None:
        """What comes now comes and goes, unless there is more to load."""
        self._loaded = True
        self._loading = self._more()

    @Slot()
    def end(self) -> None:
        """Collect nothing more, and hold nothing back from whoever collects next.

        Python's own collection stays off: threads that still work would collect a window that has just been closed.
        """
        self._timer.stop()
        gc.unfreeze()
