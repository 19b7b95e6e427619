"""Runs with invented scores, kept in a real workspace."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import numpy as np

from engine.evaluation.metrics import score
from engine.library import runs
from engine.library.store import Workspace
from engine.records import OutOfFold, Roles, RunRecord, ValidationRecord

ROWS = 400
FEATURES = ("momentum", "spread", "hour")


def out_of_fold(strength: float, seed: int = 0) -> OutOfFold:
    """Predictions that know a little."""
    random = np.random.default_rng(seed)
    label = (np.arange(ROWS) * 7 % 10 < 4).astype(np.int64)
    logit = strength * (label - 0.4) + random.normal(size=ROWS)
    rows = np.arange(ROWS, dtype=np.int64)
    rr = np.where(label == 1, 1.5, -1.0)
    return OutOfFold(rows, rows * 10**9, (rows + 5) * 10**9, label, 1 / (1 + np.exp(-logit)), rows * 5 // ROWS, rr)


def record(run_id: str, kind: str = "lightgbm", strength: float = 0.5, **changed: Any) -> RunRecord:
    """A run that is done."""
    kept = out_of_fold(strength)
    made = RunRecord(
        id=run_id, name=run_id, kind=kind, created="2026-01-02T03:04:05Z", status="done", source="/data/signals.csv",
        fingerprint="f" * 64, rows=2 * ROWS, features=FEATURES, roles=Roles(label="win"), settings={"rounds": 100},
        validation=ValidationRecord("purged_walk_forward", 5, 12, "0"),
        scores=score(kept.label, kept.probability, realized_rr=kept.realized_rr),
        importance={"momentum": 0.5, "spread": 0.3, "hour": 0.2}, trees=80, best_iteration=79, training_seconds=3.2,
        model_path="",
    )
    return dataclasses.replace(made, **changed)


def fill(folder: Path, *records: RunRecord) -> None:
    """Keep runs, each with predictions and a model file that nobody opens."""
    with Workspace.open(folder) as workspace:
        for number, run in enumerate(records):
            whole = run.status == "done"
            runs.add_run(workspace, run, model_file=run.id.encode() if whole else None,
                         out_of_fold=out_of_fold(0.3 + 0.2 * number, number) if whole else None)


def three(folder: Path) -> None:
    """Three runs, the last one failed."""
    fill(folder, record("lgb-1"), record("xgb-2", "xgboost", 0.8),
         record("cat-3", "catboost", status="failed", scores=None, importance={}, trees=0,
                message="CatBoost refused the parameter depth."))
