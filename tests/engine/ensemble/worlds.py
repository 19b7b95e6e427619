"""Made panels whose truth is known: members see the true log-odds through noise of their own."""

import dataclasses

import numpy as np

from engine.ensemble.panel import Panel
from engine.evaluation.calibration import sigmoid

HOUR = 3_600_000_000_000
JUNK = "junk"


def panel(seed=0, rows=3000, noises=(0.5, 0.5, 0.5), strength=0.8, delay_hours=24):
    """One member a noise; `JUNK` knows nothing. Labels take up to `delay_hours` to arrive."""
    rng = np.random.default_rng(seed)
    truth = rng.normal(0, 1, rows) * strength - 0.4
    label = (rng.random(rows) < sigmoid(truth)).astype(np.int8)
    shared = rng.normal(0, 0.3, rows)
    scores = [rng.normal(0, 0.5, rows) if noise == JUNK else truth + shared + rng.normal(0, noise, rows)
              for noise in noises]
    time = np.arange(rows, dtype=np.int64) * HOUR
    late = rng.integers(1, delay_hours + 1, rows) * HOUR
    return Panel(tuple(f"m{i}" for i in range(len(noises))), sigmoid(0.8 * np.array(scores)), label, np.arange(rows),
                 time, time + late, np.where(label == 1, 1.5, -1.0) + rng.normal(0, 0.1, rows))


def relabelled(made, rows):
    """The same panel with the labels of `rows` turned over."""
    label = made.label.copy()
    label[rows] = 1 - label[rows]
    return dataclasses.replace(made, label=label)
