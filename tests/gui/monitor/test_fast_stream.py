"""A fast stream behind the real tab: 1,000 events a second; a few seconds here, a minute in the slow lane."""

from __future__ import annotations

import gc
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer

from engine.monitoring.monitor import Monitor
from engine.monitoring.sources.file import FileSource
from engine.online.options import LearnerOptions
from engine.progress import Progress
from engine.records import MonitorSnapshot
from gui.monitor.watching import WatchRequest
from tests.engine.online.made import make_table
from tests.gui.monitor.robot import MonitorRobot

RATE = 1000  # events a second: half of them labels
OWN_WORK = 0.2  # seconds of processor that one stretch of the window's work may take


def table(seconds: float):
    many = int(RATE / 2 * (seconds + 30))
    made = make_table(many, 20)
    time_ns = 10**18 + (np.arange(many) * (2e9 / RATE)).astype(np.int64)
    return replace(made, time=time_ns, label_time=time_ns + 200_000_000)


def memory() -> int:
    """Resident kilobytes."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1])


def watch_for(robot: MonitorRobot, folder: Path, seconds: float) -> tuple[list[float], list[int], MonitorSnapshot]:
    """The window's own work between ticks of a 10 ms timer, the memory now and then, and the end."""
    source = FileSource(table(seconds), words="made", speed=1.0)

    def watch(request: WatchRequest, *, progress: Progress) -> MonitorSnapshot:
        monitor = Monitor(source, LearnerOptions(window=500), folder=folder)
        progress.report(0.0, "Starting", monitor=monitor)
        return monitor.run(progress)

    robot.view.control._watch = watch
    robot.press("monitor.start")
    robot.qtbot.waitUntil(lambda: (shot := robot.view.control.snapshot()) is not None and shot.labels > 100,
                          timeout=30_000)
    ticks: list[float] = []
    kept: list[int] = []
    timer = QTimer(robot.tab, interval=10, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.thread_time()))
    timer.start()
    ends = time.monotonic() + seconds
    while (now := time.monotonic()) < ends:
        robot.qtbot.waitUntil(lambda now=now: time.monotonic() >= min(ends, now + 1.0), timeout=10_000)
        gc.collect()
        kept.append(memory())
    timer.stop()
    shot = robot.view.control.snapshot()
    robot.press("monitor.stop")
    robot.qtbot.waitUntil(lambda: not robot.view.control.busy, timeout=30_000)
    return np.diff(ticks).tolist(), kept, shot


def test_a_thousand_events_a_second_leave_the_window_answering(
    robot: MonitorRobot, sample_file: Path, tmp_path: Path
) -> None:
    robot.open_file(sample_file)
    work, _, shot = watch_for(robot, tmp_path, 3.0)
    assert sorted(work)[len(work) * 95 // 100] < OWN_WORK  # one wait for a busy machine is not the window's; slow: none
    assert shot.labels > 500
    assert robot.view.charts.accuracy.snapshot.labels > 500  # and they were drawn


@pytest.mark.slow
def test_a_minute_of_it_leaves_memory_flat(robot: MonitorRobot, sample_file: Path, tmp_path: Path) -> None:
    robot.open_file(sample_file)
    work, kept, shot = watch_for(robot, tmp_path, 60.0)
    assert max(work) < OWN_WORK
    assert shot.labels > 20_000
    settled = kept[len(kept) // 4]
    assert kept[-1] <= 1.05 * settled
