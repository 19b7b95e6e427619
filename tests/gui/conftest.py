"""A window of its own for a test, driven by a robot."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.settings import Theme
from gui.app import create_window
from gui.jobs import Jobs
from gui.main_window import MainWindow
from gui.theme import theme
from tests.gui.robots import Robot


@pytest.fixture(scope="module", autouse=True)
def _garbage_in_this_thread() -> Iterator[None]:
    """As the program does: Qt objects that a worker's collection ends can wait for each other's lock for ever."""
    gc.disable()
    yield
    gc.enable()
    gc.collect()


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    """Jobs without a window."""
    made = Jobs()
    yield made
    assert made.close_now(5.0), "a worker did not end"


@pytest.fixture
def window(qtbot: QtBot, workspace_dir: Path) -> Iterator[MainWindow]:
    """The whole window over an empty workspace, shown at 1280 x 720."""
    made = create_window(workspace_dir)
    made.resize(1280, 720)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.end()
    shiboken6.delete(made)  # a deleted-later window would live on under all later tests
    theme.apply(QApplication.instance(), Theme.LIGHT)


@pytest.fixture
def robot(window: MainWindow, qtbot: QtBot) -> Robot:
    """Hands and eyes for the window."""
    return Robot(window, qtbot)
