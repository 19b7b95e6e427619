"""What a headless monitor tells at the end of each window: one plain mapping, the same names as a replay's."""

from __future__ import annotations

from typing import Any

from engine.online.reporting import iso
from engine.records import MonitorSnapshot, to_plain


def window_line(found: MonitorSnapshot) -> dict[str, Any]:
    """One JSON line: rolling figures over the window, and counts since the stream began."""
    return {
        "state": found.state.value, "time": iso(found.time), "events": found.events, "labels": found.labels,
        "pending": found.pending, "accuracy": found.accuracy.value, "accuracy_low": found.accuracy.low,
        "accuracy_high": found.accuracy.high, "auc": found.auc, "log_loss": found.log_loss,
        "kappa_temporal": found.kappa_temporal,
        "figures": {name: {"accuracy": each.accuracy.value, "auc": each.auc, "log_loss": each.log_loss}
                    for name, each in found.figures.items()},
        "baseline": dict(found.baseline), "weights": dict(found.weights), "window": found.window,
        "effective_window": to_plain(found.effective_window),
        "arrival": to_plain(found.arrival), "log_losses": dict(found.losses), "regret": dict(found.regret),
        "drifts": len(found.drifts), "retrain": sum(mark.retrain for mark in found.drifts),
        "detectors": to_plain(found.detectors), "causes": [cause.words for cause in found.causes],
        "expired": found.expired, "duplicates": found.duplicates, "hard": found.hard,
        "corrections": found.corrections, "contaminated": found.contaminated,
        "out_of_fold": found.out_of_fold,
        "latency_p50_ms": found.latency_p50, "latency_p99_ms": found.latency_p99,
        "events_per_second": found.events_per_second, "skill": found.skill, "notes": list(found.notes),
    }
