"""An end out of order is known at the next start: what was open comes back, or is left alone after two in a row."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.app import create_window
from gui.last_time import Running, without_secrets
from gui.main_window import MainWindow
from gui.messages import Tone
from gui.single import FirstWindow, hand_over
from gui.starting import Start
from tests.gui.robots import Robot


@pytest.fixture(autouse=True)
def no_warming(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine is loaded when it is needed."""
    monkeypatch.setattr("gui.starting.warm_up", lambda *, progress: ())


def killed(folder: Path, times: int) -> None:
    """Sessions that began and never ended."""
    for _ in range(times):
        Running(folder).begin()


def test_a_session_that_ended_in_order_leaves_nothing(qapp, tmp_path: Path) -> None:
    running = Running(tmp_path)
    assert running.begin() == 0
    running.end()
    assert Running(tmp_path).begin() == 0


def test_ends_out_of_order_are_counted_until_a_start_went_well(qapp, tmp_path: Path) -> None:
    killed(tmp_path, 2)
    running = Running(tmp_path)
    assert running.begin() == 2
    running._settle()
    assert Running(tmp_path).begin() == 1


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"[]", b'{"broken": "x"}'])
def test_a_damaged_note_counts_as_one_end_out_of_order(qapp, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "running.json").write_bytes(content)
    assert Running(tmp_path).begin() == 1


def remembered(folder: Path, sample: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "session.json").write_text(json.dumps({"format": 1, "path": str(sample), "tab": 2}), encoding="utf-8")


@pytest.fixture
def begun(workspace_dir: Path, sample_file: Path, qtbot: QtBot):
    """Start a window after so many killed sessions that had the sample open."""
    made: list[MainWindow] = []

    def begin(times: int) -> Robot:
        remembered(workspace_dir, sample_file)
        killed(workspace_dir, times)
        window = create_window(workspace_dir, lazy=True)
        made.append(window)
        window.show()
        Start(window, None).begin()
        robot = Robot(window, qtbot)
        robot.idle()
        return robot

    yield begin
    for window in made:
        window.end()
        window.deleteLater()


def test_after_an_end_in_order_nothing_is_said(begun, sample_file: Path) -> None:
    robot = begun(0)
    assert robot.window.session.path == sample_file
    assert not [m for m in robot.window.messages.history if m.tone is Tone.WARNING]


def test_train_pressed_before_the_last_file_and_form_are_back_waits_for_both(
    workspace_dir: Path, sample_file: Path, qtbot: QtBot
) -> None:
    form = {"config": {"rounds": 7, "early_stopping_rounds": 0, "refit": False}, "validation": {"folds": 2},
            "models": ["lightgbm"]}
    workspace_dir.mkdir(parents=True, exist_ok=True)
    (workspace_dir / "session.json").write_text(json.dumps({"format": 1, "path": str(sample_file), "form": form}),
                                                encoding="utf-8")
    window = create_window(workspace_dir, lazy=True)
    window.commands.wait()
    window.show()
    window.actions_table.by_id["run.train"].trigger()
    assert not window.messages.history
    Start(window, None).begin()
    robot = Robot(window, qtbot)
    robot.idle()
    assert [(run.kind, run.trees) for run in window.session.runs] == [("lightgbm", 7)]
    window.end()
    window.deleteLater()


def test_the_tour_begins_only_where_nobody_was_before(begun, workspace_dir: Path) -> None:
    assert not begun(0).window.findChildren(QWidget, "tour")
    new = create_window(workspace_dir.parent / "new", lazy=True)
    new.show()
    Start(new, None).begin()
    assert new.findChildren(QWidget, "tour")
    new.end()
    new.deleteLater()


def test_after_a_kill_what_was_open_comes_back_and_can_be_put_away(begun, sample_file: Path) -> None:
    robot = begun(1)
    assert robot.window.session.path == sample_file
    robot.until(lambda: robot.window.tabs.currentIndex() == 2)
    assert "ended unexpectedly" in robot.told
    robot.click("main.messages.action")
    robot.idle()
    assert robot.window.session.path is None
    assert robot.window.tabs.currentIndex() == 0


def test_after_two_kills_nothing_is_opened_until_the_user_says_so(begun, sample_file: Path) -> None:
    robot = begun(2)
    assert robot.window.session.path is None
    assert robot.told.startswith("Safe mode")
    robot.window.memory.write()  # this session's own state must not replace what could be brought back
    robot.click("main.messages.action")
    robot.idle()
    assert robot.window.session.path == sample_file


def test_the_crash_report_is_offered_without_secrets(window: MainWindow, robot: Robot) -> None:
    window.faults.last_crash = f"File {Path.home()}/x.py in load\nredis://me:hunter2@host password='hunter2'"
    start = Start(window, None)
    start.begin()
    robot.idle()
    assert "hunter2" not in window.message_bar.current.details
    assert str(Path.home()) not in window.report.report()
    assert "in load" in window.report.report()
    assert "hunter2" not in window.report.report()


def test_a_report_keeps_what_helps_and_loses_what_is_secret() -> None:
    told = without_secrets("connect postgres://u:geheim@db/x api_key=abc123 token: t0k row 17")
    assert not {"geheim", "abc123", "t0k"} & set(told.replace("=", " ").split())
    assert "db/x" in told
    assert "row 17" in told


def test_a_second_start_hands_its_file_to_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    assert not hand_over(tmp_path, None)
    first = FirstWindow(tmp_path)

    script = ("import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
              "app = QCoreApplication([]); from gui.single import hand_over;"
              "sys.exit(0 if hand_over(Path(sys.argv[1]), Path('a.csv')) else 1)")
    with qtbot.waitSignal(first.called, timeout=20_000) as told:
        second = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)])
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.returncode == 0
    assert told.args[0] == Path("a.csv").absolute()
    first.end()
    assert not hand_over(tmp_path, None)


@pytest.mark.no_qt_log  # a platform without a screen cannot raise windows
def test_the_first_window_comes_forward_and_opens_what_the_second_was_given(
    window: MainWindow, robot: Robot, sample_file: Path
) -> None:
    start = Start(window, None)
    window.showMinimized()
    window.show_tab("models")
    start._first.called.emit(sample_file)
    robot.idle()
    assert not window.isMinimized()
    assert window.session.path == sample_file
    assert window.tabs.currentIndex() == 0


def test_a_window_of_a_screen_that_is_gone_is_brought_back(workspace_dir: Path, qtbot: QtBot) -> None:
    window = create_window(workspace_dir, lazy=True)
    window.show()
    window.setGeometry(QRect(30_000, 30_000, 1100, 700))
    window.layout_memory.save(window)
    again = create_window(workspace_dir, lazy=True)
    again.restore_place()
    again.show()
    seen = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    assert any(room.intersects(again.frameGeometry()) and room.contains(again.frameGeometry().topLeft())
               for room in seen)
    for made in (window, again):
        made.end()
        made.deleteLater()


def test_a_folder_that_cannot_be_used_is_told_and_the_window_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("no folder")
    window = create_window(file / "workspace", lazy=True)
    window.show()
    Start(window, None).begin()
    robot = Robot(window, qtbot)
    robot.idle()
    assert window.isVisible()
    assert str(file) in robot.told
    assert "Choose a workspace" in robot.told
    window.end()
    window.deleteLater()
