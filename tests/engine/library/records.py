"""Runs for the library's tests."""

import numpy as np

from engine.library import runs
from engine.records import Exposure, Interval, OutOfFold, Roles, RunRecord, Scores, ValidationRecord


def a_run(id=None, *, name="monthly", kind="xgboost", parent=None, source="/data/a.csv"):
    interval = Interval(0.56, 0.54, 0.58)
    return RunRecord(
        id=id or runs.new_id(kind), name=name, kind=kind, created=runs.now(), status="done", source=source,
        fingerprint="f" * 16, rows=1000, features=("f1", "f2"), roles=Roles(label="win", outcomes=("pnl",)),
        settings={"learning_rate": 0.1, "extra_params": {"gamma": 1}, "model_type": kind},
        validation=ValidationRecord("purged_walk_forward", 5, 12, "4h", ((500, 599), (600, 699))),
        scores=Scores(500, 210, interval, interval, interval, interval, interval, mean_r=Interval(0.1, -0.1, 0.3)),
        importance={"f1": 0.75, "f2": 0.25}, trees=120, best_iteration=120, training_seconds=1.5, model_path="",
        exposure=(Exposure("f" * 16, 800, 10, 20, None),), parent=parent, versions={"xgboost": "3.2.0"},
        warnings=("a word",),
    )


def predictions(rows=50):
    whole = np.arange(rows, dtype=np.int64)
    return OutOfFold(whole, whole * 10, whole * 10 + 5, whole % 2, np.linspace(0, 1, rows), whole // 10,
                     np.full(rows, np.nan))
