"""A running monitor: a source is scored, journalled, learnt and watched until it ends or is stopped.

`run` belongs to one background thread; everything else may be called from any thread and answers at once. Events
count once they are in the journal, and each exactly once: after a crash the next start goes on from the same state.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from engine.awaiting import brisk
from engine.errors import Cancelled, WorkbenchError
from engine.events import SettingEvent, SignalEvent
from engine.monitoring.collecting import seldom
from engine.monitoring.gauges import Gauges
from engine.monitoring.heartbeat import Heartbeat
from engine.monitoring.keeping import Keeper
from engine.monitoring.looking import Looks
from engine.monitoring.notes import notes_left
from engine.monitoring.showing import POINTS, Showcase
from engine.monitoring.sources.base import Poll, Source
from engine.monitoring.steering import Steering
from engine.monitoring.stream import Stream
from engine.monitoring.telling import as_wished, feeds_of, figures_now, finished_words, notes_of, running_words
from engine.online.journal import Entry
from engine.online.mixing import GRID_LEAST
from engine.online.options import Blending, LearnerOptions, checked, resolved
from engine.online.preparing import warm_up_beside
from engine.online.retention import Retention
from engine.online.stored import judged
from engine.online.timeline import labels_late
from engine.progress import Progress
from engine.records import FeedState, Floats, MonitorSnapshot

if TYPE_CHECKING:
    from engine.bundle.scoring import LoadedModel
    from engine.monitoring.publishing import Publisher

MICRO = 512  # events taken together
PART = 1024  # events between which whoever wants a snapshot is let in
FULL_SPEED = 8  # times as many at full speed, where each commit waits for the disk and no one for a score
_FEW = 2  # where only the figures are wanted
_TUNED_EVERY = 250  # labels at least, a share is tuned
_WORTH_TUNING = 0.02  # of the share
_BREATH = 0.05  # seconds between looks at a waiting source


class Monitor(Steering, Looks):
    """`folder` is the workspace where state is kept; without one nothing is saved.

    With `resume` a start goes on where the same source, champion and options were left; a file that was played to its
    end starts anew. `max_signals` ends the run after so many (0: never); `on_window` hears of every `every` signals.
    `publish` starts what copies the event log elsewhere, given the journal and how far that was done. Events older
    than `retention` are deleted along the way (None: none are). `tune_on` is for `set_tuning`.
    """

    def __init__(
        self, source: Source, options: LearnerOptions | None = None, *, champion: LoadedModel | None = None,
        champion_name: str = "", previous: LoadedModel | None = None, previous_name: str = "",
        folder: Path | None = None, resume: bool = True, max_signals: int = 0,
        every: int = 500, on_window: Callable[[MonitorSnapshot], None] | None = None,
        publish: Callable[[Path, int], Publisher] | None = None, retention: Retention | None = None, tune_on: int = 0,
    ) -> None:
        self.source = source
        table = getattr(source, "table", None)
        self.options = resolved(checked(options or LearnerOptions()), late=table is None or labels_late(table))
        self._champion_name = champion_name if champion is not None else ""
        self._previous_name = previous_name if previous is not None else ""
        self._folder = folder
        self._resume = resume
        self._stream = Stream(source.schema, self.options, champion, previous)
        self._gauges = Gauges()
        self._progress = Progress()
        self._keeper = Keeper(None)
        self._heart = Heartbeat(None)
        self._cursor: Any = None
        self._lock = threading.Lock()  # guards the stream and the gauges
        self._showcase = Showcase(self._lock, self._figures)
        self._wake = threading.Condition()  # guards what follows
        self._state = FeedState.READY
        self._status = "Ready."
        self._paused = False
        self._stopped = False
        self._steps = 0
        self._wishes: deque[tuple[str, Any]] = deque()
        self._speed = float(getattr(source, "speed", 0.0))
        self._settings = 0
        self._max, self._taken = max_signals, 0
        self._newest = time.monotonic()  # when the newest event came
        self._file = ""
        self._every, self._on_window = every, on_window
        self._publish, self._publisher = publish, cast("Publisher | None", None)
        self._judged = judged(folder, champion, table)
        self._retention = retention
        self.set_tuning(tune_on)

    # --- for any thread ---------------------------------------------------------------------------------------------

    def snapshot(self, points: int = POINTS) -> MonitorSnapshot:
        """Everything that a window shows; costs a millisecond and waits neither for the source nor for the disk.

        Nor for the learner: while that is at work, these are the figures of when last somebody asked.
        """
        with self._wake:
            state, status, speed, wished = self._state, self._status, self._speed, dict(self._wishes)
        drawn, values = self._showcase.newest(points)
        return MonitorSnapshot(state=state, status=status, speed=speed, curves=drawn, **as_wished(values, wished))

    def state_hash(self) -> str:
        """The hash of the learner's state; see `Stream.hash`."""
        with self._lock:
            return self._stream.hash()

    # --- the one thread that runs ------------------------------------------------------------------------------------

    def run(self, progress: Progress | None = None) -> MonitorSnapshot:
        """Take events until the source ends or the run is stopped; returns the last snapshot."""
        self._progress = progress = progress or Progress()
        try:
            self._tell(FeedState.RUNNING, "Opening the journal.")
            self.snapshot()  # so that whoever asks later has one to fall back on
            warm_up_beside()
            with brisk(), seldom():
                self._open(progress)
                self._loop(progress)
        except Cancelled:
            self._tell(FeedState.STOPPED, "Stopped.")
            raise
        except WorkbenchError as error:
            self._tell(FeedState.FAILED, str(error))
            raise
        finally:
            self._close()
        return self.snapshot()

    def _loop(self, progress: Progress) -> None:
        while not (self._stopped or progress.stop_requested):
            self._grant_wishes()
            self._tune()
            poll = self._poll()
            self._hear()
            if poll.events or poll.cursor != self._cursor:  # entries that were refused move the place on too
                self._take(poll)
                time.sleep(0)  # let the window's thread have the interpreter
            progress.report(self.source.fraction(self._cursor) or 0.0, self._status)
            if self._heart.due:
                self._keep_house()
            if self._max and self._taken >= self._max:
                break
            if poll.ended and not self._paused:
                return self._tell(FeedState.FINISHED, finished_words(self._stream))
            if not poll.events:
                self._keeper.tell()
                self._wait(min(poll.wait or _BREATH, _BREATH))
        return self._tell(FeedState.STOPPED, "Stopped; the state is saved." if self._keeper.keeps else "Stopped.")

    def _poll(self) -> Poll:
        with self._wake:
            paused, steps = self._paused, self._steps
            self._steps = 0
        if not paused:
            poll = self.source.poll(self._cursor, self._room())
            self._tell(FeedState.RUNNING, running_words(self.source, self._speed, poll.words))
            return poll
        self._tell(FeedState.PAUSED, "Paused.")
        step = getattr(self.source, "step", None)
        if steps and step is not None:
            found: Poll = step(self._cursor, steps)
            return found
        return Poll((), self._cursor)

    def _room(self) -> int:
        """How many events may be taken together, so that no window and no limit is run over."""
        room = MICRO if self._speed > 0.0 else FULL_SPEED * MICRO
        if self._max:
            room = min(room, self._max - self._taken)
        if self._on_window is not None:
            room = min(room, self._every - self._taken % self._every)
        return max(room, 1)

    def _take(self, poll: Poll) -> None:
        """Score, journal, learn: an event counts once it is in the journal."""
        started = time.perf_counter()
        entries = self._stream.score(poll.events)
        scoring = time.perf_counter() - started
        entries = self._keeper.append(entries, poll.cursor, self._waits)
        started = time.perf_counter()
        with self._lock:
            self._stream.ledger.duplicates += len(poll.events) - len(entries)
        for place in range(0, len(entries), PART):
            with self._lock:
                self._stream.apply(entries[place : place + PART])
                self._showcase.answer()
        signals = sum(isinstance(entry.event, SignalEvent) for entry in entries)
        with self._lock:
            self._gauges.scored(signals, scoring + time.perf_counter() - started)
            self._newest = time.monotonic()
            self._gauges.count(self._newest, self._stream.core.signals)
            self._gauges.note(self._newest, self._stream.core.labels)
        self._cursor = poll.cursor
        self.source.committed(poll.cursor)
        found = self._stream.look_back()
        with self._lock:
            self._stream.note(*found)
        before, self._taken = self._taken, self._taken + signals
        if self._on_window is not None and before // self._every != self._taken // self._every:
            self._on_window(self.snapshot())
        if self._keeper.due:
            self._save()

    def _waits(self, error: WorkbenchError, seconds: float, first: bool) -> bool:
        """Nothing can be kept now (the disk is full, say): wait and tell; False to give up."""
        self._tell(FeedState.RUNNING, f"Waiting, for nothing can be kept; next try in {seconds:g} s. {error}")
        if first:
            self._stream.mark("error", f"{error} All waits until it can be kept; nothing is lost.")
        self._heart.beat(self.snapshot(_FEW))
        with self._wake:
            self._wake.wait_for(lambda: self._stopped, seconds)
        self._progress.check()
        return not self._stopped

    def _grant_wishes(self) -> None:
        while True:
            with self._wake:
                if not self._wishes:
                    return
                name, value = self._wishes[0]
            self._change(name, value)
            with self._wake:
                self._wishes.popleft()

    def _change(self, name: str, value: Any) -> None:
        self._settings += 1
        number = self._keeper.next_number(self._settings)
        self._set(SettingEvent(f"setting-{number}", self._stream.time or -1, name, value))

    def _tune(self) -> None:
        """Take the share that did best of late, each quarter of the labels that it is judged by."""
        core = self._stream.core
        if not self._tuned_on or core.labels < self._tune_next or core.options.blending is not Blending.FIXED:
            return
        found = self.blend_preview(self._tuned_on)
        if found is not None and found.labels >= GRID_LEAST:
            self._tune_next = core.labels + max(self._tuned_on // 4, _TUNED_EVERY)
            if abs(found.best - core.options.batch_weight) >= _WORTH_TUNING:
                self._change("batch_weight", found.best)

    def _keep_house(self) -> None:
        """Once a second: say how it stands, take over what others noted, delete what need not be kept."""
        self._heart.beat(self.snapshot(_FEW))
        for note, file in notes_left(Path(self._file)):
            self._set(replace(note, time=self._stream.time or -1))
            file.unlink(missing_ok=True)
        self._tell_news()
        self._keeper.keep_house(self._retention, None if self._publisher is None else self._publisher.place)

    def _tell_news(self) -> None:
        """Mark what became of the champion."""
        for news in self._keeper.news():
            self._set(replace(news.event, time=self._stream.time or -1))
            self._keeper.told(news.seen)

    def _set(self, event: SettingEvent) -> None:
        entries = self._keeper.append([Entry(event)], None, self._waits)
        with self._lock:
            self._stream.apply(entries)
            self._showcase.renew()  # whoever changed the blend sees it from now on

    def _hear(self) -> None:
        """Note what happened to the feeds."""
        for notice in self.source.notices():
            with self._lock:
                self._stream.mark(notice.kind, notice.words, logged=False)
                self._keeper.heard(notice, self._stream.time)

    def _wait(self, seconds: float) -> None:
        with self._wake:
            if not (self._stopped or self._steps or self._wishes):
                self._wake.wait(seconds)

    def _tell(self, state: FeedState, status: str) -> None:
        if state is not self._state:
            with self._lock:
                self._showcase.renew()  # whoever sees the end of the run sees all of the run
        with self._wake:
            self._state, self._status = state, status

    def _open(self, progress: Progress) -> None:
        card = getattr(self._stream.champion, "card", None)
        champion = "" if card is None else str(getattr(card, "id", "") or self._champion_name or "unnamed")
        previous = self._previous_name or ("unnamed" if self._stream.previous is not None else "")
        self._keeper = Keeper.open(self._folder, self.source, champion, self.options, resume=self._resume,
                                   watch_after=self._stream.core.watch_after, previous=previous)
        self._file = str(self._keeper.journal.path) if self._keeper.journal is not None else ""
        self._heart = Heartbeat(self._keeper.journal.path if self._keeper.journal is not None else None)
        stream = Stream(self.source.schema, self.options, self._stream.champion, self._stream.previous)
        stream.stored = self._judged.by_id
        cursor = self._keeper.restore(stream, progress)  # not under the lock: a long journal takes a while
        with self._lock:
            self._stream, self._cursor = stream, cursor
        self._tell_news()
        if self._publish is not None and self._keeper.journal is not None:
            self._publisher = self._publish(self._keeper.journal.path, self._keeper.published)

    def _save(self) -> None:
        if self._keeper.keeps:
            with self._lock:
                state = self._stream.state()
            self._keeper.save(state)

    def _close(self) -> None:
        """What is in the journal is safe; only a run that ended in order also saves its state."""
        if self._state is FeedState.RUNNING or self._state is FeedState.PAUSED:
            self._tell(FeedState.FAILED, "Ended by an unexpected fault; what is in the journal is safe.")
        try:
            if self._state is not FeedState.FAILED:
                self._save()
        finally:
            self._keeper.end_publishing(self._publisher)
            self._heart.beat(self.snapshot(_FEW))
            self._keeper.close()
            self.source.close()

    def _figures(self, points: int) -> tuple[Floats, dict[str, Any]]:
        """Everything of a snapshot but its state, status and speed; of the curves their rows."""
        return self._stream.track.copy(points), {
            **figures_now(self._stream, self._gauges), "source": self.source.words,
            "champion": self._champion_name, "previous": self._previous_name,
            "fraction": self.source.fraction(self._cursor), "feeds": feeds_of(self.source, self._publisher),
            "silent": time.monotonic() - self._newest, "journal": self._file,
            "notes": (*notes_of(self._stream, self._judged), *self._keeper.room),
            "contaminated": self._judged.flattered, "shaded": self._judged.shaded, "out_of_fold": self._judged.covered,
        }
