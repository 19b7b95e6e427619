"""Signals made for the benchmarks: a little of the label in the numbers, one a minute, labels half an hour late."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.records import Roles

if TYPE_CHECKING:
    import pandas as pd

ROLES = Roles(label="win", time="time", label_time="label_time")


def signals(rows: int, columns: int, *, seed: int = 1) -> pd.DataFrame:
    """A frame of `rows` signals with `columns` features of float32."""
    import pandas as pd

    random = np.random.default_rng(seed)
    matrix = random.normal(size=(rows, columns)).astype(np.float32)
    frame = pd.DataFrame(matrix, columns=[f"x{k}" for k in range(columns)])
    times = pd.date_range("2020-01-01", periods=rows, freq="min", tz="UTC")
    chance = 1 / (1 + np.exp(-(0.4 * matrix[:, 0] - 0.2 * matrix[:, 1] * matrix[:, 2])))
    label = (random.random(rows) < chance).astype(np.int64)
    return frame.assign(time=times, label_time=times + pd.Timedelta("30min"), win=label)
