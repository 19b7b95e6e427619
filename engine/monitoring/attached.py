"""Watches a monitor that runs elsewhere, by reading its workspace: the same figures, nothing written, nothing steered.

The journal is run through a stream of our own, from its newest saved state on, so that what is seen is what the one
who runs it sees; how its feeds stand is in its heartbeat.
"""

from __future__ import annotations

import itertools
import threading
import time
from collections import deque
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from engine import settings
from engine.awaiting import brisk
from engine.data.schema import FeatureSchema
from engine.errors import WorkbenchError
from engine.monitoring.gauges import Gauges
from engine.monitoring.heartbeat import Sign, sign_of, signs
from engine.monitoring.looking import Looks
from engine.monitoring.notes import leave_note
from engine.monitoring.sources.live import span
from engine.monitoring.stream import Stream
from engine.monitoring.telling import figures_now
from engine.online.journal import Journal
from engine.online.labels import REMEMBERED
from engine.online.options import LearnerOptions, resolved
from engine.online.prequential import Prequential
from engine.online.track import curves
from engine.progress import Progress
from engine.records import FeedState, MonitorSnapshot

_LOOK = 0.1  # seconds between looks at the journal
_HEART = 0.5  # and at the heartbeat
_GROUP = 2048
_READ_ONLY = "This monitor runs elsewhere; here it is only watched."


def running_journal(folder: Path) -> Path:
    """The journal of the monitor that runs in a workspace; refused in words where none does."""
    alive = [sign.journal for sign in signs(folder) if sign.alive]
    if not alive:
        raise WorkbenchError("No monitor runs in this workspace.", where=str(folder), code="not-running",
                             remedy="Connect a monitor to a source first.")
    return alive[0]


class AttachedMonitor(Looks):
    """`run` belongs to one background thread, the rest to any; what would steer is refused.

    A `patient` one looks on after the other was stopped or killed too, and sees it started again.
    """

    def __init__(self, journal: Path, *, patient: bool = False) -> None:
        self._patient = patient
        self._journal = Journal(journal, read_only=True)
        self._file = str(journal)
        self._lock = threading.Lock()
        self._wake = threading.Condition()
        self._wishes: deque[tuple[str, Any]] = deque()
        self._state = FeedState.READY
        self._stopped = False
        self._gauges = Gauges()
        self._seq = 0
        self._sign: Sign | None = None
        self._next_look = 0.0
        self._look()
        self._newest = time.monotonic()
        self._stream = self._fresh()

    def run(self, progress: Progress | None = None) -> MonitorSnapshot:
        """Follow until stopped, or until the one who runs it has ended (a patient one: is through its source)."""
        progress = progress or Progress()
        try:
            with brisk():
                while not (self._stopped or progress.stop_requested):
                    progress.report(0.0, "watching")
                    self._look()
                    if not self.refresh(progress):
                        if self._over():
                            break
                        with self._wake:
                            self._wake.wait(_LOOK)
        finally:
            self._journal.close()
        return self.snapshot()

    def refresh(self, progress: Progress | None = None) -> int:
        """Live through what was journalled since; returns how many events that were."""
        last = self._journal.last
        if last < self._seq:  # begun anew
            with self._lock:
                self._stream, self._seq = self._fresh(), 0
        if not self._seq:
            self._restore()
        entries, taken = self._journal.entries(self._seq, until=last), 0
        while group := list(itertools.islice(entries, _GROUP)):
            with self._lock:
                self._stream.apply(group)
                self._newest = time.monotonic()
                self._gauges.count(self._newest, self._stream.core.signals)
            taken += len(group)
            if progress is not None:
                progress.report(0.0, f"reading {self._stream.core.signals:,} signals")
        self._seq = max(self._seq, last)
        return taken

    def look_once(self, progress: Progress | None = None) -> None:
        """Live through all that is there now, and let the file go."""
        try:
            self.refresh(progress)
        finally:
            self._journal.close()

    def snapshot(self, points: int = 4000) -> MonitorSnapshot:
        """What the window of the one who runs it would show."""
        sign = self._sign
        with self._lock:
            rows = self._stream.track.copy(points)
            values = figures_now(self._stream, self._gauges)
        told = {} if sign is None else sign.values
        state, status = self._status()
        values |= {"latency_p50": told.get("latency_p50_ms") or float("nan"),
                   "latency_p99": told.get("latency_p99_ms") or float("nan")}
        return MonitorSnapshot(
            state=state, status=status, speed=0.0, curves=curves(rows), source=str(told.get("source", "")),
            champion=str(told.get("champion", "")), previous="", fraction=None, journal=self._file,
            feeds=() if sign is None else sign.feeds, silent=time.monotonic() - self._newest,
            notes=(f"Watched only: it runs in process {told.get('process', '?')}.", *told.get("notes", ())),
            contaminated=int(told.get("contaminated", 0)), **values)

    def state_hash(self) -> str:
        """The hash of the learner's state, which is that of the one who runs it."""
        with self._lock:
            return self._stream.hash()

    def stop(self) -> None:
        """Look away; the monitor goes on."""
        with self._wake:
            self._stopped = True
            self._wake.notify_all()

    def pause(self) -> None:
        """Not from here."""
        raise _refused()

    resume = pause

    def step(self, events: int = 1) -> None:
        """Not from here."""
        raise _refused()

    def set_speed(self, speed: float) -> None:
        """Not from here."""
        raise _refused()

    def set_tuning(self, labels: int) -> None:
        """Not from here."""
        raise _refused()

    def set_blend(self, batch_weight: float | None = None, **_: Any) -> None:
        """Not from here."""
        raise _refused()

    def annotate(self, text: str, *, event: int | None = None, kind: str = "note") -> None:
        """Laid beside the journal; whoever runs the monitor takes it over within a second."""
        leave_note(Path(self._file), text, event=event, kind=kind)

    # --- inside

    def _over(self) -> bool:
        """Whether nothing more is to be seen."""
        sign = self._sign
        if sign is not None and sign.alive:
            return False
        return not self._patient or (sign is not None and sign.values["state"] == FeedState.FINISHED.value)

    def _status(self) -> tuple[FeedState, str]:
        sign = self._sign
        if sign is None:
            return FeedState.STOPPED, "Not running."
        state, status = FeedState(sign.values["state"]), str(sign.values["status"])
        if sign.alive:
            return state, f"{status.rstrip('.')} (process {sign.values['process']})."
        if state is FeedState.FINISHED:
            return state, status
        again = " It is seen here as soon as it is started again." if self._patient else ""
        if state in (FeedState.STOPPED, FeedState.FAILED):
            return state, f"Ended {span(sign.age)} ago: {status}{again}"
        return FeedState.FAILED, f"Gone without a word {span(sign.age)} ago: it was killed, or its machine.{again}"

    def _look(self) -> None:
        """Read the heartbeat, a few times a second."""
        if time.monotonic() >= self._next_look:
            self._sign, self._next_look = sign_of(Path(self._file)), time.monotonic() + _HEART

    def _fresh(self) -> Stream:
        """The stream as it was begun."""
        schema = self._journal.meta("schema")
        if schema is None:
            raise WorkbenchError("This journal holds no stream.", where=self._file, code="empty-journal",
                                 remedy="Give the journal of a monitor that has run.")
        identity = self._journal.meta("identity") or {}
        begun = {**settings.to_json(LearnerOptions()), **(self._journal.meta("blend") or {}),
                 **identity.get("options", {})}
        options = resolved(settings.from_json(LearnerOptions, begun), late=True)
        there, before = bool(self._journal.meta("champion")), bool(self._journal.meta("previous"))
        stream = Stream(FeatureSchema.from_json(schema), options, _absent() if there else None,
                        _absent() if before else None)
        stream.core = Prequential(stream.encoding.names, options, champion=there, previous=before,
                                  watch_after=int(self._journal.meta("watch_after")))
        return stream

    def _restore(self) -> None:
        seq, state = self._journal.newest_state()
        if state is None:
            return
        with self._lock:
            if self._stream.try_restore(state):
                self._stream.ledger.remember(self._journal.labels(seq, REMEMBERED))
                self._seq = seq


def _absent() -> Any:
    """Stands for a champion whose scores are in the journal."""
    return cast("Any", SimpleNamespace(card=SimpleNamespace(exposure=(), name=""), schema=None, kind="recorded"))


def _refused() -> WorkbenchError:
    return WorkbenchError(_READ_ONLY, code="read-only", remedy="Steer it where it was started, or stop it there and "
                                                               "start it here.")
