"""Every setting of the form by name on the command line; what cannot be is refused with what can."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path

import pytest

from engine.cli import main
from engine.cli.setting_options import add_setting_options, with_settings
from engine.errors import WorkbenchError
from engine.library import runs
from engine.library.store import Workspace
from engine.settings import options_of, to_json
from engine.training.config import FinalFit, ModelType, TrainingConfig, ValidationOptions, Weighting


def given(*words: str) -> tuple[TrainingConfig, ValidationOptions]:
    parser = argparse.ArgumentParser()
    add_setting_options(parser)
    configs, options = with_settings(parser.parse_args(words), [TrainingConfig()], ValidationOptions())
    return configs[0], options


def test_every_setting_of_the_form_can_be_given_by_its_name() -> None:
    defaults = (TrainingConfig(model_type=ModelType.LIGHTGBM), ValidationOptions())
    for settings in defaults:
        for name in sorted(set(options_of(type(settings))) - {"model_type", "extra_params"}):
            config, options = given("--set", f"{name}={to_json(settings)[name]}")
            assert dataclasses.asdict(config) == dataclasses.asdict(TrainingConfig())
            assert options == ValidationOptions()


def test_values_have_the_type_of_their_setting() -> None:
    config, options = given(
        "--set", "learning_rate=0.2", "--set", "max-depth=3", "--set", "refit=no", "--set", "weighting=realized_r",
        "--set", "scale_pos_weight=balanced", "--set", "half_life=90d", "--set", "final_fit=all",
        "--set", "horizon_rows=24", "--param", "max_leaves=31", "--param", "grow_policy=lossguide")
    assert (config.learning_rate, config.max_depth, config.refit) == (0.2, 3, False)
    assert (config.weighting, config.scale_pos_weight, config.half_life) == (Weighting.REALIZED_R, "balanced", "90d")
    assert (options.final_fit, options.horizon_rows) == (FinalFit.ALL, 24)
    assert config.extra_params == {"max_leaves": 31, "grow_policy": "lossguide"}
    assert given("--set", "scale_pos_weight=2.5")[0].scale_pos_weight == 2.5


@pytest.mark.parametrize(("words", "remedy"), [
    (("--set", "learning=1"), "learning_rate"), (("--set", "max_depth=deep"), "whole number"),
    (("--set", "l2=much"), "Give a number"), (("--set", "refit=maybe"), "yes or no"),
    (("--set", "rounds"), "a name and"),
    (("--set", "weighting=odd"), "realized_r"), (("--set", "model_type=xgboost"), "--models"),
    (("--set", "first_share=2"), "from 0.1 to 0.9"), (("--param", "=3"), "a name and"),
])
def test_what_cannot_be_set_is_refused_with_what_can(words: tuple[str, ...], remedy: str) -> None:
    with pytest.raises(WorkbenchError) as refused:
        given(*words)
    assert remedy in refused.value.remedy


def test_a_run_is_trained_and_kept_with_what_was_set(sample_file: Path, tmp_path: Path, workspace_dir: Path) -> None:
    small = tmp_path / "small.csv"
    small.write_text("".join(sample_file.read_text().splitlines(keepends=True)[:601]))
    assert main(["train", str(small), "--models", "lightgbm", "--no-leak-meter", "--folds", "2", "--set", "rounds=5",
                 "--set", "max_depth=2", "--set", "early_stopping_rounds=0", "--set", "first_share=0.6",
                 "--param", "extra_trees=yes"]) == 0
    with Workspace.open(workspace_dir, read_only=True) as workspace:
        run = runs.list_runs(workspace)[0]
    assert (run.trees, run.settings["max_depth"], run.settings["extra_params"]) == (5, 2, {"extra_trees": True})
    assert run.validation is not None
    assert run.validation.blocks[0][0] == 360
