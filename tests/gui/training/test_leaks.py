"""Columns that know the outcome have a place of their own, and one click leaves them out of the training."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PySide6.QtWidgets import QPushButton

from tests.gui.robots import Robot
from tests.gui.training.conftest import quick


@pytest.fixture
def leaky_file(small_file: Path, tmp_path: Path) -> Path:
    """The small file with two columns that nobody can have known."""
    frame = pd.read_csv(small_file)
    random = np.random.default_rng(0)
    frame["trade_quality"] = frame["win"] + random.normal(scale=0.6, size=len(frame))
    frame["copied"] = frame["win"] + random.normal(scale=0.5, size=len(frame))
    path = tmp_path / "leaky.csv"
    frame.to_csv(path, index=False)
    return path


def named(robot: Robot) -> list[str]:
    start = "training.leaks.leave_out."
    buttons = robot.find("training.leaks").findChildren(QPushButton)
    return sorted(each.objectName().removeprefix(start) for each in buttons
                  if each.objectName().startswith(start) and each.isVisible())


def test_leaks_are_named_with_their_reason_and_left_out_by_a_click(robot: Robot, leaky_file: Path) -> None:
    robot.open(leaky_file)
    assert robot.text("training.leaks.headline") == "2 columns may know the outcome"
    assert named(robot) == ["copied", "trade_quality"]
    assert "AUC" in robot.text("training.leaks.why.copied")
    assert "trade_quality" in robot.find("training.leaks").accessibleName()
    assert not any("copied" in robot.find("training.findings").item(row).text()
                   for row in range(robot.find("training.findings").count()))
    robot.click("training.leaks.leave_out.copied")
    robot.idle()
    robot.until(lambda: named(robot) == ["trade_quality"])
    assert robot.text("training.leaks.left_out") == "You left out copied."
    quick(robot)
    robot.click("training.train")
    robot.idle()
    assert all("copied" not in run.features and "trade_quality" in run.features for run in robot.window.session.runs)


def test_all_are_left_out_at_once_and_can_be_brought_back(robot: Robot, leaky_file: Path) -> None:
    robot.open(leaky_file)
    robot.click("training.leaks.all")
    robot.idle()
    assert not robot.visible("training.leaks.headline")
    data = robot.window.session.data
    assert data is not None
    assert not {"copied", "trade_quality"} & set(data.schema.names)
    robot.click("training.leaks.back")
    robot.idle()
    assert named(robot) == ["copied", "trade_quality"]


def test_a_clean_file_shows_no_such_place(robot: Robot, small_file: Path) -> None:
    robot.open(small_file)
    assert not robot.visible("training.leaks")
