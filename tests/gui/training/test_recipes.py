"""Recipes in the form's head: saved, shown, compared, refused where they do not fit."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog

from engine.library import recipes
from engine.training.config import TrainingConfig
from engine.training.recipe import content_of
from tests.gui.robots import Robot


def save(robot: Robot, name: str) -> None:
    robot.until(lambda: not robot.window.findChildren(QDialog, "dialog.recipe"))
    robot.click("training.recipe.save")
    robot.type("recipe.name", name)
    robot.click("recipe.save")


def menu(robot: Robot, entry: str) -> None:
    robot.window.tab("training").cook.panel.entries[entry].trigger()


def test_what_the_form_asks_for_is_saved_shown_again_and_compared(opened: Robot) -> None:
    form = opened.window.tab("training").form
    first = form.order()
    save(opened, "monthly")
    assert opened.text("training.recipe") == "monthly v1"
    opened.type("training.advanced.rounds", "40")
    opened.click("training.models.catboost")
    save(opened, "monthly")
    assert opened.told == "Saved as monthly v2."
    menu(opened, "changes")
    assert "models xgboost rounds: 12, now 40" in opened.text("recipe.changes")
    opened.click("recipe.changes.close")
    opened.type("training.advanced.rounds", "99")
    opened.choose("training.recipe", "monthly v2")
    opened.idle()
    order = form.order()
    assert ([config.rounds for config in order.configs], len(order.configs)) == ([40, 40], 2)
    assert order.validation == first.validation
    assert opened.told == "The form shows monthly v2."
    menu(opened, "delete")
    assert opened.text("training.recipe") == "No recipe"


def test_a_name_that_cannot_be_is_told_and_asked_again(opened: Robot) -> None:
    save(opened, "monthly v3")
    assert "cannot name a recipe" in opened.told
    assert opened.visible("recipe.name")
    opened.click("recipe.cancel")


def test_a_recipe_that_does_not_fit_says_which_column_is_missing(opened: Robot, tmp_path: Path) -> None:
    session, cook = opened.window.session, opened.window.tab("training").cook
    other = content_of(features=["rsi_of_another_file", *session.data.schema.names])
    path = tmp_path / "other.toml"
    path.write_text(recipes.to_toml(recipes.Recipe("other", 1, "", "", other)))
    cook.take(path)
    before = session.data.schema.names
    opened.choose("training.recipe", "other v1")
    opened.idle()
    assert "lacks the column rsi_of_another_file" in opened.told
    assert session.data.schema.names == before


def test_columns_and_roles_of_a_recipe_are_put_to_the_open_file(opened: Robot, tmp_path: Path) -> None:
    session = opened.window.session
    names = session.data.schema.names[:5]
    content = content_of(roles=session.data.roles, features=names, configs=[
        TrainingConfig(rounds=5), TrainingConfig(rounds=7, model_type=type(TrainingConfig().model_type).LIGHTGBM)])
    recipes.save(session.workspace, "five", content)
    opened.window.tab("training").cook._list()
    opened.choose("training.recipe", "five v1")
    opened.idle()
    assert session.data.schema.names == names
    assert "sets each model apart" in opened.told
    opened.window.tab("training").cook.write("five", tmp_path / "five.toml")
    assert "[[models]]" in (tmp_path / "five.toml").read_text()
