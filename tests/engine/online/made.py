"""Small tables of signals and a champion of plain arithmetic, for tests of the online learner and the monitor."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np

from engine.data.schema import FeatureSchema
from engine.data.table import SignalTable
from engine.records import Exposure, Roles


def make_table(
    rows: int = 400, width: int = 4, seed: int = 0, *, delay: int = 30, missing: float = 0.05
) -> SignalTable:
    """Signals one second apart, labels some seconds later; the first column tells of the label."""
    rng = np.random.default_rng(seed)
    matrix = rng.normal(size=(rows, width)).astype(np.float32)
    label = (rng.random(rows) < 1 / (1 + np.exp(-matrix[:, 0]))).astype(np.int8)
    matrix[rng.random((rows, width)) < missing] = np.nan
    time = (np.arange(rows) + 1_000_000) * 1_000_000_000
    label_time = time + rng.integers(1, 2 * delay, rows) * 1_000_000_000
    names = [f"x{i}" for i in range(width)]
    return SignalTable(
        schema=FeatureSchema.plain(names), matrix=matrix, label=label, time=time, label_time=label_time,
        realized_rr=None, ids=None, row=np.arange(rows), roles=Roles(label="y", time="t", label_time="lt"),
        source="made", fingerprint=f"made-{rows}-{seed}",
    )


class Arithmetic:
    """A champion whose score is a sigmoid of one column; counts how it is called and can be told to fail."""

    kind = "arithmetic"

    def __init__(self, schema: FeatureSchema, exposure: tuple[Exposure, ...] = (), slope: float = 1.0) -> None:
        self.schema = schema
        self.card = SimpleNamespace(exposure=exposure, name="arithmetic")
        self.slope = slope
        self.fails: Exception | None = None

    def predict(self, rows: Any) -> np.ndarray:
        if self.fails is not None:
            raise self.fails
        matrix = self.schema.encode(rows)
        return 1 / (1 + np.exp(-self.slope * np.nan_to_num(matrix[:, 0].astype(np.float64))))
