"""Settings are called as the form calls them, wherever runs are compared."""

from __future__ import annotations

import dataclasses

import pytest

from engine.ensemble.naming import called
from engine.ensemble.options import EnsembleOptions
from engine.library.differences import differences
from engine.settings import to_json
from engine.training.config import ModelType, TrainingConfig
from tests.engine.library.records import a_run


@pytest.mark.parametrize("name", [field.name for kind in (TrainingConfig, EnsembleOptions)
                                  for field in dataclasses.fields(kind)] + ["asked_auc", "best_member"])
def test_no_setting_is_told_by_its_name_in_the_code(name: str) -> None:
    assert "_" not in called(name)
    assert called(name)[0].isupper() or called(name).startswith("|")
    assert called(name) != name.replace("_", " ").capitalize() or " " not in called(name)


def test_settings_within_settings_and_unknown_ones_are_readable() -> None:
    assert called("extra_params, grow_policy") == "Further Parameters, Grow policy"
    assert called("from_a_newer_version") == "From a newer version"


def test_the_kind_of_model_is_told_once() -> None:
    one, other = (dataclasses.replace(a_run(kind.value), id=kind.value, kind=kind.value,
                                      settings=to_json(TrainingConfig(kind))) for kind in list(ModelType)[:2])
    lines = [line for line in differences([one, other], called=called) if line.name == "Model"]
    assert [line.values for line in lines] == [("XGBoost", "LightGBM")]
