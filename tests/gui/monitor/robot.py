"""Drives the real Online Monitor tab over a monitor whose figures the test decides."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from engine.online.options import Blending
from engine.progress import Progress
from engine.records import (
    BlendPreview,
    FeedState,
    InputTrack,
    MonitorSnapshot,
    OnlineCurves,
    Roles,
    RunRecord,
    SignalRow,
    StreamMark,
)
from gui.jobs import Jobs
from gui.library import Library
from gui.messages import Messages
from gui.monitor.tab import MonitorTab
from gui.monitor.view import MonitorView
from gui.monitor.watching import WatchRequest
from gui.notifications import Notifier
from gui.opening import Opener
from gui.session import Session, Topic
from tests.gui.plots.invented import inputs, snapshot


class InventedMonitor:
    """Keeps what it was told, and shows the snapshot that the test gave it."""

    def __init__(self, progress: Progress) -> None:
        self.told: list[Any] = []
        self.shown = snapshot(labels=600)
        self.signals: tuple[SignalRow, ...] = ()
        self.preview: BlendPreview | None = None
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

    def step(self, events: int = 1) -> None:
        self.told.append("step")

    def set_blend(self, batch_weight: float | None = None, *, blending: Blending | None = None) -> None:
        self.told.append(("blend", batch_weight if blending is None else blending.value))

    def set_tuning(self, labels: int) -> None:
        self.told.append(("tune", labels))

    def recent(self, most: int = 200) -> tuple[SignalRow, ...]:
        return self.signals[:most]

    def inputs(self) -> InputTrack:
        return inputs()

    def history(self, first: float, last: float, points: int = 4000) -> OnlineCurves:
        self.told.append(("history", first, last))
        return self.shown.curves

    def blend_preview(self, labels: int) -> BlendPreview | None:
        return self.preview

    def online_model(self) -> None:
        return None

    def annotate(self, text: str, *, event: int | None = None, kind: str = "note") -> None:
        self.told.append((kind, text, event))
        at = self.shown.labels if event is None else event
        self.shown = replace(self.shown, marks=(*self.shown.marks, StreamMark(at, None, kind, text)))


class MonitorRobot:
    """The tab, its session, and the hands of a user."""

    def __init__(self, qtbot, folder: Path) -> None:
        self.qtbot = qtbot
        self.session, self.jobs, self.messages = Session(folder), Jobs(), Messages()
        self.requests: list[WatchRequest] = []
        self.monitor: InventedMonitor | None = None
        self.monitors: list[InventedMonitor] = []
        self.refusal: Exception | None = None
        self.opener = Opener(session=self.session, jobs=self.jobs, messages=self.messages)
        self.tabs_shown: list[str] = []
        self.library = Library(session=self.session, jobs=self.jobs, messages=self.messages)
        self.desktop: list[tuple[str, str]] = []
        self.page = QWidget()
        self.notifier = Notifier(self.page, session=self.session, jobs=self.jobs,
                                 send=lambda title, words: self.desktop.append((title, words)))
        self.tab = MonitorTab(session=self.session, jobs=self.jobs, messages=self.messages, opener=self.opener,
                              library=self.library, notifier=self.notifier, show_tab=self.tabs_shown.append,
                              watch_with=self._watch)
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
        self.monitors.append(monitor)
        return monitor.run()

    @property
    def view(self) -> MonitorView:
        """The monitor in front."""
        return self.tab.view

    def find(self, name: str) -> Any:
        return self.tab.findChild(object, name)

    def open_file(self, path: Path) -> None:
        self.session.set_data(path)

    def press(self, name: str) -> None:
        self.qtbot.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def start(self) -> InventedMonitor:
        self.press("monitor.start")
        self.qtbot.waitUntil(lambda: self.view.control.known, timeout=3000)
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

    def requests_ended(self) -> None:
        """End every monitor that was started."""
        for monitor in self.monitors:
            monitor.ended.set()

    def close(self) -> None:
        self.requests_ended()
        assert self.jobs.close_now()
        self.session.close()


def run(id_: str) -> RunRecord:
    """A run of the library with a model."""
    return RunRecord(
        id=id_, name=id_, kind="lightgbm", created="", status="done", source="", fingerprint="", rows=0, features=(),
        roles=Roles(), settings={}, validation=None, scores=None, importance={}, trees=0, best_iteration=0,
        training_seconds=0.0, model_path=id_)


@pytest.fixture
def robot(qtbot, tmp_path: Path) -> Iterator[MonitorRobot]:
    made = MonitorRobot(qtbot, tmp_path)
    yield made
    made.close()
