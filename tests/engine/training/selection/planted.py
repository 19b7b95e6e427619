"""Signals with columns that tell of the label and columns that do not, every second of either with a memory."""

from __future__ import annotations

import numpy as np

from engine.data.schema import FeatureSchema
from engine.data.table import SignalTable
from engine.records import Roles
from tests.engine.training.worlds import HOUR

TRUE, NOISE, HORIZON = 8, 30, 4


def planted(rows: int = 6000, *, seed: int = 0, true: int = TRUE, noise: int = NOISE, strength: float = 1.0):
    """`true` columns (named t0, t1, ...) whose effects go from weak to strong, one of them a bend, and `noise` ones."""
    random = np.random.default_rng(seed)
    matrix = random.normal(size=(rows, true + noise))
    for column in range(1, true + noise, 2):  # every second one remembers, as moving averages do
        matrix[:, column] = remembering(matrix[:, column], 0.9)
    effects = strength * np.linspace(0.3, 0.6, true)
    margin = matrix[:, :true] @ effects - 0.3
    if true > 2:  # the strongest works by its size alone
        margin += effects[-1] * (np.abs(matrix[:, true - 1]) * 1.6 - matrix[:, true - 1] - 1.28)
    label = (random.random(rows) < 1 / (1 + np.exp(-margin))).astype(np.int8)
    time = np.arange(rows, dtype=np.int64) * HOUR
    rr = np.where(label == 1, 1.5, -1.0) * random.uniform(0.5, 1.5, rows)
    names = [f"t{k}" for k in range(true)] + [f"n{k}" for k in range(noise)]
    order = random.permutation(true + noise)
    return SignalTable(
        FeatureSchema.plain(names[k] for k in order), np.ascontiguousarray(matrix[:, order], dtype=np.float32), label,
        time, time + HORIZON * HOUR, rr, None, np.arange(rows), Roles(label="win", time="time"), "planted.csv",
        f"planted-{seed}-{rows}-{true}-{noise}-{strength}")


def remembering(values, rho):
    """An AR(1) series of the same size from these shocks."""
    found = values.copy()
    for k in range(1, len(values)):
        found[k] = rho * found[k - 1] + np.sqrt(1 - rho**2) * values[k]
    return found
