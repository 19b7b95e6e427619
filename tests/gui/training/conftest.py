"""A small file to train on, and a form that asks for little."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gui.robots import Robot

ROWS = 700


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory, sample_file: Path) -> Path:
    """The beginning of the sample, quick to train on."""
    lines = sample_file.read_text(encoding="utf-8").splitlines()[: ROWS + 1]
    path = tmp_path_factory.mktemp("small") / "signals.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def quick(robot: Robot) -> None:
    """Few rounds, few blocks."""
    robot.window.tab("training").form.options.advanced.set_open(True)
    robot.type("training.validation.folds", "2")
    robot.type("training.advanced.rounds", "12")


@pytest.fixture
def opened(robot: Robot, small_file: Path) -> Robot:
    """The small file is open and the form asks for little."""
    robot.open(small_file)
    quick(robot)
    return robot


@pytest.fixture
def trained(opened: Robot) -> Robot:
    """One XGBoost run is there."""
    for kind in ("lightgbm", "catboost"):
        opened.click(f"training.models.{kind}")
    opened.click("training.train")
    opened.idle()
    return opened
