"""Shuffled folds report fiction where labels overlap; the purged walk-forward does not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.data.table import SignalTable
from engine.library.store import Workspace
from engine.models.base import BoostedModel
from engine.models.lightgbm_model import LightGBMModel
from engine.training.config import TrainingConfig
from engine.training.trainer import train_models
from tests.engine.training.worlds import HOUR, quick, signals

HORIZON = 50


def random_walk(seed: int, rows: int = 1500) -> SignalTable:
    """Wandering features that know nothing of a label which looks 50 rows ahead on a walk of its own."""
    random = np.random.default_rng(seed)
    price = np.cumsum(random.normal(size=rows + HORIZON))
    matrix = np.cumsum(random.normal(size=(rows, 6)), axis=0).astype(np.float32)
    plain = signals(rows, columns=6)
    assert plain.time is not None
    label = (price[HORIZON:] > price[:-HORIZON]).astype(np.int8)
    return replace(plain, matrix=matrix, label=label, label_time=plain.time + HORIZON * HOUR)


def test_a_random_walk_shows_the_leak_of_shuffled_folds(tmp_path: Path) -> None:
    config = TrainingConfig(model_type=quick().model_type, learning_rate=0.1, rounds=300, early_stopping_rounds=50,
                            threads=1)
    shuffled, purged = [], []
    with Workspace.open(tmp_path) as workspace:
        for seed in range(6):
            meter = train_models(random_walk(seed), [config], workspace=workspace).leak_meter
            assert meter is not None
            assert meter.shuffled is not None
            assert meter.purged_walk_forward is not None
            shuffled.append(meter.shuffled)
            purged.append(meter.purged_walk_forward)
    assert min(shuffled) >= 0.85
    assert np.mean(purged) == pytest.approx(0.5, abs=0.1)


def test_it_costs_three_fits_and_can_be_switched_off(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    fits = []
    whole = BoostedModel.fit.__func__  # type: ignore[attr-defined]

    def counted(kind: type[BoostedModel], *args: object, **more: object) -> BoostedModel:
        fits.append(kind.name)
        return whole(kind, *args, **more)  # type: ignore[no-any-return]

    monkeypatch.setattr(BoostedModel, "fit", classmethod(counted))
    configs = [quick("xgboost"), quick()]
    assert train_models(signals(400), configs, workspace=workspace, leak_meter=False).leak_meter is None
    plain = len(fits)
    train_models(signals(400), configs, workspace=workspace)
    assert len(fits) - plain == plain + 3
    assert fits[-3:] == [LightGBMModel.name] * 3
