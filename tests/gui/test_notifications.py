"""The desktop is told when long work ends, and only while the window is not in front."""

from __future__ import annotations

import os
import shutil
import stat
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.errors import WorkbenchError
from engine.progress import Progress
from gui.jobs import Lane
from gui.main_window import MainWindow
from gui.notifications import LONG, Notifier
from tests.gui.robots import Robot


@pytest.fixture
def sent() -> list[tuple[str, str]]:
    """What reached the desktop."""
    return []


@pytest.fixture
def notifier(window: MainWindow, sent: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch) -> Notifier:
    """A notifier whose window is behind others, and for which every job is long."""
    monkeypatch.setattr(QApplication, "applicationState", staticmethod(lambda: Qt.ApplicationState.ApplicationInactive))
    times = iter(range(0, 1_000_000, int(LONG) + 1))
    return Notifier(window, session=window.session, jobs=window.jobs, clock=lambda: float(next(times)),
                    send=lambda title, words: sent.append((title, words)))


def run(robot: Robot, error: Exception | None = None, *, cancel: bool = False) -> None:
    begun = threading.Event()

    def work(*, progress: Progress) -> None:
        begun.set()
        if error is not None:
            raise error
        while cancel:
            progress.report(0.1, "on")

    job = robot.window.jobs.start(Lane.SIDE, "work", work, title="Counting", quiet=True)
    if cancel:
        robot.until(begun.is_set)
        job.cancel()
    robot.idle()


def test_the_end_of_long_work_is_told(robot: Robot, notifier: Notifier, sent: list[tuple[str, str]]) -> None:
    run(robot)
    assert sent == [("Counting is done", "")]


def test_a_failure_is_told_with_its_reason(robot: Robot, notifier: Notifier, sent: list[tuple[str, str]]) -> None:
    run(robot, WorkbenchError("There are no more signals.", remedy="Choose another file."))
    assert sent == [("Counting failed", "There are no more signals. Choose another file.")]


def test_of_what_nobody_foresaw_is_told_where_its_details_are(robot: Robot, notifier: Notifier,
                                                              sent: list[tuple[str, str]]) -> None:
    run(robot, ValueError("no more signals"))
    ((title, words),) = sent
    assert title == "Counting failed"
    assert "has the details" in words


def test_what_the_user_ended_is_no_news(robot: Robot, notifier: Notifier, sent: list[tuple[str, str]]) -> None:
    run(robot, cancel=True)
    assert not sent


def test_short_work_is_not_told(robot: Robot, notifier: Notifier, sent: list[tuple[str, str]]) -> None:
    notifier._clock = lambda: 0.0
    run(robot)
    assert not sent


def test_in_front_nothing_is_sent(robot: Robot, notifier: Notifier, sent: list[tuple[str, str]],
                                  monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QApplication, "applicationState", staticmethod(lambda: Qt.ApplicationState.ApplicationActive))
    run(robot)
    assert not sent


def test_who_wants_none_gets_none(robot: Robot, notifier: Notifier, sent: list[tuple[str, str]]) -> None:
    robot.window.session.update_settings(notifications=False)
    run(robot)
    assert not sent


@pytest.mark.skipif(os.name == "nt", reason="the command is one of free desktops")
def test_the_desktops_own_command_gets_title_and_words(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command, written = tmp_path / "notify-send", tmp_path / "written"
    command.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {written}.part && mv {written}.part {written}\n')
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert shutil.which("notify-send") == str(command)
    monkeypatch.setattr(QApplication, "applicationState", staticmethod(lambda: Qt.ApplicationState.ApplicationInactive))
    assert window.notifier.tell("Drift", "at 12:03")
    qtbot.waitUntil(written.exists, timeout=10_000)
    assert written.read_text().splitlines()[-2:] == ["Drift", "at 12:03"]
