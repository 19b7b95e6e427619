"""The JSON of the records that more than one verb tells."""

from __future__ import annotations

import datetime
from typing import Any

from engine.records import Exposure, Interval, LeakMeter, RunRecord


def run_answer(run: RunRecord) -> dict[str, Any]:
    """One run of `runs`."""
    scores = run.scores
    return {
        "id": run.id, "name": run.name, "model": run.kind, "status": run.status,
        **bounds("auc", None if scores is None else scores.auc),
        "accuracy": None if scores is None else scores.accuracy.value,
        "log_loss": None if scores is None else scores.log_loss.value,
        "brier": None if scores is None else scores.brier.value,
        "average_precision": None if scores is None else scores.average_precision.value,
        "mean_r": None if scores is None or scores.mean_r is None else scores.mean_r.value,
        "threshold": run.threshold, "calibration": run.calibration or None, "effective_rows": run.effective_rows,
        "next_block": run.next_block,
        "training_seconds": run.training_seconds, "trees": run.trees,
        "features": len(run.features),
        "model_path": run.model_path, "contaminated": run.contaminated, "parent": run.parent,
        "exposure": [_exposure(each) for each in run.exposure], "forgetting": run.forgetting, "warnings": run.warnings,
    }


def _exposure(seen: Exposure) -> dict[str, Any]:
    """What trees have seen: how many rows, from when to when, labels until when."""
    return {"rows": seen.rows, "first": _iso(seen.first), "last": _iso(seen.last), "last_label": _iso(seen.last_label)}


def _iso(time: int | None) -> str | None:
    if time is None:
        return None
    return datetime.datetime.fromtimestamp(time / 1e9, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def bounds(name: str, interval: Interval | None) -> dict[str, float | None]:
    """A value and the ends of its 95 % interval under the contract's names."""
    if interval is None:
        return {name: None, f"{name}_low": None, f"{name}_high": None}
    return {name: interval.value, f"{name}_low": interval.low, f"{name}_high": interval.high}


def leak_answer(meter: LeakMeter | None) -> dict[str, Any]:
    """`leak_meter`, the four figures alone, and `leak_verdict`, what they mean and how they were measured."""
    if meter is None:
        return {"leak_meter": None, "leak_verdict": None}
    names = ("shuffled", "blocked", "walk_forward", "purged_walk_forward")
    return {"leak_meter": {name: getattr(meter, name) for name in names},
            "leak_verdict": {"leaks": meter.leaks, "words": meter.words, "gaps": meter.gaps}}
