"""What the defaults reach on real signals: weak, as honest figures are; more would be a leak."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.data.loading import load_table
from engine.library.store import Workspace
from engine.training.config import ModelType, TrainingConfig
from engine.training.trainer import train_models


@pytest.mark.parametrize("kind", list(ModelType))
def test_the_sample_gives_a_weak_and_honest_score(kind: ModelType, sample_file: Path, workspace: Workspace) -> None:
    report = train_models(load_table(sample_file), [TrainingConfig(model_type=kind)], workspace=workspace)
    run = report.runs[0]
    assert run.scores is not None
    assert 0.52 < run.scores.auc.value < 0.60
    assert run.scores.log_loss.value < report.baselines[0].scores.log_loss.value
    assert report.leak_meter is not None
    assert report.leak_meter.shuffled is not None
    assert report.leak_meter.shuffled > run.scores.auc.value


@pytest.mark.shared
def test_hourly_equities_are_scored_as_they_deserve(shared_data: Path, workspace: Workspace) -> None:
    table = load_table(shared_data / "signals" / "equities_1h_dev.parquet")
    run = train_models(table, [TrainingConfig(model_type=ModelType.LIGHTGBM)], workspace=workspace,
                       leak_meter=False).runs[0]
    assert run.scores is not None
    assert 0.55 < run.scores.auc.value < 0.60
