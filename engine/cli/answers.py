"""The JSON of the records that more than one verb tells."""

from __future__ import annotations

from typing import Any

from engine.records import EnsembleReport, Interval, RunRecord


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


def ensemble_answer(found: EnsembleReport) -> dict[str, Any]:
    """What `ensemble` tells."""
    return {
        "id": found.record.id, "method": found.method, "weights": found.weights,
        **bounds("auc", None if found.scores is None else found.scores.auc),
        "members": [
            {"id": one.id, "name": one.name, **bounds("auc", one.auc), "weight": one.weight, "warning": one.warning}
            for one in found.members
        ],
        "best_member": found.best_member, "comparisons": found.comparisons, "fallback": found.fallback,
        "rows": len(found.out_of_fold.label), "model_path": found.record.model_path, "warnings": found.warnings,
    }


def bounds(name: str, interval: Interval | None) -> dict[str, float | None]:
    """A value and the ends of its 95 % interval under the contract's names."""
    if interval is None:
        return {name: None, f"{name}_low": None, f"{name}_high": None}
    return {name: interval.value, f"{name}_low": interval.low, f"{name}_high": interval.high}
