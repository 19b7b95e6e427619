"""The window over a library of three models, with the Models tab in front."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.app import create_window
from gui.main_window import MainWindow
from gui.models.tab import ModelsTab
from gui.parts.table import RecordTable
from tests.gui import library as invented
from tests.gui.robots import Robot


class ModelsRobot(Robot):
    """What a user does in the Models tab."""

    @property
    def tab(self) -> ModelsTab:
        return self.window.tab("models")

    @property
    def list(self) -> RecordTable:
        return self.find("models.list", RecordTable)

    def choose_rows(self, *ids: str) -> None:
        self.list.select_keys(ids)

    def column(self, name: str, run_id: str) -> str:
        model = self.list.records_model
        place = next(n for n, column in enumerate(model.columns) if column.key == name)
        return str(model.data(model.index(model.row_of(run_id), place)))


@pytest.fixture
def window(qtbot: QtBot, workspace_dir: Path) -> Iterator[MainWindow]:
    """The window with no tabs built but those that are looked at: most of a window's making is its charts."""
    made = create_window(workspace_dir, lazy=True)
    made.resize(1280, 720)
    made.show()
    yield made
    made.end()
    made.deleteLater()


@pytest.fixture
def empty(window: MainWindow, qtbot: QtBot) -> ModelsRobot:
    """The tab of an empty library."""
    window.show_tab("models")
    return ModelsRobot(window, qtbot)


@pytest.fixture
def robot(empty: ModelsRobot) -> ModelsRobot:
    """The tab with three runs: one continues another, one was tuned otherwise."""
    session = empty.window.session
    invented.keep(
        session.workspace, invented.run("xgb-1"), invented.run("lgb-2", kind="lightgbm", auc=0.58, parent="xgb-1"),
        invented.run("cat-3", kind="catboost", settings={"learning_rate": 0.03, "max_depth": 6}, starred=True),
    )
    session.reload_runs()
    return empty
