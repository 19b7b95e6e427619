"""A training that was killed is offered at the next start: resumed to a whole run, or discarded."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from engine.data.loading import load_table
from engine.training.checkpoint import FOLDER, Keeper
from engine.training.config import ModelType, TrainingConfig, ValidationOptions
from tests.gui.robots import Robot

NOBODY = "999999999 0"  # no process has this number


def kill_a_training(robot: Robot, path: Path) -> Path:
    """What a killed training leaves behind."""
    workspace = robot.window.session.workspace
    keeper = Keeper.begin(workspace, load_table(path), [TrainingConfig(ModelType.XGBOOST, rounds=12)],
                          ValidationOptions(folds=2), warm_start=None, leak_meter=False)
    (keeper.folder / "process").write_text(NOBODY, encoding="ascii")
    robot.window.tab("training").unfinished.look()
    robot.idle()
    return keeper.folder


def test_a_killed_training_is_resumed_with_its_own_file_and_settings(robot: Robot, small_file: Path) -> None:
    assert not robot.visible("training.unfinished")
    kill_a_training(robot, small_file)
    robot.until(robot.find("training.unfinished").isVisible)
    assert "A training of XGBoost on signals.csv ended before its time" in robot.text("training.unfinished.words")
    robot.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    robot.until(lambda: len(robot.window.session.runs) == 1)
    robot.idle()
    run = robot.window.session.runs[0]
    assert run.settings["rounds"] == 12
    assert not robot.visible("training.unfinished")
    assert not list((robot.window.session.workspace.root / FOLDER).iterdir())
    robot.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert robot.told == "There is no unfinished training."


def test_a_killed_training_can_be_given_up(robot: Robot, small_file: Path) -> None:
    folder = kill_a_training(robot, small_file)
    robot.click("training.unfinished.discard")
    robot.idle()
    assert not folder.exists()
    assert not robot.visible("training.unfinished")
