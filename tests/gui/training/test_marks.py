"""Runs are starred, pinned and tagged, found again by it, and written into one report."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu

from tests.gui import invented, library
from tests.gui.robots import Robot


def filled(robot: Robot) -> None:
    for run in (invented.record("lgb-1"), invented.record("xgb-2", "xgboost", 0.8)):

        library.keep(robot.window.session.workspace, run)
    robot.window.library.reload()
    robot.until(robot.runs.isVisible)


def menu_of(robot: Robot, *ids: str) -> dict[str, QAction]:
    """The entries of the context menu for these runs, by their words."""
    robot.runs.select_keys(ids)
    menu: QMenu = robot.runs._menu_for(robot.runs.selected_records())
    return {action.text(): action for action in menu.actions()}


def shown(robot: Robot) -> list[str]:
    return [run.id for run in robot.runs.records_model.records]


def test_a_pinned_run_stays_on_top_however_the_list_is_sorted(robot: Robot) -> None:
    filled(robot)
    menu_of(robot, "lgb-1")["Pin to the Top"].trigger()
    place = next(n for n, column in enumerate(robot.runs.records_model.columns) if column.key == "auc")
    for order in (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder):
        robot.runs.sortByColumn(place, order)
        assert shown(robot)[0] == "lgb-1"
    menu_of(robot, "lgb-1")["Unpin"].trigger()
    robot.runs.sortByColumn(place, Qt.SortOrder.DescendingOrder)
    assert shown(robot)[0] == "xgb-2"


def test_tags_are_typed_kept_and_found_by_the_filter(robot: Robot) -> None:
    filled(robot)
    menu_of(robot, "xgb-2")["Edit Tags"].trigger()
    editor = robot.runs.viewport().findChild(QLineEdit)
    robot.qtbot.keyClicks(editor, "monthly, keep")
    robot.qtbot.keyClick(editor, Qt.Key.Key_Return)
    robot.until(lambda: robot.window.session.run("xgb-2").tags == ("monthly", "keep"))
    robot.type("training.runs.filter", "keep")
    assert shown(robot) == ["xgb-2"]


def test_the_chosen_runs_are_written_as_one_report(robot: Robot, tmp_path: Path) -> None:
    filled(robot)
    menu_of(robot, "lgb-1", "xgb-2")["Write Report…"].trigger()
    dialog = robot.window.findChild(QFileDialog, "dialog.file")
    assert dialog.isVisible()
    dialog.fileSelected.emit(str(tmp_path / "both.pdf"))
    dialog.close()
    robot.idle()
    assert (tmp_path / "both.pdf").read_bytes().startswith(b"%PDF")
    assert "both.pdf" in robot.told
