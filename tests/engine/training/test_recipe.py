"""Recipes put to use: read strictly, told where they do not fit, the same models again."""

import json
from dataclasses import replace

import pytest

from engine.cli import main
from engine.data.columns import keep_features
from engine.errors import WorkbenchError
from engine.library import recipes, runs
from engine.library.recipes import Recipe
from engine.library.store import Workspace
from engine.progress import Progress
from engine.records import FeatureSet, Roles
from engine.training import recipe as cooking
from engine.training.config import TrainingConfig, ValidationOptions
from engine.training.recipe import Prepared, Selection, content_of, prepared, with_columns
from engine.training.selection.options import Method, SelectionOptions
from engine.training.tuning.options import Effort, TuningOptions
from tests.engine.training.selection.planted import planted
from tests.engine.training.worlds import ROLES, quick, signals


def made(content, name="r"):
    return Recipe(name, 1, "", "", json.loads(json.dumps(content)))


def a_set(table, names, **more):
    return FeatureSet(tuple(names), tuple(each for each in table.schema.names if each not in names), "null", "lightgbm",
                      300, None, "o", 0.05, **more)


def test_everything_comes_back_from_a_recipe():
    table = signals()
    selection = Selection(SelectionOptions(method=Method.NULL, level=0.1), a_set(table, ["x0", "x1"]), again=True)
    configs = (quick("xgboost"), TrainingConfig(extra_params={"gamma": 1}))
    split, search = ValidationOptions(folds=3, embargo="4h"), TuningOptions(effort=Effort.FAST)
    content = content_of(roles=ROLES, features=table.schema.names, configs=configs, validation=split,
                         selection=selection, tuning=search)
    name, read, _ = recipes.from_toml(recipes.to_toml(made(content)), where="r.toml")
    found = prepared(Recipe(name, 1, "", "", read))
    assert found == Prepared("r v1", Roles(label="win", time="time", label_time="label_time", weight="rr"),
                             table.schema.names, configs, split, selection, search)


@pytest.mark.parametrize(("content", "match"), [
    ({"models": [{"model_type": "xgboost", "ronds": 5}]}, "'ronds'"),
    ({"models": [{"model_type": "forest"}]}, "'model_type'"),
    ({"models": [{"rounds": "many"}]}, "'rounds'"),
    ({"validation": {"folds": 1}}, "Test Blocks is 1"),
    ({"roles": {"colour": "red"}}, "'colour'"),
    ({"features": {"names": []}}, "'names'"),
    ({"selection": {"metod": 1}}, "'metod'"),
    ({"selection": {"chosen": {"features": ["a"]}}}, "chosen"),
    ({"tuning": "fast"}, "'fast'"),
])
def test_nothing_that_a_recipe_says_is_dropped_silently(content, match):
    with pytest.raises(WorkbenchError, match=match):
        prepared(made(content))


def test_a_file_that_lacks_a_column_is_told_which(workspace):
    table = signals()
    found = prepared(made(content_of(features=table.schema.names)))
    fewer = keep_features(table, ["x0", "x2"])
    with pytest.raises(WorkbenchError, match="r v1 does not fit this file, which lacks the columns x1, x3"):
        with_columns(found, fewer, workspace=workspace, progress=Progress())


def test_chosen_columns_are_used_and_a_choice_by_tested_rows_is_told(workspace):
    table = signals(rows=600)
    chosen = a_set(table, ["x0", "x1"])
    honest = Prepared("r", selection=Selection(chosen=replace(chosen, until=int(table.time[200]))))
    found, report, words = with_columns(honest, table, workspace=workspace, progress=Progress())
    assert (found.schema.names, report, words) == (("x0", "x1"), None, ())
    late = Prepared("r", selection=Selection(chosen=replace(chosen, until=int(table.time[400]))))
    assert "the scores are too good" in with_columns(late, table, workspace=workspace, progress=Progress())[2][0]


def test_a_selection_that_is_made_again_looks_at_the_file(workspace):
    table = planted(1200, true=2, noise=3)
    again = Prepared("r", configs=(quick("lightgbm"),), validation=ValidationOptions(folds=2), selection=Selection(
        SelectionOptions(method=Method.NULL, repetitions=20), again=True))
    found, report, words = with_columns(again, table, workspace=workspace, progress=Progress())
    assert found.schema.names == report.chosen.features
    assert words == (report.words,)


@pytest.fixture
def small(sample_file, tmp_path):
    path = tmp_path / "small.csv"
    path.write_text("".join(sample_file.read_text().splitlines(keepends=True)[:901]))
    return path


def told(capsys, *words):
    code = main([*map(str, words), "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_a_saved_recipe_trains_the_same_models_again(capsys, small, workspace_dir):
    code, first = told(capsys, "train", small, "--models", "lightgbm", "--rounds", 15, "--folds", 2, "--no-leak-meter",
                       "--save-recipe", "monthly")
    assert (code, first["recipe"]) == (0, {"name": "monthly", "version": 1})
    code, second = told(capsys, "train", small, "--recipe", "monthly", "--no-leak-meter")
    assert code == 0
    assert second["runs"][0]["auc"] == first["runs"][0]["auc"]
    with Workspace.open(workspace_dir) as workspace:
        assert runs.get_run(workspace, second["runs"][0]["id"]).note == "Recipe monthly v1"
    code, refused = told(capsys, "train", small, "--recipe", "monthly", "--rounds", 20)
    assert (code, refused["code"]) == (1, "set-by-recipe")


def test_columns_are_chosen_kept_and_used_by_name(capsys, small, workspace_dir):
    code, chosen = told(capsys, "select", small, "--method", "importance", "--repetitions", 10, "--folds", 2, "--save",
                        "few")
    assert code == 0
    kept = chosen["selection"]["chosen"]["features"]
    code, found = told(capsys, "train", small, "--features", "few", "--models", "lightgbm", "--rounds", 10,
                       "--folds", 2, "--no-leak-meter")
    assert (code, found["runs"][0]["features"]) == (0, len(kept))


def test_recipes_are_listed_compared_and_exchanged(capsys, small, workspace_dir, tmp_path):
    with Workspace.open(workspace_dir) as workspace:
        recipes.save(workspace, "monthly", content_of(configs=[quick()]))
        recipes.save(workspace, "monthly", content_of(configs=[quick(rounds=60)]))
    assert told(capsys, "recipes", "diff", "monthly")[1]["changes"] == ["models lightgbm rounds: 30, now 60"]
    assert told(capsys, "recipes", "export", "monthly", "--out", tmp_path / "m.toml")[0] == 0
    assert told(capsys, "recipes", "import", tmp_path / "m.toml", "--name", "other")[1]["recipe"]["version"] == 1
    assert [each["name"] for each in told(capsys, "recipes")[1]["recipes"]] == ["monthly", "monthly", "other"]
    assert told(capsys, "recipes", "delete", "other")[1]["deleted"][0]["name"] == "other"
    assert "rounds = 60" in (tmp_path / "m.toml").read_text()
    assert main(["recipes", "show", "monthly"]) == 0
    assert "[[models]]" in capsys.readouterr().out
    bad = tmp_path / "bad.toml"
    bad.write_text((tmp_path / "m.toml").read_text().replace("rounds = 60", "rounds = -1"))
    assert told(capsys, "recipes", "import", bad)[0] == 1
    assert cooking.to_train(Prepared()) == tuple(TrainingConfig(model_type=each) for each in type(quick().model_type))
