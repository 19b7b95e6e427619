"""What a view shows of its monitor, frame by frame: it looks 25 times a second, and the monitor never waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from engine.records import FeedState, MonitorSnapshot
from gui.monitor.charts import SLOW
from gui.monitor.requesting import importance_of

if TYPE_CHECKING:
    from gui.monitor.view import MonitorView

FRAME = 40  # ms between two looks at the monitor: 25 a second, so that there are 20 on a busy machine too
_PREVIEW = 20  # frames between two looks at what other shares would have scored


class Frames(QObject):
    """Nothing is repainted where nothing has changed, and not everything in every frame."""

    def __init__(self, view: MonitorView) -> None:
        super().__init__(view)
        self._view = view
        self.held: MonitorSnapshot | None = None  # what the view is held at
        self._number = 0
        self._last: tuple[object, ...] = ()
        self._timer = QTimer(self, interval=FRAME, timerType=Qt.TimerType.PreciseTimer)  # a coarse one is 5 % late
        self._timer.timeout.connect(self._tick)

    @property
    def running(self) -> bool:
        """Whether there will be a next frame."""
        return self._timer.isActive()

    def start(self) -> None:
        """A frame now, and on from there."""
        self.show_now()
        self._timer.start()

    def stop(self) -> None:
        """Nobody looks."""
        self._timer.stop()

    def hold(self, snapshot: MonitorSnapshot | None) -> None:
        """Stay at this snapshot, or follow the newest."""
        self.held = snapshot

    def show_anew(self) -> None:
        """A frame now, whether or not anything has changed."""
        self._last = ()
        self.show_now()

    def show_now(self) -> None:
        """Show the monitor as it is now."""
        view, newest = self._view, self._view.control.snapshot()
        if newest is None:
            view.source.state.show_words(view.control.words)
            return
        self._number += 1
        running = newest.state is FeedState.RUNNING
        if self._number % SLOW == 0 or not running:
            view.source.state.show_snapshot(newest, held=self.held)
        snapshot = self.held or newest
        settled = self._settled(snapshot)
        view.charts.take(snapshot, view.control.monitor, importance_of(view.control.request, view.session),
                         settled=settled)
        if self._number % SLOW == 1 or not running:
            view.tiles.show_snapshot(snapshot)
            view.tools.skill.show_snapshot(snapshot)
            view.learner.show_detectors(snapshot.detectors)
        if self._number % _PREVIEW == 1 or not (settled or running):
            view.steering.preview()

    def _settled(self, snapshot: MonitorSnapshot) -> bool:
        """Whether the last frame showed the very same."""
        now = (snapshot.state, snapshot.status, snapshot.events, snapshot.labels, snapshot.blend, snapshot.blending,
               len(snapshot.marks), snapshot.marks[-1:])
        before, self._last = self._last, now
        return now == before

    @Slot()
    def _tick(self) -> None:
        self.show_now()
        if not self._view.control.busy:
            self._timer.stop()
