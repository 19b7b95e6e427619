"""Calibration and threshold come from earlier blocks only, and the saved model holds both."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.bundle.loading import load_model
from engine.evaluation.calibration import sigmoid
from engine.evaluation.metrics import log_loss
from engine.library import runs
from engine.library.store import Workspace
from engine.models import LIBRARIES
from engine.records import OutOfFold
from engine.training.config import Calibration, ThresholdRule
from engine.training.settling import calibrate
from engine.training.trainer import train_models
from tests.engine.training.worlds import quick, signals


def blocks(count: int = 5, rows: int = 800, heat: float = 3.0, seed: int = 0) -> list[OutOfFold]:
    """Blocks of probabilities that are `heat` times too sure; each label comes two rows later."""
    random = np.random.default_rng(seed)
    found = []
    for number in range(count):
        z = random.normal(size=rows)
        row = np.arange(rows) + number * rows
        found.append(OutOfFold(row, row, row + 2, (random.random(rows) < sigmoid(z)).astype(np.int64),
                               sigmoid(heat * z), np.full(rows, number), np.full(rows, np.nan)))
    return found


@pytest.mark.parametrize("wish", [Calibration.AUTO, Calibration.TEMPERATURE, Calibration.PLATT, Calibration.ISOTONIC])
def test_too_sure_probabilities_are_mended_in_every_block_but_the_first(wish: Calibration) -> None:
    folds = blocks()
    mapped, calibration = calibrate(folds, wish)
    assert calibration is not None
    np.testing.assert_array_equal(mapped[0].probability, folds[0].probability)
    for before, after in zip(folds[1:], mapped[1:], strict=True):
        assert log_loss(after.label, after.probability) < log_loss(before.label, before.probability) - 0.01


def test_honest_probabilities_are_left_as_they_are() -> None:
    mapped, calibration = calibrate(blocks(heat=1.0), Calibration.AUTO)
    assert calibration is None
    np.testing.assert_array_equal(mapped[4].probability, blocks(heat=1.0)[4].probability)


def test_no_block_is_mapped_by_itself_or_by_labels_not_known_when_it_begins() -> None:
    folds = blocks()
    mapped, _ = calibrate(folds, Calibration.PLATT)
    flipped = [*folds[:3], *(replace(one, label=1 - one.label) for one in folds[3:])]
    again, _ = calibrate(flipped, Calibration.PLATT)
    for number in range(4):
        np.testing.assert_array_equal(again[number].probability, mapped[number].probability)
    late = list(folds)
    late[2] = replace(folds[2], label=1 - folds[2].label, label_time=folds[2].label_time + 10_000)
    without, _ = calibrate(late, Calibration.PLATT)
    two, _ = calibrate([*folds[:2], folds[3], folds[4]], Calibration.PLATT)
    np.testing.assert_array_equal(without[3].probability, two[2].probability)


def test_shuffled_blocks_are_not_calibrated() -> None:
    folds = blocks()[::-1]
    assert calibrate(folds, Calibration.PLATT)[1] is None


@pytest.mark.parametrize("name", LIBRARIES)
def test_the_saved_model_scores_the_last_block_as_the_run_says(name: str, workspace: Workspace) -> None:
    table = signals(2000, strength=2.0)
    config = quick(name, calibration=Calibration.PLATT, rounds=60, learning_rate=0.3, scale_pos_weight=3.0)
    run = train_models(table, [config], workspace=workspace, leak_meter=False).runs[0]
    predictions, loaded = runs.out_of_fold(workspace, run.id), load_model(run.id, workspace=workspace)
    assert predictions is not None
    assert run.calibration == "platt"
    assert loaded.card.calibration is not None
    last = predictions.fold == 4
    np.testing.assert_allclose(loaded.predict(table.matrix[predictions.row[last]]), predictions.probability[last],
                               atol=1e-9)
    assert run.threshold is not None
    assert loaded.threshold == run.threshold.value
    assert runs.get_run(workspace, run.id).threshold == run.threshold


def test_a_given_threshold_is_kept(workspace: Workspace) -> None:
    config = quick(threshold_rule=ThresholdRule.FIXED, threshold=0.62)
    run = train_models(signals(600), [config], workspace=workspace, leak_meter=False).runs[0]
    assert run.threshold is None
    assert load_model(run.id, workspace=workspace).threshold == 0.62
