"""Work in the background: the only room of the window that knows threads.

A `Job` runs one engine procedure on a lane (a worker of its own: engine, side, monitor). The procedure reports into a
deque; the window's thread drains it 30 times a second. A job ends in exactly one of succeeded, failed and cancelled,
after its last progress point. Starting a job in a slot that is taken ends the earlier one as cancelled, at once and
for good: stale results never arrive.
"""

from __future__ import annotations

import asyncio
import enum
import queue
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.errors import Cancelled, WorkbenchError
from engine.progress import Progress, ProgressPoint
from gui.heap import give_back
from gui.parts.turns import turns
from gui.unlocked import open_unlocked

_TICK = 33  # milliseconds: 30 drains a second
_HEAVY = 0.1  # seconds from which a job may have left much free memory behind
_KEPT_POINTS = 20_000  # between two drains; more than any procedure can usefully say in 33 ms
_TURNS = 2  # of draining until a job that is over has told all
_SWITCH_INTERVAL = 0.001  # seconds; River holds the interpreter lock, and 5 ms slices make the window stutter


class Lane(enum.Enum):
    """One worker each: what shares a lane runs one after the other."""

    ENGINE = "engine"  # training, ensembles, exports: heavy on the processor
    SIDE = "side"  # reading files, curves, small questions
    MONITOR = "monitor"  # the running monitors: a worker for each slot, since they run beside each other for weeks


class JobState(enum.Enum):
    """Where a job is in its life."""

    WAITING = "waiting"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Job(QObject):
    """One piece of work; `await job` gives its result, raises its error, or raises `Cancelled`.

    *Signals*: `progressed(ProgressPoint)` the newest point, at most 30 times a second · `reported(list)` all points
    since the last time · then exactly one of `succeeded(object)`, `failed(Exception)`, `cancelled()`, and
    `finished()` last.
    """

    progressed = Signal(object)
    reported = Signal(list)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, title: str, *, slot: str, lane: Lane, quiet: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.slot = slot
        self.lane = lane
        self.awaited = False
        self.quiet = quiet  # whoever started it tells the user why it was refused, and it is not listed
        self.state = JobState.WAITING
        self.point: ProgressPoint | None = None
        self.result: Any = None
        self.error: BaseException | None = None
        self.cancel_requested = False
        self.stop_requested = False
        self._points: deque[ProgressPoint] = deque(maxlen=_KEPT_POINTS)
        self._begun = False  # these two are written by the worker and read by the window; `state` is the window's alone
        self._outcome: tuple[JobState, Any] | None = None  # written last
        self._progress = Progress(self._points.append)
        self._waiters: list[asyncio.Future[None]] = []

    @property
    def done(self) -> bool:
        """Whether the job has ended, in whichever way."""
        return self.state not in (JobState.WAITING, JobState.RUNNING)

    @property
    def over(self) -> bool:
        """Whether the work has ended, although the window may not have been told yet."""
        return self._outcome is not None

    def cancel(self) -> None:
        """Ask for the work to end with nothing kept."""
        self.cancel_requested = True
        self._progress.cancel()

    def stop(self) -> None:
        """Ask for the work to end with the best so far."""
        self.stop_requested = True
        self._progress.stop()

    def __await__(self) -> Generator[Any, None, Any]:
        self.quiet = self.awaited = True  # the one who waits hears of the failure
        return self._wait().__await__()

    async def _wait(self) -> Any:
        if not self.done:
            waiter = asyncio.get_running_loop().create_future()
            self._waiters.append(waiter)
            try:
                await waiter
            except asyncio.CancelledError:
                self.cancel()
                raise
        if self.state is JobState.CANCELLED:
            raise Cancelled
        if self.error is not None:
            raise self.error
        return self.result

    def _run(self, procedure: Callable[[Progress], Any]) -> None:
        """In the worker: run the procedure and write down how it ended."""
        if self._progress.cancelled:
            self._outcome = (JobState.CANCELLED, None)
            return
        self._begun = True
        try:
            self._outcome = (JobState.SUCCEEDED, procedure(self._progress))
        except Cancelled:
            self._outcome = (JobState.CANCELLED, None)
        except BaseException as error:  # native libraries panic with bare BaseExceptions; the job reports every one
            cancelled = self._progress.cancelled
            self._outcome = (JobState.CANCELLED, None) if cancelled else (JobState.FAILED, error)

    def _drain(self) -> None:
        """In the window: pass on what the worker reported; in the next turn its end.

        Both may make a page anew, and would hold the window up together.
        """
        if self.done:
            return
        if self._begun:
            self.state = JobState.RUNNING
        outcome = self._outcome  # before the points: what is reported before the end is told before the end
        points = [self._points.popleft() for _ in range(len(self._points))]
        if points:
            self.point = points[-1]
            self.reported.emit(points)
            self.progressed.emit(self.point)
        elif outcome is not None:
            self._end(*outcome)

    def _end(self, state: JobState, value: Any) -> None:
        self.state = state
        if state is JobState.SUCCEEDED:
            self.result = value
            with turns().put_off():
                self.succeeded.emit(value)
        elif state is JobState.FAILED:
            self.error = value
            self.failed.emit(value)
        else:
            self.cancelled.emit()
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)
        self._waiters.clear()
        self.finished.emit()


class _Worker(threading.Thread):
    """Runs the jobs of one lane, or of one monitor's slot, one after the other."""

    def __init__(self, name: str) -> None:
        super().__init__(name=f"lane-{name}", daemon=True)
        self._queue: queue.SimpleQueue[tuple[Job, Callable[[Progress], Any]] | None] = queue.SimpleQueue()

    def put(self, job: Job, procedure: Callable[[Progress], Any]) -> None:
        self._queue.put((job, procedure))

    def end(self) -> None:
        self._queue.put(None)

    def run(self) -> None:
        while (work := self._queue.get()) is not None:
            job, procedure = work
            began = time.monotonic()
            job._run(procedure)
            del work, job, procedure  # or the last result would live until the next job
            if time.monotonic() - began > _HEAVY:
                give_back()


class Jobs(QObject):
    """Starts jobs and keeps those that have not ended.

    *Signals*: `changed()` a job started or ended · `progressed(Job)` · `failed(Job, Exception)` for jobs that are not
    quiet, and where nobody foresaw the error for these too · `ended(Job)`.
    """

    changed = Signal()
    progressed = Signal(object)
    failed = Signal(object, object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_SWITCH_INTERVAL)
        open_unlocked()
        self._workers: dict[str, _Worker] = {}
        self._jobs: list[Job] = []
        self._closed = False
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._drain)
        # A turn of its own: what `QTimer.singleShot(0, ...)` asks for comes within the turn that asks.
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._drain)

    def start(self, lane: Lane | str, slot: str, procedure: Callable[..., Any], *args: Any, title: str = "",
              quiet: bool = False, **options: Any) -> Job:
        """Run `procedure(*args, progress=..., **options)` on a lane; a job that holds the slot is ended first.

        While the window closes nothing runs any more: what the last results still ask for is cancelled at once.
        """
        lane = Lane(lane)
        if self._closed:
            late = Job(title, slot=slot, lane=lane, quiet=quiet, parent=self)
            late._end(JobState.CANCELLED, None)
            return late
        for earlier in [job for job in self._jobs if job.slot == slot]:
            self._supersede(earlier)
        job = Job(title, slot=slot, lane=lane, quiet=quiet, parent=self)
        self._jobs.append(job)
        self._worker(lane, slot).put(job, lambda progress: procedure(*args, progress=progress, **options))
        if not self._timer.isActive():  # starting it anew would put the next drain off, for ever where many jobs start
            self._timer.start()
        self.changed.emit()
        return job

    @property
    def closed(self) -> bool:
        """Whether the window is closing, so that nothing starts any more."""
        return self._closed

    @property
    def active(self) -> tuple[Job, ...]:
        """The jobs that wait or run, oldest first."""
        return tuple(self._jobs)

    @property
    def shown(self) -> tuple[Job, ...]:
        """The active jobs that have a title for the user."""
        return tuple(job for job in self._jobs if job.title)

    def in_slot(self, slot: str) -> Job | None:
        """The job that holds a slot now."""
        return next((job for job in self._jobs if job.slot == slot), None)

    def cancel_all(self) -> None:
        """Ask every job to end with nothing kept."""
        for job in self._jobs:
            job.cancel()

    async def close(self, limit: float = 2.5) -> bool:
        """Cancel everything and wait for the workers; True when all of them ended within `limit` seconds."""
        self._begin_close()
        deadline = time.monotonic() + limit
        while self._alive() and time.monotonic() < deadline:
            await asyncio.sleep(0.02)
        return self._end_close()

    def close_now(self, limit: float = 2.5) -> bool:
        """The same without an event loop: blocks for at most `limit` seconds."""
        self._begin_close()
        deadline = time.monotonic() + limit
        for worker in self._workers.values():
            worker.join(max(deadline - time.monotonic(), 0.0))
        return self._end_close()

    def _begin_close(self) -> None:
        self._closed = True
        self.cancel_all()
        for worker in self._workers.values():
            worker.end()

    def _end_close(self) -> bool:
        for _ in range(_TURNS):
            self._drain()
        for job in list(self._jobs):
            self._supersede(job)
        self._timer.stop()
        self._soon.stop()
        return not self._alive()

    def _alive(self) -> bool:
        return any(worker.is_alive() for worker in self._workers.values())

    def _worker(self, lane: Lane, slot: str) -> _Worker:
        name = slot if lane is Lane.MONITOR else lane.value
        if name not in self._workers:
            self._workers[name] = _Worker(name)
            self._workers[name].start()
        return self._workers[name]

    def _supersede(self, job: Job) -> None:
        job.cancel()
        if not job.done:
            job._end(JobState.CANCELLED, None)
        self._forget(job)

    @Slot()
    def _drain(self) -> None:
        for job in list(self._jobs):
            before = job.point
            job._drain()
            if job.point is not before:
                self.progressed.emit(job)
            if job.done and job in self._jobs:
                self._forget(job)
        if not self._jobs:
            self._timer.stop()
        elif any(job.over for job in self._jobs):
            self._soon.start()  # the user waits for what comes next

    def _forget(self, job: Job) -> None:
        self._jobs.remove(job)
        told = job.awaited or (job.quiet and isinstance(job.error, WorkbenchError))
        if job.error is not None and not told:
            self.failed.emit(job, job.error)
        self.ended.emit(job)
        self.changed.emit()
        job.deleteLater()
