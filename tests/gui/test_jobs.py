"""Jobs: one ending, after the last point; cancel, stop, slots, lanes, shutting down."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import qasync
from PySide6.QtCore import QObject, QThread, QTimer, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.errors import Cancelled, WorkbenchError
from engine.progress import Progress
from gui.jobs import Job, Jobs, JobState, Lane


class Listener(QObject):
    """Writes down what a job tells, and in which thread."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.points: list[float] = []
        self.threads: set[QThread] = set()
        self.result: Any = None
        self.error: Any = None
        job.reported.connect(self._on_points)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.finished.connect(self._on_finished)

    def _hear(self, what: str) -> None:
        self.heard.append(what)
        self.threads.add(QThread.currentThread())

    @Slot(list)
    def _on_points(self, points: list[Any]) -> None:
        self.points += [point.fraction for point in points]
        self._hear("points")

    @Slot(object)
    def _on_succeeded(self, result: Any) -> None:
        self.result = result
        self._hear("succeeded")

    @Slot(object)
    def _on_failed(self, error: Any) -> None:
        self.error = error
        self._hear("failed")

    @Slot()
    def _on_cancelled(self) -> None:
        self._hear("cancelled")

    @Slot()
    def _on_finished(self) -> None:
        self._hear("finished")

    @property
    def endings(self) -> list[str]:
        return [what for what in self.heard if what in ("succeeded", "failed", "cancelled")]


def count_to(number: int, *, progress: Progress) -> int:
    for step in range(number):
        progress.report((step + 1) / number, f"step {step + 1}")
    return number


def fail(error: BaseException, *, progress: Progress) -> None:
    progress.report(0.5, "half way")
    raise error


class Gate:
    """A procedure that works until it is told to go on."""

    def __init__(self) -> None:
        self.entered, self.open = threading.Event(), threading.Event()

    def __call__(self, *, progress: Progress) -> str:
        self.entered.set()
        while not self.open.wait(0.005):
            progress.report(0.1, "waiting")
            if progress.stop_requested:
                return "best so far"
        return "through"


@pytest.fixture
def gate() -> Iterator[Gate]:
    made = Gate()
    yield made
    made.open.set()


def ended(listener: Listener) -> bool:
    return "finished" in listener.heard


def test_a_job_ends_once_after_its_last_point_and_tells_it_in_the_window_s_thread(jobs: Jobs, qtbot: QtBot) -> None:
    listener = Listener(jobs.start(Lane.SIDE, "count", count_to, 200))
    qtbot.waitUntil(lambda: ended(listener))
    assert listener.result == 200
    assert listener.points == sorted(listener.points)
    assert listener.points[-1] == 1.0
    assert listener.endings == ["succeeded"]
    assert listener.heard[-2:] == ["succeeded", "finished"]
    assert listener.threads == {QApplication.instance().thread()}


@pytest.mark.parametrize("error", [ValueError("a fault"), WorkbenchError("no label"), SystemExit(3)])
def test_every_error_of_a_procedure_is_reported(jobs: Jobs, qtbot: QtBot, error: BaseException) -> None:
    told: list[BaseException] = []
    jobs.failed.connect(lambda _job, error: told.append(error))
    listener = Listener(jobs.start(Lane.SIDE, "fail", fail, error))
    qtbot.waitUntil(lambda: ended(listener))
    assert listener.endings == ["failed"]
    assert listener.error is error
    assert told == [error]


@pytest.mark.parametrize(("error", "heard"), [(KeyError(2), True), (WorkbenchError("no label"), False)])
def test_of_a_quiet_job_only_what_nobody_foresaw_is_reported(jobs: Jobs, qtbot: QtBot, error: Exception, heard: bool,
                                                             ) -> None:
    told: list[BaseException] = []
    jobs.failed.connect(lambda _job, error: told.append(error))
    listener = Listener(jobs.start(Lane.SIDE, "fail", fail, error, quiet=True))
    qtbot.waitUntil(lambda: ended(listener))
    assert listener.error is error, "whoever started it hears of both"
    assert told == [error] * heard


def test_cancel_ends_the_work_with_nothing(jobs: Jobs, qtbot: QtBot, gate: Gate) -> None:
    job = jobs.start(Lane.SIDE, "gate", gate)
    listener = Listener(job)
    qtbot.waitUntil(gate.entered.is_set)
    job.cancel()
    qtbot.waitUntil(lambda: ended(listener))
    assert listener.endings == ["cancelled"]


def test_an_error_that_cancelling_provokes_is_no_failure(jobs: Jobs, qtbot: QtBot) -> None:
    entered = threading.Event()

    def wrapped(*, progress: Progress) -> None:
        entered.set()
        try:
            while True:
                progress.report(0.5, "working")
        except Cancelled as wish:
            raise RuntimeError("a library wraps it") from wish

    job = jobs.start(Lane.SIDE, "wrapped", wrapped)
    listener = Listener(job)
    qtbot.waitUntil(entered.is_set)
    job.cancel()
    qtbot.waitUntil(lambda: ended(listener))
    assert listener.endings == ["cancelled"]


def test_stop_gives_the_best_so_far(jobs: Jobs, qtbot: QtBot, gate: Gate) -> None:
    job = jobs.start(Lane.ENGINE, "gate", gate)
    listener = Listener(job)
    qtbot.waitUntil(gate.entered.is_set)
    job.stop()
    qtbot.waitUntil(lambda: ended(listener))
    assert listener.result == "best so far"


def test_a_second_start_of_a_slot_ends_the_first_and_nothing_of_it_arrives(
    jobs: Jobs, qtbot: QtBot, gate: Gate
) -> None:
    first = Listener(jobs.start(Lane.SIDE, "slot", gate))
    qtbot.waitUntil(gate.entered.is_set)
    second = Listener(jobs.start(Lane.SIDE, "slot", count_to, 3))
    assert first.endings == ["cancelled"]
    heard = len(first.heard)
    qtbot.waitUntil(lambda: ended(second))
    assert second.endings == ["succeeded"]
    assert len(first.heard) == heard


def test_jobs_of_one_lane_follow_each_other_and_lanes_do_not_wait_for_each_other(
    jobs: Jobs, qtbot: QtBot, gate: Gate
) -> None:
    held = jobs.start(Lane.ENGINE, "held", gate)
    behind = Listener(jobs.start(Lane.ENGINE, "behind", count_to, 3))
    beside = Listener(jobs.start(Lane.SIDE, "beside", count_to, 3))
    qtbot.waitUntil(lambda: ended(beside))
    assert not behind.heard
    qtbot.waitUntil(lambda: held.state is JobState.RUNNING)
    gate.open.set()
    qtbot.waitUntil(lambda: ended(behind))
    assert behind.endings == ["succeeded"]


def test_a_job_that_was_superseded_as_it_began_stays_cancelled(jobs: Jobs, gate: Gate) -> None:
    jobs.start(Lane.SIDE, "held", gate)
    job = jobs.start(Lane.SIDE, "slot", count_to, 1)
    job._end(JobState.CANCELLED, None)  # between the worker's look at the wish to cancel and its work
    job._run(lambda _progress: None)
    assert job.state is JobState.CANCELLED
    gate.open.set()


def test_a_job_ends_however_often_others_are_started(jobs: Jobs, qtbot: QtBot) -> None:
    first = Listener(jobs.start(Lane.SIDE, "first", count_to, 1))
    often = QTimer(interval=5)
    others: list[bool] = []
    often.timeout.connect(lambda: others.append(jobs.start(Lane.SIDE, "other", count_to, 1).done))
    often.start()
    qtbot.waitUntil(lambda: ended(first))
    assert others
    often.stop()


def test_a_job_that_is_cancelled_while_it_waits_never_runs(jobs: Jobs, qtbot: QtBot, gate: Gate) -> None:
    jobs.start(Lane.SIDE, "held", gate)
    ran: list[int] = []
    waiting = jobs.start(Lane.SIDE, "waiting", lambda *, progress: ran.append(1))
    listener = Listener(waiting)
    waiting.cancel()
    gate.open.set()
    qtbot.waitUntil(lambda: ended(listener))
    assert listener.endings == ["cancelled"]
    assert not ran


def test_a_flood_of_points_does_not_flood_the_window(jobs: Jobs, qtbot: QtBot) -> None:
    listener = Listener(jobs.start(Lane.SIDE, "flood", count_to, 15_000))
    qtbot.waitUntil(lambda: ended(listener))
    assert len(listener.points) == 15_000
    assert listener.heard.count("points") < 300


def test_awaiting_gives_the_result_the_error_or_cancelled(jobs: Jobs, qapp: QApplication, gate: Gate) -> None:
    loop = qasync.QEventLoop(qapp, already_running=False)

    async def story() -> list[Any]:
        heard: list[Any] = [await jobs.start(Lane.SIDE, "one", count_to, 3)]
        try:
            await jobs.start(Lane.SIDE, "two", fail, WorkbenchError("no"))
        except WorkbenchError as error:
            heard.append(error.what)
        job = jobs.start(Lane.SIDE, "three", gate)
        while not gate.entered.is_set():
            await asyncio.sleep(0.001)
        job.cancel()
        try:
            await job
        except Cancelled:
            heard.append("cancelled")
        return heard

    with loop:
        assert loop.run_until_complete(story()) == [3, "no", "cancelled"]


def test_closing_ends_all_workers(qtbot: QtBot, gate: Gate) -> None:
    jobs = Jobs()
    listener = Listener(jobs.start(Lane.ENGINE, "gate", gate))
    qtbot.waitUntil(gate.entered.is_set)
    jobs.start(Lane.ENGINE, "behind", count_to, 3)
    assert jobs.close_now(5.0)
    assert listener.endings == ["cancelled"]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("lane-")]
    late = jobs.start(Lane.SIDE, "late", count_to, 3)
    assert late.state is JobState.CANCELLED
    assert not jobs.active


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only glibc keeps what is free")
def test_what_a_heavy_job_frees_goes_back_to_the_system(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.jobs._HEAVY", 0.0)

    def resident() -> int:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")

    def work(*, progress: Progress) -> None:
        hoard = [bytes(20_000) for _ in range(10_000)]  # below what the C library gives back by itself
        kept.append(bytes(20_000))  # above them, so that the heap cannot shrink from its end
        del hoard

    kept: list[bytes] = []
    jobs = Jobs()
    before = resident()
    job = jobs.start(Lane.ENGINE, "heavy", work)
    qtbot.waitUntil(lambda: job.done, timeout=30_000)
    qtbot.waitUntil(lambda: resident() - before < 50_000_000, timeout=30_000)
    jobs.close_now()
