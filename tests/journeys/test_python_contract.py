"""The calls that AlphaPulse's own code makes, as contract.md writes them down."""

from __future__ import annotations

import asyncio
import dataclasses
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine import (
    MLModelTrainer,
    ModelEnsembler,
    ModelType,
    OnlineLearner,
    TrainingConfig,
    TrainingResult,
)

METRICS = ("auc", "accuracy", "log_loss", "brier", "average_precision")


@pytest.fixture(scope="module")
def signals() -> tuple[pd.DataFrame, np.ndarray]:
    random = np.random.default_rng(11)
    frame = pd.DataFrame(random.normal(size=(1200, 6)), columns=[f"feature {k}" for k in range(6)])
    frame.iloc[::17, 2] = np.nan
    chance = 1 / (1 + np.exp(-(frame["feature 0"] - 0.7 * frame["feature 1"])))
    return frame, (random.random(len(frame)) < chance).astype(int).to_numpy()


def halves(signals: tuple[pd.DataFrame, np.ndarray]) -> tuple[pd.DataFrame, np.ndarray, pd.DataFrame, np.ndarray]:
    frame, label = signals
    return frame[:800], label[:800], frame[800:], label[800:]


def config(kind: ModelType) -> TrainingConfig:
    return TrainingConfig(model_type=kind, learning_rate=0.1, max_depth=3, scale_pos_weight=1.5, rounds=40)


@pytest.mark.parametrize("kind", list(ModelType))
def test_train_model_returns_what_the_contract_names(
    kind: ModelType, signals: tuple[pd.DataFrame, np.ndarray], workspace_dir: Path
) -> None:
    X_train, y_train, X_val, y_val = halves(signals)
    result = asyncio.run(MLModelTrainer().train_model(X_train, y_train, X_val, y_val, config(kind)))
    assert isinstance(result, TrainingResult)
    assert Path(result.model_path).is_file()
    assert str(kind.value) in str(result.model_type)
    for name in METRICS:
        assert result.metrics[f"{name}_low"] <= result.metrics[name] <= result.metrics[f"{name}_high"]
    assert result.metrics["auc"] > 0.65
    assert set(result.feature_importance) == set(X_train.columns)
    assert sum(result.feature_importance.values()) == pytest.approx(1)
    assert result.training_seconds > 0
    assert 1 <= result.best_iteration <= 40
    assert result.trees == 40


def test_a_model_file_opens_again_under_any_name_and_for_every_use(
    signals: tuple[pd.DataFrame, np.ndarray], workspace_dir: Path, tmp_path: Path
) -> None:
    X_train, y_train, X_val, y_val = halves(signals)

    async def story() -> None:
        trainer, ensembler = MLModelTrainer(), ModelEnsembler()
        for kind in ModelType:
            result = await trainer.train_model(X_train, y_train, X_val, y_val, config(kind))
            path = tmp_path / f"{kind.value}_model.model"
            path.write_bytes(Path(result.model_path).read_bytes())
            ensembler.add_model(kind.value, str(path))

        learner = OnlineLearner()
        await learner.initialize(batch_model_path=str(tmp_path / "xgboost_model.model"))
        for row, label in zip(X_val.head(50).to_dict("records"), y_val[:50], strict=True):
            await learner.learn_one(row, int(label))
        one = await learner.predict(X_val.iloc[60].to_dict())
        assert isinstance(one.final_score, float)
        assert one.batch_score is not None
        assert one.online_score is not None
        assert one.final_score == pytest.approx(0.8 * one.batch_score + 0.2 * one.online_score)
        many = await learner.predict(X_val)
        assert np.shape(many.final_score) == (len(X_val),)

        result = await ensembler.create_ensemble(X_val, y_val, ensemble_type="blending")
        assert result is not None
        combined = await ensembler.predict(X_val)
        assert np.shape(combined.final_score) == (len(X_val),)
        assert set(combined.member_scores) == {kind.value for kind in ModelType}
        assert sum(combined.weights.values()) == pytest.approx(1)
        single = await ensembler.predict(X_val.iloc[0].to_dict())
        assert isinstance(single.final_score, float)
        assert single.final_score == pytest.approx(float(np.asarray(combined.final_score)[0]), abs=1e-6)

    asyncio.run(story())


def test_training_goes_on_from_an_earlier_file_and_takes_weights(
    signals: tuple[pd.DataFrame, np.ndarray], workspace_dir: Path
) -> None:
    X_train, y_train, X_val, y_val = halves(signals)
    weight = np.where(y_train == 1, 1.5, -1.0)  # realized R is negative for losses

    async def story() -> None:
        trainer = MLModelTrainer()
        first = await trainer.train_model(X_train, y_train, X_val, y_val, config(ModelType.LIGHTGBM),
                                          sample_weight=weight)
        longer = dataclasses.replace(config(ModelType.LIGHTGBM), rounds=60, early_stopping_rounds=0)  # in total
        second = await trainer.train_model(X_train, y_train, X_val, y_val, longer, warm_start=first.model_path)
        assert second.model_path != first.model_path
        assert (first.trees, second.trees) == (40, 60)

    asyncio.run(story())


def test_the_event_loop_goes_on_while_a_model_trains(
    signals: tuple[pd.DataFrame, np.ndarray], workspace_dir: Path
) -> None:
    X_train, y_train, X_val, y_val = halves(signals)

    async def story() -> int:
        turns = 0
        training = asyncio.ensure_future(
            MLModelTrainer().train_model(X_train, y_train, X_val, y_val, config(ModelType.XGBOOST))
        )
        while not training.done():
            await asyncio.sleep(0.001)
            turns += 1
        await training
        return turns

    assert asyncio.run(story()) > 5


def test_a_training_can_be_cancelled(signals: tuple[pd.DataFrame, np.ndarray], workspace_dir: Path) -> None:
    X_train, y_train, X_val, y_val = halves(signals)
    long = TrainingConfig(model_type=ModelType.XGBOOST, rounds=20_000, learning_rate=0.001, early_stopping_rounds=0)

    async def story() -> None:
        await asyncio.wait_for(MLModelTrainer().train_model(X_train, y_train, X_val, y_val, long), 1.0)

    with pytest.raises((asyncio.CancelledError, TimeoutError)):
        asyncio.run(story())


def test_the_online_learner_works_without_a_batch_model(signals: tuple[pd.DataFrame, np.ndarray]) -> None:
    frame, label = signals

    async def story() -> None:
        learner = OnlineLearner()
        await learner.learn_batch(frame[:300], label[:300])
        prediction = await learner.predict({"feature 0": 1.0})
        assert prediction.batch_score is None
        assert 0 < float(prediction.final_score) < 1

    asyncio.run(story())


def test_ready_made_objects_are_there() -> None:
    import engine

    assert isinstance(engine.trainer, MLModelTrainer)
    assert isinstance(engine.online_learner, OnlineLearner)
    assert isinstance(engine.ensembler, ModelEnsembler)
