"""The JSON of the records that more than one verb tells."""

from __future__ import annotations

from typing import Any

from engine.records import Interval, RunRecord


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
        "training_seconds": run.training_seconds, "trees": run.trees, "features": len(run.features),
        "model_path": run.model_path, "contaminated": run.contaminated, "warnings": run.warnings,
    }


def bounds(name: str, interval: Interval | None) -> dict[str, float | None]:
    """A value and the ends of its 95 % interval under the contract's names."""
    if interval is None:
        return {name: None, f"{name}_low": None, f"{name}_high": None}
    return {name: interval.value, f"{name}_low": interval.low, f"{name}_high": interval.high}
