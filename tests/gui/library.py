"""Runs of one training file with rounder scores than `invented` draws, and with what their trees have seen."""

from __future__ import annotations

from typing import Any

from engine.library import runs
from engine.library.store import Workspace
from engine.records import Exposure, Interval, OutOfFold, RunRecord, Scores
from tests.gui import invented
from tests.gui.invented import ROWS

DAY = 86_400_000_000_000
SEEN = (Exposure("f" * 16, 1000, 0, 1000 * DAY, 1001 * DAY),)


def scores(auc: float = 0.56) -> Scores:
    def around(value: float) -> Interval:
        return Interval(value, value - 0.02, value + 0.02)

    return Scores(rows=ROWS, positives=180, auc=around(auc), accuracy=around(0.57), log_loss=around(0.68),
                  brier=around(0.24), average_precision=around(0.47), mean_r=around(0.05), accepted_share=0.4,
                  mean_r_all=-0.02)


def run(id: str, *, kind: str = "xgboost", auc: float = 0.56, **changed: Any) -> RunRecord:
    values = {"name": f"{kind} {id}", "fingerprint": "f" * 16, "scores": scores(auc), "exposure": SEEN,
              "settings": {"learning_rate": 0.1, "max_depth": 6}, "versions": {"xgboost": "3.2.0"}}
    return invented.record(id, kind, **{**values, **changed})


def out_of_fold(seed: int = 0) -> OutOfFold:
    return invented.out_of_fold(0.5 + 0.3 * seed, seed)


def keep(workspace: Workspace, *records: RunRecord) -> tuple[RunRecord, ...]:
    """Add runs to a library, each with predictions of its own."""
    return tuple(
        runs.add_run(workspace, record, model_file=b"no model " + record.id.encode(), out_of_fold=out_of_fold(place))
        for place, record in enumerate(records)
    )
