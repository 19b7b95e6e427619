"""How the analyst has arranged the runs is found again at the next start."""

from __future__ import annotations

from pathlib import Path

import shiboken6
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.app import create_window
from tests.gui import invented
from tests.gui.robots import Robot


def test_sort_filter_name_and_star_survive_a_restart(qtbot: QtBot, workspace_dir: Path) -> None:
    invented.three(workspace_dir)
    window = create_window(workspace_dir)
    window.show()
    robot = Robot(window, qtbot)
    header = robot.runs.horizontalHeader()
    auc = next(n for n, column in enumerate(robot.runs.records_model.columns) if column.key == "auc")
    place = QPoint(header.sectionViewportPosition(auc) + 12, 8)
    for _ in range(2):  # the second click turns the order round
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [robot.cell(row, "name") for row in range(3)] == ["xgb-2", "lgb-1", "cat-3"]
    robot.click_cell(1, "star")
    window.library.update("lgb-1", name="The good one")
    robot.type("training.runs.filter", "gb")
    window.close()
    shiboken6.delete(window)

    again = create_window(workspace_dir)
    again.restore_place()
    again.build_all()
    again.layout_memory.restore_parts(again)
    again.restore()
    later = Robot(again, qtbot)
    assert later.text("training.runs.filter") == "gb"
    assert [later.cell(row, "name") for row in range(later.runs.model().rowCount())] == ["xgb-2", "The good one"]
    assert next(run for run in again.session.runs if run.id == "lgb-1").starred
    later.find("training.runs.filter").clear()
    assert [later.cell(row, "name") for row in range(3)] == ["xgb-2", "The good one", "cat-3"]
    again.close()
    shiboken6.delete(again)
