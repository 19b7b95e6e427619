"""Invented runs for tests of the window: whole on disk, though their model files hold no model."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np

from engine.library import runs
from engine.library.store import Workspace
from engine.records import Exposure, Interval, OutOfFold, Roles, RunRecord, Scores, ValidationRecord

ROWS = 400
_DAY = 86_400_000_000_000


def scores(auc: float = 0.56) -> Scores:
    def around(value: float) -> Interval:
        return Interval(value, value - 0.02, value + 0.02)

    return Scores(rows=ROWS, positives=180, auc=around(auc), accuracy=around(0.57), log_loss=around(0.68),
                  brier=around(0.24), average_precision=around(0.47), mean_r=around(0.05), accepted_share=0.4,
                  mean_r_all=-0.02)


def run(id: str, *, kind: str = "xgboost", auc: float = 0.56, **changed: Any) -> RunRecord:
    made = RunRecord(
        id=id, name=f"{kind} {id}", kind=kind, created="2026-11-20T10:00:00Z", status="done",
        source="/data/signals.csv", fingerprint="f" * 16, rows=1000, features=("momentum", "spread", "hour"),
        roles=Roles(label="win"),
        settings={"learning_rate": 0.1, "max_depth": 6, "rounds": 200}, scores=scores(auc),
        validation=ValidationRecord("purged_walk_forward", 5, 12, "0"),
        importance={"momentum": 0.5, "spread": 0.3, "hour": 0.2}, trees=80, best_iteration=79, training_seconds=3.2,
        model_path="", exposure=(Exposure("f" * 16, 1000, 0, 1000 * _DAY, 1001 * _DAY),),
        versions={"xgboost": "3.2.0", "python": "3.11"},
    )
    return dataclasses.replace(made, **changed)


def out_of_fold(seed: int = 0) -> OutOfFold:
    rng = np.random.default_rng(seed)
    label = rng.integers(0, 2, ROWS)
    probability = np.clip(0.5 + 0.1 * (label - 0.5) + rng.normal(0, 0.1, ROWS), 0.01, 0.99)
    row = np.arange(ROWS)
    return OutOfFold(row=row, time=row * _DAY, label_time=row * _DAY + 1, label=label, probability=probability,
                     fold=row // 100, realized_rr=np.where(label == 1, 1.0, -1.0))


def keep(workspace: Workspace, *records: RunRecord) -> tuple[RunRecord, ...]:
    """Add runs to a library, each with predictions of its own."""
    return tuple(
        runs.add_run(workspace, record, model_file=b"no model " + record.id.encode(), out_of_fold=out_of_fold(place))
        for place, record in enumerate(records)
    )
