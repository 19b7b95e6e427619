"""One name for each common knob; what cannot be is refused before a library is asked."""

from __future__ import annotations

import json

import pytest

from engine.errors import WorkbenchError
from engine.models import LIBRARIES, library
from engine.settings import from_json, options_of, to_json
from engine.training.config import ModelType, Scheme, TrainingConfig, ValidationOptions, Weighting


def test_every_field_is_an_option_with_words() -> None:
    for kind in (TrainingConfig, ValidationOptions):
        options = options_of(kind)
        assert list(options) == list(kind.__dataclass_fields__)
        assert all(option.words for option in options.values())


def test_the_calls_of_the_contract_stand() -> None:
    config = TrainingConfig(model_type=ModelType.XGBOOST, learning_rate=0.1, max_depth=6, scale_pos_weight=1.5)
    assert config.checked().knobs().learning_rate == 0.1


def test_json_and_back_is_the_same() -> None:
    config = TrainingConfig(model_type=ModelType.CATBOOST, scale_pos_weight="balanced", rounds=7,
                            weighting=Weighting.REALIZED_R, extra_params={"random_strength": 2})
    assert from_json(TrainingConfig, json.loads(json.dumps(to_json(config)))) == config
    options = ValidationOptions(scheme=Scheme.BLOCKED, embargo="4h")
    assert from_json(ValidationOptions, json.loads(json.dumps(to_json(options)))) == options


@pytest.mark.parametrize(("field", "value"), [
    ("rounds", 0), ("learning_rate", 0.0), ("max_depth", 99), ("subsample", 1.5), ("scale_pos_weight", -1.0),
    ("scale_pos_weight", "heavy"), ("l2", float("nan")), ("model_type", "xgboost"),
])
def test_impossible_values_are_refused_by_name(field: str, value: object) -> None:
    with pytest.raises(WorkbenchError) as refused:
        TrainingConfig(**{field: value}).checked()
    assert refused.value.where == field
    assert refused.value.remedy


@pytest.mark.parametrize("kind", list(ModelType))
def test_extra_parameters_may_not_repeat_a_common_knob(kind: ModelType) -> None:
    with pytest.raises(WorkbenchError, match="learning_rate is set by learning_rate"):
        TrainingConfig(model_type=kind, extra_params={"learning_rate": 0.5}).checked()
    TrainingConfig(model_type=kind, extra_params={"something_new": 0.5}).checked()


def test_there_is_a_model_type_for_each_library() -> None:
    assert [kind.value for kind in ModelType] == list(LIBRARIES)
    assert [kind.title for kind in ModelType] == ["XGBoost", "LightGBM", "CatBoost"]
    with pytest.raises(WorkbenchError, match="no model type 'forest'"):
        library("forest")


def test_choices_have_words() -> None:
    for kind in (Scheme, Weighting):
        assert all(choice.words for choice in kind)
