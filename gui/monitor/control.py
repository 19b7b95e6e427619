"""Opens, steers and ends one running monitor; the tab reads its snapshots, nothing is pushed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.monitoring.rules import Firing, Rule, RuleWatch
from engine.online.options import Blending
from engine.progress import ProgressPoint
from engine.records import LinkState, MonitorSnapshot
from gui.jobs import Job, Jobs, Lane
from gui.monitor.watching import WatchRequest
from gui.sentences import said
from gui.translation import tr

if TYPE_CHECKING:
    from engine.monitoring.monitor import Monitor

_LOOK = 1000  # milliseconds between two looks by the rules; they go on while nobody watches


class MonitorControl(QObject):
    """One monitor at a time.

    *Signals*: `changed()` when a monitor opens, pauses, goes on or ends · `failed(Exception)` · `fired(Firing)` when a
    rule of the analyst's own begins to hold · `rules_looked()` after the rules looked · `away(FeedStatus)` when a
    source cannot be reached any more, `back()` when all can be again.
    """

    changed = Signal()
    failed = Signal(object)
    fired = Signal(object)
    rules_looked = Signal()
    away = Signal(object)
    back = Signal()

    def __init__(self, jobs: Jobs, watch: Callable[..., MonitorSnapshot], *, slot: str = "monitor",
                 rules: Sequence[Rule] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._watch = watch
        self._slot = slot
        self._job: Job | None = None
        self._monitor: Monitor | None = None
        self._paused = False
        self._away: frozenset[str] = frozenset()  # feeds that were told to be away
        self.request: WatchRequest | None = None
        self.rules = RuleWatch(rules)
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether a monitor is opening, running or paused."""
        return self._job is not None and not self._job.done

    @property
    def opening(self) -> bool:
        """Whether the source and the champion are still being read."""
        return self.busy and self._monitor is None

    @property
    def paused(self) -> bool:
        """Whether the source is held."""
        return self.busy and self._paused

    @property
    def watched(self) -> bool:
        """Whether what is looked at runs elsewhere: nothing can be steered."""
        return self.request is not None and self.request.elsewhere is not None and self._job is not None

    @property
    def known(self) -> bool:
        """Whether there is a monitor to look at, running or ended."""
        return self._monitor is not None

    @property
    def monitor(self) -> Monitor | None:
        """The monitor to look at, for what is not in a snapshot."""
        return self._monitor

    @property
    def words(self) -> str:
        """What is being done while there is no snapshot to say it."""
        if self.opening and self._job is not None:
            return said(self._job.point.words) if self._job.point else tr("Opening the source")
        return ""

    def snapshot(self) -> MonitorSnapshot | None:
        """The figures of this moment, or of the end."""
        return None if self._monitor is None else self._monitor.snapshot()

    def start(self, request: WatchRequest) -> Job:
        """Open the source and run; a monitor that runs already is ended first."""
        self._monitor = None
        self._paused = False
        self.request = request
        self.set_rules(self.rules.rules)
        job = self._jobs.start(Lane.MONITOR, self._slot, self._watch, request, title=tr("Monitor {title}",
                                                                                        title=request.title),
                               quiet=True)
        job.reported.connect(self._on_points)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        self._job = job
        self._timer.start()
        self.changed.emit()
        return job

    def set_rules(self, rules: Sequence[Rule]) -> None:
        """Look with these rules from now on."""
        self.rules = RuleWatch(rules)

    def pause(self) -> None:
        """Hold the source; what is scored stays."""
        self._set_paused(True)

    def resume(self) -> None:
        """Go on."""
        self._set_paused(False)

    def step(self) -> None:
        """While paused, take the next event."""
        if self._monitor is not None and self.paused:
            self._monitor.step()

    def stop(self) -> None:
        """End in order: the state is saved, the figures stay."""
        if self._monitor is not None and self.busy:
            self._monitor.stop()
        elif self._job is not None:
            self._job.cancel()

    def set_speed(self, speed: float) -> None:
        """Times real time, 0 for as fast as possible; acts at once."""
        if self._monitor is not None and self.busy and not self.watched:
            self._monitor.set_speed(speed)

    def set_blend(self, weight: float) -> None:
        """The batch model's share; acts at once."""
        if self._monitor is not None and self.busy and not self.watched:
            self._monitor.set_blend(weight)

    def set_tuning(self, labels: int) -> None:
        """Keep the share at what did best on the last labels; 0: no more."""
        if self._monitor is not None and self.busy and not self.watched:
            self._monitor.set_tuning(labels)

    def set_blending(self, blending: Blending) -> None:
        """How batch and online are mixed; acts at once."""
        if self._monitor is not None and self.busy and not self.watched:
            self._monitor.set_blend(blending=blending)

    def _set_paused(self, paused: bool) -> None:
        if self._monitor is None or not self.busy or paused == self._paused:
            return
        self._paused = paused
        (self._monitor.pause if paused else self._monitor.resume)()
        self.changed.emit()

    @Slot()
    def _look(self) -> None:
        """Ask the rules, whether or not anybody watches."""
        found = self.snapshot()
        if found is not None:
            for firing in self.rules.look(found):
                self._tell(firing)
            self.rules_looked.emit()
            self._look_at_feeds(found if self.busy else None)
        if not self.busy:
            self._timer.stop()

    def _look_at_feeds(self, found: MonitorSnapshot | None) -> None:
        """Tell each outage once, and that it is over (or nobody waits for it any more)."""
        gone = {feed.name: feed for feed in (() if found is None else found.feeds) if feed.state is LinkState.AWAY}
        for name in gone.keys() - self._away:
            self.away.emit(gone[name])
        if self._away and not gone:
            self.back.emit()
        self._away = frozenset(gone)

    def _tell(self, firing: Firing) -> None:
        if self._monitor is not None and self.busy and not self.watched:
            self._monitor.annotate(firing.words, kind="alert")
        self.fired.emit(firing)

    @Slot(list)
    def _on_points(self, points: list[ProgressPoint]) -> None:
        for point in points:
            monitor: Any = point.values.get("monitor")
            if monitor is not None:
                self._monitor = monitor
                self.changed.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)

    @Slot()
    def _on_finished(self) -> None:
        self._look()  # what the last labels brought
        self.changed.emit()
