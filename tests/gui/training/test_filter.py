"""Filter, pin, tag and star in the list of runs, as an analyst does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.gui import library
from tests.gui.invented import fill
from tests.gui.robots import Robot


@pytest.fixture
def listed(robot: Robot) -> Robot:
    """Three runs, the best one not the newest."""
    fill(Path(robot.window.session.folder), library.run("a-1", auc=0.55),
         library.run("b-2", kind="lightgbm", auc=0.60), library.run("c-3", kind="catboost", auc=0.57))
    robot.window.session.reload_runs()
    robot.window.library.update("a-1", tags=["hourly"])
    robot.until(lambda: robot.runs.records_model.rowCount() == 3)
    return robot


def names(robot: Robot) -> list[str]:
    return [run.id for run in robot.runs.records_model.records]


def filtered(robot: Robot, text: str) -> list[str]:
    robot.type("training.runs.filter", text)
    return sorted(names(robot))


def test_an_expression_filters_the_list_while_it_is_typed(listed: Robot) -> None:
    assert filtered(listed, "auc > 0.56") == ["b-2", "c-3"]
    assert filtered(listed, "auc > 0.56 model = catboost") == ["c-3"]
    assert filtered(listed, "tag:hourly") == ["a-1"]
    assert filtered(listed, "-tag:hourly") == ["b-2", "c-3"]
    assert filtered(listed, "lightgbm") == ["b-2"]
    listed.find("training.runs.filter").clear()
    assert len(names(listed)) == 3


def test_what_is_no_expression_filters_nothing_and_says_why_once_it_is_meant(listed: Robot) -> None:
    assert filtered(listed, "auc > 0.56") == ["b-2", "c-3"]
    assert filtered(listed, "auc > high") == ["a-1", "b-2", "c-3"]
    line = listed.find("training.runs.filter")
    assert line.property("invalid") != "true", "marked while it was being typed"
    listed.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.property("invalid") == "true"
    why = "“high” is no number. Compare auc with a number, as auc > 0.58."
    assert line.accessibleDescription() == why
    told = listed.find("training.runs.filter.told")
    assert told.isVisible()
    assert told.text() == why
    assert filtered(listed, "auc > 0.59") == ["b-2"]
    assert line.property("invalid") != "true"
    assert not told.isVisible()


def test_a_filter_that_leaves_nothing_says_so(listed: Robot) -> None:
    told = listed.find("training.runs.filter.told")
    assert filtered(listed, "auc > 0.9") == []
    assert told.isVisible()
    assert told.text() == "Nothing in the list fulfils this."
    assert filtered(listed, "auc > 0.59") == ["b-2"]
    assert not told.isVisible()
    filtered(listed, "auc < 0.56")
    assert names(listed) == ["a-1"]
    listed.window.library.delete(["a-1"])
    listed.until(lambda: told.isVisible())


def test_a_pinned_run_stays_first_and_pin_tag_star_and_name_are_undone_one_by_one(listed: Robot) -> None:
    library_, session = listed.window.library, listed.window.session
    auc = next(n for n, column in enumerate(listed.runs.records_model.columns) if column.key == "auc")
    listed.runs.sortByColumn(auc, Qt.SortOrder.DescendingOrder)
    assert names(listed) == ["b-2", "c-3", "a-1"]
    library_.update("a-1", pinned=True)
    assert names(listed) == ["a-1", "b-2", "c-3"]
    library_.update("a-1", tags=["night"])
    library_.update("a-1", name="mine")
    listed.click_cell(0, "star")
    assert (session.run("a-1").starred, session.run("a-1").tags, session.run("a-1").name) == (True, ("night",), "mine")
    for _ in range(3):
        listed.window.actions_table["edit.undo"].trigger()
    assert (session.run("a-1").starred, session.run("a-1").tags) == (False, ("hourly",))
    assert session.run("a-1").name != "mine"
    listed.window.actions_table["edit.undo"].trigger()
    assert names(listed) == ["b-2", "c-3", "a-1"]
    listed.window.actions_table["edit.redo"].trigger()
    assert names(listed) == ["a-1", "b-2", "c-3"]
