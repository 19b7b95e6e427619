"""Drives the real Online Monitor tab over a monitor whose figures the test decides."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from engine.progress import Progress
from engine.records import FeedState, MonitorSnapshot
from gui.jobs import Jobs
from gui.messages import Messages
from gui.monitor.tab import MonitorTab
from gui.monitor.watching import WatchRequest
from gui.opening import Opener
from gui.session import Session, Topic
from tests.gui.plots.invented import snapshot


class InventedMonitor:
    """Keeps what it was told, and shows the snapshot that the test gave it."""

    def __init__(self, progress: Progress) -> None:
        self.told: list[Any] = []
        self.shown = snapshot(labels=600)
        self.ended = threading.Event()
        self.asked = 0
        self._progress = progress

    def run(self) -> MonitorSnapshot:
        while not self.ended.wait(0.005):
            self._progress.report(0.5, "Running")
        return self.shown

    def snapshot(self) -> MonitorSnapshot:
        self.asked += 1
        return self.shown

    def pause(self) -> None:
        self.told.append("pause")

    def resume(self) -> None:
        self.told.append("resume")

    def stop(self) -> None:
        self.told.append("stop")
        self.shown = snapshot(labels=600, state=FeedState.STOPPED, status="Stopped; the state is saved.")
        self.ended.set()

    def set_speed(self, speed: float) -> None:
        self.told.append(("speed", speed))

    def set_blend(self, batch_weight: float | None = None, *, adaptive: bool | None = None) -> None:
        self.told.append(("blend", batch_weight, adaptive))


class MonitorRobot:
    """The tab, its session, and the hands of a user."""

    def __init__(self, qtbot, folder: Path) -> None:
        self.qtbot = qtbot
        self.session, self.jobs, self.messages = Session(folder), Jobs(), Messages()
        self.requests: list[WatchRequest] = []
        self.monitor: InventedMonitor | None = None
        self.refusal: Exception | None = None
        self.opener = Opener(session=self.session, jobs=self.jobs, messages=self.messages)
        self.tabs_shown: list[str] = []
        self.tab = MonitorTab(session=self.session, jobs=self.jobs, messages=self.messages, opener=self.opener,
                              show_tab=self.tabs_shown.append, watch_with=self._watch)
        self.session.changed.connect(self.tab.refresh)
        self.tab.resize(1280, 640)
        qtbot.addWidget(self.tab)
        self.tab.refresh(frozenset(Topic))
        with qtbot.waitExposed(self.tab):
            self.tab.show()

    def _watch(self, request: WatchRequest, *, progress: Progress) -> MonitorSnapshot:
        self.requests.append(request)
        if self.refusal is not None:
            raise self.refusal
        monitor = InventedMonitor(progress)
        progress.report(0.0, "Starting", monitor=monitor)
        self.monitor = monitor
        return monitor.run()

    def find(self, name: str) -> Any:
        return self.tab.findChild(object, name)

    def open_file(self, path: Path) -> None:
        self.session.set_data(path)

    def press(self, name: str) -> None:
        self.qtbot.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def start(self) -> InventedMonitor:
        self.press("monitor.start")
        self.qtbot.waitUntil(lambda: self.tab.control.known, timeout=3000)
        assert self.monitor is not None
        return self.monitor

    def show(self, shot: MonitorSnapshot) -> None:
        """Give the monitor a snapshot and wait until the slow tiles have seen it too."""
        assert self.monitor is not None
        self.monitor.shown = shot
        seen = self.monitor.asked
        self.qtbot.waitUntil(lambda: self.monitor.asked >= seen + 6, timeout=3000)

    def double_click(self, name: str) -> None:
        self.qtbot.mouseDClick(self.find(name), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))

    def close(self) -> None:
        if self.monitor is not None:
            self.monitor.ended.set()
        assert self.jobs.close_now()
        self.session.close()


@pytest.fixture
def robot(qtbot, tmp_path: Path) -> Iterator[MonitorRobot]:
    made = MonitorRobot(qtbot, tmp_path)
    yield made
    made.close()
