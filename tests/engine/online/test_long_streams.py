"""The slow lane: River's own predictions over 100,000 events, and memory that stays flat over ten million."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.online.kernels import LABEL, SIGNAL
from engine.online.linear import LinearModel, rates_of
from engine.online.options import LearnerOptions
from engine.online.prequential import Events, Prequential, Signals

pytestmark = pytest.mark.slow


def test_over_a_hundred_thousand_events_every_prediction_is_rivers(river_pipeline: Any) -> None:
    rng = np.random.default_rng(5)
    rows, width = 100_000, 8
    matrix = rng.normal(size=(rows, width)) * rng.choice([0.01, 1, 1000], width) + rng.choice([0, 5, 1e4], width)
    matrix[rng.random((rows, width)) < 0.05] = np.nan
    label, weight, said = (rng.random(rows) < 0.4).astype(np.int8), rng.random(rows) * 2, np.empty(rows)
    op = np.tile(np.asarray([SIGNAL, LABEL], dtype=np.int8), rows)
    slot = np.repeat(np.arange(rows), 2)
    model = LinearModel(width, rates_of(LearnerOptions(learning_rate=0.01, l2=0.001)))
    model.run(op, slot, np.repeat(label, 2), slot, matrix, weight, said)
    river, worst = river_pipeline(0.01, 0.001), 0.0
    for place, row in enumerate(matrix.tolist()):
        mapping = {str(k): value for k, value in enumerate(row) if value == value}
        worst = max(worst, abs(river.predict_proba_one(mapping)[True] - said[place]))
        river.learn_one(mapping, bool(label[place]), w=float(weight[place]))
    assert worst <= 1e-9


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_ten_million_events_leave_memory_flat() -> None:
    rng, rows, width = np.random.default_rng(6), 50_000, 20
    matrix = rng.normal(size=(rows, width))
    core = Prequential([f"x{k}" for k in range(width)], LearnerOptions(), champion=True)
    signals = Signals.empty(rows, 0)._replace(features=matrix)
    signals.scores.batch[:] = rng.random(rows)
    op = np.tile(np.asarray([SIGNAL, LABEL], dtype=np.int8), rows)
    slot = np.repeat(np.arange(rows), 2)
    held = []
    for _ in range(100):  # 100 x 50,000 signals and as many labels
        label = np.repeat((rng.random(rows) < 0.4).astype(np.int8), 2)
        core.run(Events(op, slot, label, slot), signals, stride=1000)
        held.append(_resident())
    assert core.signals + core.labels == 10_000_000
    assert max(held) - held[4] < 20 * 2**20


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096
