"""Choosing columns in the window: judged, used, kept, stopped and cancelled."""

from __future__ import annotations

from engine.library import ledger, recipes
from tests.gui.robots import Robot


def choose(robot: Robot) -> None:
    robot.click("training.columns")
    robot.choose("columns.options.method", "Trees gain more by it than with")
    robot.click("columns.choose")
    robot.idle()


def test_columns_are_chosen_used_and_kept_by_name(opened: Robot) -> None:
    session = opened.window.session
    before = len(session.data.schema)
    choose(opened)
    assert "columns dropped" in opened.text("columns.verdict")
    assert opened.find("columns.table").model().rowCount() == before
    assert [look.kind.value for look in ledger.looks(session.workspace)] == ["training", "features"]
    opened.type("columns.name", "few")
    opened.click("columns.save")
    (kept,) = recipes.newest(session.workspace)
    chosen = tuple(kept.content["selection"]["chosen"]["features"])
    opened.click("columns.use")
    opened.idle()
    assert session.data.schema.names == chosen
    assert " used now." in opened.told
    assert opened.text("training.recipe") == "few v1"


def test_a_choice_can_be_cancelled(opened: Robot) -> None:
    opened.click("training.columns")
    opened.click("columns.choose")
    opened.until(lambda: opened.find("columns.progress").value() > 0)
    assert opened.visible("columns.stop")
    opened.click("columns.close")
    opened.idle()
    assert ledger.looks(opened.window.session.workspace) == ()
