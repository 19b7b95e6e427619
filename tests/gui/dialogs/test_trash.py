"""Deleted models: seen, brought back, and removed for good, in the real window."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox

from tests.gui import library as invented
from tests.gui.robots import Robot


def opened(robot: Robot, deleted: str) -> Any:
    invented.keep(robot.window.session.workspace, *map(invented.run, "abc"))
    robot.window.library.reload()
    robot.window.library.delete(list(deleted))
    robot.window.actions_table["tools.trash"].trigger()
    dialog = robot.window.findChild(QDialog, "dialog.trash")
    robot.until(dialog.isVisible)
    return dialog


def press(robot: Robot, dialog: Any, name: str) -> None:
    robot.qtbot.mouseClick(getattr(dialog, name), Qt.MouseButton.LeftButton)


def test_a_deleted_model_is_listed_and_brought_back(robot: Robot) -> None:
    dialog = opened(robot, "ab")
    assert [run.id for run in dialog.table.records_model.records] == ["b", "a"]
    assert "30 days" in dialog.state.text()
    assert not dialog.back.isEnabled()
    dialog.table.select_keys(["a"])
    press(robot, dialog, "back")
    assert {run.id for run in robot.window.session.runs} == {"a", "c"}
    assert [run.id for run in dialog.table.records_model.records] == ["b"]
    assert robot.told == "Brought back 1 run."


def test_emptying_asks_first_and_undo_then_says_that_nothing_is_there(robot: Robot) -> None:
    dialog = opened(robot, "a")
    press(robot, dialog, "empty")
    question = dialog.findChild(QMessageBox, "dialog.ask")
    assert "Remove 1 deleted model for good?" in question.text()
    question.reject()
    assert len(dialog.table.records_model.records) == 1
    press(robot, dialog, "empty")
    question = [box for box in dialog.findChildren(QMessageBox) if box.isVisible()][-1]
    next(each for each in question.buttons() if each.text() == "Remove for Good").click()
    robot.until(lambda: not dialog.table.records_model.records)
    assert "Nothing was deleted" in dialog.state.text()
    assert not dialog.empty.isEnabled()
    robot.window.actions_table["edit.undo"].trigger()
    assert "in the trash" in robot.told
    assert {run.id for run in robot.window.session.runs} == {"b", "c"}
