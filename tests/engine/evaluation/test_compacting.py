"""The price of a compact model, measured on rows."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import Cancelled
from engine.evaluation.calibration import sigmoid
from engine.evaluation.compacting import compact, price
from engine.evaluation.metrics import auc
from engine.models.compact import Leaves
from engine.models.flat_forest import NotFlat
from engine.progress import Progress
from tests.engine.models.forests import INEXPRESSIBLE, fitted, wild


def test_the_price_is_what_the_rows_say() -> None:
    model, problem = fitted("lightgbm"), wild()
    small = compact(model, Leaves.INT8)
    label = problem.label.astype(np.int64)
    label[:50] = -1
    found = price(model, small, problem.matrix, label, offset=-0.3, threshold=0.4)
    before = sigmoid(model.margin(problem.matrix) - 0.3)
    after = sigmoid(small.margin(problem.matrix) - 0.3)
    assert found.rows == len(label)
    assert found.largest_difference == np.abs(before - after).max() > 0
    assert found.flipped == int(((before >= 0.4) != (after >= 0.4)).sum())
    assert found.auc_native == auc(label[50:], before[50:])
    assert found.auc_compact == auc(label[50:], after[50:])
    assert found.native_bytes > 10 * found.compact_bytes == 10 * len(small.to_bytes())
    assert min(found.native_rows_per_second, found.compact_rows_per_second) > 0
    assert "INT8" in found.words
    assert "AUC by" in found.words


def test_finer_leaves_cost_less() -> None:
    model, problem = fitted("catboost"), wild()
    prices = [price(model, compact(model, leaves), problem.matrix) for leaves in Leaves]
    assert [p.largest_difference for p in prices] == sorted(p.largest_difference for p in prices)
    assert prices[0].largest_difference < 1e-7
    assert np.isnan(prices[0].auc_change)
    assert "AUC" not in prices[0].words


def test_no_rows_have_no_price() -> None:
    model = fitted("catboost")
    found = price(model, compact(model), wild().matrix[:0], wild().label[:0])
    assert (found.rows, found.largest_difference, found.flipped) == (0, 0.0, 0)


def test_a_model_that_is_not_flat_has_no_compact_form() -> None:
    with pytest.raises(NotFlat, match="linear"):
        compact(INEXPRESSIBLE["lightgbm, linear leaves"][0]())


def test_measuring_can_be_cancelled() -> None:
    model = fitted("catboost")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        price(model, compact(model), wild().matrix, progress=progress)
