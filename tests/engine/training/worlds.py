"""Made-up signals with a known law."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from engine.data.schema import Feature, FeatureSchema, Kind
from engine.data.table import SignalTable
from engine.records import Roles
from engine.training.config import ModelType, TrainingConfig

HOUR = 3600 * 10**9
ROLES = Roles(label="win", time="time", label_time="label_time", weight="rr")


def signals(rows: int = 600, seed: int = 0, strength: float = 1.0, horizon: int = 4, columns: int = 4) -> SignalTable:
    """One signal an hour, its label `horizon` hours later; two columns tell of it."""
    random = np.random.default_rng(seed)
    matrix = random.normal(size=(rows, columns)).astype(np.float32)
    chance = 1 / (1 + np.exp(-strength * (matrix[:, 0] + 0.7 * matrix[:, 1]) + 0.4))
    label = (random.random(rows) < chance).astype(np.int8)
    time = np.arange(rows, dtype=np.int64) * HOUR
    rr = np.where(label == 1, random.uniform(0.5, 2.0, rows), -random.uniform(0.5, 1.2, rows))
    return SignalTable(
        FeatureSchema.plain(f"x{i}" for i in range(columns)), matrix, label, time, time + horizon * HOUR, rr, None,
        np.arange(rows), ROLES, "made/up.csv", f"seed{seed}-{rows}")


def with_category(table: SignalTable, names: tuple[str, ...], seed: int = 0) -> SignalTable:
    """The table with a last column `kind` of the given categories, which decides the label."""
    codes = np.random.default_rng(seed).integers(0, len(names), len(table))
    even = np.asarray([sum(map(ord, name)) % 2 for name in names])[codes]
    chance = np.where(even == 1, 0.9, 0.1)
    label = (np.random.default_rng(seed + 1).random(len(table)) < chance).astype(np.int8)
    schema = FeatureSchema((*table.schema.features, Feature("kind", Kind.CATEGORY, names)))
    matrix = np.column_stack((table.matrix, codes)).astype(np.float32)
    return replace(table, schema=schema, matrix=matrix, label=label)


def quick(kind: str = "lightgbm", **more: Any) -> TrainingConfig:
    """A configuration that trains in no time."""
    return TrainingConfig(**{"model_type": ModelType(kind), "rounds": 30, "learning_rate": 0.1, "max_depth": 3,
                             "early_stopping_rounds": 0, "threads": 1, "min_child_weight": 1.0, **more})
