"""Train pressed while a training runs: what is asked for anew follows it, what runs already is only told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.gui.robots import Robot


@pytest.fixture
def training(opened: Robot) -> Robot:
    """One library that trains until it is stopped."""
    for kind in ("xgboost", "catboost"):
        opened.click(f"training.models.{kind}")
    opened.type("training.advanced.rounds", "5000")
    opened.type("training.advanced.early_stopping_rounds", "0")
    ctrl_enter(opened)
    opened.until(lambda: opened.find("training.progress").value() > 0)
    return opened


def ctrl_enter(robot: Robot) -> None:
    robot.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def ended(robot: Robot, runs: int) -> None:
    """Every training has ended, and so many runs are kept."""
    robot.until(lambda: len(robot.window.session.runs) == runs)
    robot.idle()


def test_the_same_again_is_told_and_not_trained_twice(training: Robot) -> None:
    ctrl_enter(training)
    assert "This is being trained already." in training.told
    training.click("training.stop")
    ended(training, 1)


def test_another_form_is_trained_when_the_first_training_has_ended(training: Robot) -> None:
    training.type("training.advanced.rounds", "7")
    ctrl_enter(training)
    assert "is trained next" in training.told
    training.click("training.stop")
    ended(training, 2)
    assert training.window.session.runs[0].trees == 7
    assert "is trained next" not in training.told


def test_another_file_is_trained_next_though_it_is_still_being_read(training: Robot, sample_file: Path) -> None:
    training.window.opener.open(sample_file)
    training.type("training.advanced.rounds", "7")
    ctrl_enter(training)
    assert "is trained next" in training.told
    training.click("training.stop")
    ended(training, 2)
    assert Path(training.window.session.runs[0].source) == sample_file


def test_what_would_follow_can_be_taken_back_or_goes_with_a_cancel(training: Robot) -> None:
    training.type("training.advanced.rounds", "7")
    ctrl_enter(training)
    training.click("main.messages.action")
    assert not training.window.tab("training").queue.waiting
    ctrl_enter(training)
    training.press(Qt.Key.Key_Escape)
    training.idle()
    assert not training.window.session.runs
    assert not training.window.tab("training").queue.waiting


def test_a_form_that_cannot_be_trained_is_refused_at_once(training: Robot) -> None:
    training.type("training.advanced.rounds", "seven")
    ctrl_enter(training)
    assert not training.window.tab("training").queue.waiting
    assert "ounds" in training.told
    training.click("training.stop")
    ended(training, 1)
