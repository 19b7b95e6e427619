"""The frame: tabs, names, menus, themes, drag and drop, messages, closing."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QMessageBox, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from engine.errors import WorkbenchError
from engine.progress import Progress
from engine.settings import Theme
from gui.app import create_window
from gui.jobs import Lane
from gui.main_window import MainWindow
from gui.menus import SPECS
from gui.messages import Message, Tone
from gui.theme import theme
from tests.gui.robots import Robot

CONTROL = Qt.KeyboardModifier.ControlModifier
NAMES = (
    "training.open", "training.file", "training.label", "training.time", "training.label_time", "training.weight",
    "training.models.xgboost", "training.models.lightgbm", "training.models.catboost", "training.train",
    "training.stop", "training.cancel", "training.progress", "training.runs", "training.findings",
    "training.plot.learning", "training.plot.auc", "training.plot.roc", "training.plot.importance",
    "training.plot.calibration", "training.leak_meter", "main.messages", "main.jobs", "main.tabs",
)


def test_what_the_contract_names_is_there_and_has_a_name_in_words(robot: Robot) -> None:
    assert not [name for name in NAMES if not robot.find(name).accessibleName()]


def test_there_are_four_tabs_and_each_has_its_key(robot: Robot) -> None:
    tabs = robot.find("main.tabs", QTabWidget)
    assert [tabs.widget(n).objectName() for n in range(tabs.count())] == ["training", "monitor", "ensemble", "models"]
    for number, key in enumerate((Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_1)):
        robot.press(key, CONTROL)
        assert tabs.currentIndex() == (number + 1) % 4


def test_the_message_strip_is_on_every_tab(robot: Robot) -> None:
    robot.window.messages.warn("Something to look at")
    for name in ("monitor", "ensemble", "models", "training"):
        robot.window.show_tab(name)
        assert robot.visible("main.messages")


def test_a_message_gives_place_remedy_and_details_and_can_be_dismissed(robot: Robot) -> None:
    error = WorkbenchError("The label is missing.", where="win", remedy="Choose another column.", code="no-label")
    error.__cause__ = ValueError("the cause of it")
    robot.window.messages.error(error)
    assert robot.told == "win: The label is missing. Choose another column."
    assert robot.text("main.messages.what") == "win: The label is missing."
    robot.click("main.messages.details")
    assert "the cause of it" in robot.window.message_bar.details.toPlainText()
    robot.click("main.messages.dismiss")
    assert not robot.visible("main.messages")


def test_the_action_of_a_message_is_done_once_and_the_message_goes(robot: Robot) -> None:
    done: list[int] = []
    robot.window.messages.post(Message(Tone.INFO, "Deleted a run.", action=("Undo", lambda: done.append(1))))
    robot.click("main.messages.action")
    assert done == [1]
    assert not robot.visible("main.messages")


def test_no_two_actions_share_a_shortcut_and_no_words_show_an_ampersand(window: MainWindow) -> None:
    keys = [key for spec in SPECS for key in spec.shortcut.split(" | ") if key]
    assert len(keys) == len(set(keys))
    for action_id, action in window.actions_table.by_id.items():
        assert action.text().count("&") == 1, action_id


def test_mnemonics_of_a_menu_are_all_different(window: MainWindow) -> None:
    for path in {spec.menu for spec in SPECS}:
        letters = [spec.words[spec.words.index("&") + 1].lower() for spec in SPECS if spec.menu == path]
        assert len(letters) == len(set(letters)), path


def test_every_control_has_a_name_for_those_who_cannot_see_it(window: MainWindow) -> None:
    for kind in (QAbstractButton, QComboBox, QLineEdit):
        for control in window.findChildren(kind):
            if control.objectName().startswith("qt_") or isinstance(control.parent(), QComboBox):
                continue
            text = control.text() if isinstance(control, QAbstractButton) else ""
            assert control.accessibleName() or text, _path(control)


def test_the_theme_is_chosen_from_the_menu_and_kept(robot: Robot, workspace_dir: Path) -> None:
    robot.window.actions_table["view.theme.dark"].trigger()
    assert theme.dark
    assert '"theme": "dark"' in (workspace_dir / "settings.json").read_text()
    robot.window.actions_table["view.theme.light"].trigger()
    assert not theme.dark
    assert robot.window.actions_table["view.theme.light"].isChecked()


def test_a_file_of_signals_is_taken_wherever_it_is_dropped(robot: Robot, sample_file: Path) -> None:
    robot.window.show_tab("models")
    assert robot.drop(sample_file)
    robot.idle()
    assert robot.window.session.data is not None
    assert robot.window.tabs.currentIndex() == 0


def test_any_other_file_is_refused_in_words(robot: Robot, tmp_path: Path) -> None:
    assert not robot.drop(tmp_path / "program.exe")
    assert "program.exe is no file of signals" in robot.text("main.state")


def test_nothing_typed_into_can_swallow_a_dropped_file(window: MainWindow) -> None:
    swallowing = [field.objectName() for field in window.tab("training").findChildren(QLineEdit)
                  if field.acceptDrops() and not field.isReadOnly()]
    assert not swallowing


def test_a_job_is_listed_with_a_cancel_button(robot: Robot, qtbot: QtBot) -> None:
    entered = threading.Event()

    def work(*, progress: Progress) -> None:
        while True:
            entered.set()
            progress.report(0.5, "half way")

    job = robot.window.jobs.start(Lane.SIDE, "work", work, title="Counting")
    robot.until(entered.is_set)
    assert "Counting" in robot.find("main.jobs").accessibleName()
    robot.click("main.jobs.cancel")
    robot.idle()
    assert job.state.value == "cancelled"
    assert robot.find("main.jobs").accessibleName() == "Running jobs: none"


def test_an_unexpected_fault_of_a_job_opens_one_report(robot: Robot) -> None:
    def broken(*, progress: Progress) -> None:
        raise ZeroDivisionError("nobody foresaw this")

    for _ in range(3):
        robot.window.jobs.start(Lane.SIDE, "broken", broken)
        robot.idle()
    robot.until(lambda: robot.window.report.isVisible())
    assert "nobody foresaw this" in robot.window.report.report()
    assert len(robot.window.faults.seen) == 1
    robot.window.report.close()


def test_the_window_closes_at_once_while_nothing_runs(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closed):
        window.close()
    assert not window.isVisible()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("lane-")]


def test_closing_while_work_runs_asks_once_and_ends_it(robot: Robot, qtbot: QtBot) -> None:
    entered = threading.Event()

    def work(*, progress: Progress) -> None:
        while True:
            entered.set()
            progress.report(0.5, "training")

    robot.window.jobs.start(Lane.ENGINE, "training", work, title="Training XGBoost")
    robot.until(entered.is_set)
    robot.window.close()
    robot.window.close()
    questions = robot.window.findChildren(QMessageBox, "dialog.ask")
    assert len(questions) == 1
    assert "Training XGBoost is still running" in questions[0].text()
    keep = next(b for b in questions[0].buttons() if b.text() == "Keep Working")
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert robot.window.isVisible()
    robot.until(lambda: robot.window._question is None)
    robot.window.close()
    question = robot.window._question
    agree = next(b for b in question.buttons() if b.text() == "Cancel It and Close")
    with qtbot.waitSignal(robot.window.closed, timeout=3000):
        qtbot.mouseClick(agree, Qt.MouseButton.LeftButton)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("lane-")]


def test_work_that_ends_while_the_question_is_open_answers_it(robot: Robot, qtbot: QtBot) -> None:
    enough = threading.Event()
    robot.window.jobs.start(Lane.ENGINE, "training", lambda *, progress: enough.wait(30), title="Training XGBoost")
    robot.window.reopens = True  # as after the choice of another language
    robot.window.close()
    assert robot.window._question is not None
    with qtbot.waitSignal(robot.window.closed, timeout=30_000):
        enough.set()
    assert not robot.window.isVisible()
    assert robot.window.reopens


def test_file_roles_form_and_tab_are_found_again(
    window: MainWindow, robot: Robot, sample_file: Path, qtbot: QtBot, workspace_dir: Path
) -> None:
    robot.open(sample_file)
    robot.choose("training.weight", "None")
    robot.idle()
    robot.type("training.validation.folds", "7")
    robot.click("training.models.catboost")
    robot.window.show_tab("models")
    window.close()
    again = create_window(workspace_dir)
    again.restore()
    qtbot.waitUntil(lambda: again.session.data is not None, timeout=30_000)
    form = again.tab("training").form
    assert again.session.path == sample_file
    assert again.session.data.realized_rr is None
    assert form.order().validation.folds == 7
    assert [c.model_type.value for c in form.order().configs] == ["xgboost", "lightgbm"]
    assert again.tabs.currentIndex() == 3
    again.close()
    again.deleteLater()


def test_a_broken_session_file_is_no_reason_not_to_start(qtbot: QtBot, workspace_dir: Path) -> None:
    workspace_dir.mkdir(parents=True)
    for name in ("session.json", "settings.json", "window.ini"):
        (workspace_dir / name).write_bytes(b"\x00\xff{]")
    window = create_window(workspace_dir)
    window.restore_place()
    window.restore()
    assert window.session.settings.theme is Theme.SYSTEM
    window.close()
    window.deleteLater()


def test_the_palette_runs_a_command_by_a_few_letters(robot: Robot) -> None:
    robot.window.actions_table["tools.palette"].trigger()
    palette = robot.window.findChild(QWidget, "dialog.palette")
    robot.qtbot.keyClicks(palette.line, "ensem")
    robot.qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert robot.window.tabs.currentIndex() == 2


def test_dialogs_open_and_close_without_a_loop_of_their_own(robot: Robot) -> None:
    dialogs = {"tools.settings": "dialog.settings", "help.shortcuts": "dialog.shortcuts", "help.about": "dialog.about",
               "help.report": "dialog.report", "file.open": "dialog.file"}
    for action, name in dialogs.items():
        robot.window.actions_table[action].trigger()
        dialog = robot.window.findChild(QWidget, name)
        assert dialog.isVisible(), name
        dialog.close()
        assert not dialog.isVisible(), name


def _path(widget: QWidget) -> str:
    parts = []
    while widget is not None:
        parts.append(widget.objectName() or type(widget).__name__)
        widget = widget.parentWidget()
    return "/".join(reversed(parts))


def test_who_stops_reading_has_what_was_open_before(robot: Robot, sample_file: Path, tmp_path: Path,
                                                    monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_args: object, progress: Progress) -> None:
        while True:
            progress.report(0.5, "reading")

    other = tmp_path / "other.csv"
    other.write_bytes(sample_file.read_bytes())
    monkeypatch.setattr("engine.data.inspecting.open_file", endless)
    robot.type("training.file", str(other))
    robot.press(Qt.Key.Key_Return)
    robot.press(Qt.Key.Key_Escape)
    robot.idle()
    assert robot.window.session.path is None
    monkeypatch.undo()
    robot.open_sample()
    rows = len(robot.window.session.data.label)
    monkeypatch.setattr("engine.data.inspecting.open_file", endless)
    robot.drop(other)
    robot.until(lambda: robot.window.opener.reading)
    robot.press(Qt.Key.Key_Escape)
    robot.idle()
    assert robot.window.session.path == sample_file
    assert len(robot.window.session.data.label) == rows
    assert robot.text("training.card.headline").startswith("3,645 signals")
    robot.drop(other)
    robot.window.start_empty()
    robot.idle()
    assert robot.window.session.path is None


def test_a_name_that_can_be_no_file_is_refused_in_words(robot: Robot) -> None:
    for name in ("a" * 300, "~nobody-of-this-name/x.csv", "x\x00y.csv"):
        robot.window.opener.open(name)
        assert "There is no such file." in robot.told
