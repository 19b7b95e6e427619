"""Shuffled folds report fiction where labels overlap; the purged walk-forward does not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.data.table import SignalTable
from engine.evaluation.metrics import auc
from engine.library import runs
from engine.library.store import Workspace
from engine.models.base import BoostedModel
from engine.models.lightgbm_model import LightGBMModel
from engine.training.config import Scheme, TrainingConfig, ValidationOptions
from engine.training.leak_meter import standing
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
    shuffled, purged = _figures(tmp_path, range(8))
    assert min(shuffled) >= 0.85
    assert np.mean(purged) == pytest.approx(0.5, abs=0.03)


@pytest.mark.slow
def test_any_eight_walks_will_do_where_they_are_as_long_as_an_hourly_file_of_three_years(tmp_path: Path) -> None:
    """Eight short walks, of 15 outcomes each that do not overlap, have an error of 0.03; these hold 480 each."""
    config = TrainingConfig(model_type=quick().model_type, threads=1, learning_rate=0.1, max_depth=8, rounds=200,
                            early_stopping_rounds=30)
    shuffled, purged = _figures(tmp_path, range(8, 40), rows=24_000, config=config)
    eights = np.mean(np.reshape(purged, (4, 8)), axis=1)
    print(f"32 walks: shuffled {np.mean(shuffled):.3f} (least {min(shuffled):.2f}), purged {np.mean(purged):.3f}, "
          f"each {np.std(purged, ddof=1):.3f}; means of eight {eights.round(3)}")
    assert min(shuffled) >= 0.85
    np.testing.assert_allclose(eights, 0.5, rtol=0, atol=0.03)


def test_ranks_within_blocks_do_not_punish_what_pooled_scores_do() -> None:
    """Scores that know nothing but the wins so far: pooled they look worse than chance, ranked they do not."""
    random = np.random.default_rng(0)
    pooled, ranked = [], []
    for _ in range(300):
        label = (random.random((5, 40)) < random.uniform(0.2, 0.8, (5, 1))).astype(np.int64)
        past = np.concatenate(([0.5], np.cumsum(label.mean(axis=1))[:-1] / np.arange(1, 5)))
        score = (past[:, None] + 1e-6 * random.random((5, 40))).ravel()
        pooled.append(auc(label.ravel(), score))
        ranked.append(auc(label.ravel(), standing(score, np.repeat(np.arange(5), 40))))
    assert np.mean(pooled) < 0.48
    assert np.mean(ranked) == pytest.approx(0.5, abs=0.01)


def _figures(
    folder: Path, seeds: range, *, rows: int = 1500,
    config: TrainingConfig = TrainingConfig(model_type=quick().model_type, threads=1),  # noqa: B008 - frozen
) -> tuple[list[float], list[float]]:
    """What the meter says of shuffled folds and of the purged walk-forward, a walk a seed."""
    shuffled, purged = [], []
    with Workspace.open(folder) as workspace:
        for seed in seeds:
            meter = train_models(random_walk(seed, rows), [config], workspace=workspace).leak_meter
            assert meter is not None
            assert meter.shuffled is not None
            assert meter.purged_walk_forward is not None
            assert meter.leaks
            assert "would report an AUC of" in meter.words
            shuffled.append(meter.shuffled)
            purged.append(meter.purged_walk_forward)
    return shuffled, purged


def test_where_labels_do_not_overlap_the_four_figures_agree(tmp_path: Path) -> None:
    found = []
    with Workspace.open(tmp_path) as workspace:
        for seed in range(3):
            table = signals(1500, seed=seed, horizon=0)
            meter = train_models(table, [quick()], workspace=workspace).leak_meter
            assert meter is not None
            found.append((meter.shuffled, meter.blocked, meter.walk_forward, meter.purged_walk_forward))
            assert not meter.leaks
            assert meter.words.startswith("No leak seen")
    figures = np.asarray(found, dtype=float)
    np.testing.assert_allclose(figures[:, 2], figures[:, 3], atol=1e-12)
    assert np.abs(figures[:, :3] - figures[:, 3:]).max() < 0.03


def test_each_way_is_set_beside_the_runs_own_predictions_of_the_very_rows(workspace: Workspace) -> None:
    table = random_walk(0, rows=600)
    report = train_models(table, [quick()], workspace=workspace)
    own = runs.out_of_fold(workspace, report.runs[0].id)
    meter = report.leak_meter
    assert own is not None
    assert meter is not None
    assert [(gap.name, gap.rows) for gap in meter.gaps] == [("shuffled", 150), ("blocked", 120), ("walk_forward", 60)]
    last = own.fold == 4
    assert meter.gaps[2].own_auc == pytest.approx(auc(own.label[last], own.probability[last]))
    assert meter.purged_walk_forward == pytest.approx(auc(own.label, standing(own.probability, own.fold)))
    for gap in meter.gaps:
        figure = getattr(meter, gap.name)
        assert gap.difference.value == pytest.approx(gap.auc - gap.own_auc)
        assert gap.ranked is not None
        assert figure == pytest.approx(np.clip(meter.purged_walk_forward + gap.auc - gap.ranked, 0, 1))


def test_an_experts_shuffled_run_is_called_a_leak(workspace: Workspace) -> None:
    config = TrainingConfig(model_type=quick().model_type, threads=1)
    report = train_models(random_walk(1), [config], ValidationOptions(scheme=Scheme.SHUFFLED), workspace=workspace)
    meter = report.leak_meter
    assert meter is not None
    assert meter.leaks
    assert report.runs[0].scores is not None
    assert meter.shuffled == pytest.approx(report.runs[0].scores.auc.value, abs=0.01)
    assert meter.purged_walk_forward is not None
    assert meter.purged_walk_forward < 0.75


def test_the_purged_rows_of_each_block_are_told(workspace: Workspace) -> None:
    table = signals(600, horizon=7)
    validation = train_models(table, [quick()], workspace=workspace, leak_meter=False).validation
    assert validation.purged == tuple(((low - 7, low - 1),) for low, _ in validation.blocks)
    assert validation.purged_rows == 35


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
